package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether prediction intervals hold the share of values they promise, on generated series. */
@Tag("simulation")
class SmoothingSimulation {
  private static final int SERIES = 2_000;
  private static final int CURVED = 400;
  private static final int[] STEPS = {1, 3, 6, 12};
  private static final int HORIZON = 12;
  private static final double DEVIATION = 5;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static double normal(SplittableRandom random) {
    return NORMAL.inverseCumulativeProbability(random.nextDouble(1e-12, 1));
  }

  /** A kind of series, with the parameters that make it. */
  private record Kind(
      String name, SmoothingModel model, SmoothingParameters parameters, SmoothingState start) {
    double[] draw(int length, SplittableRandom random) {
      Smoothing run = new Smoothing(model, SmoothingWeights.of(parameters), start);
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

  /** Those, and what is hard to learn: what never changes, and what changes as fast as can be. */
  private static Kind[] allKinds() {
    double[] season = {12, 4, -3, -8, -14, -6, 0, 5, 9, 7, -4, -2};
    double[] quarters = {3, 8, -5, -6};
    SmoothingState level = SmoothingState.ofLevel(200);
    SmoothingModel simple = SmoothingModel.simple();
    SmoothingModel yearly = simple.withSeason(Seasonality.ADDITIVE, 12);
    SmoothingModel quarterly = simple.withSeason(Seasonality.ADDITIVE, 4);
    SmoothingParameters alpha = SmoothingParameters.ofLevel(0.3);
    Kind[] more = {
      new Kind("level that stays", simple, SmoothingParameters.ofLevel(0), level),
      new Kind("random walk", simple, SmoothingParameters.ofLevel(1), level),
      new Kind(
          "trend that jumps",
          simple.withTrend(),
          SmoothingParameters.ofLevel(0.8).withTrend(0.6),
          level.withTrend(1)),
      new Kind(
          "random walk of trends",
          simple.withTrend(),
          SmoothingParameters.ofLevel(1).withTrend(1),
          level),
      new Kind(
          "damped trend that jumps",
          simple.withDampedTrend(),
          SmoothingParameters.ofLevel(0.8).withTrend(0.8).withDamping(0.97),
          level),
      new Kind("season", yearly, alpha.withSeason(0.2), level.withSeasons(season)),
      new Kind(
          "season, smoothed level",
          yearly.updating(SeasonalUpdate.SMOOTHED_LEVEL),
          alpha.withSeason(0.2),
          level.withSeasons(season)),
      new Kind(
          "season that jumps",
          yearly,
          SmoothingParameters.ofLevel(0.5).withSeason(0.45),
          level.withSeasons(season)),
      new Kind("season of four", quarterly, alpha.withSeason(0.2), level.withSeasons(quarters)),
      new Kind(
          "jumping season of four",
          quarterly,
          SmoothingParameters.ofLevel(0.1).withSeason(0.85),
          level.withSeasons(quarters)),
      new Kind(
          "damped trend and season",
          yearly.withDampedTrend(),
          alpha.withTrend(0.3).withSeason(0.2).withDamping(0.9),
          level.withTrend(3).withSeasons(season))
    };
    Kind[] all = Arrays.copyOf(kinds(), kinds().length + more.length);
    System.arraycopy(more, 0, all, kinds().length, more.length);
    return all;
  }

  @Test
  void intervalsOfKnownParametersHoldWhatTheyPromise() {
    System.out.println("known parameters     | level |  h=1  |  h=3  |  h=6  | h=12");
    for (Kind kind : kinds()) {
      for (double confidence : new double[] {0.8, 0.95}) {
        double[] coverage = coverageOfKnown(kind, confidence);
        System.out.printf(Locale.ROOT, "%-20s | %.2f ", kind.name, confidence);
        for (double share : coverage) {
          System.out.printf(Locale.ROOT, " | %.3f", share);
          assertThat(share).isBetween(confidence - 0.015, confidence + 0.015);
        }
        System.out.println();
      }
    }
  }

  private static double[] coverageOfKnown(Kind kind, double confidence) {
    SplittableRandom random = new SplittableRandom(36);
    int series = 9_000;
    double[] inside = new double[STEPS.length];
    for (int i = 0; i < series; i++) {
      double[] all = kind.draw(36 + HORIZON, random);
      SmoothedSeries smoothed =
          kind.model
              .smooth(Unit.COUNT, kind.parameters, kind.start, Arrays.copyOf(all, 36))
              .withErrorVariance(DEVIATION * DEVIATION);
      for (int step = 0; step < STEPS.length; step++) {
        Interval interval = smoothed.forecast(STEPS[step], confidence).interval().orElseThrow();
        inside[step] += interval.contains(all[36 + STEPS[step] - 1]) ? 1.0 / series : 0;
      }
    }
    return inside;
  }

  /** Conservative where a trend could still turn, so that only the lower end is held to. */
  @ParameterizedTest
  @ValueSource(ints = {24, 36, 120})
  void intervalsOfFittedParametersHoldWhatTheyPromise(int length) {
    System.out.println("fitted to " + length + " values: least to most of 1 to 12 steps, mean");
    System.out.println(
        "                         | 80 %, as known        | 80 %"
            + "                  | 95 %, as known        | 95 %");
    for (Kind kind : allKinds()) {
      double[][] inside = coverageOfFitted(kind, length);
      System.out.printf(Locale.ROOT, "%-24s", kind.name);
      for (double[] shares : inside) {
        System.out.printf(
            Locale.ROOT,
            " | %.3f to %.3f, %.3f",
            Arrays.stream(shares).min().orElseThrow(),
            Arrays.stream(shares).max().orElseThrow(),
            Arrays.stream(shares).average().orElseThrow());
      }
      System.out.println();
      assertThat(Arrays.stream(inside[1]).average().orElseThrow())
          .as(kind.name)
          .isGreaterThan(0.785);
      assertThat(Arrays.stream(inside[3]).average().orElseThrow())
          .as(kind.name)
          .isGreaterThan(0.935);
      // the least of twelve strays by three standard errors more
      assertThat(Arrays.stream(inside[1]).min().orElseThrow()).as(kind.name).isGreaterThan(0.758);
      assertThat(Arrays.stream(inside[3]).min().orElseThrow()).as(kind.name).isGreaterThan(0.92);
    }
  }

  private static double[][] coverageOfFitted(Kind kind, int length) {
    SplittableRandom random = new SplittableRandom(length);
    double[][] inside = new double[4][HORIZON];
    double each = 1.0 / SERIES;
    for (int i = 0; i < SERIES; i++) {
      double[] all = kind.draw(length + HORIZON, random);
      SmoothedSeries fitted = kind.model.fit(Unit.COUNT, Arrays.copyOf(all, length)).orElseThrow();
      SmoothedSeries known = fitted.takenAsKnown();
      for (int step = 1; step <= HORIZON; step++) {
        double actual = all[length + step - 1];
        // lies within the interval of a level when it is that near to the middle
        double rank = fitted.predictive(step).orElseThrow().cumulative(actual);
        inside[0][step - 1] += holds(known.forecast(step, 0.8), actual) ? each : 0;
        inside[1][step - 1] += Math.abs(rank - 0.5) <= 0.4 ? each : 0;
        inside[2][step - 1] += holds(known.forecast(step, 0.95), actual) ? each : 0;
        inside[3][step - 1] += Math.abs(rank - 0.5) <= 0.475 ? each : 0;
      }
    }
    return inside;
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 36, 120})
  void simulatedIntervalsOfMultiplicativeModelsHoldWhatTheyPromise(int length) {
    double[] season = {1.3, 1.1, 0.9, 0.7};
    SmoothingModel model = SmoothingModel.simple().withSeason(Seasonality.MULTIPLICATIVE, 4);
    SmoothingParameters alpha = SmoothingParameters.ofLevel(0.3).withSeason(0.1);
    SmoothingState level = SmoothingState.ofLevel(400);
    Kind[] kinds = {
      new Kind("season", model, alpha, level.withSeasons(season)),
      new Kind(
          "trend and season",
          model.withTrend(),
          alpha.withTrend(0.1),
          level.withTrend(3).withSeasons(season))
    };
    System.out.println(
        "multiplicative, fitted to " + length + " values, 95 %: as known, not known");
    for (Kind kind : kinds) {
      SplittableRandom random = new SplittableRandom(length);
      double[][] inside = new double[2][HORIZON];
      for (int i = 0; i < CURVED; i++) {
        double[] all = kind.draw(length + HORIZON, random);
        SmoothedSeries fitted =
            kind.model.fit(Unit.COUNT, Arrays.copyOf(all, length)).orElseThrow();
        List<Measure> known = fitted.takenAsKnown().simulated(HORIZON, 0.95, 1_000, i);
        List<Measure> open = fitted.simulated(HORIZON, 0.95, 1_000, i);
        for (int step = 0; step < HORIZON; step++) {
          inside[0][step] += holds(known.get(step), all[length + step]) ? 1.0 / CURVED : 0;
          inside[1][step] += holds(open.get(step), all[length + step]) ? 1.0 / CURVED : 0;
        }
      }
      for (double[] shares : inside) {
        System.out.printf(
            Locale.ROOT,
            "%-20s %.3f to %.3f%n",
            kind.name,
            Arrays.stream(shares).min().orElseThrow(),
            Arrays.stream(shares).max().orElseThrow());
      }
      assertThat(Arrays.stream(inside[1]).average().orElseThrow()).isGreaterThan(0.95 - 0.015);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 12, 24, 60})
  void intervalsOfTheSeasonalNaiveForecastHoldWhatTheyPromise(int length) {
    SplittableRandom random = new SplittableRandom(length);
    int series = 20_000;
    int[][] inside = new int[2][3];
    for (int i = 0; i < series; i++) {
      double[] all = new double[length + 12];
      for (int at = 0; at < all.length; at++) {
        all[at] = (at < 4 ? 0 : all[at - 4]) + random.nextGaussian();
      }
      SeasonalNaive naive = SeasonalNaive.of(Unit.COUNT, 4, Arrays.copyOf(all, length));
      for (int season = 0; season < 3; season++) {
        int step = 4 * season + 1;
        double actual = all[length + step - 1];
        inside[0][season] += holds(naive.takenAsKnown().forecast(step, 0.95), actual) ? 1 : 0;
        inside[1][season] += holds(naive.forecast(step, 0.95), actual) ? 1 : 0;
      }
    }
    for (int season = 0; season < 3; season++) {
      double share = (double) inside[1][season] / series;
      System.out.printf(
          Locale.ROOT,
          "seasonal naive, %2d values, %d steps ahead, 95 %%: sigma as known %.4f, not known %.4f%n",
          length,
          4 * season + 1,
          (double) inside[0][season] / series,
          share);
      assertThat(share).isBetween(0.935, 0.965);
    }
  }

  private static boolean holds(Measure forecast, double actual) {
    return forecast.interval().orElseThrow().contains(actual);
  }
}
