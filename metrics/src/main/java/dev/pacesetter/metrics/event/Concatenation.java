package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.Dictionary;

/** Joins tables into one. */
final class Concatenation {
  private Concatenation() {}

  static EventTable of(ImmutableList<EventTable> tables) {
    checkArgument(!tables.isEmpty(), "there must be at least one table to concatenate");
    EventTable first = tables.get(0);
    long rows = 0;
    boolean sequences = false;
    boolean values = false;
    for (EventTable table : tables) {
      checkArgument(
          table.timeUnit() == first.timeUnit()
              && table.dimensions().equals(first.dimensions())
              && (table.hasSubjectNames() == first.hasSubjectNames() || table.rows() == 0),
          "%s with times in %s and dimensions %s does not fit one with times in %s and %s",
          table,
          table.timeUnit(),
          table.dimensions(),
          first.timeUnit(),
          first.dimensions());
      rows += table.rows();
      sequences |= table.hasSequences();
      values |= table.store().values != null;
    }
    checkArgument(
        rows <= Integer.MAX_VALUE - 8, "together there are %s rows; that is too many", rows);
    return new Joined(tables, (int) rows).toTable(sequences, values);
  }

  private static final class Joined {
    private final ImmutableList<EventTable> tables;
    private final int rows;

    Joined(ImmutableList<EventTable> tables, int rows) {
      this.tables = tables;
      this.rows = rows;
    }

    EventTable toTable(boolean sequences, boolean values) {
      EventTable first = tables.get(0);
      boolean named = tables.stream().anyMatch(t -> t.hasSubjectNames() && t.rows() > 0);
      Dictionary names = new Dictionary();
      int[] codes = new int[named ? rows : 0];
      long[] keys = new long[named ? 0 : rows];
      long[] times = new long[rows];
      long[] sequence = new long[sequences ? rows : 0];
      long[] value = new long[values ? rows : 0];
      int to = 0;
      for (EventTable table : tables) {
        for (int subject = 0; subject < table.subjects(); subject++) {
          int code = named ? names.code(table.subjectName(subject)) : 0;
          long key = named ? 0 : table.subjectKey(subject);
          for (int row = table.start(subject); row < table.end(subject); row++, to++) {
            if (named) {
              codes[to] = code;
            } else {
              keys[to] = key;
            }
            times[to] = table.time(row);
            if (sequences) {
              sequence[to] = table.sequence(row);
            }
            if (values) {
              value[to] = table.value(row);
            }
          }
        }
      }
      Dictionary eventNames = new Dictionary();
      int[] events = codes(eventNames, EventTable.NONE);
      EventColumns columns =
          named
              ? EventColumns.of(codes, names.names(), events, eventNames.names(), times)
              : EventColumns.of(keys, events, eventNames.names(), times);
      columns.timesIn(first.timeUnit());
      if (sequences) {
        columns.sequences(sequence);
      }
      if (values) {
        columns.values(value);
      }
      for (int dimension = 0; dimension < first.dimensions().size(); dimension++) {
        Dictionary dictionary = new Dictionary();
        int[] column = codes(dictionary, dimension);
        columns.dimension(first.dimensions().get(dimension), column, dictionary.names());
      }
      return columns.toTable();
    }

    /** The codes of a dimension, or of the events, by one dictionary for all tables. */
    private int[] codes(Dictionary dictionary, int dimension) {
      int[] result = new int[rows];
      int to = 0;
      for (EventTable table : tables) {
        ImmutableList<String> names =
            dimension == EventTable.NONE ? table.events() : table.dimensionValues(dimension);
        int[] joined = names.stream().mapToInt(dictionary::code).toArray();
        for (int row = table.firstRow(); row < table.endRow(); row++, to++) {
          int code = dimension == EventTable.NONE ? table.event(row) : table.code(dimension, row);
          result[to] = code == EventTable.NONE ? EventTable.NONE : joined[code];
        }
      }
      return result;
    }
  }
}
