package dev.pacesetter.persistence.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs tasks at the same time, for a bounded time. */
final class Together {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Together() {}

  /** Runs all tasks at once and returns their results in order. */
  static <T> List<T> run(List<Callable<T>> tasks) {
    return run(tasks, tasks.size(), () -> {});
  }

  /** As above; calls {@code afterwards} as soon as the first {@code n} tasks have ended. */
  static <T> List<T> run(List<Callable<T>> tasks, int n, Runnable afterwards) {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      CountDownLatch start = new CountDownLatch(tasks.size());
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> task : tasks) {
        futures.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return task.call();
                }));
      }
      List<T> results = new ArrayList<>();
      try {
        for (Future<T> future : futures.subList(0, n)) {
          results.add(resultOf(future));
        }
      } finally {
        afterwards.run();
      }
      for (Future<T> future : futures.subList(n, futures.size())) {
        results.add(resultOf(future));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T resultOf(Future<T> future) {
    try {
      return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a concurrent call failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("a concurrent call took longer than " + LIMIT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
