package dev.pacesetter.persistence.jdbc;

import com.google.common.base.Throwables;
import dev.pacesetter.persistence.StoreException;
import java.sql.SQLException;
import java.util.Map;

/** What a failing database means, in words that help. */
final class Failures {

  /** By the error code of H2 or the SQL state of PostgreSQL. */
  private static final Map<String, String> ADVICE =
      Map.of(
          "90020", "another process has the file open; end it, or add ;AUTO_SERVER=TRUE in both",
          "90011", "write the path as ./PATH, ~/PATH or /PATH",
          "28000", "user or password is wrong",
          "28P01", "user or password is wrong",
          "3D000", "there is no such database; create it first",
          "08001", "the server does not answer; is it running, are host and port right?",
          "42501", "the user may not do this; grant it the right to create tables");

  private Failures() {}

  static StoreException opening(String store, Throwable cause) {
    return because("Store %s cannot be opened".formatted(store), cause);
  }

  static StoreException because(String what, Throwable cause) {
    String advice =
        Throwables.getCausalChain(cause).stream()
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .map(e -> ADVICE.get(keyOf(e)))
            .filter(text -> text != null)
            .findFirst()
            .orElse("");
    return new StoreException(advice.isEmpty() ? what : what + ": " + advice, cause);
  }

  private static String keyOf(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return ADVICE.containsKey(state) ? state : Integer.toString(e.getErrorCode());
  }
}
