package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often somebody who looks every day for a year is told once that the plan is missed. */
@Tag("simulation")
class ConfidenceSequenceSimulation {
  private static final int DAYS = 365;
  private static final int YEARS = 4_000;

  /** Three standard errors of a share of 5 %. */
  private static final double ALLOWED = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / YEARS);

  @Test
  void aYearOfDailyLooksAtAWinRateAlarmsFalselyAtMostOnceInTwenty() {
    print("win rate", "deals a day", "always valid", "Wilson");
    for (double rate : new double[] {0.02, 0.2, 0.5}) {
      for (int deals : new int[] {1, 10}) {
        SplittableRandom random = new SplittableRandom(20240108);
        int sequence = 0;
        int fixed = 0;
        for (int year = 0; year < YEARS; year++) {
          long won = 0;
          boolean sequenceMissed = false;
          boolean fixedMissed = false;
          for (int day = 1; day <= DAYS; day++) {
            for (int deal = 0; deal < deals; deal++) {
              won += random.nextDouble() < rate ? 1 : 0;
            }
            long closed = (long) day * deals;
            sequenceMissed |= ConfidenceSequence.pValue(Ratio.of(won, closed), rate) <= 0.05;
            fixedMissed |= !ProportionInterval.WILSON.of(won, closed, 0.95).contains(rate);
          }
          sequence += sequenceMissed ? 1 : 0;
          fixed += fixedMissed ? 1 : 0;
        }
        print(rate, deals, (double) sequence / YEARS, (double) fixed / YEARS);
        assertThat((double) sequence / YEARS).isLessThanOrEqualTo(ALLOWED);
        assertThat((double) fixed / YEARS).as("the interval for one look").isGreaterThan(0.3);
      }
    }
  }

  @Test
  void aYearOfDailyLooksAtAMeanAlarmsFalselyAtMostOnceInTwenty() {
    print("mean of", "tuned for", "always valid", "Student");
    NormalDistribution normal = NormalDistribution.of(0, 1);
    mean("uniform", 0.5, u -> u);
    mean("yes or no", 0.1, u -> u < 0.1 ? 1 : 0);
    mean("u^4, skewed", 0.2, u -> Math.pow(u, 4));
    int missed = 0;
    SplittableRandom random = new SplittableRandom(20240109);
    for (int year = 0; year < YEARS; year++) {
      double sum = 0;
      boolean miss = false;
      for (int day = 1; day <= DAYS; day++) {
        sum += normal.inverseCumulativeProbability(Math.max(0x1p-53, random.nextDouble()));
        miss |= misses(ConfidenceSequence.mean(Unit.SCORE, day, sum, 1, 100, 0.95), 0);
      }
      missed += miss ? 1 : 0;
    }
    print("normal, spread known", 100, (double) missed / YEARS, "-");
    assertThat((double) missed / YEARS).isLessThanOrEqualTo(ALLOWED);
  }

  private static void mean(String name, double truth, DoubleUnaryOperator observation) {
    double[] quantile = new double[DAYS + 1];
    for (int n = 2; n <= DAYS; n++) {
      quantile[n] = TDistribution.of(n - 1).inverseSurvivalProbability(0.025);
    }
    SplittableRandom random = new SplittableRandom(20240108);
    int sequenceMisses = 0;
    int fixedMisses = 0;
    for (int year = 0; year < YEARS; year++) {
      MeanSequence sequence = MeanSequence.within(Unit.SCORE, 0, 1);
      double mean = 0;
      double squares = 0;
      boolean sequenceMissed = false;
      boolean fixedMissed = false;
      for (int day = 1; day <= DAYS; day++) {
        double x = observation.applyAsDouble(random.nextDouble());
        sequence.add(x);
        double change = x - mean;
        mean += change / day;
        squares += change * (x - mean);
        sequenceMissed |= misses(sequence.mean(), truth);
        if (day >= 7) {
          double half = quantile[day] * Math.sqrt(squares / (day - 1) / day);
          fixedMissed |= Math.abs(mean - truth) > half;
        }
      }
      sequenceMisses += sequenceMissed ? 1 : 0;
      fixedMisses += fixedMissed ? 1 : 0;
    }
    print(name, "-", (double) sequenceMisses / YEARS, (double) fixedMisses / YEARS);
    assertThat((double) sequenceMisses / YEARS).as(name).isLessThanOrEqualTo(ALLOWED);
    assertThat((double) fixedMisses / YEARS).as(name).isGreaterThan(0.2);
  }

  private static boolean misses(Measure measure, double truth) {
    Interval interval = measure.interval().orElseThrow();
    return !interval.contains(truth);
  }

  private static void print(Object... cells) {
    System.out.printf(Locale.ROOT, "%-22s %-12s %-14s %s%n", cells);
  }
}
