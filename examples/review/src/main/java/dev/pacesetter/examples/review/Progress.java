package dev.pacesetter.examples.review;

import dev.pacesetter.examples.review.importing.ImportProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far long work has come, on standard error: a bar on a terminal, a line every tenth elsewhere.
 * Nothing of it reaches the results.
 */
abstract class Progress {
  private static final int REFRESH_MILLIS = 200;

  private Progress() {}

  static Progress silent() {
    return new Silent();
  }

  static Progress shown() {
    @Nullable String terminal = System.getenv("TERM");
    return terminal == null || terminal.equals("dumb") ? new Lines(System.err) : new Bar();
  }

  /** Work whose steps are counted. */
  @FunctionalInterface
  interface Step {
    void reached(long done, long all);
  }

  /** Something that is done while progress is shown. */
  @FunctionalInterface
  interface Work<T> {
    T with(Step step);
  }

  abstract <T> T during(String task, Work<T> work);

  /** Shows how far a file is read. */
  static ImportProgress reading(Step step) {
    return (file, rows, bytes, totalBytes) -> step.reached(bytes, totalBytes);
  }

  private static final class Silent extends Progress {
    @Override
    <T> T during(String task, Work<T> work) {
      return work.with((done, all) -> {});
    }
  }

  private static final class Bar extends Progress {
    @Override
    <T> T during(String task, Work<T> work) {
      try (ProgressBar bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REFRESH_MILLIS)
              .setInitialMax(1)
              .build()) {
        return work.with(
            (done, all) -> {
              bar.maxHint(Math.max(1, all));
              bar.stepTo(done);
            });
      }
    }
  }

  private static final class Lines extends Progress {
    private final PrintStream out;

    Lines(PrintStream out) {
      this.out = out;
    }

    @Override
    <T> T during(String task, Work<T> work) {
      long[] tenths = {0};
      return work.with(
          (done, all) -> {
            long reached = all == 0 ? 10 : 10 * done / all;
            if (reached > tenths[0]) {
              tenths[0] = reached;
              out.println(task + " " + 10 * reached + "%");
            }
          });
    }
  }
}
