package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Booking;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a metric of one's own makes its credits. */
class OwnCreditsTest {
  private final Business business = Business.small();

  private SalesFacts facts() {
    business
        .deal("ana", "2026-01-05")
        .shared("2026-01-06", Map.of("ana", 7_000, "cy", 3_000))
        .amount("2026-01-06", 100)
        .signed("2026-01-10", 1)
        .won("2026-01-10")
        .and()
        .order("bo", "basic", "2026-01-11", 40);
    return business.on("2026-01-31");
  }

  @Test
  void areSharedWholeToSomebodyOrOfAnOrder() {
    SalesFacts facts = facts();
    Opportunity deal = facts.book().opportunities().get(0);
    Booking contract = deal.contracts().get(0);
    Credits credits =
        Credits.builder(facts)
            .addShared(contract.id(), deal, contract.at(), 101)
            .addWhole(deal.id(), deal, contract.at(), 1_000)
            .addTo("bo", deal.id(), deal, contract.at(), 10_000)
            .addOrder(facts.book().orderLines().get(0), 100_000)
            .build();
    assertThat(total(credits, Scope.person("ana"))).isEqualTo(1_071);
    assertThat(total(credits, Scope.person("cy"))).isEqualTo(30);
    assertThat(total(credits, Scope.person("bo"))).isEqualTo(110_000);
    assertThat(total(credits, Scope.team("north"))).isEqualTo(111_071);
    assertThat(total(credits, Scope.company())).isEqualTo(111_101);
    assertThat(credits.measure(Unit.COUNT, Scope.company(), business.period("FY2026-Q1")))
        .isEqualTo(Measure.of(111_101, Unit.COUNT, 3));
    assertThat(credits.opportunity(0)).containsSame(deal);
    assertThat(credits.opportunity(credits.size() - 1)).isEmpty();
  }

  @Test
  void mayBeSomeOfThoseOfAnotherMetric() {
    Credits won = Kpis.WON_VALUE.credits(facts());
    Credits small = won.where(row -> won.value(row) < 50_00);
    assertThat(total(small, Scope.company())).isEqualTo(30_00);
    assertThat(total(small, Scope.team("south"))).isEqualTo(30_00);
    assertThat(total(small, Scope.person("ana"))).isZero();
  }

  @Test
  void areNoDataWhereThereAreNone() {
    Credits none = Credits.builder(facts()).build();
    assertThat(none.measure(Unit.MONEY, Scope.company(), business.period("FY2026-Q1")))
        .isEqualTo(Measure.noData(Unit.MONEY, 0, NoData.NOT_RECORDED));
  }

  @Test
  void areOfTheDealsOfTheirFacts() {
    SalesFacts facts = facts();
    Opportunity stranger =
        Business.small()
            .deal("ana", "2026-01-05")
            .and()
            .on("2026-01-31")
            .book()
            .opportunities()
            .get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credits.builder(facts).addWhole("d1", stranger, facts.book().asOf(), 1))
        .withMessageContaining("deal 'd1', which is not of the book");
  }

  private long total(Credits credits, Scope scope) {
    return credits.total(scope, business.period("FY2026-Q1"));
  }
}
