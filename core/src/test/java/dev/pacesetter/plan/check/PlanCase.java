package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SalesEvent.AmountSet;
import dev.pacesetter.journal.SalesEvent.OpportunityCreated;
import dev.pacesetter.journal.SalesEvent.OpportunityWon;
import dev.pacesetter.journal.SalesEvent.OwnerAssigned;
import dev.pacesetter.journal.SalesEvent.ProductLinked;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.plan.Decomposition;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.Weights;
import dev.pacesetter.rule.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Three people who sold alike in every month of 2024 and 2025, and their plan for 2026's third
 * quarter.
 */
final class PlanCase {
  static final FiscalCalendar CALENDAR = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final List<String> PEOPLE = List.of("ana", "bob", "cleo");
  private static final List<String> PRODUCTS = List.of("basic", "pro");
  private static final long DEAL = 1_000_00;

  private final List<SalesEvent> events = new ArrayList<>();
  private Person bob = Person.of("bob", "Bob Stone").inTeam("emea");

  private PlanCase() {}

  static PlanCase withoutHistory() {
    return new PlanCase();
  }

  /** A deal of 1,000 a person, product and month, two years long, until June 2026. */
  static PlanCase usual() {
    PlanCase one = new PlanCase();
    for (LocalDate month = LocalDate.of(2024, 1, 15);
        month.isBefore(TODAY);
        month = month.plusMonths(1)) {
      for (String person : PEOPLE) {
        for (String product : PRODUCTS) {
          one.won(person, product, month, DEAL);
        }
      }
    }
    return one;
  }

  PlanCase won(String person, String product, LocalDate day, long cents) {
    String deal = "d" + events.size();
    Instant at = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    events.add(new OpportunityCreated(deal + "c", at, deal));
    events.add(new OwnerAssigned(deal + "o", at, deal, person));
    events.add(new ProductLinked(deal + "p", at, deal, product));
    events.add(new AmountSet(deal + "a", at, deal, Money.ofMinor(CurrencyUnit.EUR, cents)));
    events.add(new OpportunityWon(deal + "w", at, deal));
    return this;
  }

  PlanCase bobUntil(LocalDate day) {
    bob = bob.until(day);
    return this;
  }

  Organization organization() {
    return Organization.builder()
        .addTeam(Team.of("emea", "EMEA"))
        .addPerson(Person.of("ana", "Ana Silva").inTeam("emea"))
        .addPerson(bob)
        .addPerson(Person.of("cleo", "Cleo Brown").inTeam("emea"))
        .addProduct(Product.of("basic", "Basic"))
        .addProduct(Product.of("pro", "Pro"))
        .build();
  }

  SalesFacts facts() {
    return SalesFacts.of(
        organization(), CALENDAR, Journal.of(events).bookAsOf(CALENDAR.endOf(TODAY)));
  }

  /** 18,000 as in every quarter, or another target. */
  static SalesGoal.Builder goal(long cents) {
    SalesGoal.Builder goal = SalesGoal.builder();
    goal.id("q3")
        .title("Revenue in Q3")
        .owner("ana")
        .kpi(Kpis.WON_VALUE)
        .atLeast(Money.ofMinor(CurrencyUnit.EUR, cents))
        .scope(Scope.team("emea"))
        .period(CALENDAR.period("FY2026-Q3"));
    return goal;
  }

  static SalesGoal usualGoal() {
    return withMilestones(goal(18_000_00), 6_000_00, 12_000_00, 18_000_00);
  }

  static SalesGoal withMilestones(SalesGoal.Builder goal, long july, long august, long september) {
    return goal.milestones(
            ImmutableList.of(
                new Milestone(LocalDate.of(2026, 7, 31), july),
                new Milestone(LocalDate.of(2026, 8, 31), august),
                new Milestone(LocalDate.of(2026, 9, 30), september)))
        .build();
  }

  SalesPlan plan(SalesGoal goal, UnaryOperator<Decomposition> how) {
    return how.apply(
            SalesPlan.forGoal(goal)
                .acrossPeople(organization().people())
                .acrossProducts(organization().products())
                .acrossMonths(CALENDAR)
                .weightedBy(Weights.history(Kpis.WON_VALUE, facts(), CALENDAR.period("FY2025"))))
        .decompose();
  }

  /** What a rule says of the usual plan. */
  Finding ask(String rule) {
    return ask(rule, usualGoal(), how -> how);
  }

  Finding ask(String rule, SalesGoal goal, UnaryOperator<Decomposition> how) {
    return ask(rule, goal, goal, how, ImmutableList.of(goal));
  }

  /** What a rule says of a plan made for one version of a goal and looked at with another. */
  Finding ask(
      String rule,
      SalesGoal planned,
      SalesGoal now,
      UnaryOperator<Decomposition> how,
      Iterable<SalesGoal> goals) {
    PlanFacts facts = PlanFacts.of(plan(planned, how), now, facts(), goals);
    return PlanRules.ask(facts).stream()
        .filter(finding -> finding.ruleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
