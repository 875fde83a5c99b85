package dev.pacesetter.examples.review;

import dev.pacesetter.examples.review.importing.ImportProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error while long work runs; nothing of it reaches the results. */
final class Progress {
  private static final int REFRESH_MILLIS = 200;

  private final boolean shown;

  private Progress(boolean shown) {
    this.shown = shown;
  }

  static Progress silent() {
    return new Progress(false);
  }

  static Progress shown() {
    return new Progress(true);
  }

  /** Work whose steps are counted. */
  interface Step {
    void reached(long done, long all);
  }

  /** Something that is done while the bar runs. */
  interface Work<T> {
    T with(Step step);
  }

  <T> T during(String task, Work<T> work) {
    if (!shown) {
      return work.with((done, all) -> {});
    }
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setInitialMax(100)
            .build()) {
      return work.with(
          (done, all) -> {
            bar.maxHint(Math.max(1, all));
            bar.stepTo(done);
          });
    }
  }

  /** Shows how far a file is read. */
  static ImportProgress reading(Step step) {
    return (file, rows, bytes, totalBytes) -> step.reached(bytes, totalBytes);
  }
}
