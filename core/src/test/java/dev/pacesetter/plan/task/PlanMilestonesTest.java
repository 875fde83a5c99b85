package dev.pacesetter.plan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.WorkingDays;
import dev.pacesetter.division.Part;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.plan.PlanAxis;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.Weights;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PlanMilestonesTest {
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);

  private static SalesPlan plan(long cents, int people, Random chance) {
    double[] weight = chance.doubles(people).toArray();
    return SalesPlan.forGoal(
            SalesGoal.builder()
                .id("q3")
                .title("Revenue in Q3")
                .kpi(Kpis.WON_VALUE)
                .atLeast(Money.ofMinor(CurrencyUnit.EUR, cents))
                .period(CALENDAR.period("FY2026-Q3"))
                .build())
        .acrossPeople(
            IntStream.range(0, people).mapToObj(at -> Person.of("p" + at, "Somebody")).toList())
        .acrossProducts(ImmutableList.of(Product.of("gtx", "GTX")))
        .acrossMonths(CALENDAR)
        .weightedBy(
            Weights.given(
                (person, product, month) ->
                    (0.01 + weight[Integer.parseInt(person.id().substring(1))])
                        * month.start().getMonthValue()))
        .decompose();
  }

  private final SalesPlan plan = plan(100_000, 1, new Random(1));

  @Test
  void addUpTheMonthsToTheTarget() {
    assertThat(PlanMilestones.monthly(plan, Part.all()))
        .containsExactly(
            new Milestone(LocalDate.of(2026, 7, 31), plan.ofMonth("FY2026-07")),
            new Milestone(
                LocalDate.of(2026, 8, 31), plan.ofMonth("FY2026-07") + plan.ofMonth("FY2026-08")),
            new Milestone(LocalDate.of(2026, 9, 30), 100_000));
  }

  @Test
  void areAGoalsOwnMilestones() {
    SalesGoal goal =
        SalesGoal.builder()
            .id("q3")
            .title("Revenue in Q3")
            .kpi(Kpis.WON_VALUE)
            .atLeast(Money.ofMinor(CurrencyUnit.EUR, 100_000))
            .period(CALENDAR.period("FY2026-Q3"))
            .milestones(PlanMilestones.monthly(plan, Part.all()))
            .build();
    assertThat(goal.milestones()).hasSize(3);
  }

  @Test
  void reachTheMonthsShareOnEachOfItsWorkingDays() {
    ImmutableList<Milestone> july =
        PlanMilestones.daily(
            plan, Part.all(), CALENDAR.workingDays(), CALENDAR.period("FY2026-07"));
    long month = plan.ofMonth("FY2026-07");
    assertThat(july).hasSize(23);
    assertThat(july.get(0)).isEqualTo(new Milestone(LocalDate.of(2026, 7, 1), month / 23));
    assertThat(july.get(22)).isEqualTo(new Milestone(LocalDate.of(2026, 7, 31), month));
  }

  @Test
  void standStillOverAWeekend() {
    WorkingDays days = CALENDAR.workingDays();
    assertThat(PlanMilestones.on(plan, Part.all(), days, LocalDate.of(2026, 7, 5)).amount())
        .isEqualTo(PlanMilestones.on(plan, Part.all(), days, LocalDate.of(2026, 7, 3)).amount());
  }

  @Test
  void countAMonthWithoutWorkingDaysOnItsLastDay() {
    WorkingDays closed =
        WorkingDays.without(
            ImmutableSet.<DayOfWeek>of(),
            LocalDate.of(2026, 8, 1).datesUntil(LocalDate.of(2026, 9, 1)).toList());
    assertThat(PlanMilestones.daily(plan, Part.all(), closed, CALENDAR.period("FY2026-08")))
        .containsExactly(
            new Milestone(
                LocalDate.of(2026, 8, 31), plan.ofMonth("FY2026-07") + plan.ofMonth("FY2026-08")));
  }

  @Test
  void refuseAPartThatNamesAMonth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanMilestones.monthly(plan, PlanAxis.MONTH.at("FY2026-07")))
        .withMessage(
            "milestones of goal q3 are asked for the part month=FY2026-07; they go over all"
                + " months");
  }

  @Test
  void refuseDaysThatThePlanDoesNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PlanMilestones.on(
                    plan, Part.all(), CALENDAR.workingDays(), LocalDate.of(2026, 10, 1)))
        .withMessageContaining("2026-10-01");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PlanMilestones.daily(
                    plan, Part.all(), CALENDAR.workingDays(), CALENDAR.period("FY2026")))
        .withMessageContaining("FY2026");
  }

  @Property(tries = 60)
  void neverFallAndEndAtTheTargetToTheCent(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long cents,
      @ForAll @IntRange(min = 1, max = 5) int people,
      @ForAll long seed) {
    SalesPlan plan = plan(cents, people, new Random(seed));
    Stream.concat(Stream.of(Part.all()), plan.people().stream().map(PlanAxis.PERSON::at))
        .forEach(
            part -> {
              ImmutableList<Milestone> monthly = PlanMilestones.monthly(plan, part);
              ImmutableList<Milestone> daily =
                  PlanMilestones.daily(plan, part, CALENDAR.workingDays(), plan.period());
              for (ImmutableList<Milestone> steps : ImmutableList.of(monthly, daily)) {
                assertThat(steps)
                    .isSortedAccordingTo(Comparator.comparingLong(Milestone::amount))
                    .isSortedAccordingTo(Comparator.comparing(Milestone::day));
                assertThat(steps.get(steps.size() - 1).amount()).isEqualTo(plan.amount(part));
              }
              assertThat(daily).containsAll(monthly);
              assertThat(daily)
                  .allSatisfy(
                      step ->
                          assertThat(
                                  PlanMilestones.on(plan, part, CALENDAR.workingDays(), step.day()))
                              .isEqualTo(step));
            });
    assertThat(PlanMilestones.monthly(plan, Part.all()).get(2).amount()).isEqualTo(cents);
  }
}
