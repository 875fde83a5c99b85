package dev.pacesetter.persistence.jdbc;

import dev.pacesetter.persistence.StoreException;
import dev.pacesetter.persistence.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on the database, whole or not at all. */
final class Transactions {

  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final String UNIQUE_VIOLATION = "23505";

  private final String store;
  private final DataSource dataSource;
  private final AtomicBoolean closed = new AtomicBoolean();

  Transactions(String store, DataSource dataSource) {
    this.store = store;
    this.dataSource = dataSource;
  }

  /** Something done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Something done with a connection while no one else writes to the workspace. */
  @FunctionalInterface
  interface Write<T> {
    T on(Connection connection, long lastPosition) throws SQLException;
  }

  void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException(
          "Store %s is closed; open it again to use it".formatted(store));
    }
  }

  /** Marks the store as closed; returns whether it was open. */
  boolean close() {
    return closed.compareAndSet(false, true);
  }

  /** Reads by one statement, which sees one state of the database. */
  <T> T read(String what, Work<T> work) {
    checkOpen();
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw failure(what, e);
    }
  }

  /** Writes to a workspace in one transaction; others who write to it wait. */
  <T> T write(String what, Workspace workspace, Write<T> write) {
    checkOpen();
    try (Connection connection = dataSource.getConnection()) {
      OptionalLong last = lock(connection, workspace);
      if (last.isEmpty()) {
        create(connection, workspace);
        last = lock(connection, workspace);
      }
      boolean done = false;
      try {
        T result = write.on(connection, last.orElseThrow());
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          rollback(connection);
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure(what, e);
    }
  }

  /** Begins a transaction and returns the last position, or begins none if there is no such row. */
  private static OptionalLong lock(Connection connection, Workspace workspace) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement select =
        connection.prepareStatement(
            "select last_position from pacesetter_workspace where workspace = ? for update")) {
      select.setString(1, workspace.id());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return OptionalLong.of(row.getLong(1));
        }
      }
    }
    connection.rollback();
    connection.setAutoCommit(true);
    return OptionalLong.empty();
  }

  private static void create(Connection connection, Workspace workspace) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into pacesetter_workspace (workspace, last_position) values (?, 0)")) {
      insert.setString(1, workspace.id());
      insert.executeUpdate();
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
      // somebody else was first, which is as good
    }
  }

  private void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // the reason for the rollback is on its way and says more; the database drops the rest itself
      LOG.warn("rollback failed in store {}", store, e);
    }
  }

  private RuntimeException failure(String what, SQLException e) {
    checkOpen();
    return Failures.because("Store %s failed to %s".formatted(store, what), e);
  }

  /** Returns the failure of a row that cannot be understood. */
  StoreException unreadable(String row, Exception cause) {
    return new StoreException(
        "Store %s holds %s, which cannot be read: %s".formatted(store, row, cause.getMessage()),
        cause);
  }
}
