package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.examples.review.mapping.Lookup;
import dev.pacesetter.examples.review.mapping.SourceFile;
import dev.pacesetter.examples.review.text.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads each file that serves lookups once for each pair of columns. */
final class LookupTables {
  private final ImmutableMap<String, SourceFile> files;
  private final Path folder;
  private final Map<Lookup, LookupTable> tables = new HashMap<>();

  LookupTables(ImportMapping mapping, Path folder) {
    this.files = Maps.uniqueIndex(mapping.files(), SourceFile::path);
    this.folder = folder;
  }

  LookupTable table(Lookup lookup) {
    @Nullable LookupTable known = tables.get(lookup);
    if (known == null) {
      known = read(lookup);
      tables.put(lookup, known);
    }
    return known;
  }

  private LookupTable read(Lookup lookup) {
    Map<String, String> values = new HashMap<>();
    SourceFile file = Objects.requireNonNull(files.get(lookup.file()));
    try (CsvRows rows = CsvRows.open(file, folder)) {
      int by = rows.place(lookup.by());
      int take = rows.place(lookup.take());
      while (rows.next()) {
        if (rows.isRagged()) {
          throw new ImportException(
              Message.of("file.lookup-ragged", lookup.file(), rows.line(), rows.size()));
        }
        String value = rows.value(take);
        @Nullable String before = values.putIfAbsent(rows.value(by), value);
        if (before != null && !before.equals(value)) {
          throw new ImportException(
              Message.of(
                  "file.lookup-ambiguous",
                  lookup.file(),
                  rows.line(),
                  lookup.by(),
                  rows.value(by),
                  lookup.take(),
                  before,
                  value));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LookupTable(lookup, values);
  }
}
