package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import dev.pacesetter.examples.conformance.check.Fields;
import java.time.Duration;
import java.util.Optional;

/**
 * One case of a funnel engine.
 *
 * @param id its stable name
 * @param dialect whose rules apply
 * @param mode which kind of funnel
 * @param options further rules
 * @param scale its times
 * @param window the limit of time, inclusive unless the dialect says otherwise
 * @param steps the steps
 * @param exclusions the exclusions
 * @param events the events in the listed order
 * @param range between which times events count
 * @param aggregateBy the property that is the subject, instead of the subject
 * @param breakdown the groups
 * @param binCount into how many bins times are counted, where that is given
 * @param expected what is expected, by kind
 * @param isDoubtful whether it is information rather than a requirement
 */
record FunnelCase(
    String id,
    String dialect,
    String mode,
    ImmutableSortedSet<String> options,
    TimeScale scale,
    Optional<Duration> window,
    ImmutableList<CaseStep> steps,
    ImmutableList<CaseExclusion> exclusions,
    ImmutableList<CaseEvent> events,
    Range<Long> range,
    Optional<String> aggregateBy,
    Optional<CaseBreakdown> breakdown,
    Optional<Integer> binCount,
    JsonNode expected,
    boolean isDoubtful) {
  static FunnelCase parse(JsonNode node) {
    Fields json = Fields.of(node, "");
    ImmutableSortedSet.Builder<String> options = ImmutableSortedSet.naturalOrder();
    for (JsonNode option : json.listOrNone("options")) {
      options.add(option.asText());
    }
    ImmutableList<Fields> events = json.objects("events");
    TimeScale scale = TimeScale.of(json, events);
    ImmutableList<CaseStep> steps = steps(json);
    json.object("expected");
    return new FunnelCase(
        json.text("id"),
        json.text("dialect"),
        json.text("mode"),
        options.build(),
        scale,
        json.has("window") ? Optional.of(scale.window(json.object("window"))) : Optional.empty(),
        steps,
        exclusions(json, steps.size()),
        events(events, scale),
        json.has("range") ? scale.range(json) : Range.all(),
        json.has("aggregate_by")
            ? Optional.of(json.object("aggregate_by").text("prop"))
            : Optional.empty(),
        json.has("breakdown")
            ? Optional.of(CaseBreakdown.parse(json.object("breakdown"), steps.size()))
            : Optional.empty(),
        json.has("bin_count") ? Optional.of((int) json.whole("bin_count")) : Optional.empty(),
        json.get("expected"),
        json.get("doubtful").asBoolean());
  }

  FunnelCase withoutExclusions() {
    return new FunnelCase(
        id,
        dialect,
        mode,
        options,
        scale,
        window,
        steps,
        ImmutableList.of(),
        events,
        range,
        aggregateBy,
        breakdown,
        binCount,
        expected,
        isDoubtful);
  }

  private static ImmutableList<CaseStep> steps(Fields json) {
    ImmutableList.Builder<CaseStep> steps = ImmutableList.builder();
    int number = 0;
    for (JsonNode step : json.list("steps")) {
      steps.add(CaseStep.parse(step, "steps[" + number++ + "]"));
    }
    return steps.build();
  }

  private static ImmutableList<CaseExclusion> exclusions(Fields json, int steps) {
    ImmutableList.Builder<CaseExclusion> exclusions = ImmutableList.builder();
    int number = 0;
    for (JsonNode exclusion : json.listOrNone("exclusions")) {
      exclusions.add(CaseExclusion.parse(exclusion, "exclusions[" + number++ + "]", steps));
    }
    return exclusions.build();
  }

  private static ImmutableList<CaseEvent> events(ImmutableList<Fields> events, TimeScale scale) {
    return events.stream()
        .map(
            event ->
                new CaseEvent(
                    event.text("subject"),
                    event.text("event"),
                    scale.time(event, "ts"),
                    event.get("props")))
        .collect(ImmutableList.toImmutableList());
  }
}
