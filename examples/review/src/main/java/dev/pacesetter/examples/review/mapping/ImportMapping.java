package dev.pacesetter.examples.review.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.examples.review.yaml.YamlNode;
import dev.pacesetter.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * What the files of a CRM export mean.
 *
 * @param source the short name of the export; every fact's id starts with it
 * @param title what people call the export
 * @param calendar the fiscal calendar; its zone is where the clocks of the export stand
 * @param currency the currency of amounts that do not name one
 * @param exportedOn the day of the export; what has no date takes effect on it
 * @param stages the stages of an open deal, first to last; none where only orders are known
 * @param open the values that mean a deal is open, beside the stages
 * @param won the values that mean a deal is won
 * @param lost the values that mean a deal is lost
 * @param lossesRecorded whether losing a deal is recorded at all
 * @param unlisted what happens to a row that names somebody no file lists
 * @param files the files in the order in which they are read
 */
public record ImportMapping(
    String source,
    Text title,
    FiscalCalendar calendar,
    CurrencyUnit currency,
    LocalDate exportedOn,
    ImmutableList<String> stages,
    ImmutableSet<String> open,
    ImmutableSet<String> won,
    ImmutableSet<String> lost,
    boolean lossesRecorded,
    Unlisted unlisted,
    ImmutableList<SourceFile> files) {

  private static final ImmutableList<String> READY =
      ImmutableList.of("sample", "crm-sales-opportunities", "adventureworks", "olist");

  /**
   * Returns the names of the ready mappings.
   *
   * @return the names that {@link #ready} takes
   */
  public static ImmutableList<String> readyNames() {
    return READY;
  }

  /**
   * Returns a ready mapping.
   *
   * @param name one of {@link #readyNames}
   * @return the mapping
   * @throws IllegalArgumentException if there is none of that name
   */
  public static ImportMapping ready(String name) {
    if (!READY.contains(name)) {
      throw new IllegalArgumentException(
          "there is no ready mapping '%s'; there are %s".formatted(name, READY));
    }
    String file = name + ".yaml";
    try (InputStream in = ImportMapping.class.getResourceAsStream(file)) {
      return read(file, in == null ? InputStream.nullInputStream() : in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a mapping.
   *
   * @param path a YAML file
   * @return the mapping
   * @throws YamlException if something in it is not as it must be
   */
  public static ImportMapping read(Path path) {
    return new MappingReader(YamlNode.read(path)).mapping();
  }

  /**
   * Reads a mapping.
   *
   * @param file what to call it in errors
   * @param in YAML
   * @return the mapping
   * @throws YamlException if something in it is not as it must be
   */
  public static ImportMapping read(String file, InputStream in) {
    return new MappingReader(YamlNode.read(file, in)).mapping();
  }

  /**
   * Returns this mapping for an export of another day.
   *
   * @param day the day of the export
   * @return the mapping
   */
  public ImportMapping withExportedOn(LocalDate day) {
    return new ImportMapping(
        source,
        title,
        calendar,
        currency,
        day,
        stages,
        open,
        won,
        lost,
        lossesRecorded,
        unlisted,
        files);
  }

  /**
   * Returns whether rows become something.
   *
   * @param kind what they may become
   * @return whether a file has such rows
   */
  public boolean brings(RowKind kind) {
    return files.stream()
        .flatMap(file -> file.rows().stream())
        .anyMatch(rows -> rows.kind() == kind);
  }
}
