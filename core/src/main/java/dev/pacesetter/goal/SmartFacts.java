package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.SalesFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;

/**
 * What is known when a goal is judged.
 *
 * <p>A goal is never judged by its own future. {@link #facts()} are as of the day of assessment and
 * only tell what day it is; {@link #history()} ends on the eve of the goal's period, or on the day
 * of assessment where that comes first, and is all that a rule about the past may look at.
 */
public final class SmartFacts {
  private final SalesGoal goal;
  private final SalesFacts facts;
  private final Past past;
  private final ImmutableList<SalesGoal> goals;

  private SmartFacts(SalesGoal goal, SalesFacts facts, Past past, ImmutableList<SalesGoal> goals) {
    this.goal = goal;
    this.facts = facts;
    this.past = past;
    this.goals = goals;
  }

  /**
   * Returns what is known about a goal among others.
   *
   * @param goal the goal to judge
   * @param facts how things stand on the day of assessment
   * @param goals all goals; one with the id of {@code goal} is left out in its favour
   * @return the facts, with the history rewound to the eve of the goal's period
   * @throws IllegalArgumentException if two of the goals have the same id and are not equal
   */
  public static SmartFacts of(SalesGoal goal, SalesFacts facts, Iterable<SalesGoal> goals) {
    return of(goal, facts, pastOf(goal, facts), goals);
  }

  /** As above, where the past is known from another goal that starts on the same day. */
  static SmartFacts of(SalesGoal goal, SalesFacts facts, Past past, Iterable<SalesGoal> goals) {
    TreeMap<String, SalesGoal> known = new TreeMap<>();
    for (SalesGoal other : goals) {
      SalesGoal before = known.putIfAbsent(other.id(), other);
      checkArgument(
          before == null || before.equals(other),
          "goal id '%s' stands for both %s and %s",
          other.id(),
          before,
          other);
    }
    known.put(goal.id(), goal);
    return new SmartFacts(goal, facts, past, ImmutableSortedMap.copyOf(known).values().asList());
  }

  /** The facts up to the eve of the goal's period. */
  static Past pastOf(SalesGoal goal, SalesFacts facts) {
    Instant eve = facts.calendar().startOf(goal.period().start()).minusNanos(1);
    return new Past(eve.isBefore(facts.book().asOf()) ? facts.rewoundTo(eve) : facts);
  }

  /**
   * Returns the goal to judge.
   *
   * @return the goal
   */
  public SalesGoal goal() {
    return goal;
  }

  /**
   * Returns how things stand on the day of assessment.
   *
   * @return the facts, which may lie in the goal's future
   */
  public SalesFacts facts() {
    return facts;
  }

  /**
   * Returns how things stood before the goal's period began.
   *
   * @return the facts up to the eve of the period, or up to the assessment where that came first
   */
  public SalesFacts history() {
    return past.facts();
  }

  /**
   * Returns all goals.
   *
   * @return the goals with {@link #goal()} among them, in the order of ids
   */
  public ImmutableList<SalesGoal> goals() {
    return goals;
  }

  /**
   * Returns the day of assessment.
   *
   * @return the day of {@link #facts()} in the calendar's zone
   */
  public LocalDate today() {
    return facts.today();
  }

  /** What is known of the goal's metric before its period. */
  History historyOfMetric() {
    return past.of(goal.kpi());
  }

  /** What is known of another metric before the period. */
  History historyOf(Kpi kpi) {
    return past.of(kpi);
  }

  /** The months the goal has; an odd period counts every month it begins. */
  MonthsToCome monthsToCome() {
    return MonthsToCome.of(goal.period(), facts.calendar());
  }

  /** The first day of which the history does not know everything. */
  LocalDate horizon() {
    return History.horizonOf(history());
  }
}
