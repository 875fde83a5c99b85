package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What was credited to whom, when, for which product: the lowest grain of an additive metric.
 *
 * <p>Row {@code i} is one credit; rows are in a stable order. People and products are places in
 * {@link #people()} and {@link #products()}, or -1. Values are minor units for money and 1 for
 * counts. Credit that is shared has one row for each person; the rows add up to what is shared.
 */
public final class Credits {
  private final SalesFacts facts;
  private final Slices slices;
  private final int[] day;
  private final String[] event;
  private final int[] deal;
  private final long[] value;

  Credits(SalesFacts facts, int size) {
    this.facts = facts;
    slices = new Slices(facts.dimensions(), size);
    day = new int[size];
    event = new String[size];
    deal = new int[size];
    value = new long[size];
  }

  private Credits(Credits like, long[] value) {
    facts = like.facts;
    slices = like.slices;
    day = like.day;
    event = like.event;
    deal = like.deal;
    this.value = value;
  }

  /** The same credits, each worth 1. */
  Credits counted() {
    long[] ones = new long[size()];
    Arrays.fill(ones, 1);
    return new Credits(this, ones);
  }

  /** Of one event or deal, whose rows follow one another. */
  void set(
      int row,
      String of,
      int dealRow,
      LocalDate on,
      Optional<String> who,
      Optional<String> what,
      Optional<String> customer,
      Optional<String> through,
      long worth) {
    slices.set(row, on, who, what, customer, through);
    day[row] = Math.toIntExact(on.toEpochDay());
    event[row] = of;
    deal[row] = dealRow;
    value[row] = worth;
  }

  /**
   * Returns whether values are recorded: deals that were won without any amount are counted, but
   * say nothing about money.
   *
   * @return whether some credit is worth anything
   */
  public boolean isValued() {
    for (long worth : value) {
      if (worth != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the number of credits.
   *
   * @return the number of rows
   */
  public int size() {
    return day.length;
  }

  /**
   * Returns everybody who is listed or named by a fact.
   *
   * @return ids in their order
   */
  public ImmutableList<String> people() {
    return facts.dimensions().people();
  }

  /**
   * Returns everything that is listed or named by a fact.
   *
   * @return ids in their order
   */
  public ImmutableList<String> products() {
    return facts.dimensions().products();
  }

  /**
   * Returns when it was credited.
   *
   * @param row the row
   * @return the epoch day in the calendar's zone
   */
  public int day(int row) {
    return day[row];
  }

  /**
   * Returns who is credited.
   *
   * @param row the row
   * @return a place in {@link #people()}, or -1
   */
  public int person(int row) {
    return slices.person(row);
  }

  /**
   * Returns what was sold.
   *
   * @param row the row
   * @return a place in {@link #products()}, or -1
   */
  public int product(int row) {
    return slices.product(row);
  }

  /**
   * Returns what it is worth.
   *
   * @param row the row
   * @return minor units for money, 1 for counts
   */
  public long value(int row) {
    return value[row];
  }

  /**
   * Finds the credits of a scope in {@code [start, end)}.
   *
   * @param scope which part of the business
   * @param start the first day
   * @param end the day after the last
   * @return their rows, ascending
   */
  public int[] rows(Scope scope, LocalDate start, LocalDate end) {
    return slices.rows(scope, day, start.toEpochDay(), end.toEpochDay());
  }

  /**
   * Finds those of some credits that belong to a scope.
   *
   * @param scope which part of the business
   * @param among rows
   * @return those of the scope, in their order
   */
  public int[] rows(Scope scope, int[] among) {
    return slices.rows(scope, among);
  }

  /**
   * Adds up the credits of a scope in {@code [start, end)}.
   *
   * @param scope which part of the business
   * @param start the first day
   * @param end the day after the last
   * @return the sum
   * @throws ArithmeticException if the sum does not fit a {@code long}
   */
  public long total(Scope scope, LocalDate start, LocalDate end) {
    return sum(rows(scope, start, end));
  }

  /** What a row is credited for: the id of a deal, an order line or another fact. */
  String event(int row) {
    return event[row];
  }

  /** The deal a row is credited for, as a row of {@link Deals}; -1 where it is no deal's. */
  int deal(int row) {
    return deal[row];
  }

  /** How many events some rows are of; credit that is shared is one event. */
  int events(int[] rows) {
    int events = 0;
    for (int i = 0; i < rows.length; i++) {
      events += i == 0 || !event[rows[i]].equals(event[rows[i - 1]]) ? 1 : 0;
    }
    return events;
  }

  /** Adds up rows. */
  long sum(int[] rows) {
    long sum = 0;
    for (int row : rows) {
      sum = Math.addExact(sum, value[row]);
    }
    return sum;
  }

  /**
   * Adds up the credits of a scope in a period.
   *
   * @param scope which part of the business
   * @param period when
   * @return the sum
   * @throws ArithmeticException if the sum does not fit a {@code long}
   */
  public long total(Scope scope, Period period) {
    return total(scope, period.start(), period.end());
  }
}
