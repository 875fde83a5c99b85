package dev.pacesetter.monitor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.organization.Team;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.RuleBook;
import dev.pacesetter.rule.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where a plan stands at the end of a day.
 *
 * <p>Actuals are the credits of the plan's metric in the scope and period of its goal. Whoever or
 * whatever has actuals but no cell in the plan is listed too, with the status {@link
 * PaceStatus#NO_PLAN}, so that nothing is lost: the actuals of {@link #people()} and {@link
 * #withoutPerson()} add up to that of {@link #whole()}, so do those of {@link #products()} and
 * {@link #withoutProduct()}, and so do those of the planned cells and {@link #unplanned()}.
 *
 * <p>Lists begin with what is furthest behind; ties are in the order of scopes.
 */
public final class PaceReport {
  private static final Comparator<Pace> FURTHEST_BEHIND_FIRST =
      Comparator.comparingDouble(Pace::gap).thenComparing(pace -> pace.scope().toString());

  private final SalesPlan plan;
  private final SalesFacts facts;
  private final Actuals actuals;
  private final Progress progress;
  private final LocalDate day;
  private final Pace whole;
  private final ImmutableList<Pace> teams;
  private final ImmutableList<Pace> people;
  private final ImmutableList<Pace> products;
  private final ImmutableListMultimap<String, Pace> cells;
  private final ImmutableList<Unplanned> unplanned;
  private final ImmutableList<Finding> findings;

  PaceReport(SalesPlan plan, SalesFacts facts, RuleBook<Watched> rules) {
    this.plan = plan;
    this.facts = facts;
    day = facts.today();
    actuals = Actuals.of(plan, facts);
    progress =
        Progress.of(
            plan.period(), facts.calendar().periodOf(PeriodKind.MONTH, day), day, facts.calendar());
    whole = of(Scope.company());
    teams = paces(facts.organization().teams().stream().map(Team::id), Scope::team);
    people = paces(sorted(plan.people(), actuals.people()), Scope::person);
    products = paces(sorted(plan.products(), actuals.products()), Scope::product);
    cells = cellsByProduct();
    unplanned = actuals.unplanned(plan);
    findings =
        Stream.of(teams, people, products)
            .flatMap(ImmutableList::stream)
            .flatMap(pace -> MonitorRules.ask(rules, new Watched(this, pace)).stream())
            .collect(ImmutableList.toImmutableList());
  }

  private static Stream<String> sorted(ImmutableList<String> planned, ImmutableList<String> known) {
    return ImmutableSortedSet.<String>naturalOrder().addAll(planned).addAll(known).build().stream();
  }

  /** Those with a plan or an actual. */
  private ImmutableList<Pace> paces(Stream<String> ids, Function<String, Scope> scope) {
    return ids.map(scope)
        .map(this::of)
        .filter(pace -> pace.target() != 0 || pace.credits() > 0)
        .sorted(FURTHEST_BEHIND_FIRST)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the plan.
   *
   * @return what was to be sold
   */
  public SalesPlan plan() {
    return plan;
  }

  /**
   * Returns the facts.
   *
   * @return what is known
   */
  public SalesFacts facts() {
    return facts;
  }

  /**
   * Returns the day at whose end things stand so.
   *
   * @return the as-of day
   */
  public LocalDate day() {
    return day;
  }

  /**
   * Returns how much of the working time is over.
   *
   * @return working days of the period and the current month
   */
  public Progress progress() {
    return progress;
  }

  /**
   * Returns where the whole plan stands.
   *
   * @return the pace of everything in the goal's scope
   */
  public Pace whole() {
    return whole;
  }

  /**
   * Returns where the teams stand, each with the teams below it.
   *
   * @return teams with a plan or actuals, furthest behind first
   */
  public ImmutableList<Pace> teams() {
    return teams;
  }

  /**
   * Returns where people stand, with everything they sold in the goal's scope.
   *
   * @return people with a plan or actuals, furthest behind first
   */
  public ImmutableList<Pace> people() {
    return people;
  }

  /**
   * Returns where products stand, whoever sold them.
   *
   * @return products with a plan or actuals, furthest behind first
   */
  public ImmutableList<Pace> products() {
    return products;
  }

  /**
   * Returns where each person stands with each product.
   *
   * @return every person and product of the plan, furthest behind first
   */
  public ImmutableList<Pace> cells() {
    return ImmutableList.sortedCopyOf(FURTHEST_BEHIND_FIRST, cells.values());
  }

  /** The cells of one product, furthest behind first. */
  ImmutableList<Pace> cellsOf(String product) {
    return cells.get(product);
  }

  /** How many deals of average size are expected of a part to date; unlimited before any deal. */
  double expectedDeals(Pace pace) {
    double average = actuals.averageCredit(pace.scope());
    return average > 0 ? pace.planned() / average : Double.MAX_VALUE;
  }

  private ImmutableListMultimap<String, Pace> cellsByProduct() {
    ImmutableListMultimap.Builder<String, Pace> byProduct = ImmutableListMultimap.builder();
    for (int product = 0; product < plan.products().size(); product++) {
      for (int person = 0; person < plan.people().size(); person++) {
        byProduct.put(plan.products().get(product), cell(person, product));
      }
    }
    return byProduct.orderValuesBy(FURTHEST_BEHIND_FIRST).build();
  }

  private Pace cell(int person, int product) {
    String who = plan.people().get(person);
    String what = plan.products().get(product);
    long[] months = new long[plan.months().size()];
    Arrays.setAll(months, month -> plan.amount(person, product, month));
    return pace(
        Scope.person(who).and(Dimension.PRODUCT, what),
        months,
        actuals.sum(who, what),
        actuals.count(who, what));
  }

  /**
   * Returns what was sold by people, or of products, that the plan does not have.
   *
   * @return by person, then product, in the order of ids; what is not recorded comes last
   */
  public ImmutableList<Unplanned> unplanned() {
    return unplanned;
  }

  /**
   * Returns what is credited to nobody.
   *
   * @return minor units for money, whole things for a count
   */
  public long withoutPerson() {
    return unplanned.stream()
        .filter(sold -> sold.person().isEmpty())
        .mapToLong(Unplanned::actual)
        .sum();
  }

  /**
   * Returns what was sold without saying of which product.
   *
   * @return minor units for money, whole things for a count
   */
  public long withoutProduct() {
    return unplanned.stream()
        .filter(sold -> sold.product().isEmpty())
        .mapToLong(Unplanned::actual)
        .sum();
  }

  /**
   * Returns where a part of the business stands.
   *
   * @param scope teams, people, product lines, products, or a combination of them
   * @return its pace within the goal's scope
   * @throws IllegalArgumentException if the scope names a territory, segment or channel
   */
  public Pace of(Scope scope) {
    check(scope);
    long[] months = new long[plan.months().size()];
    Arrays.setAll(months, month -> target(scope, plan.months().get(month)));
    return pace(scope, months, actuals.sum(scope), actuals.count(scope));
  }

  private Pace pace(Scope scope, long[] months, long actual, int credits) {
    long target = 0;
    long finished = 0;
    long current = 0;
    for (int at = 0; at < months.length; at++) {
      Period month = plan.months().get(at);
      target += months[at];
      if (month.contains(day) && progress.daysInMonth() > 0) {
        current = months[at];
      } else if (!month.start().isAfter(day)) {
        finished += months[at];
      }
    }
    return new Pace(scope, target, finished, current, progress, actual, credits);
  }

  /**
   * Returns plan and actual of a part of the business, day by day.
   *
   * @param scope teams, people, product lines, products, or a combination of them
   * @return the curve over the whole period
   * @throws IllegalArgumentException if the scope names a territory, segment or channel
   */
  public PaceCurve curve(Scope scope) {
    check(scope);
    Period period = plan.period();
    double[] planned = new double[period.days()];
    double finished = 0;
    int at = 0;
    for (Period month : plan.months()) {
      long target = target(scope, month);
      int days = facts.calendar().workingDays(month.start(), month.end());
      int elapsed = 0;
      for (LocalDate date = month.start(); month.contains(date); date = date.plusDays(1)) {
        elapsed += facts.calendar().isWorkingDay(date) ? 1 : 0;
        planned[at++] = finished + (days == 0 ? target : (double) target * elapsed / days);
      }
      finished += target;
    }
    long over = ChronoUnit.DAYS.between(period.start(), day) + 1;
    int daysOver = (int) Math.max(0, Math.min(over, period.days()));
    return new PaceCurve(
        period.start(),
        ImmutableDoubleArray.copyOf(planned),
        ImmutableLongArray.copyOf(actuals.byDay(scope, period.start().toEpochDay(), daysOver)));
  }

  private long target(Scope scope, Period part) {
    OptionalLong target = plan.target(scope, part, facts.organization());
    return target.orElseThrow(
        () -> new IllegalArgumentException("the plan does not know " + scope + " in " + part));
  }

  private static void check(Scope scope) {
    checkArgument(
        scope.on(Dimension.TERRITORY).isEmpty()
            && scope.on(Dimension.SEGMENT).isEmpty()
            && scope.on(Dimension.CHANNEL).isEmpty(),
        "the pace of %s is not known; a plan is divided by team, person, product line and product",
        scope);
  }

  /**
   * Returns everything the rules said about every team, person and product, passes included.
   *
   * @return one finding for each rule and part, in the order of teams, people and products, and
   *     then of the rules
   */
  public ImmutableList<Finding> findings() {
    return findings;
  }

  /**
   * Returns what is under plan, or sold without a plan, and what could be done about it.
   *
   * @return the findings with the verdict {@link Verdict#WARN} or {@link Verdict#FAIL}, in the
   *     order of {@link #findings()}; one that another explains says so
   */
  public ImmutableList<Finding> underPlan() {
    return findings.stream()
        .filter(finding -> finding.verdict().compareTo(Verdict.WARN) >= 0)
        .collect(ImmutableList.toImmutableList());
  }
}
