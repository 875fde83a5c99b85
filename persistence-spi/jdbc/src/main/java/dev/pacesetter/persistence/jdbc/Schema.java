package dev.pacesetter.persistence.jdbc;

import dev.pacesetter.persistence.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The tables, and how they came to be what they are. */
final class Schema implements ResourceProvider {

  private static final List<Migration> MIGRATIONS =
      List.of(new Migration("V1__journal_and_documents.sql"));

  private Schema() {}

  /** Brings the tables to the version of this code; refuses those of a later one. */
  static void update(String store, DataSource dataSource) {
    try {
      Flyway.configure()
          .dataSource(dataSource)
          // else it writes to java.util.logging where the host has no SLF4J provider
          .loggers("slf4j")
          .table("pacesetter_schema_history")
          // the host may keep tables of its own in the same schema
          .baselineOnMigrate(true)
          .baselineVersion("0")
          // a later version may keep promises this one does not know of
          .ignoreMigrationPatterns(new String[0])
          // named one by one, so that nothing has to be searched for
          .resourceProvider(new Schema())
          .locations(new String[0])
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "Store %s has tables this version cannot use: %s".formatted(store, e.getMessage()), e);
    }
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return MIGRATIONS.stream().filter(m -> m.getFilename().equals(name)).findFirst().orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return MIGRATIONS.stream()
        .filter(m -> m.getFilename().startsWith(prefix))
        .filter(m -> Arrays.stream(suffixes).anyMatch(m.getFilename()::endsWith))
        .map(LoadableResource.class::cast)
        .toList();
  }

  /** A script beside this class; read by the class, as a module keeps its resources to itself. */
  private static final class Migration extends LoadableResource {
    private final String name;

    Migration(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      try (InputStream script = Schema.class.getResourceAsStream(name)) {
        if (script == null) {
          throw new IllegalStateException("Script " + name + " is missing beside " + Schema.class);
        }
        return new StringReader(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
