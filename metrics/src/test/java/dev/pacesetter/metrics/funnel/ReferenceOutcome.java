package dev.pacesetter.metrics.funnel;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A chain that counts, as the reference sees it.
 *
 * @param level steps reached or passed
 * @param entry time of its first row
 * @param completion time of its last row
 * @param evidence the rows that may be named for it, by step; in any order in the order of rows
 * @param isPending whether a chain as deep may go on
 * @param isBroken whether it was ended by a row rather than by time
 */
record ReferenceOutcome(
    int level,
    long entry,
    long completion,
    List<int[]> evidence,
    boolean isPending,
    boolean isBroken) {

  /** What counts of a subject of which several chains do. */
  static ReferenceOutcome best(Collection<ReferenceOutcome> outcomes) {
    ReferenceOutcome best =
        outcomes.stream()
            .min(
                Comparator.comparingInt((ReferenceOutcome outcome) -> -outcome.level)
                    .thenComparingLong(outcome -> outcome.completion)
                    .thenComparingLong(outcome -> -outcome.entry)
                    .thenComparing(ReferenceOutcome::passedOver))
            .orElseThrow();
    boolean pending =
        outcomes.stream().anyMatch(outcome -> outcome.level == best.level && outcome.isPending);
    return new ReferenceOutcome(
        best.level, best.entry, best.completion, best.evidence, pending, best.isBroken && !pending);
  }

  /** Which steps it passed over; one that took the first such step comes first. */
  private String passedOver() {
    return Arrays.stream(evidence.get(0))
        .mapToObj(row -> row < 0 ? "passed over" : "entered")
        .collect(joining(" "));
  }
}
