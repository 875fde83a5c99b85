package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often Welch's interval of 95 % contains the difference of the true means. */
@Tag("simulation")
class MeanTestSimulation {
  /** Values are normal, or skewed as amounts are. */
  @ParameterizedTest
  @CsvSource({"5, 5, 1", "5, 20, 3", "20, 20, 1", "50, 20, 3", "200, 200, 1"})
  void intervalsOfDifferencesOfMeans(int n1, int n2, double ratio) {
    SplittableRandom random = new SplittableRandom(n1 * 1_000L + n2);
    int rounds = 20_000;
    int normal = 0;
    int skewed = 0;
    int factors = 0;
    for (int round = 0; round < rounds; round++) {
      double[] first = new double[n1];
      double[] second = new double[n2];
      Arrays.setAll(first, i -> random.nextGaussian() * ratio);
      Arrays.setAll(second, i -> random.nextGaussian());
      normal += covers(first, second, 0) ? 1 : 0;
      Arrays.setAll(first, i -> Math.exp(random.nextGaussian()) * ratio);
      Arrays.setAll(second, i -> Math.exp(random.nextGaussian()));
      skewed += covers(first, second, Math.exp(0.5) * (ratio - 1)) ? 1 : 0;
      Interval factor = RankShift.factor(first, second, 0.95).interval().orElseThrow();
      factors += factor.contains(ratio) ? 1 : 0;
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "Welch 95 %%, n %d and %d, spread %.0f:1: normal %5.2f%%, log-normal %5.2f%%; how many times as"
                + " large by ranks, log-normal %5.2f%%",
            n1,
            n2,
            ratio,
            100.0 * normal / rounds,
            100.0 * skewed / rounds,
            100.0 * factors / rounds));
    assertThat((double) normal / rounds).isBetween(0.935, 0.965);
    assertThat((double) factors / rounds).isBetween(0.945, 0.975);
    // outside the assumption of Welch's test, as its Javadoc says
    assertThat((double) skewed / rounds).isBetween(0.75, 0.99);
  }

  private static boolean covers(double[] first, double[] second, double truth) {
    return MeanTest.of(Unit.COUNT, first, second)
        .difference(0.95)
        .interval()
        .orElseThrow()
        .contains(truth);
  }
}
