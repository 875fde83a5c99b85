package dev.pacesetter.metrics.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Rows for tests, as plain objects: what goes into a table and what comes out of it. */
final class Rows {
  record Row(
      long subject, String event, long at, long value, long sequence, @Nullable String product) {
    enum Part {
      SUBJECT,
      EVENT,
      AT,
      VALUE,
      SEQUENCE,
      PRODUCT
    }

    Row changed(Part part) {
      return new Row(
          part == Part.SUBJECT ? subject + 1 : subject,
          part == Part.EVENT ? event + "?" : event,
          part == Part.AT ? at + 1 : at,
          part == Part.VALUE ? value + 1 : value,
          part == Part.SEQUENCE ? sequence + 1 : sequence,
          part != Part.PRODUCT ? product : product == null ? "Pro" : null);
    }
  }

  private Rows() {}

  /** Few subjects, instants and sequence numbers, so that all kinds of ties happen. */
  static Arbitrary<List<Row>> any() {
    Arbitrary<Long> limits = Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE);
    Arbitrary<Long> subjects =
        Arbitraries.oneOf(Arbitraries.longs().between(-3, 3), Arbitraries.longs(), limits);
    Arbitrary<Long> times =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.longs().between(-2, 2)), Tuple.of(1, limits));
    return Combinators.combine(
            subjects,
            Arbitraries.of("lead", "demo", "offer", "won"),
            times,
            Arbitraries.longs(),
            Arbitraries.longs().between(0, 2),
            Arbitraries.of("Basic", "Pro").injectNull(0.3))
        .as(Row::new)
        .withoutEdgeCases() // so many that hardly any other case would be tried
        .list()
        .ofMaxSize(40);
  }

  /** The same rows, each with a sequence number of its own. */
  static List<Row> numbered(List<Row> rows) {
    List<Row> result = new ArrayList<>();
    for (Row row : rows) {
      result.add(new Row(row.subject, row.event, row.at, row.value, result.size(), row.product));
    }
    return result;
  }

  static EventTable table(List<Row> rows) {
    EventTable.Builder builder = EventTable.builder("product");
    for (Row row : rows) {
      add(builder.row(row.subject, row.event, row.at), row);
    }
    return builder.build();
  }

  static EventTable named(List<Row> rows) {
    EventTable.Builder builder = EventTable.builder("product");
    for (Row row : rows) {
      add(builder.row("deal " + row.subject, row.event, row.at), row);
    }
    return builder.build();
  }

  private static void add(EventTable.Builder builder, Row row) {
    builder.value(row.value).sequence(row.sequence);
    if (row.product != null) {
      builder.with("product", row.product);
    }
  }

  static List<Row> of(EventTable table) {
    List<Row> rows = new ArrayList<>();
    for (int subject = 0; subject < table.subjects(); subject++) {
      for (int row = table.start(subject); row < table.end(subject); row++) {
        int product = table.code(0, row);
        rows.add(
            new Row(
                table.subjectKey(subject),
                table.events().get(table.event(row)),
                table.time(row),
                table.value(row),
                table.sequence(row),
                product == EventTable.NONE ? null : table.dimensionValues(0).get(product)));
      }
    }
    return rows;
  }

  /** The documented order; a stable sort. */
  static List<Row> inOrder(List<Row> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparing(Row::subject).thenComparing(Row::at).thenComparing(Row::sequence))
        .toList();
  }
}
