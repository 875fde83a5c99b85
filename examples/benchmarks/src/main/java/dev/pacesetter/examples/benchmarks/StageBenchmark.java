package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.event.EventTable;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** How far deals came, how many were won, and how long they were in every stage. */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class StageBenchmark extends BesideDuckDb {
  private EventTable table;

  @Override
  void prepare(SalesEvents events) throws SQLException {
    table = events.columns().toTable(executor, FunnelQuestion.THREADS);
    buildOnce("packed.sql");
  }

  @Override
  void check() throws SQLException {
    StageQuestion.check(pacesetter(), duckDb());
  }

  @Benchmark
  public StageAnswer pacesetter() {
    return StageQuestion.ask(table, asOf, executor);
  }

  @Benchmark
  public StageAnswer duckDb() throws SQLException {
    return database.stages("stages.sql");
  }
}
