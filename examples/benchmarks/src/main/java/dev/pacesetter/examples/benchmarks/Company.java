package dev.pacesetter.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A company of people in teams of ten, teams in regions of ten and so on to the top, two orders a
 * month of each over two years, and ten goals a person: of the year, the quarters and months, for
 * people and teams, each contributing to the one above.
 *
 * @param facts who sold what
 * @param goals what everybody is asked for in the year after
 */
record Company(SalesFacts facts, ImmutableList<SalesGoal> goals) {
  private static final int A_TEAM = 10;
  private static final int GOALS_A_PERSON = 10;
  private static final int ORDERS_A_MONTH = 2;
  private static final int PRODUCTS = 20;
  private static final int MONTHS = 24;
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private static final Period YEAR = CALENDAR.period("FY2026");
  private static final Instant EVE = CALENDAR.endOf(LocalDate.of(2025, 12, 31));

  static Company of(int people, long seed) {
    Organization organization = organization(people);
    List<SalesEvent> orders = orders(people, new SplittableRandom(seed));
    return new Company(
        SalesFacts.of(organization, CALENDAR, Journal.of(orders).bookAsOf(EVE)),
        goals(organization, people * GOALS_A_PERSON));
  }

  private static Organization organization(int people) {
    Organization.Builder builder = Organization.builder();
    int teams = Math.max(1, people / A_TEAM);
    for (int size = teams, level = 0; ; size = (size + A_TEAM - 1) / A_TEAM, level++) {
      for (int team = 0; team < size; team++) {
        Team made = Team.of(team(level, team), "Team " + level + "." + team);
        builder.addTeam(size == 1 ? made : made.under(team(level + 1, team / A_TEAM)));
      }
      if (size == 1) {
        break;
      }
    }
    for (int person = 0; person < people; person++) {
      builder.addPerson(
          Person.of(person(person), "Person " + person).inTeam(team(0, person % teams)));
    }
    for (int product = 0; product < PRODUCTS; product++) {
      builder.addProduct(Product.of("product" + product, "Product " + product));
    }
    return builder.build();
  }

  private static List<SalesEvent> orders(int people, SplittableRandom random) {
    List<SalesEvent> orders = new ArrayList<>();
    LocalDate first = LocalDate.of(2024, 1, 1);
    for (int person = 0; person < people; person++) {
      for (int order = 0; order < MONTHS * ORDERS_A_MONTH; order++) {
        LocalDate day = first.plusMonths(order / ORDERS_A_MONTH).plusDays(random.nextInt(28));
        String id = "o" + person + "." + order;
        orders.add(
            new SalesEvent.OrderPlaced(
                id,
                CALENDAR.startOf(day),
                id,
                person(person),
                "c" + random.nextInt(1_000),
                "product" + random.nextInt(PRODUCTS),
                1,
                Money.ofMinor(CurrencyUnit.EUR, 50_000 + random.nextInt(100_000))));
      }
    }
    return orders;
  }

  private static ImmutableList<SalesGoal> goals(Organization organization, int wanted) {
    List<SalesGoal> goals = new ArrayList<>();
    List<Period> periods = new ArrayList<>();
    periods.add(YEAR);
    periods.addAll(CALENDAR.partsOf(YEAR, PeriodKind.QUARTER));
    periods.addAll(CALENDAR.monthsOf(YEAR));
    for (Team team : organization.teams()) {
      long size = organization.peopleIn(team.id()).size();
      for (Period period : periods) {
        goals.add(goal(Scope.team(team.id()), team.id(), period, size, team.parent().orElse(null)));
      }
    }
    for (Period period : periods) {
      for (Person person : organization.people()) {
        if (goals.size() < wanted) {
          goals.add(
              goal(Scope.person(person.id()), person.id(), period, 1, person.team().orElse(null)));
        }
      }
    }
    return ImmutableList.copyOf(goals);
  }

  private static SalesGoal goal(
      Scope scope, String owner, Period period, long people, @Nullable String above) {
    int months = CALENDAR.monthsOf(period).size();
    Target target = Target.atLeast(Money.ofMinor(CurrencyUnit.EUR, people * months * 2L * 105_000));
    SalesGoal.Builder goal =
        SalesGoal.builder()
            .id(owner + "/" + period)
            .title("Orders of " + owner + " in " + period)
            .owner(owner)
            .kpi(Kpis.ORDER_VALUE)
            .target(target)
            .scope(scope)
            .period(period)
            .milestones(Milestone.byWorkingDays(target, period, CALENDAR, PeriodKind.MONTH));
    if (above != null) {
      goal.contributesTo(above + "/" + period);
    }
    return goal.build();
  }

  private static String team(int level, int number) {
    return "t" + level + "." + number;
  }

  private static String person(int number) {
    return "p" + number;
  }
}
