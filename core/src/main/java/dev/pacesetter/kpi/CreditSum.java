package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.Map;

/** A metric that adds up credits. */
final class CreditSum extends Definition implements AdditiveKpi, Itemised {
  private final CreditKind kind;

  CreditSum(String id, Unit unit, Direction direction, TimeBasis basis, CreditKind kind) {
    super(
        id,
        unit,
        direction,
        basis,
        (facts, scope, period) -> {
          Credits credits = facts.credits(kind);
          int[] rows = credits.rows(scope, period.start(), period.end());
          if (credits.size() == 0) {
            return Measure.noData(unit, 0, NoData.NOT_RECORDED);
          }
          if (!credits.isValued()) {
            return Measure.noData(unit, credits.events(rows), NoData.NOT_RECORDED);
          }
          return Measure.of((double) credits.sum(rows), unit, credits.events(rows));
        });
    this.kind = kind;
  }

  @Override
  public Credits credits(SalesFacts facts) {
    return facts.credits(kind);
  }

  @Override
  public boolean isShare() {
    return false;
  }

  @Override
  public Map<String, Item> items(SalesFacts facts, Scope scope, LocalDate start, LocalDate end) {
    return Itemised.of(credits(facts), facts, scope, start, end);
  }
}
