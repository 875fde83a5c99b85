package dev.pacesetter.review;

import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.goal.Tier;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Measure;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of a goal is reached.
 *
 * @param goal the goal
 * @param actual what its metric measured in its scope and period, up to the as-of instant
 * @param status whether that is enough
 */
public record GoalAttainment(SalesGoal goal, Measure actual, Status status) {

  /** Whether a goal is reached. */
  public enum Status {
    /** The amount is reached; with an upper bound, the period is over and it held. */
    REACHED,
    /** Not yet decided: the period is running. */
    OPEN,
    /** The period is over and the amount was not reached, or an upper bound is broken for good. */
    MISSED,
    /** Its metric is not recorded. */
    NO_DATA
  }

  static GoalAttainment of(SalesGoal goal, SalesFacts facts) {
    Measure actual = goal.kpi().measure(facts, goal.scope(), goal.period());
    return new GoalAttainment(goal, actual, status(goal, actual, facts));
  }

  private static Status status(SalesGoal goal, Measure actual, SalesFacts facts) {
    if (!actual.isPresent()) {
      return Status.NO_DATA;
    }
    // The last day counts as over only when the as-of instant is its very end.
    boolean over = !facts.book().asOf().isBefore(facts.calendar().endOf(goal.period().lastDay()));
    Target target = goal.target();
    boolean met = target.isMetBy(actual.value());
    if (over) {
      return met ? Status.REACHED : Status.MISSED;
    }
    if (target.bound() == Target.Bound.AT_LEAST) {
      return met ? Status.REACHED : Status.OPEN;
    }
    // What adds up never comes down again; a rate or a time may.
    double limit = target.highest().orElse(target.value());
    return goal.kpi() instanceof AdditiveKpi && actual.value() > limit
        ? Status.MISSED
        : Status.OPEN;
  }

  /**
   * Returns the highest tier that is reached so far.
   *
   * @return the tier; empty when not even the lowest is reached, or there is no data
   */
  public Optional<Tier> tier() {
    return actual.isPresent() ? goal.tierOf(actual.value()) : Optional.empty();
  }

  /**
   * Returns {@code actual / target}.
   *
   * @return the share, 1 when the amount is just reached; empty when there is no data
   */
  public OptionalDouble share() {
    return actual.isPresent()
        ? OptionalDouble.of(actual.value() / goal.target().value())
        : OptionalDouble.empty();
  }
}
