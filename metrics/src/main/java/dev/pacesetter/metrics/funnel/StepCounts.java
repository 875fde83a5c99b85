package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.Arrays;

/** The counts of the steps of one funnel, or of many groups one behind the other. */
final class StepCounts {
  private static final int FIELDS = 4;
  private static final int ENTERED = 0;
  private static final int CONVERTED = 1;
  private static final int PENDING = 2;
  private static final int VALUE = 3;

  private final FunnelDefinition definition;
  private final int steps;
  private long[] counts;

  StepCounts(FunnelDefinition definition, int groups) {
    this.definition = definition;
    steps = definition.steps().size();
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

  /**
   * Adds counts, or takes them back where they are negative.
   *
   * @param value the values of those that entered, to be taken back if {@code entered} is negative
   * @throws ArithmeticException if the sum of the values does not fit
   */
  void add(int group, int step, long entered, long converted, long pending, long value) {
    int at = at(group, step);
    long sum = counts[at + VALUE];
    counts[at + VALUE] = entered < 0 ? without(step, sum, value) : with(step, sum, value);
    counts[at + ENTERED] += entered;
    counts[at + CONVERTED] += converted;
    counts[at + PENDING] += pending;
  }

  void add(int group, StepCounts other, int otherGroup) {
    for (int step = 0; step < steps; step++) {
      add(
          group,
          step,
          other.entered(otherGroup, step),
          other.converted(otherGroup, step),
          other.pending(otherGroup, step),
          other.value(otherGroup, step));
    }
  }

  private long with(int step, long sum, long value) {
    return with(definition, step, sum, value);
  }

  private long without(int step, long sum, long value) {
    long less = sum - value;
    if (((sum ^ value) & (sum ^ less)) < 0) {
      throw overflow(definition, step, BigInteger.valueOf(sum).subtract(BigInteger.valueOf(value)));
    }
    return less;
  }

  /**
   * Adds a value to the sum of a step.
   *
   * @throws ArithmeticException if the sum does not fit
   */
  static long with(FunnelDefinition definition, int step, long sum, long value) {
    long more = sum + value;
    if (((sum ^ more) & (value ^ more)) < 0) {
      throw overflow(definition, step, BigInteger.valueOf(sum).add(BigInteger.valueOf(value)));
    }
    return more;
  }

  private static ArithmeticException overflow(
      FunnelDefinition definition, int step, BigInteger sum) {
    return new ArithmeticException(
        "the values of step '"
            + name(definition, step)
            + "' add up to "
            + sum
            + "; a sum must fit 64 bits");
  }

  /** What a step is called; in any order its position in time. */
  private static String name(FunnelDefinition definition, int step) {
    return definition.isOrdered()
        ? definition.steps().get(step).name()
        : (step + 1) + " of " + definition.steps().size();
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
  ImmutableList<FunnelStep> steps(int group) {
    ImmutableList.Builder<FunnelStep> result = ImmutableList.builder();
    for (int k = 0; k < steps; k++) {
      Step step = definition.steps().get(k);
      long entered = entered(group, k);
      long converted = converted(group, k);
      long pending = pending(group, k);
      result.add(
          new FunnelStep(
              name(definition, k),
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
