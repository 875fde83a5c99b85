package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.SalesFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

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
  private final Goals goals;
  private final ImmutableSortedMap<String, Agreement> agreements;

  private SmartFacts(
      SalesGoal goal,
      SalesFacts facts,
      Past past,
      Goals goals,
      ImmutableSortedMap<String, Agreement> agreements) {
    this.goal = goal;
    this.facts = facts;
    this.past = past;
    this.goals = goals;
    this.agreements = agreements;
  }

  /**
   * Returns what is known about a goal among others, of which no agreement is recorded.
   *
   * @param goal the goal to judge
   * @param facts how things stand on the day of assessment
   * @param goals all goals; one with the id of {@code goal} is left out in its favour
   * @return the facts, with the history rewound to the eve of the goal's period
   * @throws IllegalArgumentException if two of the goals have the same id and are not equal
   */
  public static SmartFacts of(SalesGoal goal, SalesFacts facts, Iterable<SalesGoal> goals) {
    return of(goal, facts, goals, ImmutableList.of());
  }

  /**
   * Returns what is known about a goal among others, and how far they are agreed.
   *
   * @param goal the goal to judge
   * @param facts how things stand on the day of assessment
   * @param goals all goals; one with the id of {@code goal} is left out in its favour
   * @param agreements the agreements, at most one on each goal; what was said after the day of
   *     assessment is not used
   * @return the facts, with the history rewound to the eve of the goal's period
   * @throws IllegalArgumentException if two of the goals have the same id and are not equal, or two
   *     agreements are on the same goal
   */
  public static SmartFacts of(
      SalesGoal goal, SalesFacts facts, Iterable<SalesGoal> goals, Iterable<Agreement> agreements) {
    return of(goal, facts, pastOf(goal, facts), Goals.of(goals), byGoal(agreements));
  }

  /** As above, where the past is known from another goal that starts on the same day. */
  static SmartFacts of(
      SalesGoal goal,
      SalesFacts facts,
      Past past,
      Goals goals,
      ImmutableSortedMap<String, Agreement> agreements) {
    return new SmartFacts(goal, facts, past, goals.with(goal), agreements);
  }

  /** Agreements by the id of their goal. */
  static ImmutableSortedMap<String, Agreement> byGoal(Iterable<Agreement> agreements) {
    return ImmutableSortedMap.copyOf(
        Maps.uniqueIndex(agreements, agreement -> agreement.goal().id()));
  }

  private static Past pastOf(SalesGoal goal, SalesFacts facts) {
    return new Past(facts.rewoundTo(eveOf(goal, facts)));
  }

  /** The eve of the goal's period, or the day of assessment where that comes first. */
  static Instant eveOf(SalesGoal goal, SalesFacts facts) {
    Instant eve = facts.calendar().startOf(goal.period().start()).minusNanos(1);
    Instant asOf = facts.book().asOf();
    return eve.isBefore(asOf) ? eve : asOf;
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
    return goals.all();
  }

  /** The goal of an id, if it is among them. */
  Optional<SalesGoal> goal(String id) {
    return goals.find(id);
  }

  /** The goals that contribute to the goal. */
  ImmutableList<SalesGoal> goalsBelow() {
    return goals.below(goal.id());
  }

  /** Everything the goal's owner is asked for; nothing where nobody owns the goal. */
  ImmutableList<SalesGoal> goalsOfOwner() {
    return goal.owner().map(goals::ownedBy).orElse(ImmutableList.of());
  }

  /** Whether measures of another goal's scope can be taken. */
  boolean knowsTeamOf(SalesGoal other) {
    return other
        .scope()
        .team()
        .map(facts.organization()::team)
        .map(Optional::isPresent)
        .orElse(true);
  }

  /**
   * The same period of the year before, then the period before; neither where the calendar has no
   * such periods.
   */
  ImmutableList<Period> periodsBefore() {
    FiscalCalendar calendar = facts.calendar();
    return calendar.kinds().contains(goal.period().kind())
        ? ImmutableList.of(calendar.yearBefore(goal.period()), calendar.before(goal.period()))
        : ImmutableList.of();
  }

  /** What other goals with the same past asked for before, or is worked out now. */
  <T> T remember(Class<T> kind, Object key, Supplier<T> work) {
    return past.remember(kind, key, work);
  }

  /** The twelve months of which everything is known, up to the eve of the goal's period. */
  Period lastYear() {
    LocalDate horizon = horizon();
    return new Period(PeriodKind.YEAR, "12M", horizon.minusYears(1), horizon);
  }

  /**
   * Returns all agreements.
   *
   * @return the agreements in the order of the ids of their goals, with what was said after the day
   *     of assessment too
   */
  public ImmutableList<Agreement> agreements() {
    return agreements.values().asList();
  }

  /** What is known of the consent to the goal on the day of assessment. */
  Optional<Consent> consent() {
    return Consent.to(goal, agreements, facts.book().asOf());
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
