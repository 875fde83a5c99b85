package dev.pacesetter.plan.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Ramp;
import dev.pacesetter.organization.Team;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Whoever comes, goes, moves or works part time: it adds up, and never exceeds the quotas. */
class CapacityProperties {
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private static final Period YEAR = CALENDAR.period("FY2026");

  @Property(tries = 200)
  void everySumIsASumOfCells(
      @ForAll @IntRange(min = 1, max = 12) int people,
      @ForAll @LongRange(min = 1, max = 1_000_000_000L) long quota,
      @ForAll @IntRange(min = 1, max = 150) int percent,
      @ForAll long seed) {
    Organization organization = organization(people, new Random(seed));
    Capacity capacity =
        Workforce.in(YEAR, organization, CALENDAR)
            .withQuota(Money.ofMinor(CurrencyUnit.EUR, quota))
            .expecting(ExpectedAttainment.assumed(percent / 100.0))
            .capacity();
    assertThat(capacity.ofTeam("east") + capacity.ofTeam("west")).isEqualTo(capacity.total());
    assertThat(capacity.ofTeam("all")).isEqualTo(capacity.total());
    assertThat(capacity.months().stream().mapToLong(month -> capacity.ofMonth(month.name())).sum())
        .isEqualTo(capacity.total());
    assertThat(
            organization.people().stream()
                .mapToLong(person -> capacity.ofPerson(person.id()))
                .sum())
        .isEqualTo(capacity.total());
    assertThat(capacity.steps().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(capacity.total());
    assertThat((double) capacity.total())
        .isCloseTo(capacity.heads() * quota * percent / 100.0, within(0.51));
    assertThat(capacity.cells())
        .allSatisfy(
            cell ->
                assertThat((double) cell.amount())
                    .isCloseTo(quota * cell.heads() * percent / 100.0, within(1.5)));
  }

  @Property(tries = 100)
  void onlyTheLastStepCanAdd(@ForAll @IntRange(min = 1, max = 8) int people, @ForAll long seed) {
    Capacity capacity =
        Workforce.in(YEAR, organization(people, new Random(seed)), CALENDAR)
            .withQuota(Money.ofMinor(CurrencyUnit.EUR, 12_345_678))
            .expecting(ExpectedAttainment.assumed(1.1))
            .capacity();
    capacity
        .steps()
        .forEach(
            (step, amount) -> {
              if (step == CapacityStep.QUOTA || step == CapacityStep.ATTAINMENT) {
                assertThat(amount).isNotNegative();
              } else {
                assertThat(amount).isNotPositive();
              }
            });
  }

  private static Organization organization(int people, Random chance) {
    Organization.Builder organization =
        Organization.builder()
            .addTeam(Team.of("all", "All"))
            .addTeam(Team.of("east", "East").under("all"))
            .addTeam(Team.of("west", "West").under("all"));
    for (int person = 0; person < people; person++) {
      organization.addPerson(somebody("p%02d".formatted(person), person == 0, chance));
    }
    return organization.build();
  }

  private static Person somebody(String id, boolean steady, Random chance) {
    Person person = Person.of(id, "Somebody").inTeam(chance.nextBoolean() ? "east" : "west");
    if (steady) {
      return person;
    }
    person = person.movedTo(chance.nextBoolean() ? "east" : "west", dayOf(2026, chance));
    if (chance.nextBoolean()) {
      person = person.since(dayOf(2026, chance)).ramping(Ramp.ofMonths(0, 0.3, 0.7));
    }
    if (chance.nextInt(3) == 0) {
      person = person.until(dayOf(2027, chance));
    }
    if (chance.nextBoolean()) {
      person = person.working(chance.nextDouble(), dayOf(2026, chance));
    }
    return person;
  }

  private static LocalDate dayOf(int year, Random chance) {
    return LocalDate.of(year, 1, 1).plusDays(chance.nextInt(365));
  }
}
