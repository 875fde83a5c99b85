package dev.pacesetter.journal;

import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.journal.SalesEvent.AmountSet;
import dev.pacesetter.journal.SalesEvent.OpportunityCreated;
import dev.pacesetter.journal.SalesEvent.OpportunityWon;
import dev.pacesetter.journal.SalesEvent.OwnerAssigned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JournalTest {
  private static final Instant MORNING = Instant.parse("2026-07-01T08:00:00Z");
  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  @Test
  void ordersFactsByTimeThenByWhatMustComeFirstThenById() {
    OpportunityWon won = new OpportunityWon("a", NOON, "d1");
    AmountSet second = new AmountSet("c", NOON, "d1", euros(2));
    AmountSet first = new AmountSet("b", NOON, "d1", euros(1));
    OpportunityCreated created = new OpportunityCreated("z", NOON, "d1");
    OwnerAssigned earlier = new OwnerAssigned("y", MORNING, "d1", "ana");
    assertThat(Journal.of(List.of(won, second, first, created, earlier)).events())
        .containsExactly(earlier, created, first, second, won);
  }

  @Test
  void refusesOneIdForTwoFacts() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Journal.of(
                    List.of(
                        new OpportunityWon("e1", NOON, "d1"),
                        new OpportunityWon("e1", NOON, "d2"))))
        .withMessageContaining("event id 'e1'")
        .withMessageContaining("d1")
        .withMessageContaining("d2");
  }

  @Test
  void takesAmountsWrittenDifferentlyForTheSameFact() {
    CurrencyUnit eur = CurrencyUnit.EUR;
    assertThat(
            Journal.of(
                List.of(
                    new AmountSet("e1", NOON, "d1", Money.of(eur, new BigDecimal("5"))),
                    new AmountSet("e1", NOON, "d1", Money.of(eur, new BigDecimal("5.00"))))))
        .returns(1, Journal::size)
        .hasToString("journal of 1 facts");
  }

  @Nested
  class BookAsOf {
    private final Journal journal =
        Journal.of(
            List.of(
                new OpportunityCreated("e1", MORNING, "d1"), new OpportunityWon("e2", NOON, "d1")));

    @Test
    void countsFactsAtItsInstantAndNoneAfter() {
      assertThat(journal.bookAsOf(MORNING.minusNanos(1)).opportunities()).isEmpty();
      assertThat(journal.bookAsOf(MORNING).opportunity("d1"))
          .map(Opportunity::outcome)
          .hasValue(Outcome.OPEN);
      assertThat(journal.bookAsOf(NOON).opportunity("d1"))
          .map(Opportunity::outcome)
          .hasValue(Outcome.WON);
    }

    @Test
    void cannotBeRewoundForwards() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> journal.bookAsOf(MORNING).rewoundTo(NOON))
          .withMessageContaining(MORNING.toString())
          .withMessageContaining(NOON.toString());
    }

    @Test
    void listsDealsInTheOrderOfIds() {
      Journal two = journal.with(List.of(new OpportunityCreated("e3", MORNING, "a1")));
      assertThat(two.bookAsOf(NOON).opportunities())
          .extracting(Opportunity::id)
          .containsExactly("a1", "d1");
    }
  }

  @Nested
  class Currencies {
    private final Money dollars = Money.ofMajor(CurrencyUnit.USD, 100);
    private final Journal mixed =
        Journal.of(
            List.of(
                new AmountSet("e1", MORNING, "d1", euros(10)),
                new AmountSet("e2", NOON, "d2", dollars)));

    @Test
    void areUnknownBeforeMoneyIsNamed() {
      assertThat(Journal.of(List.of()).bookAsOf(NOON).currency()).isEmpty();
    }

    @Test
    void areRefusedWhenTheyAreTwoAndThePairIsNamed() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> mixed.bookAsOf(NOON))
          .withMessage("no plan rate from USD to EUR for USD 100.00");
    }

    @Test
    void areNoTroubleBeforeTheSecondOneAppears() {
      assertThat(mixed.bookAsOf(MORNING).currency()).hasValue(CurrencyUnit.EUR);
    }

    @Test
    void becomeOneAtPlanRates() {
      PlanRates rates =
          PlanRates.in(CurrencyUnit.EUR).with(CurrencyUnit.USD, new BigDecimal("0.925"));
      Book book = mixed.bookAsOf(NOON, rates);
      assertThat(book.currency()).hasValue(CurrencyUnit.EUR);
      assertThat(book.opportunity("d2").flatMap(Opportunity::amount))
          .hasValue(Money.parse("EUR 92.50"));
    }

    @Test
    void keepTheirRatesWhenTheBookIsRewound() {
      PlanRates yen = PlanRates.in(CurrencyUnit.JPY).with(CurrencyUnit.EUR, new BigDecimal("160"));
      Journal euros = Journal.of(List.of(new AmountSet("e1", MORNING, "d1", euros(10))));
      assertThat(euros.bookAsOf(NOON, yen).rewoundTo(MORNING).opportunity("d1"))
          .flatMap(Opportunity::amount)
          .hasValue(Money.ofMajor(CurrencyUnit.JPY, 1600));
    }
  }
}
