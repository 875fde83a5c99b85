package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceSequenceTest {
  @Nested
  class OfAProportion {
    private static Interval interval(long successes, long trials) {
      return ConfidenceSequence.proportion(Ratio.of(successes, trials), 0.95)
          .interval()
          .orElseThrow();
    }

    @Test
    void followsTheFormulaForAllOrNone() {
      // 11·p^10 = 0.05 at p = (0.05/11)^(1/10)
      assertThat(interval(10, 10).lower()).isEqualTo(0.58312, within(2e-5));
      assertThat(interval(10, 10).upper()).isEqualTo(1);
      assertThat(interval(0, 10).upper()).isEqualTo(1 - 0.58312, within(2e-5));
      assertThat(interval(0, 10).lower()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 10", "41, 100", "1, 1000000000", "400000000, 1000000000"})
    void itsEndsAreWhereThePValueIsOneMinusTheConfidence(long successes, long trials) {
      Ratio ratio = Ratio.of(successes, trials);
      Interval interval = interval(successes, trials);

      assertThat(ConfidenceSequence.pValue(ratio, interval.lower()))
          .isEqualTo(0.05, within(0.05 * 1e-6));
      assertThat(ConfidenceSequence.pValue(ratio, interval.upper()))
          .isEqualTo(0.05, within(0.05 * 1e-6));
    }

    @Test
    void isWiderThanAnIntervalForOneLookButNotMuch() {
      for (long n : new long[] {10, 100, 1_000, 1_000_000}) {
        double once = ProportionInterval.WILSON.of(n / 5, n, 0.95).width();

        assertThat(interval(n / 5, n).width() / once).isBetween(1.2, 2.5);
      }
    }

    @Test
    void saysNothingBeforeTheFirstTrial() {
      Measure measure = ConfidenceSequence.proportion(Ratio.NONE, 0.95);

      assertThat(measure.reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(ConfidenceSequence.pValue(Ratio.NONE, 0.3)).isEqualTo(1);
    }

    @Test
    void aSingleTrialSaysLittle() {
      // 2·p > 0.05
      assertThat(interval(1, 1).lower()).isEqualTo(0.025, within(1e-15));
    }

    @Test
    void whatWasImpossibleIsExcludedAtOnce() {
      assertThat(ConfidenceSequence.pValue(Ratio.of(1, 5), 0)).isZero();
      assertThat(ConfidenceSequence.pValue(Ratio.of(0, 5), 0)).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceSequence.proportion(Ratio.of(3, 2), 0.95))
          .withMessageContaining("3/2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceSequence.proportion(Ratio.of(0, 1_000_000_001), 0.95));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceSequence.proportion(Ratio.of(1, 2), 1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceSequence.pValue(Ratio.of(1, 2), 1.1));
    }
  }

  @Nested
  class OfAMean {
    @Test
    void followsTheFormula() {
      double logged = 2 * Math.log(20);
      double rho = 100 / (logged + Math.log(1 + logged));
      double half = Math.sqrt((100 + rho) * Math.log((100 + rho) / (rho * 0.0025))) / 100;

      Measure mean = ConfidenceSequence.mean(Unit.DAYS, 100, 4_200, 3, 100, 0.95);

      assertThat(mean.value()).isEqualTo(42);
      assertThat(mean.n()).isEqualTo(100);
      assertThat(mean.interval().orElseThrow().upper()).isEqualTo(42 + 3 * half, within(1e-12));
      assertThat(mean.interval().orElseThrow().lower()).isEqualTo(42 - 3 * half, within(1e-12));
    }

    @Test
    void isNarrowestWhereItIsTuned() {
      double tuned = width(1_000, 1_000);

      assertThat(width(1_000, 10)).isGreaterThan(tuned);
      assertThat(width(1_000, 100_000)).isGreaterThan(tuned);
      assertThat(width(1_000, 900)).isCloseTo(tuned, within(tuned * 1e-3));
    }

    private static double width(long n, long tunedFor) {
      return ConfidenceSequence.mean(Unit.SCORE, n, 0, 1, tunedFor, 0.95)
          .interval()
          .orElseThrow()
          .width();
    }

    @Test
    void saysNothingBeforeTheFirstObservation() {
      assertThat(ConfidenceSequence.mean(Unit.SCORE, 0, 0, 1, 1, 0.9).reason())
          .contains(NoData.NOTHING_OBSERVED);
    }

    @Test
    void refusesWhatIsOutOfRange() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceSequence.mean(Unit.SCORE, 1, 0, 0, 1, 0.9))
          .withMessageContaining("spread is 0.0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceSequence.mean(Unit.SCORE, -1, 0, 1, 1, 0.9));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceSequence.mean(Unit.SCORE, 1, Double.NaN, 1, 1, 0.9));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceSequence.mean(Unit.SCORE, 1, 0, 1, 0, 0.9));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceSequence.mean(Unit.SCORE, 1, 0, 1, 1, 0));
    }

    @Test
    void isFiniteAtTheLowestOfLevels() {
      Measure mean = ConfidenceSequence.mean(Unit.DAYS, 1, 0, 7e14, Long.MAX_VALUE, 1e-300);

      assertThat(mean.interval().orElseThrow().contains(0)).isTrue();
    }
  }
}
