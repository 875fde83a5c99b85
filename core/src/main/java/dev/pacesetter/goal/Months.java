package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.calendar.Period;

/**
 * A metric's months in one scope, in the order of time and without gaps.
 *
 * @param months the months
 * @param totals the metric of each, 0 where nothing happened
 * @param counts how many observations each total rests on
 */
record Months(
    ImmutableList<Period> months, ImmutableDoubleArray totals, ImmutableLongArray counts) {

  static Months of(ImmutableList<Period> months, double[] totals, long[] counts) {
    return new Months(
        months, ImmutableDoubleArray.copyOf(totals), ImmutableLongArray.copyOf(counts));
  }

  int size() {
    return months.size();
  }

  /** The last few, or all if there are fewer. */
  Months last(int count) {
    return between(Math.max(0, size() - count), size());
  }

  Months between(int from, int to) {
    return new Months(
        months.subList(from, to), totals.subArray(from, to), counts.subArray(from, to));
  }

  /** The place of the first month with an observation; the number of months if none has any. */
  int firstSpoken() {
    int first = 0;
    while (first < size() && counts.get(first) == 0) {
      first++;
    }
    return first;
  }

  long count() {
    return counts.stream().sum();
  }

  long days() {
    return months.stream().mapToLong(Period::days).sum();
  }

  /** How many observations the months within a period rest on. */
  long count(Period period) {
    long count = 0;
    for (int i = 0; i < size(); i++) {
      count += period.encloses(months.get(i)) ? counts.get(i) : 0;
    }
    return count;
  }

  boolean covers(Period period) {
    return size() > 0
        && !period.start().isBefore(months.get(0).start())
        && !period.end().isAfter(months.get(size() - 1).end());
  }

  /** The sum over the months of a period that {@link #covers} allows. */
  double total(Period period) {
    double total = 0;
    for (int i = 0; i < size(); i++) {
      total += period.encloses(months.get(i)) ? totals.get(i) : 0;
    }
    return total;
  }
}
