package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.metrics.column.RowOrder;
import java.util.HashSet;
import java.util.List;

/**
 * Which deal entered which stage when, and how it ended, as columns of primitives.
 *
 * <p>Facts may be added in any order; those of a deal are taken by time, then by sequence number,
 * and where neither tells them apart: creation, stages in the order of the process, lost, won.
 * Adding a fact twice changes nothing. Immutable.
 */
public final class StageHistory {
  static final int CREATED = -1;

  private final ImmutableList<String> stages;
  private final long[] deals;
  private final long[] times;
  private final int[] facts;

  private StageHistory(Builder builder) {
    stages = builder.stages;
    ImmutableLongArray deal = builder.deals.build();
    ImmutableLongArray time = builder.times.build();
    ImmutableLongArray sequence = builder.sequences.build();
    ImmutableIntArray fact = builder.facts.build();
    RowOrder byDealAndTime =
        (a, b) -> {
          int c = Long.compare(deal.get(a), deal.get(b));
          c = c != 0 ? c : Long.compare(time.get(a), time.get(b));
          c = c != 0 ? c : Long.compare(sequence.get(a), sequence.get(b));
          return c != 0 ? c : Integer.compare(fact.get(a), fact.get(b));
        };
    int rows = deal.length();
    int[] order = byDealAndTime.sorted(rows);
    deals = new long[rows];
    times = new long[rows];
    facts = new int[rows];
    for (int i = 0; i < rows; i++) {
      deals[i] = deal.get(order[i]);
      times[i] = time.get(order[i]);
      facts[i] = fact.get(order[i]);
    }
  }

  /**
   * Returns an empty builder.
   *
   * @param stages the names of the stages in the order of the process, without the outcomes
   * @return the builder
   * @throws IllegalArgumentException if there is no stage, or a name is blank or there twice
   */
  public static Builder builder(String... stages) {
    return new Builder(ImmutableList.copyOf(stages));
  }

  /**
   * Returns an empty builder.
   *
   * @param stages the names of the stages in the order of the process, without the outcomes
   * @return the builder
   * @throws IllegalArgumentException if there is no stage, or a name is blank or there twice
   */
  public static Builder builder(List<String> stages) {
    return new Builder(ImmutableList.copyOf(stages));
  }

  /**
   * Returns the names of the stages.
   *
   * @return the names in the order of the process
   */
  public ImmutableList<String> stages() {
    return stages;
  }

  int rows() {
    return deals.length;
  }

  long deal(int row) {
    return deals[row];
  }

  long time(int row) {
    return times[row];
  }

  /** A stage from 0, {@link #CREATED}, {@link #lost} or {@link #won}. */
  int fact(int row) {
    return facts[row];
  }

  int lost() {
    return stages.size();
  }

  int won() {
    return stages.size() + 1;
  }

  /** Collects facts in any order. Not safe for use by several threads. */
  public static final class Builder {
    private final ImmutableList<String> stages;
    private final ImmutableLongArray.Builder deals = ImmutableLongArray.builder();
    private final ImmutableLongArray.Builder times = ImmutableLongArray.builder();
    private final ImmutableLongArray.Builder sequences = ImmutableLongArray.builder();
    private final ImmutableIntArray.Builder facts = ImmutableIntArray.builder();
    private long sequence;

    private Builder(ImmutableList<String> stages) {
      this.stages = stages;
      checkArgument(
          !stages.isEmpty()
              && stages.stream().noneMatch(String::isBlank)
              && new HashSet<>(stages).size() == stages.size(),
          "stages are %s; there must be at least one, each with a name of its own",
          stages);
    }

    /**
     * Gives the facts added from now on a sequence number, which orders facts of one deal and
     * instant. It is 0 at first.
     *
     * @param sequence the number
     * @return this builder
     */
    public Builder sequence(long sequence) {
      this.sequence = sequence;
      return this;
    }

    /**
     * Adds that a deal exists. Not needed where it enters a stage or has an outcome.
     *
     * @param deal the caller's number of the deal
     * @param atMillis the instant in milliseconds since 1970-01-01T00:00Z
     * @return this builder
     */
    public Builder created(long deal, long atMillis) {
      return add(deal, atMillis, CREATED);
    }

    /**
     * Adds that a deal entered a stage.
     *
     * @param deal the caller's number of the deal
     * @param stage the stage, from 0
     * @param atMillis the instant in milliseconds since 1970-01-01T00:00Z
     * @return this builder
     * @throws IllegalArgumentException if there is no such stage
     */
    public Builder entered(long deal, int stage, long atMillis) {
      checkArgument(
          stage >= 0 && stage < stages.size(),
          "deal %s entered stage %s; it must be from 0 below %s",
          deal,
          stage,
          stages.size());
      return add(deal, atMillis, stage);
    }

    /**
     * Adds that a deal was won.
     *
     * @param deal the caller's number of the deal
     * @param atMillis the instant in milliseconds since 1970-01-01T00:00Z
     * @return this builder
     */
    public Builder won(long deal, long atMillis) {
      return add(deal, atMillis, stages.size() + 1);
    }

    /**
     * Adds that a deal was lost.
     *
     * @param deal the caller's number of the deal
     * @param atMillis the instant in milliseconds since 1970-01-01T00:00Z
     * @return this builder
     */
    public Builder lost(long deal, long atMillis) {
      return add(deal, atMillis, stages.size());
    }

    private Builder add(long deal, long atMillis, int fact) {
      deals.add(deal);
      times.add(atMillis);
      sequences.add(sequence);
      facts.add(fact);
      return this;
    }

    /**
     * Returns the history of the facts added so far.
     *
     * @return the history
     */
    public StageHistory build() {
      return new StageHistory(this);
    }
  }
}
