package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.division.DividedTable;
import dev.pacesetter.division.Division;
import dev.pacesetter.division.InfeasibleDivisionException;
import dev.pacesetter.division.Part;
import dev.pacesetter.division.Requirement;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Collects how a goal is to be divided, then divides it. People, products and months are needed;
 * weights are {@link Weights#even()} unless others are given.
 *
 * <p>A target given for a person, product, month or any other {@link Part} is held exactly, floors
 * and caps are kept; everything else follows from the weights. Amounts are minor units for money
 * and whole things for a count.
 */
public final class Decomposition {
  private final SalesGoal goal;
  private final AdditiveKpi kpi;
  private final Map<Part, Requirement> targets = new LinkedHashMap<>();
  private final List<Requirement> bounds = new ArrayList<>();
  private final Map<FurtherAxis, double[]> further = new LinkedHashMap<>();
  private final List<PlanAxis[]> rounded = new ArrayList<>();
  private long unit = 1;
  private long lot;
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
        goal.target().amount() <= Division.MOST,
        "goal %s asks for %s units; a plan takes at most %s",
        goal.id(),
        goal.target().amount(),
        Division.MOST);
    this.goal = goal;
    kpi = (AdditiveKpi) goal.kpi();
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
    return withTarget(PlanAxis.PERSON.at(person), amount);
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
    return withTarget(PlanAxis.PRODUCT.at(product), amount);
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
    return withTarget(PlanAxis.MONTH.at(month), amount);
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
      withPersonTarget(own.scope().person().orElseThrow(), own.target().amount());
    }
    return this;
  }

  /**
   * Holds any part of the plan, such as one cell, at an amount.
   *
   * @param part places by the keys of axes, such as {@code PlanAxis.PERSON.at("ana")}
   * @param amount minor units for money, whole things for a count; at least 0
   * @return this
   * @throws IllegalArgumentException if the amount is negative, or the part has another target
   */
  public Decomposition withTarget(Part part, long amount) {
    Requirement target = new Requirement(part, Requirement.Bound.EXACTLY, amount);
    Requirement before = targets.putIfAbsent(part, target);
    checkArgument(
        before == null || before.equals(target),
        "the target of %s is both %s and %s",
        part,
        before == null ? 0 : before.amount(),
        amount);
    return this;
  }

  /**
   * Gives a part of the plan a floor.
   *
   * @param part the part
   * @param amount minor units for money, whole things for a count; at least 0
   * @return this
   * @throws IllegalArgumentException if the amount is negative
   */
  public Decomposition withFloor(Part part, long amount) {
    bounds.add(new Requirement(part, Requirement.Bound.AT_LEAST, amount));
    return this;
  }

  /**
   * Gives a part of the plan a cap.
   *
   * @param part the part
   * @param amount minor units for money, whole things for a count; at least 0
   * @return this
   * @throws IllegalArgumentException if the amount is negative
   */
  public Decomposition withCap(Part part, long amount) {
    bounds.add(new Requirement(part, Requirement.Bound.AT_MOST, amount));
    return this;
  }

  /**
   * Makes every cell a multiple of a unit, such as 10,000 cents for whole hundreds. What the goal
   * has beside whole units goes to the largest cell of which no part is held or capped; targets
   * must be multiples of the unit, floors are rounded up to one, caps down.
   *
   * @param unit minor units for money, whole things for a count; at least 1
   * @return this
   * @throws IllegalArgumentException if the unit is below 1
   */
  public Decomposition inUnitsOf(long unit) {
    checkArgument(unit >= 1, "goal %s is divided in units of %s; at least 1", goal.id(), unit);
    this.unit = unit;
    return this;
  }

  /**
   * Makes every cell either 0 or at least so much, since nobody can work with crumbs.
   *
   * @param lot minor units for money, whole things for a count; at least 0
   * @return this
   * @throws IllegalArgumentException if the lot is below 0
   * @see Division#inLotsOf
   */
  public Decomposition inLotsOf(long lot) {
    checkArgument(lot >= 0, "goal %s is divided in lots of %s; at least 0", goal.id(), lot);
    this.lot = lot;
    return this;
  }

  /**
   * Divides by territories, segments or channels as well.
   *
   * @param dimension one of these
   * @param proportions how much of every person, product and month falls to each place before
   *     anything else is asked for; finite, at least 0, only proportions matter; the order is kept
   * @return this
   * @throws IllegalArgumentException if the dimension is another or no proportion is above 0
   */
  public Decomposition across(Dimension dimension, Map<String, Double> proportions) {
    FurtherAxis axis = new FurtherAxis(dimension, ImmutableList.copyOf(proportions.keySet()));
    double[] shares = proportions.values().stream().mapToDouble(Double::doubleValue).toArray();
    double sum = Arrays.stream(shares).sum();
    checkArgument(
        Arrays.stream(shares).allMatch(share -> share >= 0) && sum > 0 && Double.isFinite(sum),
        "the %s of goal %s have the proportions %s; each must be finite and at least 0, one above 0",
        axis.key(),
        goal.id(),
        proportions);
    further.keySet().removeIf(other -> other.dimension() == dimension);
    further.put(axis, shares);
    return this;
  }

  /**
   * Asks that each person's months, each product's months or each person's products be within one
   * unit of their real shares; the first two of these always are where nothing stands against it.
   *
   * @param one an axis
   * @param other another axis
   * @return this
   * @throws IllegalArgumentException if both are the same
   * @see Division#rounding
   */
  public Decomposition rounding(PlanAxis one, PlanAxis other) {
    checkArgument(one != other, "rounding is asked for %s by %s; two axes are needed", one, other);
    rounded.add(new PlanAxis[] {one, other});
    return this;
  }

  /**
   * Divides the goal.
   *
   * @return the plan
   * @throws IllegalStateException if people, products or months were not set
   * @throws IllegalArgumentException if an axis is empty or names somebody twice, or a target is
   *     given for somebody who is not in the plan
   * @throws InfeasiblePlanException if targets contradict each other, the goal, the presence of
   *     people or the plan's unit; the message says which
   */
  public SalesPlan decompose() {
    checkState(people != null, "goal %s is not divided among people yet", goal.id());
    checkState(products != null, "goal %s is not divided among products yet", goal.id());
    checkState(calendar != null, "goal %s is not divided among months yet", goal.id());
    Axes axes = new Axes(people, products, calendar.monthsOf(goal.period()), calendar);
    for (PlanAxis axis : PlanAxis.values()) {
      check(axis, axes.names(axis));
    }
    ImmutableList<Requirement> asked =
        ImmutableList.<Requirement>builder().addAll(targets.values()).addAll(bounds).build();
    double[] cells = cells(axes);
    PlanUnits units = new PlanUnits(goal.target().amount(), unit, text());
    units.checkTargets(asked);
    units.checkRest(asked, places(axes), cells);
    // Weights are divided by as they are: shares of their sum are rounded, and equal claims would
    // no longer be equal.
    return plan(axes, asked, shares(cells), divided(axes, asked, cells));
  }

  /** The axes of the table: their names and places. */
  private ImmutableMap<String, ImmutableList<String>> places(Axes axes) {
    ImmutableMap.Builder<String, ImmutableList<String>> places = ImmutableMap.builder();
    for (PlanAxis axis : PlanAxis.values()) {
      places.put(axis.key(), axes.names(axis));
    }
    further.keySet().forEach(axis -> places.put(axis.key(), axis.places()));
    return places.buildOrThrow();
  }

  private DividedTable divided(Axes axes, ImmutableList<Requirement> asked, double[] cells) {
    Division division =
        Division.of(goal.target().amount()).weighing(cells).inUnitsOf(unit).inLotsOf(lot);
    places(axes).forEach(division::along);
    rounded.forEach(pair -> division.rounding(pair[0].key(), pair[1].key()));
    asked.forEach(division::requiring);
    try {
      return division.divide();
    } catch (InfeasibleDivisionException refused) {
      throw InfeasiblePlanException.because(refused, lot, text());
    }
  }

  private SalesPlan plan(
      Axes axes, ImmutableList<Requirement> asked, double[] shares, DividedTable table) {
    return SalesPlan.builder()
        .goalId(goal.id())
        .kpi(kpi)
        .currency(goal.target().currency())
        .scope(goal.scope())
        .period(goal.period())
        .people(axes.names(PlanAxis.PERSON))
        .products(axes.names(PlanAxis.PRODUCT))
        .months(axes.months())
        .further(further.keySet())
        .requirements(asked)
        .unmet(table.unmet())
        .weightRule(weights.rule())
        .base(weights.base())
        .history(weights.basis(axes))
        .amounts(table.amounts())
        .weights(ImmutableDoubleArray.copyOf(shares))
        .unit(unit)
        .lot(lot)
        .hierarchy(table.hierarchy())
        .levels(table.levels())
        .fit(table.fit())
        .build();
  }

  /** Weights as shares of their sum. */
  private static double[] shares(double[] cells) {
    double sum = Arrays.stream(cells).sum();
    double[] shares = new double[cells.length];
    Arrays.setAll(shares, cell -> cells[cell] / sum);
    return shares;
  }

  /** The weights of people, products and months, spread over the further axes. */
  private double[] cells(Axes axes) {
    double[] cells = spread(axes);
    double sum = Arrays.stream(cells).sum();
    checkArgument(
        sum > 0 && Double.isFinite(sum),
        "the weights of goal %s add up to %s; somebody must be there to sell something",
        goal.id(),
        sum);
    return cells;
  }

  private double[] spread(Axes axes) {
    double[] cells = weights.weigh(axes);
    for (double[] shares : further.values()) {
      double[] before = cells;
      cells = new double[before.length * shares.length];
      for (int cell = 0; cell < cells.length; cell++) {
        cells[cell] = before[cell / shares.length] * shares[cell % shares.length];
      }
    }
    return cells;
  }

  private void check(PlanAxis axis, ImmutableList<String> names) {
    checkArgument(!names.isEmpty(), "goal %s is divided among no %s", goal.id(), axis.word(2));
    checkArgument(
        ImmutableSet.copyOf(names).size() == names.size(),
        "goal %s is divided among the %s %s; each may be named once",
        goal.id(),
        axis.word(2),
        names);
    for (Requirement asked : Iterables.concat(targets.values(), bounds)) {
      String name = asked.part().places().get(axis.key());
      checkArgument(
          name == null || names.contains(name),
          "a target is given for %s %s; the plan of goal %s has %s",
          axis.word(1),
          name,
          goal.id(),
          names);
    }
  }

  private LongFunction<String> text() {
    return goal.target()
        .currency()
        .<LongFunction<String>>map(code -> amount -> Numbers.money(Money.ofMinor(code, amount)))
        .orElse(Long::toString);
  }
}
