package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.SalesEvent.OrderPlaced;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What was credited to whom, when, for which product: the lowest grain of an additive metric.
 *
 * <p>Row {@code i} is one credit; rows are in a stable order. People and products are places in
 * {@link #people()} and {@link #products()}, or -1. Values are minor units for money and whole
 * things for counts. Credit that is shared has one row for each person; the rows add up to what is
 * shared.
 */
public final class Credits {
  private final SalesFacts facts;
  private final Slices slices;
  private final int[] day;
  private final String[] event;
  private final int[] deal;
  private final long[] value;

  private Credits(SalesFacts facts, int size) {
    this(facts, size, new Slices(facts.dimensions(), size));
  }

  private Credits(SalesFacts facts, int size, Slices slices) {
    this.facts = facts;
    this.slices = slices;
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

  /**
   * Returns a builder of the credits of a metric of one's own.
   *
   * @param facts what is known
   * @return a builder without credits
   */
  public static Builder builder(SalesFacts facts) {
    return new Builder(facts);
  }

  /**
   * Returns some of these credits.
   *
   * @param which tells of a row whether it is kept
   * @return those kept, in their order
   */
  public Credits where(IntPredicate which) {
    int[] rows = IntStream.range(0, size()).filter(which).toArray();
    Credits kept = new Credits(facts, rows.length, slices.only(rows));
    for (int row = 0; row < rows.length; row++) {
      kept.day[row] = day[rows[row]];
      kept.event[row] = event[rows[row]];
      kept.deal[row] = deal[rows[row]];
      kept.value[row] = value[rows[row]];
    }
    return kept;
  }

  /** The same credits, each worth 1. */
  Credits counted() {
    long[] ones = new long[size()];
    Arrays.fill(ones, 1);
    return new Credits(this, ones);
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
   * @return minor units for money, whole things for counts
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

  /**
   * Returns the deal it is credited for.
   *
   * @param row the row
   * @return the deal, empty for what is no deal's, such as an order line
   */
  public Optional<Opportunity> opportunity(int row) {
    return deal[row] < 0
        ? Optional.empty()
        : Optional.of(facts.book().opportunities().get(deal[row]));
  }

  /** The deal a row is credited for, as a row of {@link Deals}; -1 where it is no deal's. */
  int deal(int row) {
    return deal[row];
  }

  /**
   * Returns the sum as a measure, with the number of events it is of.
   *
   * @param unit what is summed: money or a count
   * @param scope which part of the business
   * @param period when
   * @return the sum, 0 where nothing was credited; no data where nothing ever was
   * @throws ArithmeticException if the sum does not fit a {@code long}
   */
  public Measure measure(Unit unit, Scope scope, Period period) {
    int[] rows = rows(scope, period.start(), period.end());
    return isValued()
        ? Measure.of((double) sum(rows), unit, events(rows))
        : Measure.noData(unit, events(rows), NoData.NOT_RECORDED);
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

  /**
   * Collects credits, in an order that is the same for the same facts.
   *
   * <p>What is credited is named by the id of the event it follows from, or of the deal; credit for
   * one event that several people share is given at once.
   */
  public static final class Builder {
    private final SalesFacts facts;
    private final List<Row> rows = new ArrayList<>();

    private record Row(
        String event,
        int deal,
        LocalDate day,
        Optional<String> person,
        Optional<String> product,
        Optional<String> customer,
        Optional<String> channel,
        long value) {}

    private Builder(SalesFacts facts) {
      this.facts = facts;
    }

    /**
     * Credits those who share the deal's credit at an instant, or its owner then where nothing was
     * agreed; their parts are exactly the value.
     *
     * @param event the id of what it is credited for
     * @param deal the deal
     * @param at when
     * @param value minor units for money, whole things for a count
     * @return this builder
     * @throws IllegalArgumentException if the deal is not of the facts' book
     */
    public Builder addShared(String event, Opportunity deal, Instant at, long value) {
      return add(CreditRule.SHARES, event, rowOf(deal), at, value);
    }

    /**
     * Credits who has the largest share of the deal's credit at an instant, or its owner then where
     * nothing was agreed: what is counted stays whole.
     *
     * @param event the id of what it is credited for
     * @param deal the deal
     * @param at when
     * @param value minor units for money, whole things for a count
     * @return this builder
     * @throws IllegalArgumentException if the deal is not of the facts' book
     */
    public Builder addWhole(String event, Opportunity deal, Instant at, long value) {
      return add(CreditRule.LARGEST_SHARE, event, rowOf(deal), at, value);
    }

    /**
     * Credits a person for something about a deal.
     *
     * @param person the person's id, as the organization or some fact names them
     * @param event the id of what it is credited for
     * @param deal the deal
     * @param at when
     * @param value minor units for money, whole things for a count
     * @return this builder
     * @throws IllegalArgumentException if the deal is not of the facts' book
     */
    public Builder addTo(String person, String event, Opportunity deal, Instant at, long value) {
      return add(event, rowOf(deal), at, Optional.of(person), value);
    }

    /**
     * Credits who took an order.
     *
     * @param line the order line
     * @param value minor units for money, whole things for a count
     * @return this builder
     */
    public Builder addOrder(OrderPlaced line, long value) {
      rows.add(
          new Row(
              line.id(),
              -1,
              facts.calendar().dayOf(line.at()),
              Optional.of(line.person()),
              Optional.of(line.product()),
              Optional.of(line.customer()),
              Optional.empty(),
              value));
      return this;
    }

    /** Credits for the deal of a row of {@link Deals}. */
    Builder add(CreditRule rule, String event, int deal, Instant at, long value) {
      CreditRule.Shares shares = rule.of(facts.book().opportunities().get(deal), at, value);
      if (shares.parts().isEmpty()) {
        add(event, deal, at, Optional.empty(), shares.unassigned());
      }
      for (Map.Entry<String, Long> part : shares.parts().entrySet()) {
        add(event, deal, at, Optional.of(part.getKey()), part.getValue());
      }
      return this;
    }

    Builder add(String event, int deal, Instant at, Optional<String> person, long value) {
      Opportunity of = facts.book().opportunities().get(deal);
      rows.add(
          new Row(
              event,
              deal,
              facts.calendar().dayOf(at),
              person,
              of.product(),
              of.customer(),
              of.channel(),
              value));
      return this;
    }

    /** Deals are in the order of their ids. */
    private int rowOf(Opportunity deal) {
      ImmutableList<Opportunity> all = facts.book().opportunities();
      int row = Collections.binarySearch(all, deal, Comparator.comparing(Opportunity::id));
      checkArgument(
          row >= 0 && all.get(row) == deal,
          "credit is given for deal '%s', which is not of the book of these facts",
          deal.id());
      return row;
    }

    /**
     * Returns the credits.
     *
     * @return the credits in the order in which they were added
     */
    public Credits build() {
      Credits credits = new Credits(facts, rows.size());
      for (int at = 0; at < rows.size(); at++) {
        Row row = rows.get(at);
        credits.slices.set(
            at, row.day(), row.person(), row.product(), row.customer(), row.channel());
        credits.day[at] = Math.toIntExact(row.day().toEpochDay());
        credits.event[at] = row.event();
        credits.deal[at] = row.deal();
        credits.value[at] = row.value();
      }
      return credits;
    }
  }
}
