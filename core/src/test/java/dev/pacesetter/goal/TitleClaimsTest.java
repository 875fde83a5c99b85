package dev.pacesetter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleClaimsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.2M; 1200000",
        "1.2 million; 1200000",
        "1,200,000; 1200000",
        "1.200.000; 1200000",
        "1200000; 1200000",
        "1.2Mio; 1200000",
        "3bn; 3000000000",
        "40K; 40000",
        "120万; 1200000",
        "120 万; 1200000",
        "完成120万元; 1200000",
        "1.2亿; 120000000",
        "3百万; 3000000",
        "2千万; 20000000",
        "120万; 1200000",
        "$1.5m; 1500000",
        "1,234.56; 1234.56",
        "一百二十万; 1200000",
        "完成两千零五十万元; 20500000",
        "一亿二千万; 120000000",
        "十二万; 120000",
      })
  void readsANumber(String title, BigDecimal value) {
    assertThat(TitleClaims.of(title).amounts())
        .singleElement()
        .satisfies(amount -> assertThat(amount.value()).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grow 15%",
        "grow 15 %",
        "15 percent more",
        "within 30 days",
        "in 2 weeks",
        "3个月内",
        "增长 20%",
        "GTX-4000",
        "B2B",
        "the 1st",
        "3x",
        "7月",
        "10天",
        "EUR 1.200",
        "no number at all",
        "百分之二十",
        "千万不要放弃",
        "万一",
        "一季度",
        "V2.1.3"
      })
  void readsNoNumberWhereNoneIsMeant(String title) {
    assertThat(TitleClaims.of(title).amounts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "grow 15%, 0.15",
    "grow 15.5 %, 0.155",
    "15 percent more, 0.15",
    "增长20%, 0.2",
    "增长百分之二十五, 0.25",
    "提高百分之10, 0.1",
    "提高3个百分点, 0.03",
    "百分之百, 1"
  })
  void readsAShare(String title, BigDecimal share) {
    assertThat(TitleClaims.of(title).shares())
        .singleElement()
        .satisfies(read -> assertThat(read).isEqualByComparingTo(share));
  }

  @ParameterizedTest
  @CsvSource({
    "in Q3, 3",
    "q4 push, 4",
    "FY2026-Q3, 3",
    "FY26 Q2, 2",
    "第三季度, 3",
    "三季度, 3",
    "第1季度, 1",
    "4季度, 4",
    "二季, 2"
  })
  void readsAQuarter(String title, int quarter) {
    assertThat(TitleClaims.of(title).quarters()).containsExactly(quarter);
  }

  @ParameterizedTest
  @CsvSource({"FY2026, 2026", "FY26, 2026", "FY2026-Q3, 2026", "FY2026-07, 2026"})
  void readsAFiscalYear(String title, int year) {
    assertThat(TitleClaims.of(title).fiscalYears()).containsExactly(year);
    assertThat(TitleClaims.of(title).amounts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"in 2026, 2026", "2026年, 2026", "2026年度, 2026", "Q3 2026, 2026"})
  void readsAYear(String title, int year) {
    assertThat(TitleClaims.of(title).years()).containsExactly(year);
    assertThat(TitleClaims.of(title).amounts()).isEmpty();
  }

  @Test
  void takesAYearLikeNumberWithACurrencyForMoney() {
    TitleClaims claims = TitleClaims.of("EUR 2000 each");
    assertThat(claims.years()).isEmpty();
    assertThat(claims.amounts()).hasSize(1);
  }

  @Test
  void knowsWhatTheLastDigitStandsFor() {
    assertThat(TitleClaims.of("1.2M").amounts().get(0).step()).isEqualByComparingTo("100000");
    assertThat(TitleClaims.of("120万").amounts().get(0).step()).isEqualByComparingTo("10000");
  }
}
