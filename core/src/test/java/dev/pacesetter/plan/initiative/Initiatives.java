package dev.pacesetter.plan.initiative;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.time.LocalDate;

/** An initiative of the third quarter for a team. */
final class Initiatives {
  private Initiatives() {}

  static Initiative.Builder push() {
    return Initiative.builder()
        .id("push")
        .kind(InitiativeKind.PRODUCT_PUSH)
        .title(Text.of("GTX Pro for small firms", "向小企业主推 GTX Pro"))
        .owner("ana")
        .budget(Business.euros(20_000))
        .start(LocalDate.of(2026, 7, 1))
        .end(LocalDate.of(2026, 10, 1))
        .slice(Scope.team("emea"))
        .kpi(Kpis.WON_VALUE)
        .expected(euros(1_000, 2_000));
  }

  static ExpectedLift euros(long low, long high) {
    return new ExpectedLift(low * 100.0, high * 100.0);
  }
}
