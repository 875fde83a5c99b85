package dev.pacesetter.examples.benchmarks;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.FunnelReport;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** The same funnel by rep and product: up to 25,000 groups. */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class BreakdownBenchmark extends BesideDuckDb {
  private EventTable table;

  @Override
  void prepare(SalesEvents events) throws SQLException {
    table = events.columnsByRepAndProduct().toTable(executor, FunnelQuestion.THREADS);
    buildOnce("sorted.sql");
  }

  @Override
  void check() throws SQLException {
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
}
