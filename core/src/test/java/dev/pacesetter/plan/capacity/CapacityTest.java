package dev.pacesetter.plan.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Ramp;
import dev.pacesetter.organization.Team;
import dev.pacesetter.testing.Bundles;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The third quarter of 2026 has 23, 21 and 22 working days, 66 in all: with a quota of EUR 66,000
 * everything is EUR 1,000 a day.
 */
class CapacityTest {
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private static final Period QUARTER = CALENDAR.period("FY2026-Q3");
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 3);

  private static final Organization ORGANIZATION =
      Organization.builder()
          .addTeam(Team.of("emea", "EMEA"))
          .addTeam(Team.of("iberia", "Iberia").under("emea"))
          .addTeam(Team.of("asia", "Asia"))
          .addPerson(Person.of("ana", "Ana").inTeam("iberia"))
          .addPerson(Person.of("bob", "Bob").inTeam("emea").until(LocalDate.of(2026, 8, 1)))
          .addPerson(Person.of("cem", "Cem").inTeam("iberia").movedTo("asia", AUGUST).working(0.5))
          .addPerson(
              Person.of("dee", "Dee").inTeam("asia").since(AUGUST).ramping(Ramp.ofMonths(0, 0.5)))
          .build();

  private static Workforce workforce() {
    return Workforce.in(QUARTER, ORGANIZATION, CALENDAR).withQuota(euros(66_000));
  }

  private static Money euros(double amount) {
    return Money.of(CurrencyUnit.EUR, amount);
  }

  @Nested
  class OfAPerson {
    private final Capacity capacity = workforce().capacity();

    @Test
    void isTheFullQuotaByWorkingDaysForSomebodyAlwaysThere() {
      assertThat(capacity.ofPerson("ana")).isEqualTo(66_000_00);
      assertThat(capacity.expected("ana", "FY2026-07")).isCloseTo(23_000_00, within(1e-6));
      assertThat(capacity.expected("ana", "FY2026-08")).isCloseTo(21_000_00, within(1e-6));
    }

    @Test
    void endsWithTheLastDayAtWork() {
      assertThat(capacity.ofPerson("bob")).isEqualTo(23_000_00);
    }

    @Test
    void isHalfOfItAtHalfOfFullTime() {
      assertThat(capacity.ofPerson("cem")).isEqualTo(33_000_00);
    }

    @Test
    void growsWithTheRampFromTheFirstDayAtWork() {
      // nothing until 2 September, then 20 working days at one half
      assertThat(capacity.ofPerson("dee")).isEqualTo(10_000_00);
    }

    @Test
    void isLessOnPlannedDaysAway() {
      Capacity away = workforce().absent("ana", AUGUST, AUGUST.plusDays(7)).capacity();
      assertThat(away.ofPerson("ana")).isEqualTo(61_000_00);
      assertThat(away.steps()).containsEntry(CapacityStep.ABSENCE, -5_000_00L);
    }

    @Test
    void isNoneWithoutAQuota() {
      Capacity others = workforce().withQuota("ana", euros(0)).capacity();
      assertThat(others.ofPerson("ana")).isZero();
      assertThat(others.steps()).containsEntry(CapacityStep.QUOTA, 3 * 66_000_00L);
    }
  }

  @Nested
  class OfAPeriod {
    @Test
    void addsUpToTheCentWhicheverWayOneAdds() {
      Capacity capacity =
          workforce()
              .withQuota(euros(99_999.97))
              .expecting(ExpectedAttainment.assumed(0.777))
              .capacity();
      // 132 of 66 days, times 0.777
      assertThat(capacity.total()).isEqualTo(Math.round(99_999_97 * 2 * 0.777));
      assertThat(
              capacity.months().stream().mapToLong(month -> capacity.ofMonth(month.name())).sum())
          .isEqualTo(capacity.total());
      assertThat(
              ORGANIZATION.people().stream()
                  .mapToLong(person -> capacity.ofPerson(person.id()))
                  .sum())
          .isEqualTo(capacity.total());
      assertThat(capacity.ofTeam("emea") + capacity.ofTeam("asia")).isEqualTo(capacity.total());
    }

    @Test
    void tellsStepByStepWhatIsLost() {
      Capacity capacity = workforce().expecting(ExpectedAttainment.assumed(0.8)).capacity();
      assertThat(capacity.steps())
          .containsExactly(
              Map.entry(CapacityStep.QUOTA, 264_000_00L),
              Map.entry(CapacityStep.EMPLOYMENT, -66_000_00L), // bob 43, dee 23 days
              Map.entry(CapacityStep.ABSENCE, 0L),
              Map.entry(CapacityStep.WORKING_TIME, -33_000_00L),
              Map.entry(CapacityStep.RAMP, -33_000_00L), // dee 43 days, 10 carried
              Map.entry(CapacityStep.ATTAINMENT, -26_400_00L));
      assertThat(capacity.total()).isEqualTo(105_600_00);
    }

    @Test
    void keepsTheQuotaWhereAHolidayFalls() {
      FiscalCalendar holidays = CALENDAR.withHolidays(List.of(LocalDate.of(2026, 9, 7)));
      Capacity capacity =
          Workforce.in(QUARTER, ORGANIZATION, holidays).withQuota(euros(65_000)).capacity();
      assertThat(capacity.ofPerson("ana")).isEqualTo(65_000_00);
      assertThat(capacity.expected("ana", "FY2026-09")).isCloseTo(21_000_00, within(1e-6));
      assertThat(capacity.ofPerson("bob")).isEqualTo(23_000_00);
    }

    @Test
    void followsTheSeason() {
      // 23 + 2·21 + 22 = 87 weighted days; bob is there on 23 of them
      Capacity capacity =
          workforce()
              .withQuota(euros(87_000))
              .withSeason(month -> month.name().equals("FY2026-08") ? 2 : 1)
              .capacity();
      assertThat(capacity.ofPerson("bob")).isEqualTo(23_000_00);
      assertThat(capacity.expected("ana", "FY2026-08")).isCloseTo(42_000_00, within(1e-6));
    }

    @Test
    void isAsSureAsTheAttainment() {
      Measure attainment =
          Measure.of(0.8, Unit.RATIO, 12).withInterval(new Interval(0.7, 0.95, 0.95));
      assertThat(workforce().expecting(attainment).capacity().interval())
          .hasValueSatisfying(
              ends -> {
                assertThat(ends.lower()).isEqualTo(92_400_00);
                assertThat(ends.upper()).isEqualTo(125_400_00);
              });
      assertThat(workforce().capacity().interval()).isEmpty();
    }
  }

  @Nested
  class OfATeam {
    private final Capacity capacity = workforce().capacity();

    @Test
    void countsTeamsBelowItAndOnlyTheDaysInIt() {
      // cem belongs to Iberia on 23 days of July, to Asia on 43 days from 3 August on
      assertThat(capacity.ofTeam("iberia")).isEqualTo(66_000_00 + 11_500_00);
      assertThat(capacity.ofTeam("emea")).isEqualTo(66_000_00 + 11_500_00 + 23_000_00);
      assertThat(capacity.ofTeam("asia")).isEqualTo(21_500_00 + 10_000_00);
    }

    @Test
    void hasAGapInHeadsOfItsOwnQuota() {
      Capacity unlike = workforce().withQuota("dee", euros(132_000)).capacity();
      CapacityGap gap = unlike.gapOfTeam("asia", euros(140_500));
      assertThat(gap.capacity()).isEqualTo(21_500_00 + 20_000_00);
      assertThat(gap.perHead()).isCloseTo(99_000_00, within(1e-6));
      assertThat(gap.heads()).isCloseTo(1, within(1e-9));
    }
  }

  @Nested
  class TheGap {
    private final Workforce workforce = workforce().expecting(ExpectedAttainment.assumed(0.8));
    private final CapacityGap gap = workforce.capacity().gapTo(euros(132_000));

    @Test
    void isWhatIsAskedForWithoutWhatCanBeExpected() {
      assertThat(gap.money()).isEqualTo(26_400_00);
    }

    @Test
    void isCountedInFullyRampedHeads() {
      // a head sells 66,000 times 0.8
      assertThat(gap.heads()).isCloseTo(0.5, within(1e-9));
      assertThat(workforce.capacity().heads()).isCloseTo(2, within(1e-9));
    }

    @Test
    void takesMoreNewPeopleThanHeads() {
      double each = workforce.newcomer(AUGUST, Ramp.ofMonths(0, 0.5));
      assertThat(each).isCloseTo(8_000_00, within(1e-6));
      assertThat(gap.peopleSelling(each)).isEqualTo(4);
    }

    @Test
    void isBelowZeroWhereMoreCanBeExpected() {
      CapacityGap spare = workforce.capacity().gapTo(euros(52_800));
      assertThat(spare.money()).isEqualTo(-52_800_00);
      assertThat(spare.heads()).isCloseTo(-1, within(1e-9));
      assertThat(spare.peopleSelling(1)).isZero();
    }

    @Test
    void isNotAskedForInAnotherCurrency() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> workforce.capacity().gapTo(Money.of(CurrencyUnit.USD, 1)))
          .withMessage("the target is USD 1.00; the capacity of FY2026-Q3 is in EUR");
    }
  }

  @Nested
  class IsRefused {
    @Test
    void withoutAQuota() {
      assertThatIllegalStateException()
          .isThrownBy(() -> Workforce.in(QUARTER, ORGANIZATION, CALENDAR).capacity())
          .withMessageContaining("nobody who is there in FY2026-Q3 has a quota");
    }

    @Test
    void forSomebodyUnknown() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> workforce().withQuota("zoe", euros(1)))
          .withMessage("there is no person 'zoe'; known are [ana, bob, cem, dee]");
    }

    @Test
    void inTwoCurrencies() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> workforce().withQuota("ana", Money.of(CurrencyUnit.USD, 5)))
          .withMessage("the quota of ana is USD 5.00; the others are in EUR");
    }

    @Test
    void whereNothingIsAttained() {
      assertThatIllegalArgumentException().isThrownBy(() -> ExpectedAttainment.assumed(0));
    }
  }

  @Nested
  class ReadsAs {
    private final Capacity capacity =
        workforce().expecting(ExpectedAttainment.assumed(0.8)).capacity();

    @Test
    void sentencesInEnglish() {
      assertThat(capacity.explain(Locale.ENGLISH))
          .isEqualTo(
              "In FY2026-Q3, people can be expected to sell EUR 105,600, as much as 2.0 fully ramped"
                  + " people working full time. Step by step: EUR 264,000 of full quotas, less EUR"
                  + " 66,000 for joining late or leaving early, less EUR 33,000 for part time, less"
                  + " EUR 33,000 for new people still ramping up, less EUR 26,400 at an expected"
                  + " attainment of 80.0%.");
      assertThat(capacity.gapTo(euros(132_000)).explain(Locale.ENGLISH))
          .isEqualTo(
              "The target of EUR 132,000 is EUR 26,400 above the EUR 105,600 that can be expected;"
                  + " 0.5 more fully ramped people working full time would close the gap.");
    }

    @Test
    void sentencesInChinese() {
      assertThat(capacity.explain(Locale.CHINESE)).startsWith("FY2026-Q3 预计可完成 EUR 105,600，");
      assertThat(capacity.gapTo(euros(132_000)).explain(Locale.CHINESE)).contains("EUR 26,400");
    }

    @Test
    void theSamePhrasesInBothLanguages() {
      assertThat(Bundles.keys(Capacity.PHRASES, Locale.CHINESE))
          .isEqualTo(Bundles.keys(Capacity.PHRASES, Locale.ENGLISH))
          .allSatisfy(
              key ->
                  assertThat(Bundles.placeholders(Capacity.PHRASES, Locale.CHINESE, key))
                      .isEqualTo(Bundles.placeholders(Capacity.PHRASES, Locale.ENGLISH, key)));
    }
  }
}
