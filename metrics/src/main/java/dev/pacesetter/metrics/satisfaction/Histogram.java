package dev.pacesetter.metrics.satisfaction;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.conversion.ProportionInterval;

/** Counts of answers on a scale. */
final class Histogram {
  private Histogram() {}

  static void check(String what, long[] counts, int points) {
    checkArgument(
        counts.length == points,
        "%s has counts of %s answers; there must be %s",
        what,
        counts.length,
        points);
    for (int i = 0; i < points; i++) {
      checkArgument(counts[i] >= 0, "%s count %s is %s; it must be at least 0", what, i, counts[i]);
    }
  }

  static long sum(long[] counts, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum = Math.addExact(sum, counts[i]);
    }
    return sum;
  }

  static Measure responseRate(long answers, long asked, double confidence) {
    checkArgument(
        asked >= answers,
        "%s were asked and %s answered; there must be as many asked as answered, or more",
        asked,
        answers);
    return ProportionInterval.WILSON.measure(Ratio.of(answers, asked), confidence);
  }
}
