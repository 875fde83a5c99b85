package dev.pacesetter.goal;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import com.google.common.util.concurrent.ExecutionError;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.UncheckedExecutionException;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.rule.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

/**
 * The SMART rules: whether a goal is specific, measurable, achievable, relevant and time-bound.
 *
 * <pre>{@code
 * SmartAssessment smart = SmartRules.standard().assess(goal, facts);
 * smart.letter(Letter.ACHIEVABLE);
 * smart.explain(Locale.CHINESE);
 * }</pre>
 *
 * <p>Every rule may be tuned or left out, and further rules added, through {@link #withBook}.
 */
public final class SmartRules {
  private static final SmartRules STANDARD =
      new SmartRules(
          RuleBook.of(
              ImmutableList.of(
                  new AccountableOwner(),
                  new OneMetric(),
                  new ExistingScope(),
                  new AgreeingDirection(),
                  new AgreeingTitle(),
                  new AgreeingCurrency(),
                  new PastPeriods(),
                  new SoundBaseline(),
                  new EnoughEvents(),
                  new ClearCredit(),
                  new GrowthWithinReach(),
                  new AttainmentChance(),
                  new HoursEnough(),
                  new PipelineArithmetic(),
                  new SkillAtHand(),
                  new AcceptedByMembers(),
                  new ParentLink(),
                  new ChildrenSum(),
                  new OwnersHands(),
                  new Balance(),
                  new Focus(),
                  new FiscalBorders(),
                  new SteadyMilestones(),
                  new LeadTime(),
                  new TimelyAgreement())));

  /** So many goals are judged at a time, which is worth handing over to a thread. */
  private static final int A_PART = 500;

  private final RuleBook<SmartFacts> book;

  private SmartRules(RuleBook<SmartFacts> book) {
    this.book = book;
  }

  /**
   * Returns the rules at their standard parameters.
   *
   * @return the rules, ordered by the letters of SMART
   */
  public static SmartRules standard() {
    return STANDARD;
  }

  /**
   * Returns the rules with their parameters.
   *
   * @return the book
   */
  public RuleBook<SmartFacts> book() {
    return book;
  }

  /**
   * Returns these rules with a changed book: {@code rules.withBook(book ->
   * book.without("smart.R5"))}.
   *
   * @param change turns the present book into the wanted one
   * @return the rules
   * @throws IllegalArgumentException if a rule's id names no letter, see {@link Letter#ofRule}
   */
  public SmartRules withBook(UnaryOperator<RuleBook<SmartFacts>> change) {
    RuleBook<SmartFacts> changed = change.apply(book);
    changed.rules().forEach(rule -> Letter.ofRule(rule.id()));
    return new SmartRules(changed);
  }

  /**
   * Judges a goal that stands alone.
   *
   * @param goal the goal
   * @param facts how things stand on the day of assessment
   * @return one finding a rule
   */
  public SmartAssessment assess(SalesGoal goal, SalesFacts facts) {
    return assess(goal, facts, ImmutableList.of(goal));
  }

  /**
   * Judges a goal among others.
   *
   * @param goal the goal
   * @param facts how things stand on the day of assessment
   * @param goals all goals: parents, children and what else the owner is asked for
   * @return one finding a rule
   * @throws IllegalArgumentException if two of the goals have the same id and are not equal
   */
  public SmartAssessment assess(SalesGoal goal, SalesFacts facts, Iterable<SalesGoal> goals) {
    return assess(goal, facts, goals, ImmutableList.of());
  }

  /**
   * Judges a goal among others, knowing how far they are agreed.
   *
   * @param goal the goal
   * @param facts how things stand on the day of assessment
   * @param goals all goals: parents, children and what else the owner is asked for
   * @param agreements the agreements, at most one on each goal
   * @return one finding a rule
   * @throws IllegalArgumentException if two of the goals have the same id and are not equal, or two
   *     agreements are on the same goal
   */
  public SmartAssessment assess(
      SalesGoal goal, SalesFacts facts, Iterable<SalesGoal> goals, Iterable<Agreement> agreements) {
    return assess(SmartFacts.of(goal, facts, goals, agreements));
  }

