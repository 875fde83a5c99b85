package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.testing.Business;
import dev.pacesetter.testing.RandomFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** People move between teams, and teams below other teams, on any day; nothing is counted twice. */
class MovingPeopleProperties {
  private static final Business SMALL = Business.small();
  private static final List<String> BOTTOM = List.of("t0", "t1", "t2");
  private static final List<String> TOP = List.of("x0", "x1");
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  /** When somebody or something goes where. */
  record Move(int day, int to) {
    LocalDate on() {
      return NEW_YEAR.plusDays(day);
    }
  }

  @Provide
  Arbitrary<List<SalesEvent>> facts() {
    return RandomFacts.within(80);
  }

  @Provide
  Arbitrary<List<List<Move>>> moves() {
    return Arbitraries.integers()
        .between(0, 364)
        .list()
        .uniqueElements()
        .ofMaxSize(4)
        .flatMap(
            days ->
                Arbitraries.integers()
                    .between(0, 2)
                    .list()
                    .ofSize(days.size())
                    .map(
                        places -> {
                          List<Integer> sorted = days.stream().sorted().toList();
                          return IntStream.range(0, sorted.size())
                              .mapToObj(i -> new Move(sorted.get(i), places.get(i)))
                              .toList();
                        }))
        .list()
        .ofSize(6);
  }

  private static Organization organization(List<List<Move>> moves) {
    Organization.Builder builder = Organization.builder();
    TOP.forEach(id -> builder.addTeam(Team.of(id, id)));
    for (int at = 0; at < BOTTOM.size(); at++) {
      Team team = Team.of(BOTTOM.get(at), BOTTOM.get(at)).under(TOP.get(0));
      for (Move move : moves.get(at)) {
        team = team.movedUnder(TOP.get(move.to() % TOP.size()), move.on());
      }
      builder.addTeam(team);
    }
    List<Person> people = SMALL.organization().people();
    for (int at = 0; at < people.size(); at++) {
      Person person = Person.of(people.get(at).id(), people.get(at).name()).inTeam(BOTTOM.get(at));
      for (Move move : moves.get(3 + at)) {
        person = person.movedTo(BOTTOM.get(move.to()), move.on());
      }
      builder.addPerson(person);
    }
    SMALL.organization().products().forEach(builder::addProduct);
    return builder.build();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void teamsAddUpToThePeopleInThemAndToTheWhole(
      @ForAll("facts") List<SalesEvent> events, @ForAll("moves") List<List<Move>> moves) {
    Organization organization = organization(moves);
    Credits credits = credits(organization, events);
    Period year = SMALL.period("FY2026");
    long people =
        organization.people().stream()
            .mapToLong(person -> credits.total(Scope.person(person.id()), year))
            .sum();
    assertThat(sum(credits, BOTTOM, year)).isEqualTo(people);
    assertThat(sum(credits, TOP, year)).isEqualTo(people);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aTeamHasWhatItsPeopleWereCreditedWhileTheyWereInIt(
      @ForAll("facts") List<SalesEvent> events, @ForAll("moves") List<List<Move>> moves) {
    Organization organization = organization(moves);
    Credits credits = credits(organization, events);
    Period year = SMALL.period("FY2026");
    for (String team : List.of("t0", "x0", "x1")) {
      long expected = 0;
      for (int row : credits.rows(Scope.company(), year.start(), year.end())) {
        String person = credits.person(row) < 0 ? "" : credits.people().get(credits.person(row));
        LocalDate day = LocalDate.ofEpochDay(credits.day(row));
        expected +=
            organization.chartOn(day).peopleIn(team).stream()
                    .anyMatch(member -> member.id().equals(person))
                ? credits.value(row)
                : 0;
      }
      assertThat(credits.total(Scope.team(team), year)).isEqualTo(expected);
    }
  }

  private static Credits credits(Organization organization, List<SalesEvent> events) {
    return Kpis.ORDER_VALUE.credits(
        SalesFacts.of(
            organization,
            SMALL.calendar(),
            Journal.of(events).bookAsOf(SMALL.calendar().endOf(SMALL.period("FY2026").lastDay()))));
  }

  private static long sum(Credits credits, List<String> teams, Period period) {
    return teams.stream().mapToLong(team -> credits.total(Scope.team(team), period)).sum();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void sharedCreditIsNeverCountedTwice(
      @ForAll("facts") List<SalesEvent> events, @ForAll("moves") List<List<Move>> moves) {
    SalesFacts facts =
        SalesFacts.of(
            organization(moves),
            SMALL.calendar(),
            Journal.of(events).bookAsOf(SMALL.calendar().endOf(SMALL.period("FY2026").lastDay())));
    Period year = SMALL.period("FY2026");
    for (Kpi kpi : Kpis.all()) {
      if (kpi instanceof AdditiveKpi sum) {
        Credits credits = sum.credits(facts);
        long total = credits.total(Scope.company(), year);
        long nobodys = 0;
        long teamless = 0;
        long unknown = 0;
        for (int row = 0; row < credits.size(); row++) {
          boolean listed =
              credits.person(row) >= 0
                  && facts
                      .organization()
                      .person(credits.people().get(credits.person(row)))
                      .isPresent();
          nobodys += credits.person(row) < 0 ? credits.value(row) : 0;
          teamless += listed ? 0 : credits.value(row);
          unknown += credits.product(row) < 0 ? credits.value(row) : 0;
        }
        long people = 0;
        for (String person : credits.people()) {
          people += credits.total(Scope.person(person), year);
        }
        long products = 0;
        for (String product : credits.products()) {
          products += credits.total(Scope.product(product), year);
        }
        assertThat(people + nobodys).as(kpi.id()).isEqualTo(total);
        assertThat(sum(credits, BOTTOM, year) + teamless).as(kpi.id()).isEqualTo(total);
        assertThat(products + unknown).as(kpi.id()).isEqualTo(total);
      }
    }
    assertThat(Kpis.WON_VALUE.credits(facts).total(Scope.company(), year))
        .isEqualTo(Kpis.WON_VALUE_BY_OWNER.credits(facts).total(Scope.company(), year))
        .isEqualTo(Kpis.WON_VALUE_BY_CREATOR.credits(facts).total(Scope.company(), year));
  }
}
