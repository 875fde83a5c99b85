package dev.pacesetter.metrics.funnel;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;

/**
 * A chain as the reference finds it, with all it needs to be ranked.
 *
 * @param steps the steps it took; in any order 0, 1, 2 and so on
 * @param rows the rows that serve them, as numbers of the unit
 * @param place of the last row
 * @param entry time of the first row
 * @param completion time of the last row
 * @param life the last hour at which it may go on
 * @param isComplete whether it has nothing left that it must do
 * @param end the place of what ended it within its life, or -1
 * @param isDiscarded whether that was an exclusion that discards
 */
record ReferenceChain(
    ImmutableIntArray steps,
    ImmutableIntArray rows,
    int place,
    long entry,
    long completion,
    long life,
    boolean isComplete,
    int end,
    boolean isDiscarded) {
  int level() {
    return steps.get(steps.length() - 1) + 1;
  }

  boolean isAlive(long at) {
    return end < 0 && life >= at;
  }

  /** Whether it has not ended before or at a place. */
  boolean isAliveAt(int at, long time) {
    return place <= at && life >= time && (end < 0 || end > at);
  }

  /** This chain where what comes after a place is no matter of it. */
  ReferenceChain until(int at) {
    return end <= at
        ? this
        : new ReferenceChain(steps, rows, place, entry, completion, life, isComplete, -1, false);
  }

  boolean isPending(long asOf) {
    return !isComplete && isAlive(asOf);
  }

  boolean isBroken() {
    return !isComplete && end >= 0;
  }

  /** The rows of the table by step, -1 for none. */
  int[] evidence(ReferenceUnit unit) {
    int[] evidence = new int[unit.steps()];
    Arrays.fill(evidence, -1);
    for (int i = 0; i < steps.length(); i++) {
      evidence[steps.get(i)] = unit.rows.get(rows.get(i)).number();
    }
    return evidence;
  }
}
