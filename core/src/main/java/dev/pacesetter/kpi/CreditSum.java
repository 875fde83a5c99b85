package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.function.Function;

/** A metric that adds up credits. */
final class CreditSum extends Definition implements AdditiveKpi {
  private final Function<SalesFacts, Credits> source;

  CreditSum(
      String id,
      Unit unit,
      Direction direction,
      TimeBasis basis,
      Function<SalesFacts, Credits> source) {
    super(
        id,
        unit,
        direction,
        basis,
        (facts, scope, period) -> {
          Credits credits = source.apply(facts);
          int[] rows = credits.rows(scope, period.start(), period.end());
          if (credits.size() == 0) {
            return Measure.noData(unit, 0, NoData.NOT_RECORDED);
          }
          if (!credits.isValued()) {
            return Measure.noData(unit, rows.length, NoData.NOT_RECORDED);
          }
          return Measure.of((double) credits.sum(rows), unit, rows.length);
        });
    this.source = source;
  }

  @Override
  public Credits credits(SalesFacts facts) {
    return source.apply(facts);
  }
}
