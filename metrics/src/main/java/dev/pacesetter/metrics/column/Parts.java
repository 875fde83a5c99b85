package dev.pacesetter.metrics.column;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Computes the parts of a whole on the caller's executor. */
public final class Parts {
  private Parts() {}

  /**
   * Returns the results of all parts. The last part, and any that the executor has not begun by
   * then, run in the calling thread, so that an executor without a free thread stops nobody.
   *
   * @param executor runs the parts; may run them in the calling thread
   * @param parts the parts
   * @param work what to do with each
   * @param <P> a part
   * @param <R> its result
   * @return the results in the order of the parts
   */
  public static <P, R> List<R> compute(
      Executor executor, List<P> parts, Function<? super P, ? extends R> work) {
    List<FutureTask<R>> tasks = new ArrayList<>();
    for (P part : parts) {
      tasks.add(new FutureTask<>(() -> work.apply(part)));
    }
    for (int i = 0; i < tasks.size() - 1; i++) {
      executor.execute(tasks.get(i));
    }
    for (int i = tasks.size() - 1; i >= 0; i--) {
      tasks.get(i).run(); // does nothing where it runs or ran already
    }
    List<R> results = new ArrayList<>();
    for (FutureTask<R> task : tasks) {
      results.add(result(task));
    }
    return results;
  }

  private static <R> R result(FutureTask<R> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true; // the parts are being computed; the caller learns of it afterwards
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof RuntimeException runtime) {
        throw runtime;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(cause);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
