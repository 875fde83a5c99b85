package dev.pacesetter.examples.conformance;

import dev.pacesetter.examples.conformance.check.Check;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.examples.conformance.check.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How the checks of one group came out. */
final class GroupCount {
  private static final Comparator<Reason> BY_KEY =
      Comparator.comparing(Reason::key).thenComparing(reason -> reason.details().toString());

  private final EnumMap<Verdict, Long> counts = new EnumMap<>(Verdict.class);
  private final TreeMap<Reason, Long> reasons = new TreeMap<>(BY_KEY);

  void add(Check check) {
    counts.merge(check.verdict(), 1L, Long::sum);
    check.reason().ifPresent(reason -> reasons.merge(reason, 1L, Long::sum));
  }

  void addAll(GroupCount other) {
    other.counts.forEach((verdict, count) -> counts.merge(verdict, count, Long::sum));
    other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
  }

  long count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0L);
  }

  /** Why checks are not expressible, and how many for each reason. */
  Map<Reason, Long> reasons() {
    return reasons;
  }
}
