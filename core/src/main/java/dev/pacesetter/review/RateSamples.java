package dev.pacesetter.review;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.compare.IndirectStandardisation;
import dev.pacesetter.metrics.compare.ProportionTest;
import dev.pacesetter.metrics.compare.SampleSize;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Successes out of trials, such as deals won out of deals closed. */
final class RateSamples extends PeerSamples {
  private static final double CONFIDENCE = 0.95;

  private final IndirectStandardisation standardised;

  /**
   * Takes one row a deal.
   *
   * @param person per row, who
   * @param stratum per row, what must not be held against them
   * @param success per row, 1 or 0
   */
  RateSamples(
      PeerMetric metric, int people, int strata, int[] person, int[] stratum, long[] success) {
    super(metric);
    long[] trials = new long[success.length];
    Arrays.fill(trials, 1);
    standardised =
        IndirectStandardisation.ofRates(people, strata, person, stratum, success, trials);
  }

  @Override
  String test() {
    return "exact binomial";
  }

  @Override
  long n() {
    return standardised.overall().denominator();
  }

  @Override
  long n(boolean[] group) {
    return observed(group).denominator();
  }

  @Override
  OptionalDouble company() {
    return standardised.overall().value();
  }

  @Override
  OptionalDouble expected(boolean[] group) {
    long n = n(group);
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, successesExpected(group) / n));
  }

  /** The group's own rate with its Wilson interval. */
  Measure rate(boolean[] group) {
    return ProportionInterval.WILSON.measure(observed(group), CONFIDENCE);
  }

  @Override
  Difference againstMix(boolean[] group) {
    return against(observed(group), expected(group).orElseThrow());
  }

  @Override
  Difference againstCompany(boolean[] group) {
    return against(observed(group), company().orElseThrow());
  }

  @Override
  Difference against(boolean[] group, boolean[] others) {
    double theirs = successesExpected(others);
    double level = theirs == 0 ? 1 : observed(others).numerator() / theirs;
    return against(observed(group), Math.min(1, expected(group).orElseThrow() * level));
  }

  private static Difference against(Ratio observed, double expected) {
    return new Difference(
        ProportionTest.twoSided(observed.numerator(), observed.denominator(), expected),
        (int) Math.signum(observed.numerator() - expected * observed.denominator()));
  }

  @Override
  OptionalLong needed(boolean[] group, ReviewSettings settings) {
    double rate = expected(group).orElseGet(() -> company().orElse(0));
    if (rate <= 0 || rate >= 1) {
      return OptionalLong.empty();
    }
    double difference = settings.smallestRateDifference();
    long needed = 0;
    if (rate + difference <= 1) {
      needed = SampleSize.forProportion(rate, difference, settings.alpha(), settings.power());
    }
    if (rate - difference >= 0) {
      needed =
          Math.max(
              needed,
              SampleSize.forProportion(rate, -difference, settings.alpha(), settings.power()));
    }
    return OptionalLong.of(needed);
  }

  private Ratio observed(boolean[] group) {
    Ratio sum = Ratio.NONE;
    for (int person = 0; person < group.length; person++) {
      if (group[person]) {
        sum = sum.plus(standardised.observed(person));
      }
    }
    return sum;
  }

  private double successesExpected(boolean[] group) {
    double sum = 0;
    for (int person = 0; person < group.length; person++) {
      if (group[person]) {
        sum += standardised.expected(person);
      }
    }
    return sum;
  }
}
