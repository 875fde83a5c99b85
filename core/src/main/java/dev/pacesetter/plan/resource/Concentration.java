package dev.pacesetter.plan.resource;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.division.Division;
import java.util.Map;

/**
 * Divides hours or a budget among alternatives so that as much as possible comes back.
 *
 * <pre>{@code
 * Allocation best = Concentration.of(400)                 // hours
 *     .over(Alternative.of("retail", ResponseCurve.power(900, 0.5)),
 *           Alternative.of("banks", ResponseCurve.saturating(30_000, 80)).between(40, 200))
 *     .inLotsOf(8)
 *     .best();
 * best.shortfall();                                       // at most 0.3 % below the best
 * }</pre>
 *
 * <p><b>Exactness.</b> What lot k of an alternative brings never grows with k, because responses
 * are concave. Taking every lot that brings at least λ therefore takes the first so many of each
 * alternative, and among all allocations of as many lots none returns more: any other leaves out a
 * lot of at least λ for one of at most λ. Bisection finds neighbouring λ between which the lots
 * taken pass what there is; the lots between are alike to the last bits of a double and fill what
 * is left, those of earlier alternatives first. So the result is the best in whole lots, up to the
 * rounding of the responses themselves (Fox 1966). Without lots, a lot is one unit.
 *
 * <p><b>The bound.</b> For every price λ of a unit, {@code D(λ) = λ·budget + Σ max (f(x) - λ·x)}
 * over x within the limits is at least what any allocation returns, in fractions too, since none
 * spends more than the budget. The least D found by bisection on λ is {@link Allocation#best()},
 * raised by a few parts in 10¹² for rounding. No claim rests on λ being the best one: a worse one
 * only gives a wider bound.
 *
 * @see "Fox (1966), Discrete optimization via marginal analysis, Management Science 13:210"
 * @see "Everett (1963), Generalized Lagrange multiplier method, Operations Research 11:399"
 */
public final class Concentration {
  private final long budget;
  private final ImmutableList<Alternative> alternatives;
  private final long lot;

  private Concentration(long budget, ImmutableList<Alternative> alternatives, long lot) {
    this.budget = budget;
    this.alternatives = alternatives;
    this.lot = lot;
  }

  /**
   * Begins with what there is.
   *
   * @param budget hours, cents or other units, from 0 to {@value Division#MOST}
   * @return a concentration over nothing yet, divisible to the unit
   * @throws IllegalArgumentException if the budget is out of range
   */
  public static Concentration of(long budget) {
    checkArgument(
        budget >= 0 && budget <= Division.MOST,
        "the budget is %s; from 0 to %s is possible",
        budget,
        Division.MOST);
    return new Concentration(budget, ImmutableList.of(), 1);
  }

  /**
   * Returns this concentration over alternatives.
   *
   * @param alternatives what units can be put into, each once
   * @return the concentration
   * @throws IllegalArgumentException if one is there twice, or the least of all is more than there
   *     is
   */
  public Concentration over(Alternative... alternatives) {
    return over(ImmutableList.copyOf(alternatives));
  }

  /**
   * Returns this concentration over alternatives.
   *
   * @param alternatives what units can be put into, each once
   * @return the concentration
   * @throws IllegalArgumentException if one is there twice, or the least of all is more than there
   *     is
   */
  public Concentration over(Iterable<Alternative> alternatives) {
    ImmutableList<Alternative> list = ImmutableList.copyOf(alternatives);
    ImmutableList<String> ids =
        list.stream().map(Alternative::id).collect(ImmutableList.toImmutableList());
    checkArgument(
        ImmutableSet.copyOf(ids).size() == ids.size(),
        "the alternatives are %s; each may be there once",
        ids);
    long least = list.stream().mapToLong(Alternative::least).reduce(0, Math::addExact);
    checkArgument(
        least <= budget,
        "the alternatives must be given %s at least; the budget is %s",
        least,
        budget);
    return new Concentration(budget, list, lot);
  }

  /**
   * Returns this concentration in lots: each alternative gets its least and whole lots on top.
   *
   * @param lot units in a lot, at least 1
   * @return the concentration
   * @throws IllegalArgumentException if the lot is below 1
   */
  public Concentration inLotsOf(long lot) {
    checkArgument(lot >= 1, "a lot is %s units; it must be at least 1", lot);
    return new Concentration(budget, alternatives, lot);
  }

  /**
   * Finds the best allocation.
   *
   * @return the best in whole lots, with the bound on any
   * @throws IllegalStateException if there is no alternative
   */
  public Allocation best() {
    return allocation(new Lots(alternatives, budget, lot).best());
  }

  /**
   * Judges an allocation that somebody made: what it returns, and how far that is from the best at
   * most.
   *
   * @param amounts what each alternative is given; those not named get nothing
   * @return the allocation with the bound on any
   * @throws IllegalArgumentException if an alternative is not known, an amount is out of its
   *     limits, or all amounts are more than there is
   */
  public Allocation judge(Map<String, Long> amounts) {
    ImmutableSet<String> known =
        alternatives.stream().map(Alternative::id).collect(ImmutableSet.toImmutableSet());
    checkArgument(
        known.containsAll(amounts.keySet()),
        "amounts are given to %s; the alternatives are %s",
        amounts.keySet(),
        known);
    long[] given = new long[alternatives.size()];
    for (int at = 0; at < given.length; at++) {
      Alternative alternative = alternatives.get(at);
      given[at] = amounts.getOrDefault(alternative.id(), 0L);
      checkArgument(
          given[at] >= alternative.least() && given[at] <= alternative.most(),
          "alternative %s is given %s; from %s to %s is allowed",
          alternative.id(),
          given[at],
          alternative.least(),
          alternative.most());
    }
    return allocation(given);
  }

  private Allocation allocation(long[] amounts) {
    ImmutableList.Builder<AllocationLine> lines = ImmutableList.builder();
    for (int at = 0; at < amounts.length; at++) {
      Alternative alternative = alternatives.get(at);
      ResponseCurve curve = alternative.response();
      lines.add(
          new AllocationLine(
              alternative.id(),
              amounts[at],
              curve.value((double) amounts[at]),
              amounts[at] > alternative.most() - lot
                  ? 0
                  : curve.gain((double) amounts[at], (double) lot) / lot));
    }
    return new Allocation(budget, lines.build(), DualBound.of(alternatives, budget));
  }
}
