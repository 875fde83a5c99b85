package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;

/**
 * The metrics beside a target in money, mostly of value won; {@link Kpis#target} has them.
 *
 * <p>The target is part of the id, in minor units of the book's currency: {@code
 * attainment.value(120000000)}.
 */
public final class TargetKpis {
  private final long target;

  private TargetKpis(long target) {
    this.target = target;
  }

  static TargetKpis of(long target) {
    checkArgument(target >= 1, "a KPI is asked for a target of %s; at least 1", target);
    return new TargetKpis(target);
  }

  /**
   * Returns {@code coverage.full(target)}: value of the open deals expected to close in the period,
   * as a multiple of the target.
   *
   * @return the metric
   */
  public Kpi coverage() {
    return kpi("coverage.full", Unit.RATIO, Direction.HIGHER, TimeBasis.EVENT, MoreKpis::coverage);
  }

  /**
   * Returns {@code coverage.remaining(target)}: the same value, as a multiple of what is left of
   * the target after {@code won.value}; no data once it is met.
   *
   * @return the metric
   */
  public Kpi coverageOfRest() {
    return kpi(
        "coverage.remaining",
        Unit.RATIO,
        Direction.HIGHER,
        TimeBasis.EVENT,
        MoreKpis::coverageOfRemaining);
  }

  /**
   * Returns {@code attainment.value(target)}: {@code won.value / target}; of a team it is the ratio
   * of sums.
   *
   * @return the metric
   */
  public Kpi attainment() {
    return kpi(
        "attainment.value",
        Unit.RATIO,
        Direction.HIGHER,
        TimeBasis.CLOSED,
        TargetMeasures::attainment);
  }

  /**
   * Returns {@code attainment.gap(target)}: {@code won.value - target}, negative while the target
   * is not met.
   *
   * @return the metric
   */
  public Kpi gap() {
    return kpi(
        "attainment.gap", Unit.MONEY, Direction.HIGHER, TimeBasis.CLOSED, TargetMeasures::gap);
  }

  /**
   * Returns {@code attainment.people(target)}: the share of the people at work in the period who
   * reached the target each in {@code won.value}.
   *
   * @return the metric
   */
  public Kpi peopleAtTarget() {
    return kpi(
        "attainment.people",
        Unit.RATIO,
        Direction.HIGHER,
        TimeBasis.CLOSED,
        TargetMeasures::peopleAtTarget);
  }

  /**
   * Returns {@code pace.value(target)}: {@code won.value} as a multiple of the target times the
   * share of the working days that are over; no data before the first is.
   *
   * @return the metric
   */
  public Kpi pace() {
    return kpi("pace.value", Unit.RATIO, Direction.HIGHER, TimeBasis.CLOSED, TargetMeasures::pace);
  }

  /**
   * Returns {@code pace.needed(target)}: what every working day left must bring to reach the
   * target: 0 once it is met, no data when it is not and no day is left.
   *
   * @return the metric
   */
  public Kpi neededPerDay() {
    return kpi(
        "pace.needed", Unit.MONEY, Direction.LOWER, TimeBasis.CLOSED, TargetMeasures::neededPerDay);
  }

  /**
   * Returns {@code capacity.quota(target)}: what the people in the scope can carry in the period if
   * a full quota is the target <em>a month</em>: by their ramp and their working days there, at an
   * attainment of 100 %.
   *
   * @return the metric
   */
  public Kpi capacity() {
    return kpi(
        "capacity.quota", Unit.MONEY, Direction.HIGHER, TimeBasis.EVENT, TargetMeasures::capacity);
  }

  /**
   * Returns {@code ramp.months(target)}: median number of months until the {@code won.value} of the
   * last three months first reached three times the target <em>a month</em>, of those who began in
   * the period; who has not yet is censored, by Kaplan and Meier.
   *
   * @return the metric
   */
  public Kpi rampMonths() {
    return kpi("ramp.months", Unit.COUNT, Direction.LOWER, TimeBasis.EVENT, TargetMeasures::ramp);
  }

  /**
   * Returns {@code assignment.over(assigned/target)}, such as {@code
   * assignment.over(60000+55000/100000)}: the sum of the targets assigned right below, over the
   * target, less 1. The base is the target above, so 0.25 means that 80 % attainment below reaches
   * it. It is the same for all facts, scopes and periods; n is the number of targets below.
   *
   * @param assigned the targets below in minor units, at least one, each at least 0
   * @return the metric
   * @throws IllegalArgumentException if there is none, or one is below 0 or too large for an id
   */
  public Kpi overAssignment(long... assigned) {
    return OverAssignment.of(target, ImmutableLongArray.copyOf(assigned));
  }

  /** How a metric is measured beside a target. */
  private interface Measuring {
    Measure measure(SalesFacts facts, Scope scope, Period period, long target);
  }

  private Kpi kpi(String family, Unit unit, Direction direction, TimeBasis basis, Measuring how) {
    return new Definition(
        family,
        Long.toString(target),
        unit,
        direction,
        basis,
        (facts, scope, period) -> how.measure(facts, scope, period, target));
  }
}
