package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.pacesetter.examples.review.mapping.FieldMapping;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.examples.review.mapping.Lookup;
import dev.pacesetter.examples.review.mapping.RowMapping;
import dev.pacesetter.examples.review.mapping.SourceFile;
import dev.pacesetter.examples.review.text.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at every file before the first row is read, so that all problems come at once. */
final class Preflight {
  private final ImportMapping mapping;
  private final Path folder;
  private final Notes notes;
  private final List<Message> problems = new ArrayList<>();
  private final Map<String, Set<String>> columns = new HashMap<>();
  private final Set<String> lookedUp = new LinkedHashSet<>();

  Preflight(ImportMapping mapping, Path folder, Notes notes) {
    this.mapping = mapping;
    this.folder = folder;
    this.notes = notes;
    for (SourceFile file : mapping.files()) {
      for (RowMapping rows : file.rows()) {
        Iterables.concat(rows.fields().values(), rows.entered().values())
            .forEach(sources -> sources.forEach(source -> needs(file.path(), source)));
      }
    }
  }

  private void needs(String file, FieldMapping source) {
    if (source.column() != null) {
      columns.computeIfAbsent(file, key -> new LinkedHashSet<>()).add(source.column());
    }
    for (Lookup lookup : source.lookups()) {
      lookedUp.add(lookup.file());
      Set<String> needed = columns.computeIfAbsent(lookup.file(), key -> new LinkedHashSet<>());
      needed.add(lookup.by());
      needed.add(lookup.take());
    }
  }

  /**
   * Returns the files whose rows are to be read.
   *
   * @throws ImportException with the problems of all files, if there is one
   */
  ImmutableList<SourceFile> filesToRead() {
    if (!Files.isDirectory(folder)) {
      throw new ImportException(Message.of("file.no-folder", folder));
    }
    ImmutableList.Builder<SourceFile> toRead = ImmutableList.builder();
    for (SourceFile file : mapping.files()) {
      if (Files.isRegularFile(folder.resolve(file.path()))) {
        if (!file.rows().isEmpty() || lookedUp.contains(file.path())) {
          checkColumns(file);
        }
        if (!file.rows().isEmpty()) {
          toRead.add(file);
        }
      } else if (file.optional() && !lookedUp.contains(file.path())) {
        notes.add(NoteKind.FILE_ABSENT, "file", file.path());
      } else {
        problems.add(Message.of("file.missing", file.path(), folder, filesThere()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ImportException(problems, Rejections.NONE);
    }
    return toRead.build();
  }

  private void checkColumns(SourceFile file) {
    try (CsvRows rows = CsvRows.open(file, folder)) {
      for (String column : columns.getOrDefault(file.path(), Set.of())) {
        try {
          rows.place(column);
        } catch (ImportException e) {
          problems.addAll(e.problems());
        }
      }
    } catch (ImportException e) {
      problems.addAll(e.problems());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImmutableList<String> filesThere() {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
