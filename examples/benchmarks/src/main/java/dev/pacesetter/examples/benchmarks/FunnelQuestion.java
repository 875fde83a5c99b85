package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.funnel.Funnel;
import dev.pacesetter.metrics.funnel.FunnelDefinition;
import dev.pacesetter.metrics.funnel.FunnelGroup;
import dev.pacesetter.metrics.funnel.FunnelReport;
import dev.pacesetter.metrics.funnel.FunnelStep;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The question asked of both sides, and whether they gave the same answer. */
final class FunnelQuestion {
  static final Duration WITHIN = Duration.ofDays(90);
  static final int THREADS = 2;

  static final FunnelDefinition FUNNEL =
      Funnel.ordered(SalesEvents.STEPS.toArray(new String[0])).within(WITHIN);
  static final FunnelDefinition BY_REP_AND_PRODUCT = FUNNEL.by("rep", "product");

  private FunnelQuestion() {}

  /** Two threads that do not keep the process alive. */
  static ExecutorService executor() {
    return Executors.newFixedThreadPool(
        THREADS,
        work -> {
          Thread thread = new Thread(work, "funnel");
          thread.setDaemon(true);
          return thread;
        });
  }

  static long[] entered(FunnelReport report) {
    return entered(report.steps());
  }

  private static long[] entered(List<FunnelStep> steps) {
    return steps.stream().mapToLong(FunnelStep::entered).toArray();
  }

  /** Fails unless both sides counted the same. */
  static void check(FunnelReport ours, long[] theirs) {
    if (!Arrays.equals(entered(ours), theirs)) {
      throw new IllegalStateException(
          "entered %s here and %s there; there must be one answer"
              .formatted(Arrays.toString(entered(ours)), Arrays.toString(theirs)));
    }
  }

  /** Fails unless both sides counted the same in every group. */
  static void check(FunnelReport ours, Map<Integer, long[]> theirs) {
    if (ours.groups().size() != theirs.size()) {
      throw new IllegalStateException(
          "%s groups here and %s there; there must be one answer"
              .formatted(ours.groups().size(), theirs.size()));
    }
    for (FunnelGroup group : ours.groups()) {
      String rep = group.values().get(0).orElseThrow();
      String product = group.values().get(1).orElseThrow();
      int code =
          Integer.parseInt(rep.substring("rep-".length())) * SalesEvents.PRODUCTS
              + Integer.parseInt(product.substring("product-".length()));
      long[] counts = theirs.get(code);
      if (!Arrays.equals(entered(group.steps()), counts)) {
        throw new IllegalStateException(
            "%s of %s entered %s here and %s there; there must be one answer"
                .formatted(
                    product,
                    rep,
                    Arrays.toString(entered(group.steps())),
                    Arrays.toString(counts)));
      }
    }
  }
}
