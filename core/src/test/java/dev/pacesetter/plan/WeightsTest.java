package dev.pacesetter.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Ramp;
import dev.pacesetter.plan.capacity.Capacity;
import dev.pacesetter.plan.capacity.Workforce;
import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private final Period lastYear = Plans.CALENDAR.period("FY2025");
  private final Axes axes =
      new Axes(
          ImmutableList.of(
              Person.of("ana", "Ana"),
              Person.of("bob", "Bob"),
              Person.of("new", "New").since(LocalDate.of(2026, 8, 3))),
          Plans.ORGANIZATION.products(),
          Plans.CALENDAR.monthsOf(Plans.CALENDAR.period("FY2026-Q3")),
          Plans.CALENDAR);

  @Nested
  class FromHistory {
    /** January to December 2025 have 261 working days; September 22, July 23, August 21. */
    private final SalesFacts facts =
        new Sales()
            .won("ana", "gtx-pro", LocalDate.of(2025, 1, 15), 6_000)
            .won("ana", "gtx-pro", LocalDate.of(2025, 9, 15), 2_000)
            .won("bob", "gtx-basic", LocalDate.of(2025, 9, 16), 2_000)
            .won("bob", "gtx-basic", LocalDate.of(2024, 9, 16), 77_000)
            .won("stranger", "gtx-pro", LocalDate.of(2025, 9, 16), 55_000)
            .asOf(Plans.ORGANIZATION, Plans.CALENDAR, LocalDate.of(2026, 6, 30));

    private final double[] weights = Weights.history(Kpis.WON_VALUE, facts, lastYear).weigh(axes);

    // The formula of Weights.history by hand: k = 21, H = 10000, Σd = 2·261, C = H/261.
    private final double prior = 21 * 10_000.0 / 522;
    private final double usualPro = (8_000 + prior / 2) / (10_000 + prior);
    private final double usualBasic = (2_000 + prior / 2) / (10_000 + prior);
    private final double july = (0 + 21 * 10_000.0 / 261) / (23 + 21);
    private final double september = (4_000 + 21 * 10_000.0 / 261) / (22 + 21);

    @Test
    void followWhatWasCreditedInTheBasePeriodWithAPriorOfAverageDays() {
      assertThat(weight(0, 1, 0))
          .isCloseTo((8_000 + prior * usualPro) / (261 + 21) * july * 23, within(1e-9));
      assertThat(weight(1, 0, 2))
          .isCloseTo((2_000 + prior * usualBasic) / (261 + 21) * september * 22, within(1e-9));
    }

    @Test
    void giveNobodyNothing() {
      assertThat(weight(0, 0, 0))
          .isCloseTo(prior * usualBasic / (261 + 21) * july * 23, within(1e-9))
          .isPositive();
    }

    @Test
    void giveSomebodyNewTheAverageRate() {
      assertThat(weight(2, 1, 2)).isCloseTo(prior * usualPro / 21 * september * 22, within(1e-9));
    }

    @Test
    void giveSomebodyAbsentNothing() {
      assertThat(weight(2, 1, 0)).isZero();
      assertThat(weight(2, 1, 1)).isPositive();
    }

    @Test
    void fallBackToEvenWithoutAnyCredit() {
      assertThat(
              Weights.history(Kpis.WON_VALUE, facts, Plans.CALENDAR.period("FY2020")).weigh(axes))
          .containsExactly(Weights.even().weigh(axes));
    }

    @Test
    void leaveOutTheTimeBeforeAnythingWasRecorded() {
      SalesFacts late =
          new Sales()
              .won("ana", "gtx-pro", LocalDate.of(2025, 7, 15), 1_000)
              .won("bob", "gtx-pro", LocalDate.of(2025, 8, 15), 1_000)
              .asOf(Plans.ORGANIZATION, Plans.CALENDAR, LocalDate.of(2026, 6, 30));

      double[] shortHistory = Weights.history(Kpis.WON_VALUE, late, lastYear).weigh(axes);

      // July to December has 132 working days; each sold 1000 in them.
      double rate = 2_000.0 / 264;
      double usual = (2_000 + 21 * rate / 2) / (2_000 + 21 * rate);
      double month = (1_000 + 21 * 2_000.0 / 132) / (23 + 21);
      assertThat(shortHistory[3])
          .isCloseTo((1_000 + 21 * rate * usual) / (132 + 21) * month * 23, within(1e-9));
    }

    @Test
    void needAPrior() {
      assertThatThrownBy(() -> Weights.history(Kpis.WON_VALUE, facts, lastYear, 0))
          .hasMessage("a history has 0 prior days; at least 1 is needed");
    }

    private double weight(int person, int product, int month) {
      return weights[(person * 2 + product) * 3 + month];
    }
  }

  @Nested
  class AsGiven {
    @Test
    void areTakenAsTheyAreExceptForWhoIsAbsent() {
      double[] weights =
          Weights.given((person, product, month) -> product.id().equals("gtx-pro") ? 3 : 1)
              .weigh(axes);

      assertThat(weights).startsWith(1, 1, 1, 3, 3, 3).endsWith(0, 1, 1, 0, 3, 3);
    }

    @Test
    void areRefusedWhenNegative() {
      assertThatThrownBy(() -> Weights.given((person, product, month) -> -1).weigh(axes))
          .hasMessage(
              "the weight of ana, gtx-basic in FY2026-07 is -1.0; it must be finite and at least 0");
    }
  }

  @Nested
  class InAMonthWithoutWorkingDays {
    @Test
    void countOneDayForEverybodyThere() {
      var holidays = LocalDate.of(2026, 7, 1).datesUntil(LocalDate.of(2026, 8, 1)).toList();
      Axes idle =
          new Axes(
              axes.people(), axes.products(), axes.months(), Plans.CALENDAR.withHolidays(holidays));

      assertThat(idle.presence()[0][0]).isEqualTo(1);
      assertThat(idle.presence()[2][0]).isZero();
    }
  }

  @Nested
  class FromCapacity {
    private final Organization sellers =
        Organization.builder()
            .addPerson(Person.of("ana", "Ana"))
            .addPerson(Person.of("bob", "Bob").working(0.5))
            .addPerson(
                Person.of("new", "New")
                    .since(LocalDate.of(2026, 8, 3))
                    .ramping(Ramp.ofMonths(0, 0.5)))
            .build();
    private final Capacity capacity =
        Workforce.in(Plans.CALENDAR.period("FY2026-Q3"), sellers, Plans.CALENDAR)
            .withQuota(Money.of(CurrencyUnit.EUR, 66_000))
            .capacity();
    private final double[] weights = Weights.capacity(capacity).weigh(axes);

    @Test
    void followWhatSomebodyCanBeExpectedToSell() {
      assertThat(weight(0, 0, 0)).isCloseTo(23_000_00, within(1e-6));
      assertThat(weight(1, 1, 0)).isCloseTo(11_500_00, within(1e-6));
      assertThat(weight(2, 0, 0)).isZero();
      assertThat(weight(2, 0, 2)).isCloseTo(10_000_00, within(1e-6));
    }

    @Test
    void refuseAMonthThatTheCapacityDoesNotKnow() {
      Axes later =
          new Axes(
              axes.people(),
              axes.products(),
              Plans.CALENDAR.monthsOf(Plans.CALENDAR.period("FY2026-Q4")),
              Plans.CALENDAR);
      assertThatThrownBy(() -> Weights.capacity(capacity).weigh(later))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the capacity of FY2026-Q3 has no month 'FY2026-10'; it has [FY2026-07, FY2026-08,"
                  + " FY2026-09]");
    }

    @Test
    void areToldInBothLanguages() {
      SalesPlan plan =
          SalesPlan.forGoal(Plans.goal(1_000_000))
              .acrossPeople(sellers.people())
              .acrossProducts(Plans.ORGANIZATION.products())
              .acrossMonths(Plans.CALENDAR)
              .weightedBy(Weights.capacity(capacity))
              .decompose();
      // 66, 33 and 10 of 109 days
      assertThat(plan.ofPerson("bob")).isEqualTo(302_752);
      PlanReason why = plan.cell("bob", "gtx-pro", "FY2026-07").why();
      assertThat(why.explain(Locale.ENGLISH)).contains("what people can be expected to sell");
      assertThat(why.explain(Locale.CHINESE)).contains("各人每月的预计产能");
    }

    private double weight(int person, int product, int month) {
      return weights[(person * 2 + product) * 3 + month];
    }
  }
}
