package dev.pacesetter.metrics.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

/** What is answered where there is hardly anything to count, or very much. */
class EdgesTest {
  private static DriverCells cell(double quantity, double price) {
    return DriverCells.over("price", "quantity").add("only", price, quantity).build();
  }

  @Test
  void whatCameAsPlannedHasNothingToExplain() {
    GapLine line = Gap.between(cell(3, 100), cell(3, 100)).total();

    assertThat(line.difference()).isZero();
    assertThat(line.parts()).isEqualTo(ImmutableMap.of("price", 0L, "quantity", 0L));
  }

  @Test
  void driversOfZeroExplainWhatTheyBring() {
    // everything came, nothing was planned: both drivers alike, (300-0)/2
    GapLine line = Gap.between(cell(0, 0), cell(3, 100)).total();

    assertThat(line.parts()).isEqualTo(ImmutableMap.of("price", 150L, "quantity", 150L));
    assertThat(line.appeared()).isZero();
  }

  @Test
  void aSharedQuantityOfZeroHasNoMixToDivideBy() {
    DriverCells zero = cell(0, 100).withMix("quantity", "volume", "mix");

    assertThat(Gap.between(zero, zero).total().difference()).isZero();
    assertThat(Gap.priceVolumeMix(cell(0, 100), cell(0, 120), "quantity").total().parts())
        .isEqualTo(ImmutableMap.of("mix", 0L, "price", 0L, "volume", 0L));
  }

  @Test
  void aThousandMillionOfEachDriverAreExact() {
    // (1e9 - 0)·(1e6 + 1e6)/2
    GapLine line = Gap.between(cell(0, 1e6), cell(1e9, 1e6)).total();

    assertThat(line.part("quantity")).isEqualTo(1_000_000_000_000_000L);
    assertThat(line.part("price")).isZero();
  }

  @Test
  void anAmountBeyondWholeNumbersIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gap.between(cell(1, 1), cell(1e9, 1e9)))
        .withMessageContaining("must be from -9e15 to 9e15");
  }
}
