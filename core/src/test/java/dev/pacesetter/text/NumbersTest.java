package dev.pacesetter.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.testing.Bundles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "EUR 1200; EUR 1,200",
        "EUR 1200.50; EUR 1,200.50",
        "EUR -0.05; EUR -0.05",
        "EUR 0; EUR 0",
        "JPY 1234567; JPY 1,234,567",
        "BHD 1.234; BHD 1.234"
      })
  void moneyHasItsCurrencyAndCentsOnlyWhereThereAre(String money, String text) {
    assertThat(Numbers.money(Money.parse(money))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.41, 41.0%", "1, 100.0%", "0.0005, 0.1%", "0.00049, 0.0%", "-0.125, -12.5%"})
  void aShareIsInPercent(double share, String text) {
    assertThat(Numbers.percent(share)).isEqualTo(text);
  }

  @Test
  void nothingIsEverMinusZero() {
    assertThat(Numbers.percent(-0.0001)).isEqualTo("0.0%");
    assertThat(Numbers.decimal(-0.04, 1)).isEqualTo("0.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1234567.891; 2; 1,234,567.89",
        "0.5; 0; 1",
        "2.5; 0; 3",
        "-2.5; 0; -3",
        "12; 1; 12.0"
      })
  void decimalsAreGroupedAndRoundedHalfUp(double value, int decimals, String text) {
    assertThat(Numbers.decimal(value, decimals)).isEqualTo(text);
  }

  @Nested
  class AValue {
    private String of(double value, Unit unit) {
      return Numbers.value(value, unit, Optional.of(CurrencyUnit.EUR));
    }

    @Test
    void isInItsUnit() {
      assertThat(of(120050, Unit.MONEY)).isEqualTo("EUR 1,200.50");
      assertThat(of(0.5, Unit.RATIO)).isEqualTo("50.0%");
      assertThat(of(1234, Unit.COUNT)).isEqualTo("1,234");
      assertThat(of(12.34, Unit.COUNT)).isEqualTo("12.3");
      assertThat(of(45, Unit.DAYS)).isEqualTo("45");
      assertThat(of(45.25, Unit.DAYS)).isEqualTo("45.3");
      assertThat(of(31, Unit.SCORE)).isEqualTo("31.0");
    }

    @Test
    void ofMoneyWithoutACurrencyIsABareAmount() {
      assertThat(Numbers.value(120050, Unit.MONEY, Optional.empty())).isEqualTo("1,200.50");
    }

    @Test
    void thatIsMissingIsADash() {
      Measure missing = Measure.noData(Unit.RATIO, 3, NoData.TOO_FEW);
      assertThat(Numbers.value(missing, Optional.empty())).isEqualTo("–");
      assertThat(Numbers.value(Measure.of(0.5, Unit.RATIO, 4), Optional.empty()))
          .isEqualTo("50.0%");
    }
  }

  @Test
  void areTheSameWhateverTheMachineSpeaks() {
    for (Locale locale :
        List.of(Locale.GERMANY, Locale.CHINA, Locale.forLanguageTag("ar-EG-u-nu-arab"))) {
      assertThat(Bundles.under(locale, () -> Numbers.decimal(-1234567.5, 2)))
          .isEqualTo("-1,234,567.50");
      assertThat(Bundles.under(locale, () -> Numbers.percent(0.415))).isEqualTo("41.5%");
      assertThat(Bundles.under(locale, () -> Numbers.money(Money.parse("EUR 1200.50"))))
          .isEqualTo("EUR 1,200.50");
    }
  }
}
