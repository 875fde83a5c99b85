package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A quotient of two counts, of which a deal may bring several or one without the other. It may
 * exceed 1, and since what one deal brings is not independent, it has no interval.
 */
final class ItemRatio extends Definition implements Itemised {

  /** What a deal brings to both counts in {@code [start, end)}, as epoch days. */
  interface Counting {
    Item of(SalesFacts facts, int row, long start, long end);
  }

  private final Counting counting;

  ItemRatio(String family, String parameter, Direction direction, Counting counting) {
    super(
        family,
        parameter,
        Unit.RATIO,
        direction,
        TimeBasis.EVENT,
        (facts, scope, period) -> measure(facts, scope, period, counting));
    this.counting = counting;
  }

  private static Measure measure(SalesFacts facts, Scope scope, Period period, Counting counting) {
    long numerator = 0;
    long denominator = 0;
    for (int row : facts.deals().rows(scope)) {
      Item item = counting.of(facts, row, period.start().toEpochDay(), period.end().toEpochDay());
      numerator += item.numerator();
      denominator += item.denominator();
    }
    return denominator == 0
        ? Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED)
        : Measure.of((double) numerator / denominator, Unit.RATIO, denominator);
  }

  @Override
  public boolean isShare() {
    return true;
  }

  @Override
  public Map<String, Item> items(SalesFacts facts, Scope scope, LocalDate start, LocalDate end) {
    Map<String, Item> items = new TreeMap<>();
    for (int row : facts.deals().rows(scope)) {
      Item item = counting.of(facts, row, start.toEpochDay(), end.toEpochDay());
      if (item.numerator() != 0 || item.denominator() != 0) {
        items.put(facts.book().opportunities().get(row).id(), item);
      }
    }
    return items;
  }
}
