package dev.pacesetter.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The events in a DuckDB in memory, on two threads. Every question is a file of SQL beside this
 * class; of the ways to ask that were tried the file holds the fastest.
 */
final class DuckDbEvents implements AutoCloseable {
  private static final int STEPS = SalesEvents.STEPS.size();

  private final DuckDBConnection connection;
  private final Statement statement;

  private DuckDbEvents(DuckDBConnection connection) throws SQLException {
    this.connection = connection;
    statement = connection.createStatement();
  }

  /** Loads events as they arrived, each column in the narrowest type that holds it. */
  static DuckDbEvents of(SalesEvents events) throws SQLException {
    DuckDbEvents result =
        new DuckDbEvents(
            DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
    result.load(events);
    return result;
  }

  private void load(SalesEvents events) throws SQLException {
    statement.execute("set threads = 2");
    statement.execute("set memory_limit = '9GB'");
    statement.execute("set variable start = " + events.times[0]);
    statement.execute("set variable within = " + FunnelQuestion.WITHIN.toMillis());
    statement.execute(
        "set variable most = " + Arrays.stream(events.subjects).max().orElse(0) + "::integer");
    statement.execute(
        "create table arrived (subject integer, event utinyint, ts bigint, value integer,"
            + " rep usmallint, product utinyint)");
    try (DuckDBAppender appender = connection.createAppender("main", "arrived")) {
      for (int row = 0; row < events.rows(); row++) {
        appender.beginRow();
        appender.append(Math.toIntExact(events.subjects[row]));
        appender.append((byte) events.events[row]);
        appender.append(events.times[row]);
        appender.append(Math.toIntExact(events.values[row]));
        appender.append((short) events.reps[row]);
        appender.append((byte) events.products[row]);
        appender.endRow();
      }
    }
  }

  /** Builds what a question reads and what it need not build again each time. */
  void build(String name) throws SQLException {
    statement.execute(sql(name));
  }

  /** Gives the memory of the rows as they arrived to the questions that do not read them. */
  void forgetArrival() throws SQLException {
    statement.execute("drop table arrived");
  }

  /** Answers a question with one row: how many entered each step. */
  long[] entered(String name) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql(name))) {
      rows.next();
      return counts(rows, 1);
    }
  }

  /** Answers a question with a row a group: rep, product, how many entered each step. */
  ImmutableMap<Integer, long[]> enteredByGroup(String name) throws SQLException {
    ImmutableMap.Builder<Integer, long[]> groups = ImmutableMap.builder();
    try (ResultSet rows = statement.executeQuery(sql(name))) {
      while (rows.next()) {
        groups.put(rows.getInt(1) * SalesEvents.PRODUCTS + rows.getInt(2), counts(rows, 3));
      }
    }
    return groups.buildOrThrow();
  }

  /** Answers a question with one row: deals by furthest stage, those lost, times by stage. */
  StageAnswer stages(String name) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql(name))) {
      rows.next();
      ImmutableList.Builder<Long> furthest = ImmutableList.builder();
      for (int i = 1; i <= STEPS; i++) {
        furthest.add(rows.getLong(i));
      }
      ImmutableList.Builder<Double> times = ImmutableList.builder();
      for (int i = STEPS + 2; i <= 2 * STEPS; i++) {
        for (Object time : (Object[]) rows.getArray(i).getArray()) {
          times.add((Double) time);
        }
      }
      return new StageAnswer(furthest.build(), rows.getLong(STEPS + 1), times.build());
    }
  }

  private static long[] counts(ResultSet rows, int first) throws SQLException {
    long[] counts = new long[STEPS];
    for (int step = 0; step < STEPS; step++) {
      counts[step] = rows.getLong(first + step);
    }
    return counts;
  }

  private static String sql(String name) {
    try {
      return Resources.toString(
          Resources.getResource(DuckDbEvents.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
