package dev.pacesetter.persistence.jdbc;

import static com.google.common.base.Preconditions.checkArgument;

import com.zaxxer.hikari.HikariConfig;
import dev.pacesetter.persistence.StoreException;
import dev.pacesetter.persistence.Stores;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What differs between the databases before the first connection; after that nothing does. */
enum Database {
  H2("jdbc:h2:", "org.h2.Driver", "com.h2database:h2") {
    @Override
    String complete(String url) {
      checkArgument(
          !url.matches("jdbc:h2:mem:(;.*)?"),
          "Store URL is \"%s\"; a database in memory needs a name, such as jdbc:h2:mem:sales",
          Stores.withoutSecrets(url));
      String settings = url.toUpperCase(Locale.ROOT);
      StringBuilder complete = new StringBuilder(url);
      if (!settings.contains(";WRITE_DELAY=")) {
        complete.append(";WRITE_DELAY=0");
      }
      if (!settings.contains(";LOCK_TIMEOUT=")) {
        complete.append(";LOCK_TIMEOUT=60000");
      }
      if (!settings.contains(";TRACE_LEVEL_FILE=")) {
        complete.append(";TRACE_LEVEL_FILE=0");
      }
      return complete.toString();
    }
  },
  POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver", "org.postgresql:postgresql") {
    @Override
    String complete(String url) {
      return url;
    }
  };

  private final String prefix;
  private final String driver;
  private final String artifact;

  Database(String prefix, String driver, String artifact) {
    this.prefix = prefix;
    this.driver = driver;
    this.artifact = artifact;
  }

  static Optional<Database> of(String url) {
    return Arrays.stream(values()).filter(database -> url.startsWith(database.prefix)).findFirst();
  }

  /** Returns the URL with the settings that make the store keep its promises. */
  abstract String complete(String url);

  /** Returns how to reach the database of a URL. */
  HikariConfig connectionsTo(String url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("pacesetter");
    config.setJdbcUrl(complete(url));
    try {
      config.setDriverClassName(driver);
    } catch (RuntimeException e) {
      throw new StoreException(
          "Store %s needs its driver; add %s to the class path"
              .formatted(Stores.withoutSecrets(url), artifact),
          e);
    }
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(1);
    if (this == H2) {
      // a database in memory lives as long as a connection to it; embedded ones do not go stale
      config.setMaxLifetime(0);
    } else {
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
      config.addDataSourceProperty("ApplicationName", "pacesetter");
    }
    return config;
  }
}
