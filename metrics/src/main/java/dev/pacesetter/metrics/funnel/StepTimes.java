package dev.pacesetter.metrics.funnel;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** How long chains took from a step to the next. */
public final class StepTimes {
  private final Sample converted;
  private final long open;
  private final long broken;

  private StepTimes(Sample converted, long open, long broken) {
    this.converted = converted;
    this.open = open;
    this.broken = broken;
  }

  static StepTimes of(Durations durations, IntPredicate belongs, TimeUnit unit, double confidence) {
    double perDay = unit.convert(1, TimeUnit.DAYS);
    ImmutableDoubleArray.Builder days = ImmutableDoubleArray.builder();
    long open = 0;
    long broken = 0;
    for (int i = 0; i < durations.size(); i++) {
      if (belongs.test(durations.group(i))) {
        switch (durations.end(i)) {
          case Durations.CONVERTED -> days.add(durations.time(i) / perDay);
          case Durations.BROKEN -> broken++;
          default -> open++;
        }
      }
    }
    return new StepTimes(
        Sample.of(Unit.DAYS, days.build().toArray()).withConfidence(confidence), open, broken);
  }

  /**
   * Returns the times of the chains that went on, in days of 24 hours. Those that are still open
   * are not in it, so it is too short while there are any.
   *
   * @return the times
   */
  public Sample converted() {
    return converted;
  }

  /**
   * Returns how many chains did not go on within the time they were seen.
   *
   * @return the number of pending chains and of those whose window is over
   */
  public long open() {
    return open;
  }

  /**
   * Returns how many chains were ended by an exclusion or by strictness.
   *
   * @return the number
   */
  public long broken() {
    return broken;
  }
}
