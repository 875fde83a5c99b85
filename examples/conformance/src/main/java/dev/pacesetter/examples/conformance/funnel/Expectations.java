package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.examples.conformance.check.Fields;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.funnel.ExclusionEffect;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a case may expect, and our answer in the same form. */
final class Expectations {
  private static final ImmutableMap<String, Kind> KINDS =
      ImmutableMap.<String, Kind>builder()
          .put(
              "level_by_subject",
              (asked, expected) -> asked.forSubjects(expected, asked.whole.levels()))
          .put("converted_by_subject", Expectations::converted)
          .put(
              "conversions_by_subject",
              (asked, expected) -> asked.forSubjects(expected, asked.whole.conversions()))
          .put("entered", (asked, expected) -> asked.entered())
          .put("count_by_step", (asked, expected) -> asked.figures().counts())
          .put("average_seconds", (asked, expected) -> asked.figures().averageSeconds())
          .put("median_seconds", (asked, expected) -> asked.figures().medianSeconds())
          .put("time_to_convert", Expectations::timeToConvert)
          .put("count_by_step_by_breakdown", (asked, expected) -> asked.byGroup(Figures::counts))
          .put(
              "average_seconds_by_breakdown",
              (asked, expected) -> asked.forGroups(expected, Figures::averageSeconds))
          .put(
              "median_seconds_by_breakdown",
              (asked, expected) -> asked.forGroups(expected, Figures::medianSeconds))
          .put("groups_reaching_step_1", (asked, expected) -> asked.groupCount())
          .put("count_by_step_each_group", (asked, expected) -> asked.countsOfEachGroup(expected))
          .buildOrThrow();

  /** Answers one kind of expectation. */
  private interface Kind {
    JsonNode answer(Expectations asked, JsonNode expected) throws NotExpressibleException;
  }

  private final FunnelCase asked;
  private final Profile profile;
  private final ImmutableList<Row> rows;
  private final Answer whole;

  private Expectations(FunnelCase asked, Profile profile, ImmutableList<Row> rows)
      throws NotExpressibleException {
    this.asked = asked;
    this.profile = profile;
    this.rows = rows;
    whole = Answer.of(asked, profile, rows, Optional.empty());
    if (profile.effect() == ExclusionEffect.DISCARD_SUBJECT && !asked.exclusions().isEmpty()) {
      refuseOutranked();
    }
  }

  /**
   * With the peer an excluded chain that goes on outranks a clean one that stays behind; with us it
   * has ended.
   */
  private void refuseOutranked() throws NotExpressibleException {
    Map<String, Integer> deepest =
        Answer.of(asked.withoutExclusions(), profile, rows, Optional.empty()).levels();
    for (Map.Entry<String, Integer> level : whole.levels().entrySet()) {
      if (deepest.getOrDefault(level.getKey(), 0) > level.getValue()) {
        throw new NotExpressibleException(Reason.of("outranked"));
      }
    }
  }

  /** Returns our answer to everything that a case expects, in the order of the case. */
  static ImmutableMap<String, JsonNode> answers(
      FunnelCase asked, Profile profile, ImmutableList<Row> rows) throws NotExpressibleException {
    Expectations expectations = new Expectations(asked, profile, rows);
    ImmutableMap.Builder<String, JsonNode> answers = ImmutableMap.builder();
    for (Iterator<String> it = asked.expected().fieldNames(); it.hasNext(); ) {
      String name = it.next();
      Kind kind = KINDS.get(name);
      if (kind == null) {
        throw new NotExpressibleException(Reason.of("expectation", name));
      }
      answers.put(name, kind.answer(expectations, asked.expected().get(name)));
    }
    return answers.buildOrThrow();
  }

  private Figures figures() {
    return Figures.of(whole.report());
  }

  private static JsonNode number(int value) {
    return JsonNodeFactory.instance.numberNode(value);
  }

  /** The answers for the subjects that are expected; 0 for those that never entered. */
  private JsonNode forSubjects(JsonNode expected, Map<String, Integer> answers) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (Iterator<String> it = expected.fieldNames(); it.hasNext(); ) {
      String subject = it.next();
      result.put(subject, answers.getOrDefault(subject, 0).intValue());
    }
    return result;
  }

  private static JsonNode converted(Expectations asked, JsonNode expected) {
    Map<String, Integer> levels = asked.whole.levels();
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (Iterator<String> it = expected.fieldNames(); it.hasNext(); ) {
      String subject = it.next();
      result.put(subject, levels.getOrDefault(subject, 0) == asked.asked.steps().size());
    }
    return result;
  }

  private JsonNode entered() {
    ArrayNode subjects = JsonNodeFactory.instance.arrayNode();
    whole.levels().keySet().forEach(subjects::add);
    return subjects;
  }

  private static JsonNode timeToConvert(Expectations asked, JsonNode expected) {
    Fields fields = Fields.of(expected, "expected.time_to_convert");
    int steps = asked.asked.steps().size();
    int from = CaseExclusion.step(fields, "from", steps);
    int to = CaseExclusion.step(fields, "to", steps);
    return TimeToConvert.of(asked.whole.secondsBetween(from, to), from, to, asked.asked.binCount());
  }

  private Map<String, Figures> groups() throws NotExpressibleException {
    return Grouping.of(asked, profile, rows);
  }

  private JsonNode byGroup(Function<Figures, JsonNode> figure) throws NotExpressibleException {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    groups().forEach((value, figures) -> result.set(value, figure.apply(figures)));
    return result;
  }

  /** Only the groups that are expected: for times, the list need not be complete. */
  private JsonNode forGroups(JsonNode expected, Function<Figures, JsonNode> figure)
      throws NotExpressibleException {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    groups()
        .forEach(
            (value, figures) -> {
              if (expected.has(value)) {
                result.set(value, figure.apply(figures));
              }
            });
    return result;
  }

  private JsonNode groupCount() throws NotExpressibleException {
    return number(groups().size());
  }

  /** The counts of the first group that differs from what every group should have. */
  private JsonNode countsOfEachGroup(JsonNode expected) throws NotExpressibleException {
    JsonNode last = JsonNodeFactory.instance.nullNode();
    for (Figures figures : groups().values()) {
      last = figures.counts();
      if (FunnelSuite.COMPARISON.compare("", expected, last).isPresent()) {
        return last;
      }
    }
    return last;
  }
}
