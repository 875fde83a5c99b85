package dev.pacesetter.monitor;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.Credits;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.plan.SalesPlan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was credited in the scope and period of a plan, by person and product. */
final class Actuals {
  private final Credits credits;
  private final int[] rows;
  private final Map<String, Integer> people;
  private final Map<String, Integer> products;
  private final long[][] sums;
  private final int[][] counts;
  private final double[] averageOfProduct;
  private final double average;

  private Actuals(Credits credits, int[] rows) {
    this.credits = credits;
    this.rows = rows;
    people = places(credits.people());
    products = places(credits.products());
    sums = new long[people.size() + 1][products.size() + 1];
    counts = new int[people.size() + 1][products.size() + 1];
    for (int row : rows) {
      int person = person(row);
      int product = product(row);
      sums[person][product] = Math.addExact(sums[person][product], credits.value(row));
      counts[person][product]++;
    }
    averageOfProduct = new double[products.size() + 1];
    average = averages();
  }

  /** Averages over all credits there are, also those before the plan's period. */
  private double averages() {
    double[] sum = new double[averageOfProduct.length];
    int[] count = new int[averageOfProduct.length];
    for (int row = 0; row < credits.size(); row++) {
      sum[product(row)] += credits.value(row);
      count[product(row)]++;
    }
    double all = credits.size() == 0 ? 0 : Arrays.stream(sum).sum() / credits.size();
    Arrays.setAll(
        averageOfProduct, product -> count[product] == 0 ? all : sum[product] / count[product]);
    return all;
  }

  /** Returns the average credit so far of a part's product, or of all where that was never sold. */
  double averageCredit(Scope scope) {
    Integer product = scope.product().map(products::get).orElse(null);
    return product == null ? average : averageOfProduct[product];
  }

  static Actuals of(SalesPlan plan, SalesFacts facts) {
    Credits credits = plan.kpi().credits(facts);
    Period period = plan.period();
    return new Actuals(credits, credits.rows(plan.scope(), period.start(), period.end()));
  }

  private static Map<String, Integer> places(ImmutableList<String> ids) {
    Map<String, Integer> places = new HashMap<>();
    ids.forEach(id -> places.put(id, places.size()));
    return places;
  }

  /** Nobody has the place after the last person. */
  private int person(int row) {
    return credits.person(row) < 0 ? people.size() : credits.person(row);
  }

  private int product(int row) {
    return credits.product(row) < 0 ? products.size() : credits.product(row);
  }

  /** Returns what a person sold of a product. */
  long sum(String person, String product) {
    Integer who = people.get(person);
    Integer what = products.get(product);
    return who == null || what == null ? 0 : sums[who][what];
  }

  /** Returns how often a person sold a product. */
  int count(String person, String product) {
    Integer who = people.get(person);
    Integer what = products.get(product);
    return who == null || what == null ? 0 : counts[who][what];
  }

  ImmutableList<String> people() {
    return credits.people();
  }

  ImmutableList<String> products() {
    return credits.products();
  }

  /** Returns what a part of the business sold. */
  long sum(Scope scope) {
    if (!isOfCells(scope)) {
      long sum = 0;
      for (int row : credits.rows(scope, rows)) {
        sum = Math.addExact(sum, credits.value(row));
      }
      return sum;
    }
    long sum = 0;
    for (int who : wanted(people, scope.person())) {
      for (int what : wanted(products, scope.product())) {
        sum = Math.addExact(sum, sums[who][what]);
      }
    }
    return sum;
  }

  /** Returns how often a part of the business sold something. */
  int count(Scope scope) {
    if (!isOfCells(scope)) {
      return credits.rows(scope, rows).length;
    }
    int count = 0;
    for (int who : wanted(people, scope.person())) {
      for (int what : wanted(products, scope.product())) {
        count += counts[who][what];
      }
    }
    return count;
  }

  /** Whether a part is made of cells of the table, which spares going over the rows. */
  private static boolean isOfCells(Scope scope) {
    return scope.conditions().keySet().stream()
        .allMatch(dimension -> dimension == Dimension.PERSON || dimension == Dimension.PRODUCT);
  }

  /** The places of the table that are meant; nobody and nothing come last. */
  private static int[] wanted(Map<String, Integer> places, Optional<String> id) {
    return id.map(
            known ->
                places.containsKey(known) ? new int[] {places.getOrDefault(known, 0)} : new int[0])
        .orElseGet(() -> IntStream.rangeClosed(0, places.size()).toArray());
  }

  /** Returns what a part of the business sold up to the end of each of some days. */
  long[] byDay(Scope scope, long firstDay, int days) {
    long[] byDay = new long[days];
    for (int row : credits.rows(scope, rows)) {
      int at = Math.toIntExact(credits.day(row) - firstDay);
      if (at < days) {
        byDay[at] = Math.addExact(byDay[at], credits.value(row));
      }
    }
    for (int day = 1; day < days; day++) {
      byDay[day] = Math.addExact(byDay[day], byDay[day - 1]);
    }
    return byDay;
  }

  /** Returns what has no cell in a plan, by person, then product; nobody and nothing last. */
  ImmutableList<Unplanned> unplanned(SalesPlan plan) {
    boolean[] plannedPerson = planned(plan.people(), people);
    boolean[] plannedProduct = planned(plan.products(), products);
    ImmutableList.Builder<Unplanned> unplanned = ImmutableList.builder();
    for (int who = 0; who < sums.length; who++) {
      for (int what = 0; what < sums[who].length; what++) {
        if (counts[who][what] > 0 && !(plannedPerson[who] && plannedProduct[what])) {
          unplanned.add(
              new Unplanned(
                  who < people.size() ? credits.people().get(who) : null,
                  what < products.size() ? credits.products().get(what) : null,
                  sums[who][what],
                  counts[who][what]));
        }
      }
    }
    return unplanned.build();
  }

  private static boolean[] planned(ImmutableList<String> ids, Map<String, Integer> places) {
    boolean[] planned = new boolean[places.size() + 1];
    for (String id : ids) {
      Integer place = places.get(id);
      if (place != null) {
        planned[place] = true;
      }
    }
    return planned;
  }
}
