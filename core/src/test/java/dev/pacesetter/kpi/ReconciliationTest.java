package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.kpi.Reconciliation.Line;
import dev.pacesetter.kpi.Reconciliation.Reason;
import dev.pacesetter.kpi.Reconciliation.Side;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private final Business business = Business.small();

  private Reconciliation between(Kpi first, Kpi second, Scope scope) {
    return Reconciliation.between(
        first, second, business.on("2026-06-30"), scope, business.period("FY2026-Q1"));
  }

  private static Line line(String subject, Side side, Reason reason, long parts) {
    return new Line(subject, side, reason, BigInteger.valueOf(parts));
  }

  @Test
  void ofTwoWinRatesTellsWhichDealsAreNotCountedAlike() {
    business
        .won("ana", "2026-02-01", 1)
        .lost("ana", "2026-02-01")
        .deal("ana", "2025-12-01")
        .won("2026-01-10")
        .and()
        .deal("ana", "2026-03-01");
    Reconciliation told = between(Kpis.WIN_RATE, Kpis.WIN_RATE_OF_CREATED, Scope.company());
    // 2/3 less 1/3, in ninths: the early one lifts the first, the open one lowers the second
    assertThat(told.denominator()).isEqualTo(9);
    assertThat(told.lines())
        .containsExactly(
            line("d3", Side.FIRST, Reason.EARLIER, 2),
            line("d4", Side.SECOND, Reason.STILL_OPEN, 1));
    assertThat(told.difference()).isEqualTo(3);
    assertThat(told.text(Locale.ENGLISH))
        .isEqualTo(
            """
            Win rate: 66.7%; Win rate of new deals: 33.3%; difference +33.33%
            The other metric dates it before the period: 1 item, +22.22%
            - d3 (only in the first): +22.22%
            Still open, and the other metric does not count it: 1 item, +11.11%
            - d4 (only in the second): +11.11%""");
    assertThat(told.text(Locale.CHINESE)).contains("仍在进行中，另一指标不计：1 项，+11.11%");
  }

  @Test
  void ofTwoSumsIsToTheCent() {
    business
        .deal("ana", "2026-01-05")
        .amount("2026-01-05", 100)
        .won("2026-02-01")
        .paid("2026-02-02", 60)
        .paid("2026-04-02", 40)
        .and()
        .won("bo", "2026-03-31", 30)
        .deal("cy", "2026-03-01")
        .paid("2026-03-02", 5);
    assertThat(between(Kpis.WON_VALUE, Kpis.COLLECTED_VALUE, Scope.company()).lines())
        .containsExactly(
            line("d1", Side.BOTH, Reason.OTHER_AMOUNT, 40_00),
            line("d2", Side.FIRST, Reason.NOT_COUNTED, 30_00),
            line("d3", Side.SECOND, Reason.STILL_OPEN, -5_00));
  }

  @Test
  void tellsWhoElseIsCredited() {
    business
        .deal("ana", "2026-01-05")
        .amount("2026-01-05", 100)
        .handedTo("bo", "2026-01-06")
        .won("2026-02-01");
    assertThat(between(Kpis.WON_VALUE, Kpis.WON_VALUE_BY_CREATOR, Scope.person("bo")).lines())
        .containsExactly(line("d1", Side.FIRST, Reason.OTHER_PERSON, 100_00));
  }

  @Test
  void isOfSumsInOneUnitOrOfShares() {
    assertThat(Reconciliation.isPossible(Kpis.WIN_RATE, Kpis.winFromStage("Proposal"))).isTrue();
    assertThat(Reconciliation.isPossible(Kpis.ORDER_VALUE, Kpis.WON_VALUE)).isTrue();
    assertThat(Reconciliation.isPossible(Kpis.WON_COUNT, Kpis.WON_VALUE)).isFalse();
    assertThat(Reconciliation.isPossible(Kpis.WIN_RATE, Kpis.DISCOUNT_RATE)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> between(Kpis.WIN_RATE, Kpis.WON_VALUE, Scope.company()))
        .withMessageStartingWith("win.closed.count v1 and won.value v1 cannot be reconciled");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> between(Kpis.WON_VALUE, Kpis.WON_VALUE_BY_OWNER, Scope.company()))
        .withMessageStartingWith("won.value v1 has no data for company in FY2026-Q1");
  }
}
