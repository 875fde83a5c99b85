package dev.pacesetter.metrics.column;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Workers that share the parts of one piece of work: the caller's thread, and what the caller's
 * executor adds to it. Starts no thread.
 */
public final class Parts {
  private final Executor executor;
  private final int workers;

  /**
   * Creates workers.
   *
   * @param executor runs workers beside the caller's thread
   * @param workers how many parts may run at once, the caller's among them; at least 1
   * @throws IllegalArgumentException if {@code workers} is below 1
   */
  public Parts(Executor executor, int workers) {
    checkArgument(workers >= 1, "parallelism is %s; it must be at least 1", workers);
    this.executor = executor;
    this.workers = workers;
  }

  /**
   * Returns the caller's thread as the only worker.
   *
   * @return the worker
   */
  public static Parts alone() {
    return new Parts(Runnable::run, 1);
  }

  /**
   * Returns how many parts may run at once.
   *
   * @return the number, at least 1
   */
  public int workers() {
    return workers;
  }

  /** Runs one part. */
  @FunctionalInterface
  public interface Part {
    /**
     * Runs a part.
     *
     * @param worker who runs it, from 0; one worker runs one part at a time
     * @param part its number, from 0
     */
    void run(int worker, int part);
  }

  /**
   * Runs parts and returns when all are done; what they wrote is then visible to the caller.
   *
   * <p>The caller's thread does all that no thread of the executor has begun, so an executor that
   * is busy, refuses, or runs in the caller's thread delays nothing. After a part has failed no
   * further one begins, and the failure of the lowest part reaches the caller: the same one,
   * however many workers there are.
   *
   * @param parts how many parts there are
   * @param part what to do
   */
  public void run(int parts, Part part) {
    Work work = new Work(parts, part);
    List<FutureTask<Integer>> tasks = new ArrayList<>();
    for (int worker = 0; worker < Math.min(workers, parts); worker++) {
      int number = worker;
      tasks.add(new FutureTask<>(() -> work.run(number)));
    }
    try {
      for (int worker = 1; worker < tasks.size(); worker++) {
        executor.execute(tasks.get(worker));
      }
    } catch (RejectedExecutionException refused) {
      // the caller's thread does what the executor does not
    }
    tasks.forEach(FutureTask::run); // does nothing where a thread of the executor came first
    tasks.forEach(Futures::getUnchecked);
    work.rethrow();
  }

  /**
   * Returns what comes of every part.
   *
   * @param parts the parts
   * @param work what to do with each
   * @param <P> a part
   * @param <R> what comes of it
   * @return the results in the order of the parts
   */
  public <P, R> ImmutableList<R> compute(List<P> parts, Function<? super P, ? extends R> work) {
    Map<Integer, R> results = new ConcurrentHashMap<>();
    run(parts.size(), (worker, part) -> results.put(part, work.apply(parts.get(part))));
    return IntStream.range(0, parts.size())
        .mapToObj(part -> Objects.requireNonNull(results.get(part)))
        .collect(ImmutableList.toImmutableList());
  }

  /** Parts taken one after the other by whichever worker is free. */
  private static final class Work {
    private final int parts;
    private final Part part;
    private final AtomicInteger next = new AtomicInteger();
    private int failedPart;
    private @Nullable Throwable failure;

    Work(int parts, Part part) {
      this.parts = parts;
      this.part = part;
    }

    int run(int worker) {
      int done = 0;
      for (int taken = next.getAndIncrement(); taken < parts; taken = next.getAndIncrement()) {
        try {
          part.run(worker, taken);
          done++;
        } catch (Throwable thrown) {
          fail(taken, thrown);
        }
      }
      return done;
    }

    // parts are taken in order, so all below a failed one have begun and are waited for
    private synchronized void fail(int failed, Throwable thrown) {
      if (failure == null || failed < failedPart) {
        failure = thrown;
        failedPart = failed;
      }
      next.set(parts);
    }

    synchronized void rethrow() {
      if (failure != null) {
        Throwables.throwIfUnchecked(failure);
        throw new IllegalStateException(failure);
      }
    }
  }
}
