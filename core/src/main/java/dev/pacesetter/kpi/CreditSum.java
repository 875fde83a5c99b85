package dev.pacesetter.kpi;

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
        (facts, scope, period) -> facts.credits(kind).measure(unit, scope, period));
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
