package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Test;

/** Why the second quarter of 2026 brought more than that of 2025, by hand. */
class GrowthKpisTest {
  private final Business business = Business.small();

  private Measure of(Kpi kpi) {
    return kpi.measure(business.on("2026-06-30"), Scope.company(), business.period("FY2026-Q2"));
  }

  private void assertParts(double price, double volume, double mix, double range) {
    assertThat(of(Kpis.GROWTH_BY_PRICE).value()).isEqualTo(price);
    assertThat(of(Kpis.GROWTH_BY_VOLUME).value()).isEqualTo(volume);
    assertThat(of(Kpis.GROWTH_BY_MIX).value()).isEqualTo(mix);
    assertThat(of(Kpis.GROWTH_BY_RANGE).value()).isEqualTo(range);
  }

  private void won(String day, String product, int deals, long value) {
    for (int deal = 0; deal < deals; deal++) {
      business.deal("ana", day).product(day, product).amount(day, value).won(day);
    }
  }

  @Test
  void ofOneProductIsTheChangeTimesTheAverageOfTheOther() {
    won("2025-05-05", "basic", 2, 100);
    won("2026-05-05", "basic", 3, 120);

    // (120 - 100) * 2.5 deals, and one deal more at 110
    assertParts(50_00, 110_00, 0, 0);
    assertThat(of(Kpis.GROWTH_BY_PRICE).n()).isEqualTo(5);
  }

  @Test
  void isMixWhereAsManyDealsAreOfDearerProducts() {
    won("2025-05-05", "basic", 3, 100);
    won("2025-05-05", "pro", 1, 500);
    won("2026-05-05", "basic", 1, 100);
    won("2026-05-05", "pro", 3, 500);

    assertParts(0, 0, 800_00, 0);
  }

  @Test
  void isRangeWhereAProductIsNewOrGone() {
    won("2025-05-05", "basic", 2, 100);
    won("2026-05-05", "pro", 1, 500);

    assertParts(0, 0, 0, 300_00);
  }

  @Test
  void addsUpToTheDifference() {
    won("2025-05-05", "basic", 7, 133);
    won("2025-05-05", "pro", 2, 4_999);
    won("2026-05-05", "basic", 5, 151);
    won("2026-05-05", "pro", 4, 4_321);
    won("2026-05-06", "service", 1, 77);

    double sum =
        of(Kpis.GROWTH_BY_PRICE).value()
            + of(Kpis.GROWTH_BY_VOLUME).value()
            + of(Kpis.GROWTH_BY_MIX).value()
            + of(Kpis.GROWTH_BY_RANGE).value();
    assertThat(sum)
        .isEqualTo(
            of(Kpis.WON_VALUE).value()
                - Kpis.WON_VALUE
                    .measure(
                        business.on("2026-06-30"), Scope.company(), business.period("FY2025-Q2"))
                    .value());
  }

  @Test
  void isUnknownWithoutAYearBefore() {
    won("2026-05-05", "basic", 3, 120);

    assertThat(of(Kpis.GROWTH_BY_VOLUME).reason()).hasValue(NoData.NOTHING_OBSERVED);
  }
}
