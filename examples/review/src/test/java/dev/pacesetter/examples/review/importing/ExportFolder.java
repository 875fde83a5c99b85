package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.mapping.ImportMapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A small export in a temporary folder, with a mapping for deals with people and history. */
final class ExportFolder {
  static final String MAPPING =
      """
      source: shop
      zone: UTC
      currency: EUR
      exported-on: 2025-12-31
      stages: [Lead, Meeting, Proposal]
      open: [Open]
      won: [Won]
      lost: [Lost]
      files:
        - file: people.csv
          rows:
            person: {id: id, name: name}
        - file: deals.csv
          rows:
            opportunity:
              id: id
              owner: owner
              created: created
              closed: closed
              amount: amount
              stage: stage
        - file: history.csv
          optional: true
          rows:
            stage: {opportunity: id, stage: stage, at: at}
        - file: changes.csv
          optional: true
          rows:
            change: {opportunity: id, at: at, field: field, old: old, new: new}
      """;

  private final Path folder;

  ExportFolder(Path folder) {
    this.folder = folder;
    file("people.csv", "id,name", "ana,Ana Silva", "ben,Ben Okoro");
  }

  ExportFolder file(String name, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  ExportFolder file(String name, Charset charset, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(charset));
  }

  ExportFolder bytes(String name, byte[] content) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.write(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes deals.csv with the header the mapping expects. */
  ExportFolder deals(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = "id,owner,created,closed,amount,stage";
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return file("deals.csv", lines);
  }

  Import read() {
    return read(MAPPING);
  }

  Import read(String mapping) {
    return Import.read(mapping(mapping), folder, ImportProgress.SILENT);
  }

  static ImportMapping mapping(String text) {
    return ImportMapping.read(
        "mapping.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static List<String> english(Rejections rejections) {
    return rejections.listed().stream().map(each -> each.message().in(Locale.ENGLISH)).toList();
  }
}
