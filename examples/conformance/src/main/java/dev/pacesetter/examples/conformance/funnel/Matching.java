package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides which steps and exclusions the events of a case match. */
final class Matching {
  private final FunnelCase asked;

  /** Per step that counts the first time only: the number of each subject's event. */
  private final Map<Integer, Map<String, Integer>> firstTimes = new HashMap<>();

  private Matching(FunnelCase asked) {
    this.asked = asked;
  }

  /** Returns the rows of a case in the listed order: those in its range that have a subject. */
  static ImmutableList<Row> rows(FunnelCase asked) {
    return new Matching(asked).rows();
  }

  private ImmutableList<Row> rows() {
    for (int step = 0; step < asked.steps().size(); step++) {
      if (asked.steps().get(step).isFirstTime()) {
        firstTimes.put(step, firstTimes(asked.steps().get(step).pattern()));
      }
    }
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (int number = 0; number < asked.events().size(); number++) {
      CaseEvent event = asked.events().get(number);
      Optional<String> subject = subject(event);
      if (subject.isPresent() && asked.range().contains(event.time())) {
        rows.add(
            new Row(
                subject.get(),
                event.time(),
                steps(event, number, subject.get()),
                exclusions(event),
                asked.breakdown().flatMap(breakdown -> value(event, breakdown.prop()))));
      }
    }
    return rows.build();
  }

  private Optional<String> subject(CaseEvent event) {
    return asked.aggregateBy().isPresent()
        ? value(event, asked.aggregateBy().get())
        : Optional.of(event.subject());
  }

  private static Optional<String> value(CaseEvent event, String prop) {
    JsonNode value = event.props().path(prop);
    return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
  }

  private Map<String, Integer> firstTimes(EventPattern pattern) {
    Map<String, Integer> firsts = new HashMap<>();
    for (int number = 0; number < asked.events().size(); number++) {
      CaseEvent event = asked.events().get(number);
      Optional<String> subject = subject(event);
      if (subject.isPresent() && pattern.matches(event)) {
        firsts.merge(subject.get(), number, this::earlier);
      }
    }
    return firsts;
  }

  private int earlier(int one, int other) {
    return asked.events().get(other).time() < asked.events().get(one).time() ? other : one;
  }

  private long steps(CaseEvent event, int number, String subject) {
    long bits = 0;
    for (int step = 0; step < asked.steps().size(); step++) {
      Map<String, Integer> firsts = firstTimes.get(step);
      if (asked.steps().get(step).pattern().matches(event)
          && (firsts == null || Integer.valueOf(number).equals(firsts.get(subject)))) {
        bits |= 1L << step;
      }
    }
    return bits;
  }

  private long exclusions(CaseEvent event) {
    long bits = 0;
    for (int exclusion = 0; exclusion < asked.exclusions().size(); exclusion++) {
      if (asked.exclusions().get(exclusion).pattern().matches(event)) {
        bits |= 1L << exclusion;
      }
    }
    return bits;
  }
}
