package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** The counts of the steps of one funnel, or of many groups one behind the other. */
final class StepCounts {
  private static final int FIELDS = 4;
  private static final int ENTERED = 0;
  private static final int CONVERTED = 1;
  private static final int PENDING = 2;
  private static final int VALUE = 3;

  private final int steps;
  private long[] counts;

  StepCounts(int steps, int groups) {
    this.steps = steps;
    counts = new long[steps * groups * FIELDS];
  }

  /** Makes sure that there is room for some groups. */
  void reserve(int groups) {
    long needed = (long) groups * steps * FIELDS;
    if (needed > counts.length) {
      counts =
          Arrays.copyOf(
              counts,
              Math.toIntExact(
                  Math.max(needed, Math.min(2L * counts.length, Integer.MAX_VALUE - 8L))));
    }
  }

  private int at(int group, int step) {
    return (group * steps + step) * FIELDS;
  }

  void add(int group, int step, long entered, long converted, long pending, long value) {
    int at = at(group, step);
    counts[at + ENTERED] += entered;
    counts[at + CONVERTED] += converted;
    counts[at + PENDING] += pending;
    counts[at + VALUE] = Math.addExact(counts[at + VALUE], value);
  }

  void add(int group, StepCounts other, int otherGroup) {
    for (int i = 0; i < steps * FIELDS; i++) {
      int at = at(group, 0) + i;
      counts[at] = Math.addExact(counts[at], other.counts[other.at(otherGroup, 0) + i]);
    }
  }

  long entered(int group, int step) {
    return counts[at(group, step) + ENTERED];
  }

  long converted(int group, int step) {
    return counts[at(group, step) + CONVERTED];
  }

  long pending(int group, int step) {
    return counts[at(group, step) + PENDING];
  }

  long value(int group, int step) {
    return counts[at(group, step) + VALUE];
  }

  boolean isEqual(int group, StepCounts other, int otherGroup) {
    int here = at(group, 0);
    int there = other.at(otherGroup, 0);
    int length = steps * FIELDS;
    return Arrays.equals(counts, here, here + length, other.counts, there, there + length);
  }

  int hash(int group) {
    return Arrays.hashCode(Arrays.copyOfRange(counts, at(group, 0), at(group + 1, 0)));
  }

  /** The steps of a group as they are reported. */
  ImmutableList<FunnelStep> steps(FunnelDefinition definition, int group) {
    ImmutableList.Builder<FunnelStep> result = ImmutableList.builder();
    for (int k = 0; k < steps; k++) {
      Step step = definition.steps().get(k);
      long entered = entered(group, k);
      long converted = converted(group, k);
      long pending = pending(group, k);
      result.add(
          new FunnelStep(
              definition.isOrdered() ? step.name() : (k + 1) + " of " + steps,
              step.isOptional(),
              entered,
              converted,
              entered - converted - pending,
              pending,
              value(group, k),
              entered(group, 0),
              definition.confidence()));
    }
    return result.build();
  }
}
