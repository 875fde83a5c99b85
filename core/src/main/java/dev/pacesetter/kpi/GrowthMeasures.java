package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.gap.DriverCells;
import dev.pacesetter.metrics.gap.Gap;
import dev.pacesetter.metrics.gap.GapLine;
import dev.pacesetter.organization.Scope;
import java.util.function.ToLongFunction;

/** The value won beside that of the year before, by price, volume and mix of products. */
final class GrowthMeasures {
  private static final String DEALS = "deals";
  private static final String VOLUME = "volume";
  private static final String MIX = "mix";
  private static final String PRICE = "price";

  /** Where deals name no product; no product's id is empty. */
  private static final String NO_PRODUCT = "";

  private GrowthMeasures() {}

  static Measure part(SalesFacts facts, Scope scope, Period period, String driver) {
    return measure(facts, scope, period, all -> all.part(driver));
  }

  static Measure range(SalesFacts facts, Scope scope, Period period) {
    return measure(facts, scope, period, all -> all.appeared() - all.disappeared());
  }

  private static Measure measure(
      SalesFacts facts, Scope scope, Period period, ToLongFunction<GapLine> wanted) {
    Credits credits = Kpis.WON_VALUE.credits(facts);
    if (!credits.isValued()) {
      return Measure.noData(Unit.MONEY, 0, NoData.NOT_RECORDED);
    }
    Period before = facts.calendar().yearBefore(period);
    int[] earlier = credits.rows(scope, before.start(), before.end());
    int[] later = credits.rows(scope, period.start(), period.end());
    int deals = credits.events(earlier) + credits.events(later);
    if (earlier.length == 0) {
      return Measure.noData(Unit.MONEY, deals, NoData.NOTHING_OBSERVED);
    }
    Gap gap = Gap.between(cells(credits, earlier), cells(credits, later));
    return Measure.of((double) wanted.applyAsLong(gap.total()), Unit.MONEY, deals);
  }

  /** Number of deals and average value by product, the number as a total and a share of it. */
  private static DriverCells cells(Credits credits, int[] rows) {
    int none = credits.products().size();
    int[] sizes = new int[none + 1];
    for (int row : rows) {
      sizes[place(credits, row, none)]++;
    }
    int[][] byProduct = new int[none + 1][];
    for (int product = 0; product <= none; product++) {
      byProduct[product] = new int[sizes[product]];
    }
    for (int at = rows.length - 1; at >= 0; at--) {
      int product = place(credits, rows[at], none);
      byProduct[product][--sizes[product]] = rows[at];
    }
    DriverCells.Builder cells = DriverCells.over(DEALS, PRICE);
    for (int product = 0; product <= none; product++) {
      if (byProduct[product].length > 0) {
        double deals = credits.events(byProduct[product]);
        cells.add(
            product == none ? NO_PRODUCT : credits.products().get(product),
            deals,
            credits.sum(byProduct[product]) / deals);
      }
    }
    return cells.build().withMix(DEALS, VOLUME, MIX);
  }

  private static int place(Credits credits, int row, int none) {
    return credits.product(row) < 0 ? none : credits.product(row);
  }
}
