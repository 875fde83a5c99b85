package dev.pacesetter.plan.check;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.initiative.Initiative;

/** A plan and what is known about it, for rules to look at. */
public final class PlanFacts {
  private final SalesPlan plan;
  private final SalesGoal goal;
  private final SalesFacts facts;
  private final ImmutableList<SalesGoal> goals;
  private final ImmutableList<Initiative> initiatives;
  private final PlanHistory history;

  private PlanFacts(
      SalesPlan plan,
      SalesGoal goal,
      SalesFacts facts,
      ImmutableList<SalesGoal> goals,
      ImmutableList<Initiative> initiatives) {
    this.plan = plan;
    this.goal = goal;
    this.facts = facts;
    this.goals = goals;
    this.initiatives = initiatives;
    history = PlanHistory.of(plan, facts);
  }

  /**
   * Puts a plan beside what is known.
   *
   * @param plan the plan
   * @param goal the goal it divides, as it is now
   * @param facts how things stand on the day of asking
   * @param goals all goals, among which those below are found
   * @return the facts
   * @throws IllegalArgumentException if the plan divides another goal
   */
  public static PlanFacts of(
      SalesPlan plan, SalesGoal goal, SalesFacts facts, Iterable<SalesGoal> goals) {
    checkArgument(
        plan.goalId().equals(goal.id()),
        "the plan divides goal %s, not %s",
        plan.goalId(),
        goal.id());
    return new PlanFacts(plan, goal, facts, ImmutableList.copyOf(goals), ImmutableList.of());
  }

  /**
   * Returns these facts with what is undertaken so that goals are reached.
   *
   * @param initiatives all initiatives; those of other goals than the plan's are not looked at
   * @return the facts
   */
  public PlanFacts with(Iterable<Initiative> initiatives) {
    return new PlanFacts(plan, goal, facts, goals, ImmutableList.copyOf(initiatives));
  }

  /**
   * Returns what is undertaken so that the plan's goal is reached.
   *
   * @return the initiatives of that goal in their given order
   */
  public ImmutableList<Initiative> initiatives() {
    return initiatives.stream()
        .filter(one -> one.goal().map(goal.id()::equals).orElse(false))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the plan.
   *
   * @return the plan
   */
  public SalesPlan plan() {
    return plan;
  }

  /**
   * Returns the goal that the plan divides.
   *
   * @return the goal as it is now
   */
  public SalesGoal goal() {
    return goal;
  }

  /**
   * Returns how things stand.
   *
   * @return the facts of the day of asking
   */
  public SalesFacts facts() {
    return facts;
  }

  /**
   * Returns all goals.
   *
   * @return the goals in their given order
   */
  public ImmutableList<SalesGoal> goals() {
    return goals;
  }

  PlanHistory history() {
    return history;
  }
}
