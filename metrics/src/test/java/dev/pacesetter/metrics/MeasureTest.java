package dev.pacesetter.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeasureTest {
  private static final Interval BOUNDS = new Interval(0.37, 0.45, 0.95);

  @Test
  void readsWithItsIntervalAndItsCount() {
    assertThat(Measure.of(0.41, Unit.RATIO, 512).withInterval(BOUNDS))
        .hasToString("0.41 RATIO [0.37, 0.45], n = 512");
    assertThat(Measure.of(0.41, Unit.RATIO, 512)).hasToString("0.41 RATIO, n = 512");
  }

  @Test
  void equalNumbersAreEqualWhicheverZero() {
    assertThat(Measure.of(-0.0, Unit.COUNT, 1))
        .isEqualTo(Measure.of(0.0, Unit.COUNT, 1))
        .hasSameHashCodeAs(Measure.of(0.0, Unit.COUNT, 1));
    assertThat(Measure.of(1, Unit.COUNT, 1))
        .isNotEqualTo(Measure.of(1, Unit.DAYS, 1))
        .isNotEqualTo(Measure.of(1, Unit.COUNT, 2))
        .isNotEqualTo(Measure.of(2, Unit.COUNT, 1))
        .isNotEqualTo(Measure.of(1, Unit.COUNT, 1).withInterval(new Interval(0, 2, 0.95)));
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.of(Double.NaN, Unit.RATIO, 1))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.of(Double.POSITIVE_INFINITY, Unit.RATIO, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Measure.of(1, Unit.RATIO, -1));
  }

  @Nested
  class WithoutData {
    private final Measure none = Measure.noData(Unit.RATIO, 3, NoData.TOO_FEW);

    @Test
    void namesTheReasonInsteadOfANumber() {
      assertThat(none.isPresent()).isFalse();
      assertThat(none.reason()).contains(NoData.TOO_FEW);
      assertThat(none).hasToString("no data (TOO_FEW), n = 3");
      assertThatExceptionOfType(NoSuchElementException.class)
          .isThrownBy(none::value)
          .withMessageContaining("TOO_FEW");
    }

    @Test
    void isNotTheNumberZero() {
      assertThat(none).isNotEqualTo(Measure.of(0, Unit.RATIO, 3));
      assertThat(none).isNotEqualTo(Measure.noData(Unit.RATIO, 3, NoData.NOT_RECORDED));
    }

    @Test
    void hasNoInterval() {
      assertThatIllegalStateException().isThrownBy(() -> none.withInterval(BOUNDS));
    }
  }

  @Nested
  class Intervals {
    @Test
    void areClosed() {
      assertThat(BOUNDS.contains(0.37)).isTrue();
      assertThat(BOUNDS.contains(0.45)).isTrue();
      assertThat(BOUNDS.contains(0.4501)).isFalse();
      assertThat(new Interval(1, 3, 0.9).width()).isEqualTo(2);
    }

    @Test
    void refuseEndsOutOfOrderAndLevelsThatAreNone() {
      assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 0, 0.95));
      assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 0, 0.95));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Interval(0, Double.POSITIVE_INFINITY, 0.95));
      assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, 1, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, 1, 0));
    }
  }

  @Nested
  class Ratios {
    @Test
    void ofATeamAreRatiosOfSums() {
      // 1/2 and 1/8: the ratio of sums is 2/10, the mean of ratios would be 5/16
      assertThat(Ratio.of(1, 2).plus(Ratio.of(1, 8)).value()).hasValue(0.2);
      assertThat(Ratio.of(1, 2).plus(Ratio.NONE)).isEqualTo(Ratio.of(1, 2)).hasToString("1/2");
    }

    @Test
    void ofNothingHaveNoValue() {
      assertThat(Ratio.NONE.value()).isEmpty();
      assertThat(Ratio.of(5, 0).value()).isEmpty();
    }

    @Test
    void refuseToOverflow() {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> Ratio.of(Long.MAX_VALUE, 1).plus(Ratio.of(1, 1)));
    }
  }
}
