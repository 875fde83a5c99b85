package dev.pacesetter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.division.DividedTable;
import dev.pacesetter.division.Fit;
import dev.pacesetter.division.Part;
import dev.pacesetter.division.Requirement;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.style.HouseStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * A goal divided among people, products, months and whatever else was asked for, exact in every
 * direction.
 *
 * <p>A dense table of whole amounts, minor units for money: people, then products, then months,
 * then the {@link #further()} axes, the last running fastest. Every sum of the plan is a sum of
 * cells, so whichever way one adds, the result is the same and the whole is the goal's target. Each
 * sum along the axes of a {@link #levels() level} is a multiple of the {@link #unit()} less than
 * one unit from its real share, but for the one that has what the goal leaves beside whole units.
 *
 * <p>Everything needed to store a plan and to explain it is here as plain values, and {@link
 * #builder()} takes it back.
 */
@Value.Immutable
@HouseStyle
public abstract class SalesPlan {

  SalesPlan() {}

  /**
   * Begins to divide a goal.
   *
   * @param goal the goal; its metric must be a sum and its target one to reach
   * @return what collects people, products, months and weights
   * @throws IllegalArgumentException if the goal cannot be divided
   */
  public static Decomposition forGoal(SalesGoal goal) {
    return new Decomposition(goal);
  }

  /**
   * Returns a builder for a plan that was stored and is read again.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns which goal is divided.
   *
   * @return the goal's id
   */
  public abstract String goalId();

  /**
   * Returns what is counted.
   *
   * @return the goal's metric
   */
  public abstract AdditiveKpi kpi();

  /**
   * Returns the currency of money.
   *
   * @return the currency, empty for a count
   */
  public abstract Optional<CurrencyUnit> currency();

  /**
   * Returns which part of the business the goal speaks of.
   *
   * @return the goal's scope
   */
  public abstract Scope scope();

  /**
   * Returns when the goal is to be reached.
   *
   * @return the goal's period
   */
  public abstract Period period();

  /**
   * Returns the first axis.
   *
   * @return ids of people, in the order of the plan
   */
  public abstract ImmutableList<String> people();

  /**
   * Returns the second axis.
   *
   * @return ids of products, in the order of the plan
   */
  public abstract ImmutableList<String> products();

  /**
   * Returns the third axis.
   *
   * @return the months of {@link #period()} in order
   */
  public abstract ImmutableList<Period> months();

  /**
   * Returns what the plan is divided by beside people, products and months.
   *
   * @return the axes, none for most plans
   */
  public abstract ImmutableList<FurtherAxis> further();

  /**
   * Returns what parts were to come to.
   *
   * @return given targets, floors and caps in their order
   */
  public abstract ImmutableList<Requirement> requirements();

  /**
   * Returns what was asked for and could not be had in whole units beside everything else.
   *
   * @return requirements, nearly always none
   */
  public abstract ImmutableList<Requirement> unmet();

  /**
   * Returns where the weights come from.
   *
   * @return the rule
   */
  public abstract WeightRule weightRule();

  /**
   * Returns the base period of weights from history.
   *
   * @return the period, empty for other rules
   */
  public abstract Optional<Period> base();

  /**
   * Returns all cells.
   *
   * @return whole amounts, at least 0
   */
  public abstract ImmutableLongArray amounts();

  /**
   * Returns the weight of every cell.
   *
   * @return shares of all weights, adding up to 1; 0 where somebody is not there
   */
  public abstract ImmutableDoubleArray weights();

  /**
   * Returns of what every amount is a multiple, but for one cell with what the goal has beside.
   *
   * @return minor units for money, whole things for a count; at least 1
   */
  @Value.Default
  public long unit() {
    return 1;
  }

  /**
   * Returns how much a cell has at least that is not 0.
   *
   * @return minor units for money, whole things for a count; at least 0. A single cell may have
   *     been asked to be smaller
   */
  @Value.Default
  public long lot() {
    return 0;
  }

  /**
   * Returns in which order the axes were rounded.
   *
   * @return names as in a {@link PlanAxis} or a dimension, none where nobody knows; {@link
   *     #levels()} has the sums along them that were rounded
   */
  @Value.Default
  public ImmutableList<String> hierarchy() {
    return ImmutableList.of();
  }

  /**
   * Returns what was rounded under control, from few axes to many.
   *
   * @return for sets of axes, named as in a {@link PlanAxis} or a dimension, the real shares as
   *     they were when they were rounded: the weights scaled to what was asked for and to the whole
   *     sums found before; the last level is that of all cells
   */
  public abstract ImmutableList<DividedTable.Level> levels();

  /**
   * Returns how a seller's history became the weights.
   *
   * @return what was credited and how it was smoothed; empty for other rules
   */
  public abstract Optional<HistoryBasis> history();

  /**
   * Returns how scaling the weights to the targets, floors and caps ended, before anything was
   * rounded.
   *
   * @return sweeps over what was asked for, and the deviation that was left
   */
  public abstract Fit fit();

  /** The axes of the table: their names and places. */
  @Value.Lazy
  ImmutableMap<String, ImmutableList<String>> axes() {
    ImmutableMap.Builder<String, ImmutableList<String>> axes = ImmutableMap.builder();
    axes.put(PlanAxis.PERSON.key(), people());
    axes.put(PlanAxis.PRODUCT.key(), products());
    axes.put(
        PlanAxis.MONTH.key(),
        months().stream().map(Period::name).collect(ImmutableList.toImmutableList()));
    further().forEach(axis -> axes.put(axis.key(), axis.places()));
    return axes.buildOrThrow();
  }

  /** Returns how many cells a person, product and month have on the further axes. */
  @Value.Lazy
  int inner() {
    return further().stream().mapToInt(axis -> axis.places().size()).reduce(1, (a, b) -> a * b);
  }

  /** The sums along the axes of every level, as its shares are ordered. */
  @Value.Lazy
  ImmutableMap<ImmutableList<String>, ImmutableLongArray> levelSums() {
    ImmutableMap.Builder<ImmutableList<String>, ImmutableLongArray> sums = ImmutableMap.builder();
    levels().forEach(level -> sums.put(level.axes(), PlanSums.along(this, level.axes())));
    return sums.buildOrThrow();
  }

  /** The sums of the whole table and of its margins. */
  @Value.Lazy
  PlanSums sums() {
    return PlanSums.of(this);
  }

  /**
   * Returns the whole plan.
   *
   * @return the goal's target
   */
  public final long total() {
    return sums().total();
  }

  /**
   * Returns what a person is to sell.
   *
   * @param person the person's id
   * @return the sum of the person's cells
   * @throws IllegalArgumentException if the plan has no such person
   */
  public final long ofPerson(String person) {
    return sums().of(PlanAxis.PERSON, person);
  }

  /**
   * Returns how much of a product is to be sold.
   *
   * @param product the product's id
   * @return the sum of the product's cells
   * @throws IllegalArgumentException if the plan has no such product
   */
  public final long ofProduct(String product) {
    return sums().of(PlanAxis.PRODUCT, product);
  }

  /**
   * Returns what is to be sold in a month.
   *
   * @param month the month's name, such as {@code FY2026-07}
   * @return the sum of the month's cells
   * @throws IllegalArgumentException if the plan has no such month
   */
  public final long ofMonth(String month) {
    return sums().of(PlanAxis.MONTH, month);
  }

  /**
   * Returns what a part of the plan comes to.
   *
   * @param part places by the keys of axes, such as {@code PlanAxis.PERSON.at("ana")}
   * @return the sum of its cells
   * @throws IllegalArgumentException if the plan has no such axis or place
   */
  public final long amount(Part part) {
    return PlanSums.of(this, part);
  }

  /**
   * Returns one cell of a plan without further axes.
   *
   * @param person the person's id
   * @param product the product's id
   * @param month the month's name, such as {@code FY2026-07}
   * @return the cell
   * @throws IllegalArgumentException if the plan has no such person, product or month, or is
   *     divided by more than these
   */
  public final PlanCell cell(String person, String product, String month) {
    return cell(
        PlanAxis.PERSON
            .at(person)
            .and(PlanAxis.PRODUCT.key(), product)
            .and(PlanAxis.MONTH.key(), month));
  }

  /**
   * Returns one cell.
   *
   * @param part a place on every axis
   * @return the cell
   * @throws IllegalArgumentException if the plan has no such place, or an axis is not named
   */
  public final PlanCell cell(Part part) {
    return new PlanCell(this, PlanSums.cell(this, part));
  }

  /**
   * Says to what the amounts were rounded, and along which axes first.
   *
   * @param locale Chinese, or English for every other language
   * @return one or two sentences
   */
  public final String explainRounding(Locale locale) {
    return new RoundingWords(this, locale).whole();
  }

  /**
   * Says what was asked of parts of the plan, with names for people and products.
   *
   * @param asked some of the {@link #requirements()}
   * @param locale Chinese, or English for every other language
   * @param organization knows what ids are called
   * @return one after the other
   */
  public final String explain(
      Iterable<Requirement> asked, Locale locale, Organization organization) {
    PartWords words = PartWords.of(this, locale, organization);
    return words.each(ImmutableList.copyOf(asked), words::asked);
  }

  /**
   * Returns the amount of a person, product and month, over all further axes.
   *
   * @param person a place in {@link #people()}
   * @param product a place in {@link #products()}
   * @param month a place in {@link #months()}
   * @return minor units for money, whole things for a count
   */
  public final long amount(int person, int product, int month) {
    int from = cellAt(person, product, month);
    long sum = 0;
    for (int cell = from; cell < from + inner(); cell++) {
      sum += amounts().get(cell);
    }
    return sum;
  }

  /** The first of the cells of a person, product and month. */
  final int cellAt(int person, int product, int month) {
    return ((person * products().size() + product) * months().size() + month) * inner();
  }

  /**
   * Returns what a part of the business is to sell in a part of the plan's time.
   *
   * @param scope a team, a person, a product, a line or a combination; a condition that the goal
   *     itself has narrows nothing
   * @param part one month of the plan, some that follow each other, or all
   * @param organization who is in which team
   * @return the sum of cells, 0 for somebody or something without a cell; empty where the plan does
   *     not know: it is not divided by territory, segment, channel, or days
   */
  public final OptionalLong target(Scope scope, Period part, Organization organization) {
    return new ScopedTarget(this, scope, organization).in(part);
  }

  @Value.Check
  void check() {
    PlanCheck.check(this);
  }

  @Override
  public final String toString() {
    return "plan of goal %s: %s over %s people, %s products, %s months"
        .formatted(goalId(), total(), people().size(), products().size(), months().size());
  }

  /** Collects a plan that was stored. */
  public static final class Builder extends ImmutableSalesPlan.Builder {
    Builder() {}
  }
}
