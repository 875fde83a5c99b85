package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.journal.Outcome;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SalesFactsTest {
  private final Business business = Business.small();

  @Test
  void knowTheDayOfTheBookInTheZoneOfTheCalendar() {
    assertThat(business.on("2026-06-30").today()).isEqualTo("2026-06-30");
  }

  @Nested
  class Rewound {
    @Test
    void tellWhatWasKnownThen() {
      business.won("ana", "2026-02-01", 100).won("ana", "2026-05-01", 100);
      SalesFacts then = business.on("2026-06-30").rewoundTo(business.noon("2026-03-01"));
      assertThat(then.today()).isEqualTo("2026-03-01");
      assertThat(then.deals().size()).isEqualTo(1);
    }

    @Test
    void areTheSameAtTheSameInstant() {
      SalesFacts facts = business.on("2026-06-30");
      assertThat(facts.rewoundTo(facts.book().asOf())).isSameAs(facts);
    }

    @Test
    void neverKnowTheFuture() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> business.on("2026-06-30").rewoundTo(business.noon("2026-07-01")))
          .withMessageContaining("cannot be rewound");
    }
  }

  @Nested
  class DealsAsColumns {
    @Test
    void areRowsInTheOrderOfIds() {
      business
          .deal("ana", "2026-01-05")
          .product("2026-01-05", "pro")
          .amount("2026-01-05", 100)
          .won("2026-02-04");
      business.deal("bo", "2026-06-29");
      Deals deals = business.on("2026-06-30").deals();
      assertThat(deals.size()).isEqualTo(2);
      assertThat(deals.people().get(deals.person(0))).isEqualTo("ana");
      assertThat(deals.products().get(deals.product(0))).isEqualTo("pro");
      assertThat(deals.outcome(0)).isEqualTo(Outcome.WON);
      assertThat(deals.createdDay(0)).isEqualTo(Business.day("2026-01-05").toEpochDay());
      assertThat(deals.closedDay(0)).isEqualTo(Business.day("2026-02-04").toEpochDay());
      assertThat(deals.age(0)).as("noon to noon").isEqualTo(30);
      assertThat(deals.amount(0)).isEqualTo(100_00);
      assertThat(deals.isValued(1)).isFalse();
      assertThat(deals.product(1)).isEqualTo(-1);
      assertThat(deals.closedDay(1)).isEqualTo(Integer.MAX_VALUE);
      assertThat(deals.age(1)).as("noon to the end of the next day").isBetween(1.49, 1.51);
    }

    @Test
    void areFoundByScope() {
      business.won("ana", "2026-02-01", 1).won("cy", "2026-02-01", 1).won("bo", "2026-02-01", 1);
      Deals deals = business.on("2026-06-30").deals();
      assertThat(deals.rows(Scope.company())).containsExactly(0, 1, 2);
      assertThat(deals.rows(Scope.team("north"))).containsExactly(0, 2);
      assertThat(deals.rows(Scope.person("nobody"))).isEmpty();
    }

    @Test
    void sayWhetherLosingIsRecorded() {
      assertThat(business.on("2026-06-30").deals().recordsLosses()).isTrue();
      for (int deal = 0; deal < 19; deal++) {
        business.won("ana", "2026-02-01", 1);
      }
      assertThat(business.on("2026-06-30").deals().recordsLosses()).isTrue();
      business.won("ana", "2026-02-01", 1);
      assertThat(business.on("2026-06-30").deals().recordsLosses()).isFalse();
      business.lost("cy", "2026-02-01");
      assertThat(business.on("2026-06-30").deals().recordsLosses()).isTrue();
    }
  }
}
