package dev.pacesetter.monitor;

import static dev.pacesetter.metrics.conversion.ProportionInterval.WILSON;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Who of the sellers of a product is behind with it, beside how it goes with other products.
 *
 * <p>A seller is somebody of whom some deals of the product are expected to date; behind is an
 * actual below the plan to date. Deals are uneven, so more than half may be behind while all is
 * well: what other products show is the yardstick.
 *
 * @param behind those behind, furthest first
 * @param all how many sellers there are
 * @param usual the share behind over other products of the same plan, at least one half
 */
record Sellers(ImmutableList<Pace> behind, int all, double usual) {
  private static final double CONFIDENCE = 0.95;

  static Sellers of(Watched product, double deals) {
    String id = product.pace().scope().product().orElseThrow();
    Ratio others = Ratio.NONE;
    for (String other : product.report().plan().products()) {
      if (!other.equals(id)) {
        ImmutableList<Pace> sellers = sellers(product.report(), other, deals);
        others = others.plus(Ratio.of(behind(sellers).size(), sellers.size()));
      }
    }
    ImmutableList<Pace> sellers = sellers(product.report(), id, deals);
    return new Sellers(behind(sellers), sellers.size(), Math.max(0.5, others.value().orElse(0.5)));
  }

  private static ImmutableList<Pace> sellers(PaceReport report, String product, double deals) {
    return report.cellsOf(product).stream()
        .filter(cell -> cell.planned() > 0 && report.expectedDeals(cell) >= deals)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Pace> behind(ImmutableList<Pace> sellers) {
    return sellers.stream().filter(cell -> cell.gap() < 0).collect(ImmutableList.toImmutableList());
  }

  /** The share behind, with its 95 % interval. */
  Measure shareBehind() {
    return WILSON.measure(Ratio.of(behind.size(), all), CONFIDENCE);
  }

  /** How likely as many or more would be behind if it went as with other products. */
  double pValue() {
    return behind.isEmpty()
        ? 1
        : BinomialDistribution.of(all, usual).survivalProbability(behind.size() - 1);
  }

  /** Returns the names of those behind, furthest first. */
  String names(PaceReport report) {
    return String.join(
        " · ",
        behind.stream()
            .map(cell -> cell.scope().on(Dimension.PERSON).orElseThrow())
            .map(id -> report.facts().organization().nameOf(Scope.person(id)))
            .toList());
  }
}
