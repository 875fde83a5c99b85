package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Ratio;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often intervals of 95 % contain the truth, when the truth is drawn evenly from 0.05 to 0.95
 * (each group of two by itself), and counts from the truth.
 */
@Tag("simulation")
class CoverageSimulation {
  private static final int ROUNDS = 40_000;
  private static final double NOMINAL = 0.95;

  /** What the Javadoc allows. */
  private enum Promise {
    CLOSE,
    CONSERVATIVE,
    TOO_NARROW
  }

  /** An interval by the successes of both groups, and what it should contain. */
  private interface Method {
    /** Null where the method gives no limits. */
    double @Nullable [] limits(Ratio first, Ratio second);
  }

  /** Counts the rounds, also by the twentieth part in which the first truth lies. */
  private static final class Tally {
    private final int[] covered = new int[20];
    private final int[] rounds = new int[20];
    private double width;
    private int missing;

    void add(double truth, double @Nullable [] limits, double value) {
      if (limits == null) {
        missing++;
        return;
      }
      int part = (int) (truth * 20);
      rounds[part]++;
      covered[part] += limits[0] <= value && value <= limits[1] ? 1 : 0;
      width += limits[1] - limits[0];
    }

    double coverage() {
      return (double) IntStream.of(covered).sum() / IntStream.of(rounds).sum();
    }

    void print(Object method, int n1, int n2) {
      double worst =
          IntStream.range(0, 20)
              .filter(part -> rounds[part] > 0)
              .mapToDouble(part -> (double) covered[part] / rounds[part])
              .min()
              .orElseThrow();
      int given = ROUNDS - missing;
      CoverageSimulation.print(
          "%-20s %5d %5s %8.2f%% %8.2f%% %9s %8.1f%%",
          method,
          n1,
          n2 == 0 ? "" : n2,
          100 * coverage(),
          100 * worst,
          Double.isFinite(width) ? String.format(Locale.ROOT, "%.3f", width / given) : "",
          100.0 * given / ROUNDS);
    }
  }

  @BeforeAll
  static void printHead() {
    print(
        "%-20s %5s %5s %9s %9s %9s %9s",
        "method", "n1", "n2", "coverage", "worst", "width", "given");
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  @ParameterizedTest
  @EnumSource
  void ofAShare(ProportionInterval method) {
    Promise promise =
        switch (method) {
          case WILSON, JEFFREYS -> Promise.CLOSE;
          case AGRESTI_COULL, WILSON_CORRECTED, CLOPPER_PEARSON -> Promise.CONSERVATIVE;
        };
    for (int n : new int[] {5, 10, 20, 50, 100, 500}) {
      SplittableRandom random = new SplittableRandom(n);
      @Nullable Interval[] known = new Interval[n + 1];
      Tally tally = new Tally();
      for (int round = 0; round < ROUNDS; round++) {
        double p = truth(random);
        int x = successes(random, n, p);
        Interval interval = known[x];
        if (interval == null) {
          interval = method.of(x, n, NOMINAL);
          known[x] = interval;
        }
        tally.add(p, new double[] {interval.lower(), interval.upper()}, p);
      }
      tally.print(method, n, 0);
      check(method, tally, promise);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofADifference(RateDifference method) {
    Promise promise =
        switch (method) {
          case NEWCOMBE, MIETTINEN_NURMINEN -> Promise.CLOSE;
          case NEWCOMBE_CORRECTED -> Promise.CONSERVATIVE;
          case WALD -> Promise.TOO_NARROW;
        };
    ofTwo(
        method,
        (first, second) -> {
          Interval interval = method.of(first, second, NOMINAL).interval().orElseThrow();
          return new double[] {interval.lower(), interval.upper()};
        },
        (p1, p2) -> p1 - p2,
        promise);
  }

  @ParameterizedTest
  @EnumSource
  void ofAQuotient(RateRatio method) {
    ofTwo(
        method,
        (first, second) -> limits(method.of(first, second, NOMINAL)),
        (p1, p2) -> p1 / p2,
        Promise.CLOSE);
  }

  @ParameterizedTest
  @EnumSource
  void ofAQuotientOfOdds(OddsRatio method) {
    ofTwo(
        method,
        (first, second) -> limits(method.of(first, second, NOMINAL)),
        (p1, p2) -> p1 / (1 - p1) / (p2 / (1 - p2)),
        Promise.CONSERVATIVE);
  }

  private static double @Nullable [] limits(Multiple multiple) {
    return multiple.lower().isEmpty()
        ? null
        : new double[] {
          multiple.lower().getAsDouble(), multiple.upper().orElse(Double.POSITIVE_INFINITY)
        };
  }

  /** Covered among the rounds in which there are limits. */
  private static void ofTwo(
      Object name, Method method, DoubleBinaryOperator truth, Promise promise) {
    for (int[] n : new int[][] {{10, 10}, {10, 40}, {30, 30}, {100, 50}, {200, 200}}) {
      SplittableRandom random = new SplittableRandom(n[0] * 1_000L + n[1]);
      double[] @Nullable [][] known = new double[n[0] + 1][n[1] + 1][];
      boolean[][] asked = new boolean[n[0] + 1][n[1] + 1];
      Tally tally = new Tally();
      for (int round = 0; round < ROUNDS; round++) {
        double p1 = truth(random);
        double p2 = truth(random);
        int x1 = successes(random, n[0], p1);
        int x2 = successes(random, n[1], p2);
        if (!asked[x1][x2]) {
          asked[x1][x2] = true;
          known[x1][x2] = method.limits(Ratio.of(x1, n[0]), Ratio.of(x2, n[1]));
        }
        tally.add(p1, known[x1][x2], truth.applyAsDouble(p1, p2));
      }
      tally.print(name, n[0], n[1]);
      check(name, tally, promise);
    }
  }

  private static double truth(SplittableRandom random) {
    return 0.05 + 0.9 * random.nextDouble();
  }

  private static int successes(SplittableRandom random, int n, double p) {
    int x = 0;
    for (int i = 0; i < n; i++) {
      x += random.nextDouble() < p ? 1 : 0;
    }
    return x;
  }

  private static void check(Object name, Tally tally, Promise promise) {
    double coverage = tally.coverage();
    switch (promise) {
      case CLOSE -> assertThat(coverage).as("%s", name).isBetween(NOMINAL - 0.015, NOMINAL + 0.015);
      case CONSERVATIVE -> assertThat(coverage).as("%s", name).isBetween(NOMINAL - 0.003, 1.0);
      case TOO_NARROW -> assertThat(coverage).as("%s", name).isBetween(0.89, NOMINAL);
    }
  }
}
