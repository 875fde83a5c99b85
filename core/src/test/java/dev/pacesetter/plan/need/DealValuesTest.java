package dev.pacesetter.plan.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DealValuesTest {
  @Test
  void weighTheSumToComeAgainstTheSumKnown() {
    // mean 200, variance 10,000: κ = 4. Three more deals against three known: Beta(12, 12)
    DealValues values = DealValues.of(new long[] {100, 200, 300}, new long[0]);
    assertThat(values.average()).isEqualTo(200);
    assertThat(values.chance(3, 600)).isCloseTo(0.5, within(1e-12));
    assertThat(values.chance(0, 600)).isZero();
    assertThat(values.chance(4, 600)).isGreaterThan(0.5);
  }

  @Test
  void holdFewOwnDealsToWhatIsUsual() {
    // one deal of 1,000 and five average ones of 200
    DealValues values = DealValues.of(new long[] {1000}, new long[] {100, 200, 300});
    assertThat(values.average()).isCloseTo(2000 / 6.0, within(1e-9));
    assertThat(values.n()).isEqualTo(4);
  }

  @Test
  void areNearlySureWhereAllDealsAreAlike() {
    DealValues alike = DealValues.of(new long[] {500, 500, 500}, new long[0]);
    assertThat(alike.chance(10, 4_900)).isGreaterThan(0.999);
    assertThat(alike.chance(10, 5_100)).isLessThan(0.001);
  }

  @Test
  void refuseADealForNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DealValues.of(new long[] {5, 0}, new long[0]))
        .withMessage("a deal was won for 0; it must be above 0");
  }
}
