package dev.pacesetter.examples.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One event counted in and the funnel read again, after that many events and on.
 *
 * <p>Before the first measurement the whole stream is counted in, compared with the answer to all
 * of it at once, and counted in once more, as much later as it is long: then every subject has come
 * back, and what is kept of it no longer grows. What comes back next is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g"})
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class LiveBenchmark {
  static final int LAPS = 2;
  private static final long SEED = 1;

  /** Who keeps the funnel: this library, or a map of objects. */
  @Param({"pacesetter", "map"})
  public String side;

  @Param({"1000000", "10000000", "50000000"})
  public int rows;

  private EventStream stream;
  private KeptFunnel funnel;

  /** Counts in what came before, and compares. */
  @Setup
  public void load() {
    SalesEvents events = SalesEvents.of(rows, SEED);
    stream = new EventStream(events);
    funnel = side.equals("map") ? KeptFunnel.map() : KeptFunnel.pacesetter();
    funnel.apply(stream, rows);
    check(events);
    funnel.apply(stream, (LAPS - 1L) * rows);
  }

  private void check(SalesEvents events) {
    ExecutorService executor = FunnelQuestion.executor();
    funnel.check(
        FunnelQuestion.FUNNEL.over(
            events.columns().toTable(executor, FunnelQuestion.THREADS),
            events.asOf(),
            executor,
            FunnelQuestion.THREADS));
    executor.shutdown();
  }

  @Benchmark
  public long applyAndRead() {
    funnel.apply(stream, 1);
    return funnel.read();
  }
}
