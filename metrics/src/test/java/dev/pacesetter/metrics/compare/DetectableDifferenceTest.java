package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DetectableDifferenceTest {
  @Test
  void agreesWithTheExactComputation() {
    // R 4.2.2: power.t.test(n=20, power=.8, sd=1)$delta, and with type="one.sample", n=40
    assertThat(DetectableDifference.ofTwoMeans(20, 0.05, 0.8).orElseThrow())
        .isCloseTo(0.9091306, within(0.01));
    assertThat(DetectableDifference.ofMean(40, 0.05, 0.8).orElseThrow())
        .isCloseTo(0.4542813, within(0.005));
  }

  @Test
  void followsTheFormula() {
    // (1.959964 * sqrt(0.21) + 0.841621 * sqrt(0.5085 * 0.4915)) / sqrt(40) = 0.2085
    assertThat(DetectableDifference.aboveRate(0.3, 40, 0.05, 0.8).orElseThrow())
        .isCloseTo(0.2085, within(5e-5));
  }

  @Test
  void thereIsNoneForTooFewObservations() {
    assertThat(DetectableDifference.aboveRate(0.9, 5, 0.05, 0.8)).isEmpty();
    assertThat(DetectableDifference.belowRate(0.1, 5, 0.05, 0.8)).isEmpty();
    assertThat(DetectableDifference.aboveOtherRate(0.5, 0, 0.05, 0.8)).isEmpty();
    assertThat(DetectableDifference.ofMean(1, 0.05, 0.8)).isEmpty();
    assertThat(DetectableDifference.ofTwoMeans(0, 0.05, 0.8)).isEmpty();
  }

  @Test
  void almostNothingEscapesAThousandMillion() {
    assertThat(DetectableDifference.aboveRate(0.3, 1_000_000_000, 0.05, 0.8).orElseThrow())
        .isBetween(1e-5, 1e-4);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DetectableDifference.aboveRate(1, 10, 0.05, 0.8))
        .withMessageContaining("rate 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DetectableDifference.ofMean(-1, 0.05, 0.8))
        .withMessageContaining("-1 observations");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DetectableDifference.ofMean(10, 0.05, 0.4))
        .withMessageContaining("power is 0.4");
    assertThatIllegalArgumentException().isThrownBy(() -> DetectableDifference.ofMean(10, 0, 0.8));
  }
}
