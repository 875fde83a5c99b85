package dev.pacesetter.examples.benchmarks;

import com.google.common.collect.ImmutableMap;
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

/** The same funnel by rep and product: up to 25,000 groups. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g", "-XX:+AlwaysPreTouch"})
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class BreakdownBenchmark {
  private static final long SEED = 1;

  @Param({"1000000", "10000000", "50000000"})
  public int rows;

  private final ExecutorService executor = FunnelQuestion.executor();
  private EventTable table;
  private long asOf;
  private DuckDbEvents database;

  /** Loads both sides and asks both. */
  @Setup
  public void load() throws SQLException {
    SalesEvents events = SalesEvents.of(rows, SEED);
    asOf = events.asOf();
    table = events.columnsByRepAndProduct().toTable(executor, FunnelQuestion.THREADS);
    database = DuckDbEvents.of(events);
    database.build("sorted.sql");
    database.forgetArrival();
    FunnelQuestion.check(pacesetter(), duckDb());
  }

  @Benchmark
  public FunnelReport pacesetter() {
    return FunnelQuestion.BY_REP_AND_PRODUCT.over(table, asOf, executor, FunnelQuestion.THREADS);
  }

  @Benchmark
  public ImmutableMap<Integer, long[]> duckDb() throws SQLException {
    return database.enteredByGroup("breakdown.sql");
  }

  @TearDown
  public void close() throws SQLException {
    database.close();
    executor.shutdown();
  }
}
