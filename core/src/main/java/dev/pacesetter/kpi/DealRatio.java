package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A share of deals: which are counted on which day, and which of them are meant. By number it has a
 * Wilson interval; by value it has none, and counts the deals that have an amount.
 */
final class DealRatio extends Definition implements Itemised {
  /** The day of a deal that is not counted. */
  static final int NEVER = Integer.MAX_VALUE;

  private static final double CONFIDENCE = 0.95;

  /** On which epoch day a deal counts. */
  interface CountingDay {
    int of(SalesFacts facts, int row);
  }

  /** Whether a deal that counts is meant. */
  interface Meant {
    boolean test(SalesFacts facts, int row);
  }

  /** How the share is made. */
  record Recipe(
      TimeBasis basis, CountingDay day, Meant meant, boolean byValue, boolean needsLosses) {
    static Recipe of(TimeBasis basis, CountingDay day, Meant meant) {
      return new Recipe(basis, day, meant, false, false);
    }

    Recipe weighted() {
      return new Recipe(basis, day, meant, true, needsLosses);
    }

    /** Says nothing where losses are not written down. */
    Recipe amongLosses() {
      return new Recipe(basis, day, meant, byValue, true);
    }

    private int[] rows(Deals deals, Scope scope) {
      return basis == TimeBasis.CREATED ? deals.rowsByCreation(scope) : deals.rows(scope);
    }

    private boolean counts(SalesFacts facts, int row, long start, long end) {
      int on = day.of(facts, row);
      return on != NEVER
          && (basis == TimeBasis.AS_OF || (on >= start && on < end))
          && (!byValue || facts.deals().isValued(row));
    }

    Measure measure(SalesFacts facts, Scope scope, Period period) {
      Deals deals = facts.deals();
      long start = period.start().toEpochDay();
      long end = period.end().toEpochDay();
      long all = 0;
      long meantOnes = 0;
      int n = 0;
      int counted = 0;
      for (int row : rows(deals, scope)) {
        if (counts(facts, row, start, end)) {
          long weight = byValue ? deals.amount(row) : 1;
          boolean is = meant.test(facts, row);
          all = Math.addExact(all, weight);
          meantOnes += is ? weight : 0;
          n++;
          counted += is ? 1 : 0;
        }
      }
      if (needsLosses && !deals.recordsLosses()) {
        return Measure.noData(Unit.RATIO, counted, NoData.NOT_RECORDED);
      }
      if (!byValue) {
        return ProportionInterval.WILSON.measure(Ratio.of(meantOnes, all), CONFIDENCE);
      }
      return all == 0
          ? Measure.noData(Unit.RATIO, n, NoData.NOTHING_OBSERVED)
          : Measure.of((double) meantOnes / all, Unit.RATIO, n);
    }
  }

  private final Recipe recipe;

  DealRatio(String id, int version, Direction direction, Recipe recipe) {
    super(id, version, Unit.RATIO, direction, recipe.basis(), recipe::measure);
    this.recipe = recipe;
  }

  DealRatio(String family, String parameter, Direction direction, Recipe recipe) {
    super(family, parameter, Unit.RATIO, direction, recipe.basis(), recipe::measure);
    this.recipe = recipe;
  }

  @Override
  public boolean isShare() {
    return true;
  }

  @Override
  public Map<String, Item> items(SalesFacts facts, Scope scope, LocalDate start, LocalDate end) {
    Map<String, Item> items = new TreeMap<>();
    for (int row : recipe.rows(facts.deals(), scope)) {
      if (recipe.counts(facts, row, start.toEpochDay(), end.toEpochDay())) {
        long weight = recipe.byValue() ? facts.deals().amount(row) : 1;
        items.put(
            facts.book().opportunities().get(row).id(),
            new Item(
                recipe.day().of(facts, row), recipe.meant().test(facts, row) ? weight : 0, weight));
      }
    }
    return items;
  }
}