  /**
   * Judges a goal.
   *
   * @param facts the goal and what is known about it
   * @return one finding a rule
   */
  public SmartAssessment assess(SmartFacts facts) {
    return new SmartAssessment(facts.goal(), book.evaluate(facts));
  }

  /**
   * Judges goals among each other. The history before a day is rewound once for all goals that
   * start on that day.
   *
   * @param goals the goals
   * @param facts how things stand on the day of assessment
   * @return one assessment a goal, in the order of {@code goals}
   * @throws IllegalArgumentException if two goals have the same id and are not equal
   */
  public ImmutableList<SmartAssessment> assessAll(Iterable<SalesGoal> goals, SalesFacts facts) {
    return assessAll(goals, facts, ImmutableList.of());
  }

  /**
   * Judges goals among each other, knowing how far they are agreed.
   *
   * @param goals the goals
   * @param facts how things stand on the day of assessment
   * @param agreements the agreements, at most one on each goal
   * @return one assessment a goal, in the order of {@code goals}
   * @throws IllegalArgumentException if two goals have the same id and are not equal, or two
   *     agreements are on the same goal
   */
  public ImmutableList<SmartAssessment> assessAll(
      Iterable<SalesGoal> goals, SalesFacts facts, Iterable<Agreement> agreements) {
    return assessAll(goals, facts, agreements, Runnable::run);
  }

  /**
   * Judges many goals among each other, on a caller's threads.
   *
   * @param goals the goals
   * @param facts how things stand on the day of assessment
   * @param agreements the agreements, at most one on each goal
   * @param executor runs a part of the work at a time; what it is makes no difference to the result
   * @return one assessment a goal, in the order of {@code goals}
   * @throws IllegalArgumentException if two goals have the same id and are not equal, or two
   *     agreements are on the same goal
   */
  public ImmutableList<SmartAssessment> assessAll(
      Iterable<SalesGoal> goals,
      SalesFacts facts,
      Iterable<Agreement> agreements,
      Executor executor) {
    Map<Instant, Past> pasts = new HashMap<>();
    Goals all = Goals.of(goals);
    ImmutableSortedMap<String, Agreement> agreed = SmartFacts.byGoal(agreements);
    for (SalesGoal goal : goals) {
      pasts.computeIfAbsent(SmartFacts.eveOf(goal, facts), eve -> new Past(facts.rewoundTo(eve)));
    }
    List<FutureTask<ImmutableList<SmartAssessment>>> parts = new ArrayList<>();
    for (List<SalesGoal> part : Iterables.partition(goals, A_PART)) {
      parts.add(
          new FutureTask<>(
              () ->
                  part.stream()
                      .map(
                          goal -> {
                            Past past =
                                Objects.requireNonNull(pasts.get(SmartFacts.eveOf(goal, facts)));
                            return assess(SmartFacts.of(goal, facts, past, all, agreed));
                          })
                      .collect(ImmutableList.toImmutableList())));
    }
    try {
      parts.forEach(executor::execute);
    } catch (RejectedExecutionException refused) {
      // the caller's thread does what the executor does not
    }
    parts.forEach(FutureTask::run); // does nothing where a thread of the executor came first
    ImmutableList.Builder<SmartAssessment> assessments = ImmutableList.builder();
    for (FutureTask<ImmutableList<SmartAssessment>> part : parts) {
      assessments.addAll(done(part));
    }
    return assessments.build();
  }

  /** Throws what a part of the work threw as if it had been done here. */
  private static ImmutableList<SmartAssessment> done(
      FutureTask<ImmutableList<SmartAssessment>> part) {
    try {
      return Objects.requireNonNull(Futures.getUnchecked(part));
    } catch (UncheckedExecutionException | ExecutionError e) {
      Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
      throw e;
    }
  }
}
