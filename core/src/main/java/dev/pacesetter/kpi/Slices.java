package dev.pacesetter.kpi;

import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** To which parts of the business rows belong, each as things stood on the day of the row. */
final class Slices {
  private final Dimensions dimensions;
  private final int[] person;
  private final int[] teams;
  private final int[] territories;
  private final int[] product;
  private final int[] segment;
  private final int[] channel;

  Slices(Dimensions dimensions, int size) {
    this.dimensions = dimensions;
    person = new int[size];
    teams = new int[size];
    territories = new int[size];
    product = new int[size];
    segment = new int[size];
    channel = new int[size];
  }

  void set(
      int row,
      LocalDate day,
      Optional<String> who,
      Optional<String> what,
      Optional<String> customer,
      Optional<String> through) {
    person[row] = dimensions.person(who);
    teams[row] = dimensions.teams(who, day);
    territories[row] = dimensions.territories(customer, day);
    product[row] = dimensions.product(what);
    segment[row] = dimensions.segmentOf(customer);
    channel[row] = dimensions.channel(through);
  }

  int size() {
    return person.length;
  }

  int person(int row) {
    return person[row];
  }

  int product(int row) {
    return product[row];
  }

  private boolean isIn(ScopeFilter filter, int row) {
    return filter.covers(
        person[row], teams[row], territories[row], product[row], segment[row], channel[row]);
  }

  /** All rows of a scope, ascending. */
  int[] rows(Scope scope) {
    ScopeFilter filter = ScopeFilter.of(scope, dimensions);
    int[] rows = new int[size()];
    int found = 0;
    for (int row = 0; row < rows.length; row++) {
      if (isIn(filter, row)) {
        rows[found++] = row;
      }
    }
    return Arrays.copyOf(rows, found);
  }

  /** Those of some rows that belong to a scope, in their order. */
  int[] rows(Scope scope, int[] among) {
    ScopeFilter filter = ScopeFilter.of(scope, dimensions);
    int[] rows = new int[among.length];
    int found = 0;
    for (int row : among) {
      if (isIn(filter, row)) {
        rows[found++] = row;
      }
    }
    return Arrays.copyOf(rows, found);
  }
}
