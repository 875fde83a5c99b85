package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedCreditTest {
  private static final Map<String, Integer> THIRDS = Map.of("ana", 3_333, "bo", 3_333, "cy", 3_334);
  private final Business business = Business.small();

  private Measure of(Kpi kpi, Scope scope) {
    return kpi.measure(business.on("2026-06-30"), scope, business.period("FY2026-Q1"));
  }

  private double of(Kpi kpi, String person) {
    return of(kpi, Scope.person(person)).value();
  }

  @Test
  void isSplitToTheCentAndCountedOnce() {
    business
        .deal("ana", "2026-01-05")
        .amount("2026-01-05", 1)
        .shared("2026-01-06", THIRDS)
        .won("2026-02-01");
    assertThat(of(Kpis.WON_VALUE, "ana")).isEqualTo(33);
    assertThat(of(Kpis.WON_VALUE, "bo")).isEqualTo(33);
    assertThat(of(Kpis.WON_VALUE, "cy")).isEqualTo(34);
    assertThat(of(Kpis.WON_VALUE, Scope.company())).isEqualTo(Measure.of(100, Unit.MONEY, 1));
    assertThat(of(Kpis.WON_VALUE, Scope.team("north"))).isEqualTo(Measure.of(66, Unit.MONEY, 1));
  }

  @Test
  void countsADealForTheLargestShareAndATieForTheOwner() {
    business.deal("ana", "2026-01-05").shared("2026-01-06", THIRDS).won("2026-02-01");
    business
        .deal("bo", "2026-01-05")
        .shared("2026-01-06", Map.of("ana", 5_000, "bo", 5_000))
        .won("2026-02-01");
    assertThat(of(Kpis.WON_COUNT, "ana")).isZero();
    assertThat(of(Kpis.WON_COUNT, "bo")).isEqualTo(1);
    assertThat(of(Kpis.WON_COUNT, "cy")).isEqualTo(1);
    assertThat(of(Kpis.WON_COUNT_BY_OWNER, "ana")).isEqualTo(1);
  }

  @Test
  void holdsFromItsInstantUntilReplacedWhoeverOwnsTheDeal() {
    business
        .deal("ana", "2026-01-05")
        .signed("2026-01-05", 10)
        .shared("2026-01-06", Map.of("ana", 6_000, "bo", 4_000))
        .invoiced("2026-01-07", 100)
        .handedTo("cy", "2026-01-08")
        .paid("2026-01-09", 50)
        .shared("2026-01-10", Map.of("cy", 10_000))
        .paid("2026-01-11", 5)
        .paid("2026-04-01", 1_000);
    assertThat(of(Kpis.SIGNED_VALUE, "ana")).isEqualTo(10_00);
    assertThat(of(Kpis.INVOICED_VALUE, "ana")).isEqualTo(60_00);
    assertThat(of(Kpis.COLLECTED_VALUE, "bo")).isEqualTo(20_00);
    assertThat(of(Kpis.COLLECTED_VALUE, "cy")).isEqualTo(5_00);
    assertThat(of(Kpis.COLLECTED_VALUE_BY_CREATOR, "ana")).isEqualTo(55_00);
    assertThat(of(Kpis.COLLECTED_VALUE, Scope.company()))
        .isEqualTo(Measure.of(5500, Unit.MONEY, 2));
  }

  @Test
  void differsByWhoCounts() {
    business
        .deal("ana", "2026-01-05")
        .amount("2026-01-05", 100)
        .shared("2026-01-06", Map.of("cy", 10_000))
        .handedTo("bo", "2026-01-07")
        .won("2026-02-01");
    assertThat(of(Kpis.WON_VALUE, "cy")).isEqualTo(100_00);
    assertThat(of(Kpis.WON_VALUE_BY_OWNER, "bo")).isEqualTo(100_00);
    assertThat(of(Kpis.WON_VALUE_BY_CREATOR, "ana")).isEqualTo(100_00);
    assertThat(of(Kpis.WON_COUNT_BY_CREATOR, "ana")).isEqualTo(1);
  }

  @Test
  void isNoDataWhereTheEventIsNeverRecorded() {
    business.won("ana", "2026-02-01", 100);
    assertThat(of(Kpis.INVOICED_VALUE, Scope.company()))
        .isEqualTo(Measure.noData(Unit.MONEY, 0, NoData.NOT_RECORDED));
  }
}
