package dev.pacesetter.persistence.jdbc;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A real PostgreSQL, started once for all tests of the run and ended with the last of them. */
final class PostgresServer implements BeforeAllCallback {

  private @Nullable EmbeddedPostgres server;

  @Override
  public void beforeAll(ExtensionContext context) {
    // a start that fails on the platform the binaries are for is a failure, never a skip
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "the build brings PostgreSQL for Linux on x86-64");
    server =
        context
            .getRoot()
            .getStore(Namespace.create(PostgresServer.class))
            .getOrComputeIfAbsent(Running.class)
            .server;
  }

  /** Creates an empty database and returns its URL. */
  String newDatabase(String name) {
    EmbeddedPostgres running = requireNonNull(server, "not started");
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return running.getJdbcUrl("postgres", name);
  }

  static final class Running implements AutoCloseable {
    private final EmbeddedPostgres server;

    Running() {
      try {
        server = EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
