package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.FunnelReport;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** Six steps in order within 90 days, over rows that are in place. */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class FunnelBenchmark extends BesideDuckDb {
  private EventTable table;
  private EventTable valued;

  @Override
  void prepare(SalesEvents events) throws SQLException {
    table = events.columns().toTable(executor, FunnelQuestion.THREADS);
    valued = events.allColumns().toTable(executor, FunnelQuestion.THREADS);
    buildOnce("keyed.sql");
  }

  @Override
  void check() throws SQLException {
    FunnelQuestion.check(pacesetter(), duckDb());
    FunnelQuestion.check(pacesetterWithValues(), duckDb());
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
}
