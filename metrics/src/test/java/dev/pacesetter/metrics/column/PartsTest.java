package dev.pacesetter.metrics.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PartsTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static int[] timesRun(Parts workers, int parts) {
    AtomicIntegerArray runs = new AtomicIntegerArray(parts);
    workers.run(parts, (worker, part) -> runs.incrementAndGet(part));
    int[] result = new int[parts];
    for (int part = 0; part < parts; part++) {
      result[part] = runs.get(part);
    }
    return result;
  }

  @Test
  void everyPartRunsOnce() {
    assertThat(timesRun(new Parts(threads, 3), 100)).containsOnly(1).hasSize(100);
    assertThat(timesRun(Parts.alone(), 100)).containsOnly(1).hasSize(100);
    assertThat(timesRun(new Parts(threads, 3), 1)).containsExactly(1);
    assertThat(timesRun(new Parts(threads, 3), 0)).isEmpty();
  }

  @Test
  void threadsOfTheExecutorHelpTheCaller() {
    CyclicBarrier meeting = new CyclicBarrier(3);

    new Parts(threads, 3)
        .run(
            3,
            (worker, part) -> {
              try {
                meeting.await(20, TimeUnit.SECONDS); // none passes until three have come
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(meeting.isBroken()).isFalse();
  }

  @Test
  void aWorkerRunsOnePartAtATime() {
    AtomicIntegerArray busy = new AtomicIntegerArray(3);

    new Parts(threads, 3)
        .run(
            1_000,
            (worker, part) -> {
              assertThat(busy.incrementAndGet(worker)).isEqualTo(1);
              busy.decrementAndGet(worker);
            });
  }

  @Test
  void anExecutorThatRunsInTheCallersThreadIsEnough() {
    assertThat(timesRun(new Parts(Runnable::run, 4), 10)).containsOnly(1).hasSize(10);
  }

  @Test
  void anExecutorThatRefusesIsEnough() {
    Executor closed =
        task -> {
          throw new RejectedExecutionException("closed");
        };

    assertThat(timesRun(new Parts(closed, 4), 10)).containsOnly(1).hasSize(10);
  }

  @Test
  void anExecutorThatNeverBeginsIsEnough() {
    List<Runnable> kept = new ArrayList<>();

    assertThat(timesRun(new Parts(kept::add, 4), 10)).containsOnly(1).hasSize(10);
    kept.forEach(Runnable::run); // too late to do harm
  }

  @Test
  void aThreadOfTheExecutorMayItselfWaitForParts() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      int[] runs = one.submit(() -> timesRun(new Parts(one, 4), 10)).get(20, TimeUnit.SECONDS);

      assertThat(runs).containsOnly(1).hasSize(10);
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void theFailureOfTheLowestPartReachesTheCaller() {
    for (Parts workers : List.of(Parts.alone(), new Parts(threads, 3))) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  workers.run(
                      100,
                      (worker, part) -> {
                        if (part >= 40) {
                          throw new IllegalStateException("part " + part);
                        }
                      }))
          .withMessage("part 40");
    }
  }

  @Test
  void atLeastOneWorkerIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parts(threads, 0))
        .withMessage("parallelism is 0; it must be at least 1");
  }
}
