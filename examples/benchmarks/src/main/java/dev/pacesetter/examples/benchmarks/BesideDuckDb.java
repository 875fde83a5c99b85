package dev.pacesetter.examples.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
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

/** A question asked of this library and of DuckDB, over the same events, on two threads each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g", "-XX:+AlwaysPreTouch"})
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public abstract class BesideDuckDb {
  private static final long SEED = 1;

  @Param({"1000000", "10000000", "50000000"})
  public int rows;

  final ExecutorService executor = FunnelQuestion.executor();
  DuckDbEvents database;

  /** The time of the last event. */
  long asOf;

  /** Loads both sides and asks both. */
  @Setup
  public void load() throws SQLException {
    SalesEvents events = SalesEvents.of(rows, SEED);
    asOf = events.asOf();
    database = DuckDbEvents.of(events);
    prepare(events);
    check();
  }

  /** Builds what either side builds once. */
  abstract void prepare(SalesEvents events) throws SQLException;

  /** Fails unless both sides give the same answer. */
  abstract void check() throws SQLException;

  /** Has DuckDB build what a question reads, and lets go of the rows as they arrived. */
  final void buildOnce(String name) throws SQLException {
    database.build(name);
    database.forgetArrival();
  }

  @TearDown
  public void close() throws SQLException {
    database.close();
    executor.shutdown();
  }
}
