package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.FunnelReport;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** The same funnel from rows as they arrived: putting them in place is part of the work. */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class GroupingBenchmark extends BesideDuckDb {
  private SalesEvents events;

  @Override
  void prepare(SalesEvents events) {
    this.events = events;
  }

  @Override
  void check() throws SQLException {
    FunnelQuestion.check(pacesetter(), duckDb());
  }

  @Benchmark
  public FunnelReport pacesetter() {
    EventTable table = events.columns().toTable(executor, FunnelQuestion.THREADS);
    return FunnelQuestion.FUNNEL.over(table, asOf, executor, FunnelQuestion.THREADS);
  }

  @Benchmark
  public long[] duckDb() throws SQLException {
    return database.entered("grouping.sql");
  }
}
