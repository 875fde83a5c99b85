package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.text.Numbers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Collects how a goal is to be divided, then divides it. People, products and months are needed;
 * weights are {@link Weights#even()} unless others are given.
 *
 * <p>A target given for a person, product or month is held exactly; the others follow from the
 * weights. Amounts are minor units for money and whole things for a count.
 */
public final class Decomposition {
  /** Up to here a plan keeps its promises: 10 trillion in a currency with cents. */
  private static final long MOST = 1_000_000_000_000_000L;

  private final SalesGoal goal;
  private final AdditiveKpi kpi;
  private final Map<PlanAxis, Map<String, Long>> given = new EnumMap<>(PlanAxis.class);
  private Weights weights = Weights.even();
  private @Nullable ImmutableList<Person> people;
  private @Nullable ImmutableList<Product> products;
  private @Nullable FiscalCalendar calendar;

  Decomposition(SalesGoal goal) {
    checkArgument(
        goal.kpi() instanceof AdditiveKpi,
        "goal %s is about %s, which is no sum; only sums such as won.value can be divided",
        goal.id(),
        goal.kpi().id());
    checkArgument(
        goal.target().bound() == Target.Bound.AT_LEAST,
        "goal %s is to stay below its target; only a target to reach can be divided",
        goal.id());
    checkArgument(
        goal.target().amount() <= MOST,
        "goal %s asks for %s units; a plan takes at most %s",
        goal.id(),
        goal.target().amount(),
        MOST);
    this.goal = goal;
    kpi = (AdditiveKpi) goal.kpi();
    for (PlanAxis axis : PlanAxis.values()) {
      given.put(axis, new LinkedHashMap<>());
    }
  }

  /**
   * Sets who shares the goal.
   *
   * @param people distinct people, in the order of the plan
   * @return this
   */
  public Decomposition acrossPeople(Iterable<Person> people) {
    this.people = ImmutableList.copyOf(people);
    return this;
  }

  /**
   * Sets what is to be sold.
   *
   * @param products distinct products, in the order of the plan
   * @return this
   */
  public Decomposition acrossProducts(Iterable<Product> products) {
    this.products = ImmutableList.copyOf(products);
    return this;
  }

  /**
   * Divides the goal's period into its months.
   *
   * @param calendar the calendar of the goal's period; its working days weigh
   * @return this
   */
  public Decomposition acrossMonths(FiscalCalendar calendar) {
    this.calendar = Objects.requireNonNull(calendar);
    return this;
  }

  /**
   * Sets in which proportions the goal is divided.
   *
   * @param weights the weights
   * @return this
   */
  public Decomposition weightedBy(Weights weights) {
    this.weights = Objects.requireNonNull(weights);
    return this;
  }

  /**
   * Holds a person's total.
   *
   * @param person the person's id
   * @param amount minor units for money, whole things for a count; at least 0
   * @return this
   * @throws IllegalArgumentException if the amount is negative
   */
  public Decomposition withPersonTarget(String person, long amount) {
    return hold(PlanAxis.PERSON, person, amount);
  }

  /**
   * Holds a product's total.
   *
   * @param product the product's id
   * @param amount minor units for money, whole things for a count; at least 0
   * @return this
   * @throws IllegalArgumentException if the amount is negative
   */
  public Decomposition withProductTarget(String product, long amount) {
    return hold(PlanAxis.PRODUCT, product, amount);
  }

  /**
   * Holds a month's total.
   *
   * @param month the month's name, such as {@code FY2026-07}
   * @param amount minor units for money, whole things for a count; at least 0
   * @return this
   * @throws IllegalArgumentException if the amount is negative
   */
  public Decomposition withMonthTarget(String month, long amount) {
    return hold(PlanAxis.MONTH, month, amount);
  }

  /**
   * Holds the totals that people have as goals of their own.
   *
   * @param goals goals with a person as scope, for the same metric and period as the goal divided
   * @return this
   * @throws IllegalArgumentException if one is about something else
   */
  public Decomposition withPersonGoals(Iterable<SalesGoal> goals) {
    for (SalesGoal own : goals) {
      checkArgument(
          own.scope().person().isPresent()
              && own.scope().conditions().size() == 1
              && own.kpi().id().equals(kpi.id())
              && own.kpi().version() == kpi.version()
              && own.period().equals(goal.period())
              && own.target().bound() == goal.target().bound()
              && own.target().currency().equals(goal.target().currency()),
          "goal %s asks for %s of %s in %s; a part of goal %s must ask one person for %s in %s, in"
              + " the same currency",
          own.id(),
          own.kpi().id(),
          own.scope(),
          own.period(),
          goal.id(),
          kpi.id(),
          goal.period());
      hold(PlanAxis.PERSON, own.scope().person().orElseThrow(), own.target().amount());
    }
    return this;
  }

  private Decomposition hold(PlanAxis axis, String name, long amount) {
    checkArgument(amount >= 0, "the target of %s %s is %s; at least 0", axis.word(1), name, amount);
    Map<String, Long> targets = Objects.requireNonNull(given.get(axis));
    Long before = targets.putIfAbsent(name, amount);
    checkArgument(
        before == null || before == amount,
        "the target of %s %s is both %s and %s",
        axis.word(1),
        name,
        before,
        amount);
    return this;
  }

  /**
   * Divides the goal.
   *
   * @return the plan
   * @throws IllegalStateException if people, products or months were not set
   * @throws IllegalArgumentException if an axis is empty or names somebody twice, or a target is
   *     given for somebody who is not in the plan
   * @throws InfeasiblePlanException if targets contradict each other, the goal, or the presence of
   *     people; the message says which
   */
  public SalesPlan decompose() {
    checkState(people != null, "goal %s is not divided among people yet", goal.id());
    checkState(products != null, "goal %s is not divided among products yet", goal.id());
    checkState(calendar != null, "goal %s is not divided among months yet", goal.id());
    Axes axes = new Axes(people, products, calendar.monthsOf(goal.period()), calendar);
    Map<PlanAxis, Targets> targets = new EnumMap<>(PlanAxis.class);
    for (PlanAxis axis : PlanAxis.values()) {
      targets.put(axis, targets(axis, axes.names(axis)));
    }
    double[] cells = weights.weigh(axes);
    double sum = Arrays.stream(cells).sum();
    checkArgument(
        sum > 0 && Double.isFinite(sum),
        "the weights of goal %s add up to %s; somebody must be there to sell something",
        goal.id(),
        sum);
    double[] normal = Arrays.stream(cells).map(weight -> weight / sum).toArray();
    Splitting.Result split = Splitting.split(new Table(axes.size(), normal.clone()), targets);
    return SalesPlan.builder()
        .goalId(goal.id())
        .kpi(kpi)
        .currency(goal.target().currency())
        .scope(goal.scope())
        .period(goal.period())
        .people(axes.names(PlanAxis.PERSON))
        .products(axes.names(PlanAxis.PRODUCT))
        .months(axes.months())
        .givenPeople(given(PlanAxis.PERSON))
        .givenProducts(given(PlanAxis.PRODUCT))
        .givenMonths(given(PlanAxis.MONTH))
        .weightRule(weights.rule())
        .base(weights.base())
        .amounts(split.amounts())
        .weights(ImmutableDoubleArray.copyOf(normal))
        .shares(split.shares())
        .productMonthShares(split.productMonthShares())
        .fit(split.fit())
        .build();
  }

  private ImmutableSet<String> given(PlanAxis axis) {
    return ImmutableSet.copyOf(Objects.requireNonNull(given.get(axis)).keySet());
  }

  private Targets targets(PlanAxis axis, ImmutableList<String> names) {
    checkArgument(!names.isEmpty(), "goal %s is divided among no %s", goal.id(), axis.word(2));
    checkArgument(
        ImmutableSet.copyOf(names).size() == names.size(),
        "goal %s is divided among the %s %s; each may be named once",
        goal.id(),
        axis.word(2),
        names);
    Map<String, Long> known = Objects.requireNonNull(given.get(axis));
    for (String name : known.keySet()) {
      checkArgument(
          names.contains(name),
          "a target is given for %s %s; the plan of goal %s has %s",
          axis.word(1),
          name,
          goal.id(),
          names);
    }
    long[] amounts =
        names.stream().mapToLong(name -> known.getOrDefault(name, Targets.OPEN)).toArray();
    return Targets.of(axis, names, amounts, goal.target().amount(), text());
  }

  private LongFunction<String> text() {
    return goal.target()
        .currency()
        .<LongFunction<String>>map(code -> amount -> Numbers.money(Money.ofMinor(code, amount)))
        .orElse(Long::toString);
  }
}
