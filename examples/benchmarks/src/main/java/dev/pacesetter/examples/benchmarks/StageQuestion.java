package dev.pacesetter.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.StageFunnel;
import dev.pacesetter.metrics.funnel.StageFunnelReport;
import dev.pacesetter.metrics.funnel.StageStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** The question about stages asked of both sides, and whether they gave the same answer. */
final class StageQuestion {
  private static final double DAY = Duration.ofDays(1).toMillis();

  /** Ours are days in between; theirs are milliseconds. */
  private static final double ROUNDING = 1e-12;

  static final StageFunnel FUNNEL =
      StageFunnel.of(SalesEvents.EVENTS.subList(0, 5)).won("won").lost("lost");

  private StageQuestion() {}

  /** Asks the library; the stages are looked at side by side. */
  static StageAnswer ask(EventTable table, long asOf, ExecutorService executor) {
    StageFunnelReport report =
        FUNNEL.over(table, Instant.ofEpochMilli(asOf), executor, FunnelQuestion.THREADS);
    List<CompletableFuture<ImmutableList<Measure>>> times = new ArrayList<>();
    for (StageStep step : report.steps()) {
      times.add(
          CompletableFuture.supplyAsync(() -> step.time().quantilesOfEnded(0.5, 0.9), executor));
    }
    ImmutableList.Builder<Long> furthest = ImmutableList.builder();
    for (StageStep step : report.steps()) {
      furthest.add(step.reached() - step.converted());
    }
    ImmutableList.Builder<Double> millis = ImmutableList.builder();
    for (CompletableFuture<ImmutableList<Measure>> stage : times) {
      stage.join().forEach(days -> millis.add(days.value() * DAY));
    }
    return new StageAnswer(
        furthest.add(report.won()).build(), report.deals().lost(), millis.build());
  }

  /** Fails unless both sides counted the same and found the same times. */
  static void check(StageAnswer ours, StageAnswer theirs) {
    boolean isSame =
        ours.furthest().equals(theirs.furthest())
            && ours.lost() == theirs.lost()
            && ours.wonRate() == theirs.wonRate()
            && ours.times().size() == theirs.times().size();
    for (int i = 0; isSame && i < ours.times().size(); i++) {
      double time = theirs.times().get(i);
      isSame = Math.abs(ours.times().get(i) - time) <= ROUNDING * time;
    }
    if (!isSame) {
      throw new IllegalStateException(
          "%s here and %s there; there must be one answer".formatted(ours, theirs));
    }
  }
}
