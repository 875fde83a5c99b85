package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.mapping.FieldMapping;
import dev.pacesetter.examples.review.mapping.Lookup;
import dev.pacesetter.examples.review.text.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where one field of a row is found, and how its text becomes a value. */
final class Cell {
  private static final int DATES_KEPT = 20_000;

  private record Source(
      FieldMapping mapping,
      String column,
      int place,
      ImmutableList<LookupTable> lookups,
      AliasCounts.InColumn aliases) {}

  private final CsvRows rows;
  private final ImmutableList<Source> sources;
  private final Map<String, Instant> instants = new HashMap<>();
  private Source found;
  private String raw = "";

  private Cell(CsvRows rows, ImmutableList<Source> sources) {
    this.rows = rows;
    this.sources = sources;
    this.found = sources.get(0);
  }

  static Cell of(
      String file,
      CsvRows rows,
      AliasCounts aliases,
      LookupTables tables,
      ImmutableList<FieldMapping> mappings) {
    ImmutableList.Builder<Source> sources = ImmutableList.builder();
    for (FieldMapping mapping : mappings) {
      ImmutableList.Builder<LookupTable> lookups = ImmutableList.builder();
      for (Lookup lookup : mapping.lookups()) {
        lookups.add(tables.table(lookup));
      }
      String column = mapping.column();
      int place = column == null ? -1 : rows.place(column);
      String name = column == null ? String.valueOf(mapping.constant()) : column;
      sources.add(new Source(mapping, name, place, lookups.build(), aliases.in(file, name)));
    }
    return new Cell(rows, sources.build());
  }

  /** Returns the text of this field in the current row, empty where it has no value. */
  String text() {
    for (Source source : sources) {
      found = source;
      String text = text(source);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private String text(Source source) {
    FieldMapping mapping = source.mapping();
    if (mapping.constant() != null) {
      raw = mapping.constant();
      return raw;
    }
    raw = rows.value(source.place());
    String text = dropped(mapping, raw);
    if (text.isEmpty()) {
      return text;
    }
    if (mapping.empty().contains(text)) {
      source.aliases().applied(text, "", rows.line());
      return "";
    }
    @Nullable String alias = mapping.aliases().get(text);
    if (alias != null) {
      source.aliases().applied(text, alias, rows.line());
      text = alias;
    }
    for (LookupTable lookup : source.lookups()) {
      @Nullable String taken = lookup.get(text);
      if (taken == null) {
        throw rejected(
            Reason.UNKNOWN_REFERENCE,
            Message.of("allowed.lookup", lookup.lookup().by(), lookup.lookup().file()));
      }
      if (taken.isEmpty()) {
        return "";
      }
      text = dropped(mapping, taken);
    }
    return text;
  }

  private static String dropped(FieldMapping mapping, String text) {
    return text.startsWith(mapping.drop()) ? text.substring(mapping.drop().length()) : text;
  }

  /** Reads a text as an instant. */
  Instant instant(String text, ZoneId zone) {
    @Nullable Instant known = instants.get(text);
    if (known != null) {
      return known;
    }
    try {
      Instant instant = found.mapping().dates().instant(text, zone);
      if (instants.size() < DATES_KEPT) {
        instants.put(text, instant);
      }
      return instant;
    } catch (DateTimeException e) {
      throw impossibleDate();
    }
  }

  /** Reads a text as a day. */
  LocalDate day(String text) {
    try {
      return found.mapping().dates().day(text);
    } catch (DateTimeException e) {
      throw impossibleDate();
    }
  }

  private Rejected impossibleDate() {
    return rejected(
        Reason.IMPOSSIBLE_DATE, Message.of("allowed.date", found.mapping().dates().pattern()));
  }

  /** Returns a rejection of the text last returned. */
  Rejected rejected(Reason reason, Message allowed) {
    return new Rejected(reason, found.column(), raw, allowed);
  }
}
