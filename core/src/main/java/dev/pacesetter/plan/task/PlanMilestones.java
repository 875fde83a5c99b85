package dev.pacesetter.plan.task;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.WorkingDays;
import dev.pacesetter.division.Part;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.plan.PlanAxis;
import dev.pacesetter.plan.SalesPlan;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * How far a plan is to be on the way: what is to be reached since its first day, up to its target
 * to the cent.
 *
 * <p>{@code PlanMilestones.monthly(plan, PlanAxis.PERSON.at("ana"))} are those of one person;
 * {@code Part.all()} is the whole goal.
 */
public final class PlanMilestones {
  private PlanMilestones() {}

  /**
   * Returns a milestone at the end of every month.
   *
   * @param plan the plan
   * @param part which part of it, over all its months
   * @return a milestone on the last day of each month, never less than the one before; the last is
   *     what the part comes to
   * @throws IllegalArgumentException if the plan has no such part, or the part names a month
   */
  public static ImmutableList<Milestone> monthly(SalesPlan plan, Part part) {
    check(plan, part);
    ImmutableList.Builder<Milestone> milestones = ImmutableList.builder();
    long sofar = 0;
    for (Period month : plan.months()) {
      sofar = Math.addExact(sofar, of(plan, part, month));
      milestones.add(new Milestone(month.lastDay(), sofar));
    }
    return milestones.build();
  }

  /**
   * Returns a milestone on every working day of a period. Within a month it is {@code month · k /
   * n}, rounded down, on the {@code k}-th of its {@code n} working days; a month without any counts
   * on its last day.
   *
   * @param plan the plan
   * @param part which part of it, over all its months
   * @param days when people work
   * @param period for which days; any stretch of the plan's period
   * @return the milestones in the order of days, never less than the one before; what is to be
   *     reached since the plan's first day, and on the last working day of the plan's last month
   *     what the part comes to
   * @throws IllegalArgumentException if the plan has no such part, the part names a month, or the
   *     period is not within that of the plan
   */
  public static ImmutableList<Milestone> daily(
      SalesPlan plan, Part part, WorkingDays days, Period period) {
    check(plan, part);
    checkArgument(
        plan.period().encloses(period),
        "milestones are asked for in %s [%s, %s); the plan of goal %s is for [%s, %s)",
        period,
        period.start(),
        period.end(),
        plan.goalId(),
        plan.period().start(),
        plan.period().end());
    ImmutableList.Builder<Milestone> milestones = ImmutableList.builder();
    long before = 0;
    for (Period month : plan.months()) {
      long amount = of(plan, part, month);
      int all = days.count(month);
      for (int number = 1; number <= all; number++) {
        LocalDate day = days.nth(month, number).orElseThrow();
        if (period.contains(day)) {
          milestones.add(new Milestone(day, before + share(amount, number, all)));
        }
      }
      before = Math.addExact(before, amount);
      if (all == 0 && period.contains(month.lastDay())) {
        milestones.add(new Milestone(month.lastDay(), before));
      }
    }
    return milestones.build();
  }

  /**
   * Returns what is to be reached by the evening of a day, by the rule of {@link #daily}.
   *
   * @param plan the plan
   * @param part which part of it, over all its months
   * @param days when people work
   * @param day a day of the plan's period
   * @return the milestone of that day, working day or not
   * @throws IllegalArgumentException if the plan has no such part, the part names a month, or the
   *     day is not within the plan's period
   */
  public static Milestone on(SalesPlan plan, Part part, WorkingDays days, LocalDate day) {
    check(plan, part);
    checkArgument(
        plan.period().contains(day),
        "a milestone is asked for on %s; the plan of goal %s is for [%s, %s)",
        day,
        plan.goalId(),
        plan.period().start(),
        plan.period().end());
    long sofar = 0;
    for (Period month : plan.months()) {
      if (!month.start().isAfter(day)) {
        sofar = Math.addExact(sofar, upTo(day, month, of(plan, part, month), days));
      }
    }
    return new Milestone(day, sofar);
  }

  private static long upTo(LocalDate day, Period month, long amount, WorkingDays days) {
    int all = days.count(month);
    if (!day.isBefore(month.lastDay())) {
      return amount;
    }
    return all == 0 ? 0 : share(amount, days.numberOf(day, month), all);
  }

  private static long share(long amount, int number, int all) {
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(number))
        .divide(BigInteger.valueOf(all))
        .longValueExact();
  }

  private static long of(SalesPlan plan, Part part, Period month) {
    return plan.amount(part.and(PlanAxis.MONTH.key(), month.name()));
  }

  private static void check(SalesPlan plan, Part part) {
    checkArgument(
        !part.places().containsKey(PlanAxis.MONTH.key()),
        "milestones of goal %s are asked for the part %s; they go over all months",
        plan.goalId(),
        part);
  }
}
