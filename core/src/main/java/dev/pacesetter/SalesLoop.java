package dev.pacesetter;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.feedback.Feedback;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.goal.Agreement;
import dev.pacesetter.goal.Consent;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.PlanRates;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.monitor.PaceReport;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.plan.Assignment;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.Weights;
import dev.pacesetter.plan.check.PlanFacts;
import dev.pacesetter.review.Review;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.RuleFile;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The sales-management loop over one organization, with standard rules unless told others.
 *
 * <p>Immutable: everything it answers is a function of organization, calendar, journal, goals,
 * rules, agreements and the as-of instant it is asked for. {@link #with(Journal)}, {@link
 * #withGoals} and {@link #withAgreements} give a loop that knows more, {@link #with(RuleFile)} one
 * that judges by other values.
 */
public final class SalesLoop {
  private final Organization organization;
  private final FiscalCalendar calendar;
  private final Journal journal;
  private final Optional<PlanRates> rates;
  private final RecentFacts known;
  private final LoopRules rules;
  private final ImmutableMap<String, SalesGoal> goals;
  private final ImmutableMap<String, Agreement> agreements;

  private SalesLoop(
      Organization organization,
      FiscalCalendar calendar,
      Journal journal,
      Optional<PlanRates> rates,
      LoopRules rules,
      ImmutableMap<String, SalesGoal> goals,
      ImmutableMap<String, Agreement> agreements) {
    this(organization, calendar, journal, rates, new RecentFacts(), rules, goals, agreements);
  }

  private SalesLoop(
      Organization organization,
      FiscalCalendar calendar,
      Journal journal,
      Optional<PlanRates> rates,
      RecentFacts known,
      LoopRules rules,
      ImmutableMap<String, SalesGoal> goals,
      ImmutableMap<String, Agreement> agreements) {
    this.organization = Objects.requireNonNull(organization);
    this.calendar = Objects.requireNonNull(calendar);
    this.journal = Objects.requireNonNull(journal);
    this.rates = rates;
    this.known = known;
    this.rules = Objects.requireNonNull(rules);
    this.goals = goals;
    this.agreements = agreements;
  }

  /**
   * Returns a loop without goals, in which all money is in one currency.
   *
   * @param organization who sells what
   * @param calendar when the year turns, and where
   * @param journal what happened
   * @return the loop
   */
  public static SalesLoop of(Organization organization, FiscalCalendar calendar, Journal journal) {
    return new SalesLoop(
        organization,
        calendar,
        journal,
        Optional.empty(),
        LoopRules.standard(),
        ImmutableMap.of(),
        ImmutableMap.of());
  }

  /**
   * Returns this loop with another journal.
   *
   * @param journal what happened
   * @return the loop
   */
  public SalesLoop with(Journal journal) {
    return new SalesLoop(organization, calendar, journal, rates, rules, goals, agreements);
  }

  /**
   * Returns this loop with money in several currencies, compared at plan rates.
   *
   * @param rates turns other currencies into one
   * @return the loop
   */
  public SalesLoop with(PlanRates rates) {
    return new SalesLoop(
        organization, calendar, journal, Optional.of(rates), rules, goals, agreements);
  }

  /**
   * Returns this loop with other rules.
   *
   * @param rules what is asked of goals, plans, people and data
   * @return the loop
   */
  public SalesLoop with(LoopRules rules) {
    return new SalesLoop(organization, calendar, journal, rates, known, rules, goals, agreements);
  }

  /**
   * Returns this loop with its rules changed as a file says.
   *
   * @param file other values for parameters, and which rules are off
   * @return the loop
   * @throws dev.pacesetter.rule.RuleFileException if the file does not fit the rules; carries all
   *     problems
   */
  public SalesLoop with(RuleFile file) {
    return with(rules.with(file));
  }

  /**
   * Returns the rules.
   *
   * @return what is asked of goals, plans, people and data
   */
  public LoopRules rules() {
    return rules;
  }

  /**
   * Returns this loop with these goals and no others.
   *
   * @param goals the goals, such as those of {@link
   *     dev.pacesetter.goal.GoalLedger#goalsAsOf(java.time.LocalDate, Instant)}; ids are distinct
   * @return the loop
   * @throws IllegalArgumentException if two goals have the same id
   */
  public SalesLoop withGoals(Iterable<SalesGoal> goals) {
    return new SalesLoop(
        organization,
        calendar,
        journal,
        rates,
        known,
        rules,
        Maps.uniqueIndex(goals, SalesGoal::id),
        agreements);
  }

  /**
   * Returns this loop with these agreements and no others.
   *
   * @param agreements how far goals are agreed, at most one on each
   * @return the loop
   * @throws IllegalArgumentException if two agreements are on the same goal
   */
  public SalesLoop withAgreements(Iterable<Agreement> agreements) {
    return new SalesLoop(
        organization,
        calendar,
        journal,
        rates,
        known,
        rules,
        goals,
        Maps.uniqueIndex(agreements, agreement -> agreement.goal().id()));
  }

  /**
   * Returns the goals.
   *
   * @return the goals in the order in which they were given
   */
  public ImmutableList<SalesGoal> goals() {
    return goals.values().asList();
  }

  /**
   * Returns the agreements.
   *
   * @return the agreements in the order in which they were given
   */
  public ImmutableList<Agreement> agreements() {
    return agreements.values().asList();
  }

  /**
   * Returns what was known at an instant.
   *
   * @param asOf the instant; facts at it count
   * @return the facts
   */
  public SalesFacts factsAsOf(Instant asOf) {
    return known.asOf(asOf, this::lookUp);
  }

  private SalesFacts lookUp(Instant asOf) {
    return SalesFacts.of(
        organization,
        calendar,
        rates.map(plan -> journal.bookAsOf(asOf, plan)).orElseGet(() -> journal.bookAsOf(asOf)));
  }

  /**
   * Checks a goal letter by letter.
   *
   * @param goal the goal; the others of this loop are its context
   * @param asOf when it is checked; what was said to agree it counts up to then
   * @return the verdicts; what happened after the goal's start is not used
   */
  public SmartAssessment assess(SalesGoal goal, Instant asOf) {
    return rules.smart().assess(goal, factsAsOf(asOf), goals(), agreements());
  }

  /**
   * Finds whether those who are to reach a goal have accepted it.
   *
   * @param goal the goal
   * @param asOf when it is asked; what was said up to then counts
   * @return what they said, by the agreements of this loop; empty where nothing is recorded
   */
  public Optional<Consent> consentTo(SalesGoal goal, Instant asOf) {
    return Consent.to(goal, agreements(), asOf);
  }

  /**
   * Splits a goal over people, products and months by what was credited in the year before its
   * period. People of its scope who have a goal of their own for the same metric and period keep
   * it, and the others share what is left; nobody else takes part when nothing is. Where people's
   * goals together ask for more than the goal, as over-assignment does, the goal is split without
   * regard to them.
   *
   * @param goal a goal for an additive metric
   * @return the plan; it adds up to the goal
   * @throws IllegalArgumentException if the metric is not additive, or nobody of the scope is there
   *     in the period, or there is no product
   * @throws dev.pacesetter.plan.InfeasiblePlanException if the goals of people contradict the goal
   */
  public SalesPlan plan(SalesGoal goal) {
    return plan(goal, calendar.startOf(goal.period().start()).minusNanos(1));
  }

  /**
   * Splits a goal as {@link #plan(SalesGoal)}, by what was credited in the year before an instant:
   * for a period that is still to come.
   *
   * @param goal a goal for an additive metric
   * @param asOf up to when facts count; those after the eve of the goal's period never do
   * @return the plan; it adds up to the goal
   * @throws IllegalArgumentException if the metric is not additive, or nobody of the scope is there
   *     in the period, or there is no product
   * @throws dev.pacesetter.plan.InfeasiblePlanException if the goals of people contradict the goal
   */
  public SalesPlan plan(SalesGoal goal, Instant asOf) {
    checkArgument(
        goal.kpi() instanceof AdditiveKpi,
        "goal %s is for %s, which cannot be split; it must be a sum, such as won.value",
        goal.id(),
        goal.kpi().id());
    AdditiveKpi kpi = (AdditiveKpi) goal.kpi();
    ImmutableList<SalesGoal> personal = personalGoals(goal);
    long held = personal.stream().mapToLong(own -> own.target().amount()).reduce(0, Math::addExact);
    if (held > goal.target().amount()) {
      personal = ImmutableList.of();
    }
    boolean complete = held == goal.target().amount();
    Instant eve = calendar.startOf(goal.period().start()).minusNanos(1);
    SalesFacts history = factsAsOf(asOf.isBefore(eve) ? asOf : eve);
    return SalesPlan.forGoal(goal)
        .acrossPeople(peopleOf(goal, complete ? personal : ImmutableList.of()))
        .acrossProducts(organization.products())
        .acrossMonths(calendar)
        .weightedBy(Weights.history(kpi, history, calendar.yearUpTo(history.today().plusDays(1))))
        .withPersonGoals(personal)
        .decompose();
  }

  /**
   * Asks whether a plan will hold.
   *
   * @param plan a plan of one of the goals of this loop
   * @param asOf when it is asked
   * @return one finding a rule about plans
   * @throws IllegalArgumentException if the plan divides none of the goals
   */
  public ImmutableList<Finding> check(SalesPlan plan, Instant asOf) {
    SalesGoal goal = goals.get(plan.goalId());
    checkArgument(
        goal != null, "the plan divides goal %s; the goals are %s", plan.goalId(), goals.keySet());
    return rules.plan().evaluate(PlanFacts.of(plan, goal, factsAsOf(asOf), goals()));
  }

  /**
   * Puts a goal and those below it side by side: what is asked for, and what is assigned.
   *
   * @param goal a goal for an additive metric
   * @return both sides
   * @throws IllegalArgumentException if the metric is no sum, or goals contribute in a circle
   */
  public Assignment assignment(SalesGoal goal) {
    return Assignment.of(goal, goals());
  }

  /**
   * Holds the facts against a plan.
   *
   * @param plan the plan
   * @param asOf until when
   * @return the pace of the whole, of teams, people and products
   */
  public PaceReport pace(SalesPlan plan, Instant asOf) {
    return rules.monitor().watch(plan, factsAsOf(asOf));
  }

  /**
   * Reviews a period: everybody at once, so that all statements about people are judged together.
   *
   * @param period the period
   * @param asOf until when
   * @return the review
   */
  public Review review(Period period, Instant asOf) {
    return rules.round().review(factsAsOf(asOf), period, goals());
  }

  /**
   * Writes what may be said to each person who was there in the period of a review.
   *
   * @param review the review of everybody
   * @return a note for each, in the order of ids
   */
  public ImmutableList<Note> notes(Review review) {
    Feedback feedback = Feedback.standard();
    return organization.people().stream()
        .filter(person -> person.isThereIn(review.period()))
        .map(person -> feedback.noteFor(person.id(), review))
        .collect(ImmutableList.toImmutableList());
  }

  /** The goals of single people within a goal, for the same metric and period. */
  private ImmutableList<SalesGoal> personalGoals(SalesGoal goal) {
    return goals.values().stream()
        .filter(own -> !own.id().equals(goal.id()))
        .filter(own -> own.kpi().id().equals(goal.kpi().id()))
        .filter(own -> own.period().equals(goal.period()))
        .filter(
            own ->
                own.scope()
                    .person()
                    .map(id -> own.scope().equals(Scope.person(id)) && isIn(id, goal))
                    .orElse(false))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean isIn(String person, SalesGoal goal) {
    return organization.peopleIn(goal.scope(), goal.period()).contains(person);
  }

  private ImmutableList<Person> peopleOf(SalesGoal goal, ImmutableList<SalesGoal> personal) {
    return organization.people().stream()
        .filter(person -> isIn(person.id(), goal))
        .filter(person -> person.isThereIn(goal.period()))
        .filter(person -> personal.isEmpty() || hasGoal(person, personal))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean hasGoal(Person person, ImmutableList<SalesGoal> personal) {
    return personal.stream()
        .anyMatch(goal -> goal.scope().person().equals(Optional.of(person.id())));
  }
}
