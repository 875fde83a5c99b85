package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.FunnelReport;
import java.sql.SQLException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Six steps in order within 90 days, over rows that are in place. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g", "-XX:+AlwaysPreTouch"})
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class FunnelBenchmark {
  private static final long SEED = 1;

  @Param({"1000000", "10000000", "50000000"})
  public int rows;

  private final ExecutorService executor = FunnelQuestion.executor();
  private EventTable table;
  private EventTable valued;
  private long asOf;
  private DuckDbEvents database;

  /** Loads both sides and asks both. */
  @Setup
  public void load() throws SQLException {
    SalesEvents events = SalesEvents.of(rows, SEED);
    asOf = events.asOf();
    table = events.columns().toTable(executor, FunnelQuestion.THREADS);
    valued = events.allColumns().toTable(executor, FunnelQuestion.THREADS);
    database = DuckDbEvents.of(events);
    database.build("keyed.sql");
    database.forgetArrival();
    FunnelQuestion.check(pacesetter(), duckDb());
  }

  @Benchmark
  public FunnelReport pacesetter() {
    return FunnelQuestion.FUNNEL.over(table, asOf, executor, FunnelQuestion.THREADS);
  }

  /** The same and the sum of values at each step, which DuckDB is not asked for. */
  @Benchmark
  public FunnelReport pacesetterWithValues() {
    return FunnelQuestion.FUNNEL.over(valued, asOf, executor, FunnelQuestion.THREADS);
  }

  @Benchmark
  public long[] duckDb() throws SQLException {
    return database.entered("funnel.sql");
  }

  @TearDown
  public void close() throws SQLException {
    database.close();
    executor.shutdown();
  }
}
