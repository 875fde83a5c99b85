package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {
  /** Three months of a quarter; the last one is the strong one, but has fewer working days. */
  private final SeasonalProfile quarter =
      SeasonalProfile.ofWeights(1, 1, 2).times(20, 20, 15); // 20, 20, 30 of 70

  @Test
  void saysWhereOneShouldBeByNow() {
    Pace pace = new Pace(quarter, 1.5, 7_000, 2_400);

    assertThat(pace.planned()).isCloseTo(3_000, within(1e-9));
    assertThat(pace.gap()).isCloseTo(-600, within(1e-9));
    assertThat(pace.pace()).hasValueCloseTo(0.8, within(1e-12));
    assertThat(pace.attainment()).hasValueCloseTo(2_400 / 7_000.0, within(1e-12));
    assertThat(pace.projection()).hasValueCloseTo(5_600.0, within(1e-9));
    assertThat(pace.neededPace()).hasValueCloseTo(4_600 / 4_000.0, within(1e-12));
  }

  @Test
  void expectsNothingOnTheFirstDayAndEverythingOnTheLast() {
    Pace first = new Pace(quarter, 0, 7_000, 100);
    Pace last = new Pace(quarter, 3, 7_000, 6_900);

    assertThat(first.planned()).isZero();
    assertThat(first.pace()).isEmpty();
    assertThat(first.projection()).isEmpty();
    assertThat(last.planned()).isEqualTo(7_000);
    assertThat(last.projection()).hasValue(6_900);
    assertThat(last.neededPace()).as("missed").isEmpty();
    assertThat(new Pace(quarter, 3, 7_000, 7_000).neededPace()).hasValue(0);
  }

  @Test
  void hasNoAttainmentWithoutATarget() {
    Pace none = new Pace(SeasonalProfile.even(4), 2, 0, 10);

    assertThat(none.attainment()).isEmpty();
    assertThat(none.pace()).isEmpty();
    assertThat(none.neededPace()).hasValue(0);
  }

  @Test
  void refusesMomentsOutsideThePeriod() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pace(quarter, 3.1, 1, 1))
        .withMessageContaining("elapsed parts is 3.1; it must be from 0.0 to 3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quarter.shareBy(Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeasonalProfile.ofWeights(0, 0))
        .withMessageContaining("none above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quarter.times(0, 0, 0))
        .withMessageContaining("none above 0");
  }
}
