package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.CumulativeIncidence;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import dev.pacesetter.metrics.conversion.SurvivalCurve;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How long each of many deals took to an end, or has taken without one; in days of 24 hours.
 *
 * <p>For the time in a stage, {@link End#WON} is having moved on, to another stage or to being won,
 * {@link End#LOST} having been lost there, and {@link End#OPEN} being there still. For the age of
 * deals the ends are those of the deals.
 *
 * <p>{@link #medianOfEnded} and {@link #quantilesOfEnded} are about those that have ended: exact
 * for them, but short as an answer about all, since what takes long has not ended yet. {@link
 * #survival} and {@link #incidence} take the open ones in as censored. Nothing is sorted before it
 * is asked for, and quantiles not even then. Equal when the durations are, in whichever order.
 * Immutable.
 */
public final class StageTimes {
  private final LongChunks[] byEnd;
  private final long ticksPerDay;
  private final double confidence;

  StageTimes(LongChunks[] byEnd, TimeUnit unit, double confidence) {
    this.byEnd = byEnd;
    this.ticksPerDay = unit.convert(1, TimeUnit.DAYS);
    this.confidence = confidence;
  }

  /**
   * Returns the number of durations with an end.
   *
   * @param end which end
   * @return the count
   */
  public long n(End end) {
    return list(end).size();
  }

  /**
   * Returns the number of durations that have ended.
   *
   * @return those won and lost
   */
  public long ended() {
    return n(End.WON) + n(End.LOST);
  }

  /**
   * Returns the median of those that have ended.
   *
   * @return the median in {@link Unit#DAYS} with a distribution-free interval, as {@link
   *     Sample#median}; no data when none has ended
   */
  public Measure medianOfEnded() {
    return quantilesOfEnded(0.5).get(0);
  }

  /**
   * Returns quantiles of those that have ended; asking for several at once reads the durations
   * once.
   *
   * @param p the probabilities, from 0 (shortest) to 1 (longest)
   * @return for each of them the quantile in {@link Unit#DAYS} with a distribution-free interval,
   *     as {@link Sample#quantile}; no data when none has ended
   * @throws IllegalArgumentException if a probability is out of range
   */
  public ImmutableList<Measure> quantilesOfEnded(double... p) {
    return quantiles(ImmutableList.of(list(End.WON), list(End.LOST)), p);
  }

  /**
   * Returns quantiles of those with an end, such as the sales cycle of the deals won.
   *
   * @param end which end
   * @param p the probabilities, from 0 (shortest) to 1 (longest)
   * @return for each of them the quantile in {@link Unit#DAYS} with a distribution-free interval,
   *     as {@link Sample#quantile}; no data when there is none
   * @throws IllegalArgumentException if a probability is out of range
   */
  public ImmutableList<Measure> quantilesOf(End end, double... p) {
    return quantiles(ImmutableList.of(list(end)), p);
  }

  private ImmutableList<Measure> quantiles(ImmutableList<LongChunks> lists, double... p) {
    int n = Math.toIntExact(lists.stream().mapToLong(LongChunks::size).sum());
    // a first round only tells which ranks count
    IntStream.Builder wanted = IntStream.builder();
    measures(
        n,
        rank -> {
          wanted.add(rank);
          return 0;
        },
        p);
    int[] ranks = wanted.build().sorted().distinct().toArray();
    long[] found = Selection.of(lists, ranks);
    return measures(n, rank -> days(found[Arrays.binarySearch(ranks, rank)]), p);
  }

  private ImmutableList<Measure> measures(int n, IntToDoubleFunction sorted, double... p) {
    return Arrays.stream(p)
        .mapToObj(probability -> Sample.quantile(Unit.DAYS, n, sorted, probability, confidence))
        .collect(ImmutableList.toImmutableList());
  }

  private double days(long ticks) {
    return ticks / (double) ticksPerDay;
  }

  /**
   * Returns those that have ended as a sample, which sorts them.
   *
   * @return the sample, in {@link Unit#DAYS}
   */
  public Sample sample() {
    return sample(End.WON, End.LOST);
  }

  /**
   * Returns those with some ends as a sample, which sorts them.
   *
   * @param ends which ends, each once
   * @return the sample, in {@link Unit#DAYS}
   */
  public Sample sample(End... ends) {
    double[] days =
        Arrays.stream(ends)
            .flatMapToLong(end -> Arrays.stream(ticks(end)))
            .mapToDouble(this::days)
            .toArray();
    return Sample.of(Unit.DAYS, days).withConfidence(confidence);
  }

  /**
   * Returns all of them as a table by length, for curves and for comparison with others.
   *
   * @return the table
   */
  public LifeTable lifeTable() {
    int n = Math.toIntExact(Arrays.stream(byEnd).mapToLong(LongChunks::size).sum());
    long[] times = new long[n];
    byte[] ends = new byte[n];
    int to = 0;
    for (End end : End.values()) {
      int from = to;
      to = list(end).copyTo(times, from);
      Arrays.fill(ends, from, to, end.code());
    }
    return LifeTable.ofTicks(ticksPerDay, times, ends, n);
  }

  /**
   * Returns the share not ended yet by time, with the open ones censored. Its {@code quantile(0.5)}
   * is the median among all.
   *
   * @return the Kaplan-Meier curve
   */
  public SurvivalCurve survival() {
    return SurvivalCurve.of(lifeTable()).withConfidence(confidence);
  }

  /**
   * Returns the shares won, lost and open by time, won and lost as competing ends and the open ones
   * censored.
   *
   * @return the Aalen-Johansen curves
   */
  public CumulativeIncidence incidence() {
    return CumulativeIncidence.of(lifeTable()).withConfidence(confidence);
  }

  private LongChunks list(End end) {
    return byEnd[end.code()];
  }

  private long[] ticks(End end) {
    long[] ticks = new long[Math.toIntExact(n(end))];
    list(end).copyTo(ticks, 0);
    return ticks;
  }

  private long[] sortedTicks(End end) {
    long[] ticks = ticks(end);
    Arrays.sort(ticks);
    return ticks;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StageTimes that
        && ticksPerDay == that.ticksPerDay
        && confidence == that.confidence
        && Arrays.stream(End.values()).allMatch(end -> n(end) == that.n(end))
        && Arrays.stream(End.values())
            .allMatch(end -> Arrays.equals(sortedTicks(end), that.sortedTicks(end)));
  }

  @Override
  public int hashCode() {
    return Objects.hash(ticksPerDay, confidence, n(End.OPEN), n(End.WON), n(End.LOST));
  }

  /** Reads like {@code StageTimes of 40 won, 12 lost, 7 open}. */
  @Override
  public String toString() {
    return "StageTimes of "
        + n(End.WON)
        + " won, "
        + n(End.LOST)
        + " lost, "
        + n(End.OPEN)
        + " open";
  }
}
