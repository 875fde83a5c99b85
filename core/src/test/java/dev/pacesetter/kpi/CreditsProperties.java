package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import dev.pacesetter.testing.RandomFacts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CreditsProperties {
  private static final Business SMALL = Business.small();

  @Provide
  Arbitrary<List<SalesEvent>> facts() {
    return RandomFacts.within(120);
  }

  @Provide
  Arbitrary<AdditiveKpi> additive() {
    return Arbitraries.of(Kpis.WON_VALUE, Kpis.WON_COUNT, Kpis.ORDER_VALUE, Kpis.ORDER_LINES);
  }

  private static SalesFacts facts(List<SalesEvent> events) {
    return SalesFacts.of(
        SMALL.organization(),
        SMALL.calendar(),
        Journal.of(events).bookAsOf(SMALL.calendar().endOf(SMALL.period("FY2026").lastDay())));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void peopleAndProductsAndMonthsAddUpToTheWhole(
      @ForAll("facts") List<SalesEvent> events, @ForAll("additive") AdditiveKpi kpi) {
    Credits credits = kpi.credits(facts(events));
    Period year = SMALL.period("FY2026");
    long whole = credits.total(Scope.company(), year);
    long nobody = 0;
    long nothing = 0;
    for (int row : credits.rows(Scope.company(), year.start(), year.end())) {
      nobody += credits.person(row) < 0 ? credits.value(row) : 0;
      nothing += credits.product(row) < 0 ? credits.value(row) : 0;
    }
    assertThat(sum(credits, credits.people().stream().map(Scope::person).toList(), year) + nobody)
        .isEqualTo(whole);
    assertThat(
            sum(credits, credits.products().stream().map(Scope::product).toList(), year) + nothing)
        .isEqualTo(whole);
    assertThat(
            SMALL.calendar().monthsOf(year).stream()
                .mapToLong(month -> credits.total(Scope.company(), month))
                .sum())
        .isEqualTo(whole);
  }

  private static long sum(Credits credits, List<Scope> parts, Period period) {
    return parts.stream().mapToLong(part -> credits.total(part, period)).sum();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aTeamIsTheSumOfItsPeople(
      @ForAll("facts") List<SalesEvent> events, @ForAll("additive") AdditiveKpi kpi) {
    Credits credits = kpi.credits(facts(events));
    Period year = SMALL.period("FY2026");
    assertThat(credits.total(Scope.team("north"), year))
        .isEqualTo(
            credits.total(Scope.person("ana"), year) + credits.total(Scope.person("bo"), year));
    assertThat(credits.total(Scope.team("all"), year))
        .isEqualTo(
            credits.total(Scope.team("north"), year) + credits.total(Scope.team("south"), year));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aMeasureIsTheTotalOfItsCredits(
      @ForAll("facts") List<SalesEvent> events, @ForAll("additive") AdditiveKpi kpi) {
    SalesFacts facts = facts(events);
    Period quarter = SMALL.period("FY2026-Q1");
    Measure measure = kpi.measure(facts, Scope.team("all"), quarter);
    if (measure.isPresent()) {
      assertThat((long) measure.value())
          .isEqualTo(kpi.credits(facts).total(Scope.team("all"), quarter));
    } else {
      assertThat(kpi.credits(facts).isValued()).isFalse();
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theWinRateOfATeamIsTheRatioOfSums(@ForAll("facts") List<SalesEvent> events) {
    SalesFacts facts = facts(events);
    Period year = SMALL.period("FY2026");
    Measure team = Kpis.WIN_RATE.measure(facts, Scope.team("north"), year);
    if (!team.isPresent()) {
      return;
    }
    double won = 0;
    long closed = 0;
    for (String person : List.of("ana", "bo")) {
      Measure rate = Kpis.WIN_RATE.measure(facts, Scope.person(person), year);
      closed += rate.n();
      won += rate.isPresent() ? Math.rint(rate.value() * rate.n()) : 0;
    }
    assertThat(team.n()).isEqualTo(closed);
    assertThat(team.value()).isEqualTo(won / closed);
  }
}
