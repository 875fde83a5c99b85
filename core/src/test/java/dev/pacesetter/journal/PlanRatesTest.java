package dev.pacesetter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PlanRatesTest {
  private final PlanRates euros =
      PlanRates.in(CurrencyUnit.EUR).with(CurrencyUnit.USD, new BigDecimal("0.90"));

  @Test
  void leaveTheBaseAlone() {
    assertThat(euros.convert(Money.parse("EUR 1.23"))).isEqualTo(Money.parse("EUR 1.23"));
  }

  @Test
  void roundHalfToEvenSoThatNoSideWins() {
    assertThat(euros.convert(Money.parse("USD 0.05")))
        .as("0.045 lies between; 4 is even")
        .isEqualTo(Money.parse("EUR 0.04"));
    assertThat(euros.convert(Money.parse("USD 0.15")))
        .as("0.135 lies between; 14 is even")
        .isEqualTo(Money.parse("EUR 0.14"));
  }

  @Test
  void nameThePairThatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> euros.convert(Money.parse("GBP 5.00")))
        .withMessage("no plan rate from GBP to EUR for GBP 5.00");
  }

  @Test
  void areGreaterThanZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> euros.with(CurrencyUnit.GBP, BigDecimal.ZERO))
        .withMessage("the plan rate of GBP in EUR is 0; it must be greater than 0");
  }

  @Test
  void areOneForACurrencyAndNoneForTheBase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> euros.with(CurrencyUnit.USD, BigDecimal.ONE))
        .withMessageContaining("USD has the plan rate 0.9 already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> euros.with(CurrencyUnit.EUR, BigDecimal.ONE))
        .withMessage("EUR is the base and needs no rate");
  }

  @Test
  void areEqualHoweverTheyAreWritten() {
    assertThat(PlanRates.in(CurrencyUnit.EUR).with(CurrencyUnit.USD, new BigDecimal("0.9")))
        .isEqualTo(euros)
        .hasSameHashCodeAs(euros);
  }
}
