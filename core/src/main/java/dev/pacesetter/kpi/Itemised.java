package dev.pacesetter.kpi;

import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** A metric that can say what each deal, or each other event, brings to its number. */
interface Itemised extends Kpi {

  /** What one deal or event brings: a sum has no denominators. */
  record Item(int day, long numerator, long denominator) {
    static final Item NONE = new Item(0, 0, 0);

    Item plus(Item more) {
      return new Item(
          Math.min(day, more.day),
          Math.addExact(numerator, more.numerator),
          Math.addExact(denominator, more.denominator));
    }
  }

  /** Whether the number is a share, and not a sum. */
  boolean isShare();

  /** What counts in {@code [start, end)}, by the id of the deal or, where there is none, event. */
  Map<String, Item> items(SalesFacts facts, Scope scope, LocalDate start, LocalDate end);

  /** The items of credits. */
  static Map<String, Item> of(
      Credits credits, SalesFacts facts, Scope scope, LocalDate start, LocalDate end) {
    Map<String, Item> items = new TreeMap<>();
    for (int row : credits.rows(scope, start, end)) {
      int deal = credits.deal(row);
      String subject = deal < 0 ? credits.event(row) : facts.book().opportunities().get(deal).id();
      items.merge(subject, new Item(credits.day(row), credits.value(row), 0), Item::plus);
    }
    return items;
  }
}
