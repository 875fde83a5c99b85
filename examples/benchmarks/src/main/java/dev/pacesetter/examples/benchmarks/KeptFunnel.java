package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.funnel.FunnelReport;
import dev.pacesetter.metrics.funnel.LiveFunnel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The plain funnel kept up to date event by event, in one way or another. */
interface KeptFunnel {
  /**
   * Counts an event in.
   *
   * @param subject the number of the subject
   * @param event the number of its name in {@link SalesEvents#EVENTS}
   * @param time when, not before the event counted last
   */
  void apply(long subject, int event, long time);

  /** How many chains reached a step. */
  long entered(int step);

  /** How many chains are at a step and may still go on. */
  long pending(int step);

  /** How many subjects are known. */
  int subjects();

  /** Counts the next events of a stream in. */
  default void apply(EventStream stream, long count) {
    for (long left = count; left > 0; left--) {
      stream.next();
      apply(stream.subject(), stream.event(), stream.time());
    }
  }

  /** Reads both counts of every step. */
  default long read() {
    long sum = 0;
    for (int step = 0; step < SalesEvents.STEPS.size(); step++) {
      sum += entered(step) ^ pending(step);
    }
    return sum;
  }

  /** Fails unless the counts are those of a report of the same events. */
  default void check(FunnelReport report) {
    for (int step = 0; step < SalesEvents.STEPS.size(); step++) {
      long entered = report.steps().get(step).entered();
      long pending = report.steps().get(step).pending();
      if (entered(step) != entered || pending(step) != pending) {
        throw new IllegalStateException(
            "%s entered '%s' and %s are pending here, %s and %s in the report; there must be one answer"
                .formatted(
                    entered(step), SalesEvents.STEPS.get(step), pending(step), entered, pending));
      }
    }
  }

  /** The funnel as this library keeps it. */
  static KeptFunnel pacesetter() {
    return new Pacesetter();
  }

  /** The funnel as one would write it for this question alone. */
  static KeptFunnel map() {
    return new MapFunnel();
  }

  /** The live funnel of this library. */
  final class Pacesetter implements KeptFunnel {
    private final LiveFunnel live =
        LiveFunnel.of(FunnelQuestion.FUNNEL, Duration.ZERO, TimeUnit.MILLISECONDS);

    private Pacesetter() {}

    @Override
    public void apply(long subject, int event, long time) {
      live.event(subject, SalesEvents.EVENTS.get(event), time).apply();
    }

    @Override
    public long entered(int step) {
      return live.entered(step);
    }

    @Override
    public long pending(int step) {
      return live.pending(step);
    }

    @Override
    public int subjects() {
      return live.subjects();
    }
  }
}
