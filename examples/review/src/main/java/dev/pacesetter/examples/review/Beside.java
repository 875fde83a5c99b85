package dev.pacesetter.examples.review;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does one thing after another beside the work that asks for them; ends when it is closed. */
final class Beside implements AutoCloseable {
  private final ExecutorService thread;

  Beside(String name) {
    thread = Executors.newSingleThreadExecutor(work -> new Thread(work, name));
  }

  /** Starts something; asking for its result waits for it, and throws what it threw. */
  <T> Supplier<T> start(Callable<T> work) {
    Future<T> result = thread.submit(work);
    return () -> {
      try {
        return Uninterruptibles.getUninterruptibly(result);
      } catch (ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        Throwables.throwIfUnchecked(cause);
        throw new IllegalStateException(cause);
      }
    };
  }

  /** Waits for what was started. */
  @Override
  public void close() {
    thread.shutdown();
    MoreExecutors.shutdownAndAwaitTermination(thread, Duration.ofDays(1));
  }
}
