package dev.pacesetter.plan;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.division.DividedTable;
import dev.pacesetter.division.Part;
import dev.pacesetter.division.Requirement;
import dev.pacesetter.organization.Organization;
import java.util.Locale;
import java.util.Objects;

/** Why a cell of a plan is what it is: weight, targets, and rounding along which axes first. */
public final class PlanReason {

  /**
   * A part of the plan that the cell lies in: its real share, and the whole amount it became.
   *
   * @param part places on some axes, all of them for the cell itself
   * @param share what the scaled weights gave when it was rounded
   * @param amount the floor or the ceiling of it in the plan's units, and with it, in one cell and
   *     the parts it lies in, what the goal has beside whole units
   * @param unit of what amounts are multiples
   */
  public record Portion(Part part, double share, long amount, long unit) {
    /**
     * Returns which way it was rounded.
     *
     * @return the direction
     */
    public Rounding rounding() {
      return Rounding.of(share, amount - amount % unit, unit);
    }
  }

  /**
   * A total that the plan holds exactly.
   *
   * @param amount the total
   * @param isGiven whether the caller gave it; otherwise it is what controlled rounding made of the
   *     scaled weights: within one unit of their real sum, so that all sums along all axes agree
   */
  public record Held(long amount, boolean isGiven) {}

  static final String PHRASES = "dev.pacesetter.plan.plan";

  private final SalesPlan plan;
  private final PlanCell cell;

  PlanReason(SalesPlan plan, PlanCell cell) {
    this.plan = plan;
    this.cell = cell;
  }

  /**
   * Returns where the weight comes from.
   *
   * @return the rule
   */
  public WeightRule rule() {
    return plan.weightRule();
  }

  /**
   * Returns the weight of the cell.
   *
   * @return its share of all weights, from 0 to 1; 0 where the person is not there
   */
  public double weight() {
    return plan.weights().get(cell.place());
  }

  /**
   * Returns the person's target.
   *
   * @return the sum of the person's cells
   */
  public Held personTarget() {
    return held(PlanAxis.PERSON.at(cell.person()), plan.ofPerson(cell.person()));
  }

  /**
   * Returns the product's target.
   *
   * @return the sum of the product's cells
   */
  public Held productTarget() {
    return held(PlanAxis.PRODUCT.at(cell.product()), plan.ofProduct(cell.product()));
  }

  /**
   * Returns the month's target.
   *
   * @return the sum of the month's cells
   */
  public Held monthTarget() {
    String month = cell.month().name();
    return held(PlanAxis.MONTH.at(month), plan.ofMonth(month));
  }

  private Held held(Part part, long amount) {
    return new Held(
        amount,
        plan.requirements().stream()
            .anyMatch(
                asked -> asked.bound() == Requirement.Bound.EXACTLY && asked.part().equals(part)));
  }

  /**
   * Returns how the cell was reached.
   *
   * @return the parts of two axes or more that were rounded and that the cell lies in, from large
   *     to small; the last is the cell itself
   */
  public ImmutableList<Portion> portions() {
    ImmutableList.Builder<Portion> portions = ImmutableList.builder();
    Part own = cell.part();
    for (DividedTable.Level level : plan.levels()) {
      if (level.axes().size() > 1) {
        Part part = Part.all();
        int place = 0;
        for (String axis : level.axes()) {
          String at = Objects.requireNonNull(own.places().get(axis));
          part = part.and(axis, at);
          ImmutableList<String> places = Objects.requireNonNull(plan.axes().get(axis));
          place = place * places.size() + places.indexOf(at);
        }
        portions.add(
            new Portion(
                part,
                level.shares().get(place),
                Objects.requireNonNull(plan.levelSums().get(level.axes())).get(place),
                plan.unit()));
      }
    }
    return portions.build();
  }

  /**
   * Returns what was asked of parts that the cell lies in.
   *
   * @return given targets, floors and caps
   */
  public ImmutableList<Requirement> asked() {
    Part own = cell.part();
    return plan.requirements().stream()
        .filter(asked -> own.places().entrySet().containsAll(asked.part().places().entrySet()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Says why, with ids for people and products.
   *
   * @param locale Chinese, or English for every other language
   * @return a few sentences
   */
  public String explain(Locale locale) {
    return new PlanWords(plan, locale, (axis, place) -> place).why(cell, this);
  }

  /**
   * Says why, with names for people and products.
   *
   * @param locale Chinese, or English for every other language
   * @param organization knows what ids are called
   * @return a few sentences
   */
  public String explain(Locale locale, Organization organization) {
    return new PlanWords(plan, locale, PartWords.names(organization)).why(cell, this);
  }
}
