package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.CrmSales;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Counts of the public set, as its description states them. */
class CrmSalesKpisTest {
  private final SalesFacts facts =
      SalesFacts.of(
          CrmSales.organization(),
          CrmSales.calendar(),
          CrmSales.journal().bookAsOf(CrmSales.calendar().endOf(LocalDate.of(2017, 12, 31))));
  private final Period year = CrmSales.calendar().period("FY2017");

  private double of(Kpi kpi) {
    return kpi.measure(facts, Scope.company(), year).value();
  }

  @Test
  void agreeWithTheFiles() {
    assertThat(of(Kpis.WON_COUNT)).isEqualTo(4_238);
    assertThat(of(Kpis.WON_VALUE)).isEqualTo(10_005_534_00);
    assertThat(of(Kpis.WIN_RATE)).isCloseTo(4_238.0 / (4_238 + 2_473), within(1e-12));
    assertThat(of(Kpis.OPEN_COUNT))
        .as("engaging; prospects have no date in the set")
        .isEqualTo(1_589);
    assertThat(of(Kpis.AVERAGE_WON_VALUE) * 4_238).isCloseTo(10_005_534_00, within(1.0));
    assertThat(Kpis.OPEN_VALUE.measure(facts, Scope.company(), year).isPresent()).isFalse();
  }

  @Test
  void countCohortsAndCyclesAsOneCountsTheRows() {
    assertThat(of(Kpis.CYCLE_MEAN)).isCloseTo(219_452.0 / 4_238, within(0.01));
    assertThat(of(Kpis.WIN_RATE_OF_CREATED)).isCloseTo(3_988.0 / 7_942, within(1e-12));
    assertThat(of(Kpis.olderThan(90))).isCloseTo(1_479.0 / 1_589, within(1e-12));
  }

  @Test
  void reconcileTheTwoWinRatesDealByDeal() {
    Reconciliation told =
        Reconciliation.between(
            Kpis.WIN_RATE, Kpis.WIN_RATE_OF_CREATED, facts, Scope.company(), year);
    assertThat(told.lines()).hasSize(250 + 55 + 1_536);
    assertThat(told.lines())
        .filteredOn(line -> line.reason() == Reconciliation.Reason.EARLIER)
        .hasSize(250 + 55);
    assertThat(told.lines())
        .filteredOn(line -> line.reason() == Reconciliation.Reason.STILL_OPEN)
        .hasSize(1_536);
    // 4238/6711 less 3988/7942, exactly
    assertThat(told.difference()).isEqualTo(4_238L * 7_942 - 3_988L * 6_711);
    assertThat(told.denominator()).isEqualTo(6_711L * 7_942);
  }
}
