package dev.pacesetter.metrics.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.metrics.column.RowOrder;
import java.time.Instant;

/**
 * Every recorded state of every deal, as columns of primitives.
 *
 * <p>A row says how a deal stands from an instant on: amount, expected close day, and whether it is
 * open. The first row of a deal is its creation. Rows may be added in any order; a deal's rows are
 * taken by time, then by sequence number, and where neither tells them apart, by status in the
 * order of {@link DealStatus}, then by amount, then by close day. Adding a row twice changes
 * nothing. Immutable.
 */
public final class DealHistory {
  /** Stands for a deal without an expected close date. */
  public static final long NO_CLOSE_DAY = Long.MIN_VALUE;

  private final long[] deals;
  private final long[] times;
  private final long[] amounts;
  private final long[] closeDays;
  private final DealStatus[] statuses;

  private DealHistory(Builder builder) {
    ImmutableLongArray deal = builder.deals.build();
    ImmutableLongArray time = builder.times.build();
    ImmutableLongArray sequence = builder.sequences.build();
    ImmutableLongArray amount = builder.amounts.build();
    ImmutableLongArray closeDay = builder.closeDays.build();
    ImmutableList<DealStatus> status = builder.statuses.build();
    RowOrder byDealAndTime =
        (a, b) -> {
          int c = Long.compare(deal.get(a), deal.get(b));
          c = c != 0 ? c : Long.compare(time.get(a), time.get(b));
          c = c != 0 ? c : Long.compare(sequence.get(a), sequence.get(b));
          c = c != 0 ? c : status.get(a).compareTo(status.get(b));
          c = c != 0 ? c : Long.compare(amount.get(a), amount.get(b));
          return c != 0 ? c : Long.compare(closeDay.get(a), closeDay.get(b));
        };
    int rows = deal.length();
    int[] order = byDealAndTime.sorted(rows);
    deals = new long[rows];
    times = new long[rows];
    amounts = new long[rows];
    closeDays = new long[rows];
    statuses = new DealStatus[rows];
    for (int i = 0; i < rows; i++) {
      int row = order[i];
      deals[i] = deal.get(row);
      times[i] = time.get(row);
      amounts[i] = amount.get(row);
      closeDays[i] = closeDay.get(row);
      statuses[i] = status.get(row);
    }
  }

  /**
   * Returns an empty builder.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns how many rows were added.
   *
   * @return the count
   */
  public int rows() {
    return deals.length;
  }

  /**
   * Returns the open pipeline just before an instant.
   *
   * @param at the instant; a row at exactly this instant does not count yet
   * @param scope which open deals belong to it
   * @return number and total amount of the deals
   * @throws ArithmeticException if the total does not fit a {@code long}
   */
  public Movement openBefore(Instant at, PipelineScope scope) {
    return Waterfall.between(at, at, this, scope).start();
  }

  long deal(int row) {
    return deals[row];
  }

  long time(int row) {
    return times[row];
  }

  long amount(int row) {
    return amounts[row];
  }

  long closeDay(int row) {
    return closeDays[row];
  }

  DealStatus status(int row) {
    return statuses[row];
  }

  /** Collects rows in any order. Not safe for use by several threads. */
  public static final class Builder {
    private final ImmutableLongArray.Builder deals = ImmutableLongArray.builder();
    private final ImmutableLongArray.Builder times = ImmutableLongArray.builder();
    private final ImmutableLongArray.Builder sequences = ImmutableLongArray.builder();
    private final ImmutableLongArray.Builder amounts = ImmutableLongArray.builder();
    private final ImmutableLongArray.Builder closeDays = ImmutableLongArray.builder();
    private final ImmutableList.Builder<DealStatus> statuses = ImmutableList.builder();

    private Builder() {}

    /**
     * Adds how a deal stands from an instant on, with sequence number 0.
     *
     * @param deal the caller's number of the deal
     * @param atMillis the instant in milliseconds since 1970-01-01T00:00Z
     * @param status whether it is open
     * @param amount minor units of one currency, at least 0
     * @param closeDay the expected close date as days since 1970-01-01, or {@link #NO_CLOSE_DAY}; a
     *     closing row without one keeps the last known
     * @return this builder
     * @throws IllegalArgumentException if the amount is negative
     */
    public Builder add(long deal, long atMillis, DealStatus status, long amount, long closeDay) {
      return add(deal, atMillis, 0, status, amount, closeDay);
    }

    /**
     * Adds how a deal stands from an instant on.
     *
     * @param deal the caller's number of the deal
     * @param atMillis the instant in milliseconds since 1970-01-01T00:00Z
     * @param sequence orders rows of one deal and instant
     * @param status whether it is open
     * @param amount minor units of one currency, at least 0
     * @param closeDay the expected close date as days since 1970-01-01, or {@link #NO_CLOSE_DAY}; a
     *     closing row without one keeps the last known
     * @return this builder
     * @throws IllegalArgumentException if the amount is negative
     */
    public Builder add(
        long deal, long atMillis, long sequence, DealStatus status, long amount, long closeDay) {
      checkArgument(
          amount >= 0, "amount of deal %s is %s minor units; it must be at least 0", deal, amount);
      deals.add(deal);
      times.add(atMillis);
      sequences.add(sequence);
      amounts.add(amount);
      closeDays.add(closeDay);
      statuses.add(status);
      return this;
    }

    /**
     * Returns the history of the rows added so far.
     *
     * @return the history
     */
    public DealHistory build() {
      return new DealHistory(this);
    }
  }
}
