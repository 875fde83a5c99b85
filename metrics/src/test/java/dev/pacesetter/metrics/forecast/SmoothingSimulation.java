package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether prediction intervals hold the share of values they promise, on generated series. */
@Tag("simulation")
class SmoothingSimulation {
  private static final int SERIES = 3_000;
  private static final int[] STEPS = {1, 3, 6, 12};
  private static final double DEVIATION = 5;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static double normal(SplittableRandom random) {
    return NORMAL.inverseCumulativeProbability(random.nextDouble(1e-12, 1));
  }

  /** A kind of series, with the parameters that make it. */
  private record Kind(
      String name, SmoothingModel model, SmoothingParameters parameters, SmoothingState start) {
    double[] draw(int length, SplittableRandom random) {
      Smoothing run = new Smoothing(model, parameters, start);
      double[] values = new double[length];
      for (int i = 0; i < length; i++) {
        values[i] = run.forecast() + DEVIATION * normal(random);
        run.see(values[i]);
      }
      return values;
    }
  }

  private static Kind[] kinds() {
    double[] season = {12, 4, -3, -8, -14, -6, 0, 5, 9, 7, -4, -2};
    SmoothingState level = SmoothingState.ofLevel(200);
    SmoothingModel simple = SmoothingModel.simple();
    SmoothingModel seasonal = simple.withTrend().withSeason(Seasonality.ADDITIVE, 12);
    SmoothingParameters alpha = SmoothingParameters.ofLevel(0.3);
    return new Kind[] {
      new Kind("level", simple, alpha, level),
      new Kind("trend", simple.withTrend(), alpha.withTrend(0.1), level.withTrend(1)),
      new Kind(
          "damped trend",
          simple.withDampedTrend(),
          alpha.withTrend(0.3).withDamping(0.9),
          level.withTrend(3)),
      new Kind(
          "trend and season",
          seasonal,
          alpha.withTrend(0.1).withSeason(0.1),
          level.withTrend(1).withSeasons(season))
    };
  }

  @Test
  void intervalsOfKnownParametersHoldWhatTheyPromise() {
    System.out.println("known parameters     | level |  h=1  |  h=3  |  h=6  | h=12");
    for (Kind kind : kinds()) {
      for (double confidence : new double[] {0.8, 0.95}) {
        double[] coverage = coverage(kind, 36, confidence, false);
        print(kind.name, confidence, coverage);
        for (double share : coverage) {
          assertThat(share).isBetween(confidence - 0.015, confidence + 0.015);
        }
      }
    }
  }

  /** Fitted parameters and an estimated variance cost coverage, the more the shorter the series. */
  @Test
  void intervalsOfFittedParametersComeNearWhatTheyPromise() {
    for (int length : new int[] {36, 60, 120}) {
      System.out.println("fitted to " + length + " values  | level |  h=1  |  h=3  |  h=6  | h=12");
      for (Kind kind : kinds()) {
        for (double confidence : new double[] {0.8, 0.95}) {
          double[] coverage = coverage(kind, length, confidence, true);
          print(kind.name, confidence, coverage);
          for (double share : coverage) {
            assertThat(share)
                .isGreaterThan(confidence - (length >= 120 ? 0.10 : length >= 60 ? 0.15 : 0.22));
          }
        }
      }
    }
  }

  private static double[] coverage(Kind kind, int length, double confidence, boolean isFitted) {
    SplittableRandom random = new SplittableRandom(length);
    int series = isFitted ? SERIES / 3 : 3 * SERIES;
    double[] inside = new double[STEPS.length];
    for (int i = 0; i < series; i++) {
      double[] all = kind.draw(length + 12, random);
      double[] seen = Arrays.copyOf(all, length);
      SmoothedSeries smoothed =
          isFitted
              ? kind.model.fit(Unit.COUNT, seen).orElseThrow()
              : kind.model
                  .smooth(Unit.COUNT, kind.parameters, kind.start, seen)
                  .withErrorVariance(DEVIATION * DEVIATION);
      for (int step = 0; step < STEPS.length; step++) {
        Measure forecast = smoothed.forecast(STEPS[step], confidence);
        Interval interval = forecast.interval().orElseThrow();
        inside[step] += interval.contains(all[length + STEPS[step] - 1]) ? 1.0 / series : 0;
      }
    }
    return inside;
  }

  private static void print(String name, double confidence, double[] coverage) {
    System.out.printf(Locale.ROOT, "%-20s | %.2f ", name, confidence);
    for (double share : coverage) {
      System.out.printf(Locale.ROOT, " | %.3f", share);
    }
    System.out.println();
  }
}
