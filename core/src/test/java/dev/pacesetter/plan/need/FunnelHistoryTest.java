package dev.pacesetter.plan.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelHistoryTest {
  private final Business business = Business.small();

  private void deals(String person, int won, int lostOffered, int lostMet, int lost) {
    for (int deal = 0; deal < won; deal++) {
      business.deal(person, "2026-03-02").amount("2026-03-02", 1000 + deal).won("2026-04-01");
    }
    for (int deal = 0; deal < lostOffered; deal++) {
      business.deal(person, "2026-03-02").quote("2026-03-09", 900, 800).lost("2026-04-01", "price");
    }
    for (int deal = 0; deal < lostMet; deal++) {
      business
          .deal(person, "2026-03-02")
          .activity("2026-03-04", person, ActivityKind.VISIT)
          .lost("2026-04-01", "price");
    }
    for (int deal = 0; deal < lost; deal++) {
      business.lost(person, "2026-03-20");
    }
  }

  private Need need(SalesFacts facts) {
    Period quarter = business.period("FY2026-Q3");
    return FunnelHistory.of(
            facts,
            Scope.person("ana"),
            List.of(Scope.person("bo"), Scope.person("cy")),
            business.period("FY2026-H1"))
        .within(quarter, business.calendar(), quarter.start())
        .needFor(10, 0.8);
  }

  @Test
  void countsHowFarDealsCameThatClosed() {
    deals("ana", 6, 4, 5, 15);
    deals("bo", 6, 4, 5, 15);
    deals("cy", 6, 4, 5, 15);
    business.deal("ana", "2026-05-01"); // open: not yet
    SalesFacts facts = business.on("2026-06-30");
    Need need = need(facts);
    // everybody alike: 15 of 30 leads are met, 10 of 15 offered, 6 of 10 won
    assertThat(need.step("lead").rate().value()).isCloseTo(0.5, within(0.01));
    assertThat(need.step("visit").rate().value()).isCloseTo(2 / 3.0, within(0.02));
    assertThat(need.step("proposal").rate().value()).isCloseTo(0.6, within(0.02));
    assertThat(need.steps()).extracting(step -> step.rate().n()).containsExactly(30L, 15L, 10L);
    assertThat(
            Kpis.WIN_RATE.measure(facts, Scope.person("ana"), business.period("FY2026-H1")).value())
        .isCloseTo(15 / 30.0 * 10 / 15.0 * 6 / 10.0, within(1e-12));
    assertThat(need.step("lead").latest()).isPresent();
  }

  @Test
  void knowsNothingWhereLossesAreNotWrittenDown() {
    deals("ana", 20, 0, 0, 0);
    deals("bo", 20, 0, 0, 0);
    Need need = need(business.on("2026-06-30"));
    assertThat(need.missing()).extracting(MissingEvidence::more).containsExactly(10L, 10L, 10L);
  }
}
