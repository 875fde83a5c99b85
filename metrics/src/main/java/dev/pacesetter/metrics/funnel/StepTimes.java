package dev.pacesetter.metrics.funnel;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.CumulativeIncidence;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/**
 * How long chains took from a step to the next. Times are computed when they are asked for.
 *
 * <p>Mean and median of {@link #converted()} are those of the chains that went on; {@link
 * #quantile} is of all chains, those that did not go on included.
 */
public final class StepTimes {
  private final long[] times;
  private final byte[] ends;
  private final long[] counts = new long[End.values().length];
  private final TimeUnit unit;
  private final double confidence;

  private StepTimes(long[] times, byte[] ends, TimeUnit unit, double confidence) {
    this.times = times;
    this.ends = ends;
    this.unit = unit;
    this.confidence = confidence;
    for (byte end : ends) {
      counts[end]++;
    }
  }

  static StepTimes of(Durations durations, IntPredicate belongs, TimeUnit unit, double confidence) {
    int size = 0;
    for (int i = 0; i < durations.size(); i++) {
      size += belongs.test(durations.group(i)) ? 1 : 0;
    }
    long[] times = new long[size];
    byte[] ends = new byte[size];
    int next = 0;
    for (int i = 0; i < durations.size(); i++) {
      if (belongs.test(durations.group(i))) {
        times[next] = durations.time(i);
        ends[next] = durations.end(i);
        next++;
      }
    }
    return new StepTimes(times, ends, unit, confidence);
  }

  /**
   * Returns the times of the chains that went on, in days of 24 hours. Those that are still open
   * are not in it, so it is too short while there are any.
   *
   * @return the times
   */
  public Sample converted() {
    double perDay = ticksPerDay();
    ImmutableDoubleArray.Builder days = ImmutableDoubleArray.builder();
    for (int i = 0; i < times.length; i++) {
      if (ends[i] == Durations.CONVERTED) {
        days.add(times[i] / perDay);
      }
    }
    return Sample.of(Unit.DAYS, days.build().toArray()).withConfidence(confidence);
  }

  /**
   * Returns how many chains did not go on within the time they were seen.
   *
   * @return the number of pending chains and of those whose window is over
   */
  public long open() {
    return counts[Durations.OPEN];
  }

  /**
   * Returns how many chains were ended by an exclusion or by strictness.
   *
   * @return the number
   */
  public long broken() {
    return counts[Durations.BROKEN];
  }

  /**
   * Returns the time by which a share of all chains at the step goes on; {@code 0.5} asks after how
   * long half of them have. It is {@link CumulativeIncidence#quantile} of {@link #incidence()}: a
   * chain that is open counts for as long as it was seen, and one that was broken never goes on.
   *
   * @param p the share, strictly between 0 and 1
   * @return the time in days, with {@code n} the number of all chains and an interval where both
   *     limits are reached; no data where there are no chains, or too few of them went on for the
   *     share ever to be reached
   * @throws IllegalArgumentException if the share is out of range
   */
  public Measure quantile(double p) {
    return incidence().quantile(End.WON, p);
  }

  /**
   * Returns how many have gone on, were broken or are open by the time since the step. Going on is
   * {@link End#WON}, being broken {@link End#LOST}; {@link End#OPEN} is censored.
   *
   * @return the curves, with the confidence of the funnel
   */
  public CumulativeIncidence incidence() {
    LifeTable table = LifeTable.ofTicks(ticksPerDay(), times, ends, times.length);
    return CumulativeIncidence.of(table).withConfidence(confidence);
  }

  private long ticksPerDay() {
    return unit.convert(1, TimeUnit.DAYS);
  }
}
