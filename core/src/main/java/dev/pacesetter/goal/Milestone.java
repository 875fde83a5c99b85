package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.metrics.Unit;
import java.time.LocalDate;

/**
 * How far a goal is to be on a day.
 *
 * @param day the day by whose evening it is to be so far; within the goal's period
 * @param amount what is to be reached since the start of the period, in steps of the target's unit;
 *     for a ratio, days or a score the level then
 */
public record Milestone(LocalDate day, long amount) {

  /**
   * Returns a milestone at the end of every part of a period, with a share of the target that
   * follows the working days.
   *
   * @param target money or a count
   * @param period the goal's period
   * @param calendar who knows parts and working days; where there are none, calendar days count
   * @param kind how long the parts are
   * @return the milestones; the last one has the whole amount
   * @throws IllegalArgumentException if the target is neither money nor a count, or the period is
   *     not made of such parts
   */
  public static ImmutableList<Milestone> byWorkingDays(
      Target target, Period period, FiscalCalendar calendar, PeriodKind kind) {
    ImmutableList<Period> parts = calendar.partsOf(period, kind);
    double[] days = new double[parts.size()];
    double all = 0;
    for (int part = 0; part < days.length; part++) {
      days[part] = calendar.workingDays(parts.get(part).start(), parts.get(part).end());
      all += days[part];
    }
    for (int part = 0; all == 0 && part < days.length; part++) {
      days[part] = parts.get(part).days();
    }
    return following(target, parts, ImmutableDoubleArray.copyOf(days)).stream()
        .map(milestone -> milestone.onWorkingDay(calendar, parts))
        .collect(ImmutableList.toImmutableList());
  }

  /** On the last working day of the part it ends, if that has one. */
  private Milestone onWorkingDay(FiscalCalendar calendar, ImmutableList<Period> parts) {
    Period part =
        parts.stream().filter(each -> each.lastDay().equals(day)).findFirst().orElseThrow();
    LocalDate working = day;
    while (!calendar.isWorkingDay(working) && part.contains(working)) {
      working = working.minusDays(1);
    }
    return part.contains(working) ? new Milestone(working, amount) : this;
  }

  /**
   * Returns a milestone at the end of every part, with a share of the target that follows a
   * profile: seasonality, say, or what was sold in these parts a year ago.
   *
   * @param target money or a count
   * @param parts what follows each other
   * @param profile for each part its weight, none negative, not all 0
   * @return the milestones; amounts are rounded down, and the last one has the whole amount
   * @throws IllegalArgumentException if the target is neither money nor a count, or the profile
   *     does not fit the parts
   */
  public static ImmutableList<Milestone> following(
      Target target, ImmutableList<Period> parts, ImmutableDoubleArray profile) {
    checkArgument(
        target.unit() == Unit.MONEY || target.unit() == Unit.COUNT,
        "a target in %s does not add up over a period; only money and counts do",
        target.unit());
    double all = profile.stream().sum();
    checkArgument(
        parts.size() == profile.length() && all > 0 && profile.stream().allMatch(part -> part >= 0),
        "the profile %s does not fit %s parts; a weight for each is needed, none negative, not all"
            + " 0",
        profile,
        parts.size());
    ImmutableList.Builder<Milestone> milestones = ImmutableList.builder();
    double sofar = 0;
    for (int part = 0; part < parts.size(); part++) {
      sofar += profile.get(part);
      boolean last = part == parts.size() - 1;
      long amount =
          last ? target.amount() : (long) Math.floor(target.amount() * Math.min(1, sofar / all));
      milestones.add(new Milestone(parts.get(part).lastDay(), amount));
    }
    return milestones.build();
  }
}
