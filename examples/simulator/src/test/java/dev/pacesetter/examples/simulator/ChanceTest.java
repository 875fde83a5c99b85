package dev.pacesetter.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class ChanceTest {
  private static final int DRAWS = 200_000;

  /** Five standard errors: fails once in a million by accident, and the seed is fixed anyway. */
  private static final double FIVE = 5;

  private final Chance chance = new Chance(42);

  @Test
  void isSplitMix64() {
    // origin: first outputs for seed 1234567 as published with the reference code in Rosetta Code,
    // "Pseudo-random numbers/Splitmix64", after prng.di.unimi.it/splitmix64.c
    Chance reference = new Chance(1_234_567);

    assertThat(reference.nextLong()).isEqualTo(6_457_827_717_110_365_317L);
    assertThat(reference.nextLong()).isEqualTo(3_203_168_211_198_807_973L);
    assertThat(Long.toUnsignedString(reference.nextLong())).isEqualTo("9817491932198370423");
    assertThat(reference.nextLong()).isEqualTo(4_593_380_528_125_082_431L);
    assertThat(Long.toUnsignedString(reference.nextLong())).isEqualTo("16408922859458223821");
  }

  @Test
  void forksByKeyWhateverWasDrawnBefore() {
    long before = chance.fork(3).nextLong();
    chance.nextLong();

    assertThat(chance.fork(3).nextLong()).isEqualTo(before);
    assertThat(chance.fork(4).nextLong()).isNotEqualTo(before);
  }

  @Test
  void drawsUniformNumbersWithMeanOneHalf() {
    assertThat(mean(chance::uniform)).isCloseTo(0.5, within(FIVE * Math.sqrt(1 / 12.0 / DRAWS)));
  }

  @Test
  void drawsNormalNumbersWithMeanZeroAndVarianceOne() {
    assertThat(mean(chance::gaussian)).isCloseTo(0, within(FIVE / Math.sqrt(DRAWS)));
    assertThat(mean(() -> square(chance.gaussian())))
        .isCloseTo(1, within(FIVE * Math.sqrt(2.0 / DRAWS)));
  }

  @Test
  void drawsGammaNumbersWithTheMeanAndVarianceOfTheirShape() {
    double shape = 1.6;
    double mean = 8;
    double variance = mean * mean / shape;

    assertThat(mean(() -> chance.gamma(shape, mean)))
        .isCloseTo(mean, within(FIVE * Math.sqrt(variance / DRAWS)));
    // the fourth central moment of a gamma number is variance² (3 + 6 / shape)
    assertThat(mean(() -> square(chance.gamma(shape, mean) - mean)))
        .isCloseTo(variance, within(FIVE * variance * Math.sqrt((2 + 6 / shape) / DRAWS)));
  }

  @Test
  void drawsPoissonNumbersWithTheirMean() {
    assertThat(mean(() -> chance.poisson(0.84)))
        .isCloseTo(0.84, within(FIVE * Math.sqrt(0.84 / DRAWS)));
  }

  @Test
  void drawsNothingAtMeanZero() {
    assertThat(chance.poisson(0)).isZero();
  }

  @Test
  void picksInProportionToTheWeights() {
    double[] weights = {1, 0, 3};

    assertThat(mean(() -> chance.pick(weights) == 2 ? 1 : 0))
        .isCloseTo(0.75, within(FIVE * Math.sqrt(0.75 * 0.25 / DRAWS)));
    assertThat(mean(() -> chance.pick(weights) == 1 ? 1 : 0)).isZero();
  }

  @Test
  void staysBelowTheBound() {
    boolean[] seen = new boolean[7];
    for (int i = 0; i < 1_000; i++) {
      seen[chance.below(7)] = true;
    }

    assertThat(seen).doesNotContain(false);
  }

  private static double square(double value) {
    return value * value;
  }

  private static double mean(DoubleSupplier draw) {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += draw.getAsDouble();
    }
    return sum / DRAWS;
  }
}
