package dev.pacesetter.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.StoreException;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreTest {

  private static final Workspace ACME = Workspace.of("acme");
  private static final EventRecord WON =
      new EventRecord("e1", Instant.EPOCH, "OpportunityWon", Fields.empty());

  @TempDir private Path folder;

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("sales");
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void keepsAnH2DatabaseInOneFile() {
    try (Store store = Stores.open(url())) {
      store.journal(ACME).append(List.of(WON));
    }

    assertThat(folder.resolve("sales.mv.db")).isNotEmptyFile();
    assertThat(folder).isDirectoryContaining("glob:**/sales.mv.db");
  }

  @Nested
  class WhenTheUrlIsWrong {
    @Test
    void saysWhichAreSupported() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Stores.open("jdbc:mysql://localhost/sales?password=hush"))
          .withMessage(
              "No store is known for \"jdbc:mysql://localhost/sales\"; supported is exactly one of:"
                  + " jdbc:h2:file:PATH, jdbc:h2:mem:NAME, jdbc:postgresql://HOST/DATABASE,"
                  + " memory:");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> JdbcStore.open("jdbc:mysql://localhost/sales"))
          .withMessageContaining("it must be one of: jdbc:h2:file:PATH");
    }

    @Test
    void asksForTheNameOfADatabaseInMemory() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Stores.open("jdbc:h2:mem:"))
          .withMessageContaining("needs a name, such as jdbc:h2:mem:sales");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Stores.open("jdbc:h2:mem:;MODE=PostgreSQL"));
    }

    @Test
    void saysHowToWriteARelativePath() {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> Stores.open("jdbc:h2:file:sales"))
          .withMessage(
              "Store jdbc:h2:file:sales cannot be opened: write the path as ./PATH, ~/PATH or"
                  + " /PATH");
    }

    @Test
    void saysThatAServerDoesNotAnswer() {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(
              () -> Stores.open("jdbc:postgresql://localhost:1/sales?user=ana&password=hush"))
          .withMessage(
              "Store jdbc:postgresql://localhost:1/sales cannot be opened: the server does not"
                  + " answer; is it running, are host and port right?");
    }
  }

  @Test
  void saysThatThePasswordIsWrongAndDoesNotShowIt() throws SQLException {
    execute(url() + ";USER=ana;PASSWORD=secret", "select 1");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Stores.open(url() + ";USER=ana;PASSWORD=hush"))
        .withMessage("Store " + url() + " cannot be opened: user or password is wrong");
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws Exception {
    Files.writeString(folder.resolve("sales.mv.db"), "account,value\n".repeat(1_000));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Stores.open(url()))
        .withMessageContaining("cannot be opened");
  }

  @Nested
  class InADatabaseOfAHost {
    private final JdbcDataSource dataSource = new JdbcDataSource();

    private DataSource host() {
      dataSource.setURL(url());
      return dataSource;
    }

    @Test
    void leavesItsTablesAlone() throws SQLException {
      execute(
          url(), "create table customer (name varchar); insert into customer values ('Globex')");

      try (Store store = JdbcStore.over(host())) {
        store.journal(ACME).append(List.of(WON));
      }

      try (Connection connection = DriverManager.getConnection(url());
          ResultSet row = connection.createStatement().executeQuery("select name from customer")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("Globex");
      }
    }

    @Test
    void keepsWhatWasThereWhenOpenedAgain() {
      try (Store store = JdbcStore.over(host())) {
        store.journal(ACME).append(List.of(WON));
      }
      try (Store store = JdbcStore.over(host())) {
        assertThat(store.journal(ACME).append(List.of(WON)).duplicates()).isEqualTo(1);
      }
    }
  }

  @Test
  void sharesADatabaseBetweenStores() {
    try (Store one = Stores.open(url());
        Store other = Stores.open(url())) {
      one.journal(ACME).append(List.of(WON));

      assertThat(other.journal(ACME).append(List.of(WON)).duplicates()).isEqualTo(1);
    }
  }

  @Nested
  class WhenSomebodyElseChangedTheDatabase {

    @Test
    void refusesTablesOfALaterVersion() throws SQLException {
      Stores.open(url()).close();
      execute(
          url(),
          """
          insert into "pacesetter_schema_history"
          select 99, '99', 'later', "type", 'V99__later.sql', "checksum", "installed_by",
            "installed_on", "execution_time", "success"
          from "pacesetter_schema_history" where "version" = '1'
          """);

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> Stores.open(url()))
          .withMessageContaining("has tables this version cannot use")
          .withMessageContaining("99");
    }

    @Test
    void namesTheRowThatCannotBeRead() throws SQLException {
      DocumentKey key = DocumentKey.of("goal", "q3");
      try (Store store = Stores.open(url())) {
        store.journal(ACME).append(List.of(WON));
        store.documents(ACME).save(key, Fields.empty(), 0, Instant.EPOCH);
        execute(url(), "update pacesetter_event set payload = '{\"a\":null}'");
        execute(url(), "update pacesetter_document set body = '{\"a\":1'");
        JournalPort journal = store.journal(ACME);
        DocumentPort documents = store.documents(ACME);

        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(() -> journal.read(0, 1))
            .withMessageContaining("holds event 1 of acme, which cannot be read");
        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(() -> documents.latest(key))
            .withMessageContaining("holds revision 1 of goal q3, which cannot be read");
      }
    }

    @Test
    void appendsNothingWhereATableIsMissing() throws SQLException {
      try (Store store = Stores.open(url())) {
        execute(url(), "drop table pacesetter_event");
        JournalPort journal = store.journal(ACME);

        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(() -> journal.append(List.of(WON)))
            .withMessageContaining("failed to append 1 events to acme");
        assertThat(journal.lastPosition()).isZero();
      }
    }
  }
}
