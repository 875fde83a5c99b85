package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.RowOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes columns into the order of a table: by subject, then time, then sequence number. */
final class Sorting {
  private final EventColumns columns;
  private final boolean[] dropped; // rows whose identity an earlier row has

  Sorting(EventColumns columns) {
    this.columns = columns;
    checkNames("events", columns.eventNames);
    checkCodes("event", columns.events, columns.eventNames.size(), 0);
    for (int i = 0; i < columns.dimensions.size(); i++) {
      checkNames(columns.dimensionNames.get(i), columns.dimensionValues.get(i));
      checkCodes(
          columns.dimensionNames.get(i),
          columns.dimensions.get(i),
          columns.dimensionValues.get(i).size(),
          EventTable.NONE);
    }
    if (columns.codes != null && columns.names != null) {
      checkNames("subjects", columns.names);
      checkCodes("subject", columns.codes, columns.names.size(), 0);
    }
    dropped = columns.ids == null ? new boolean[0] : duplicates(columns.ids);
  }

  EventTable toTable() {
    RowOrder order =
        (a, b) -> {
          int c = compareSubjects(a, b);
          c = c != 0 ? c : Long.compare(columns.times[a], columns.times[b]);
          return c != 0 || columns.sequences == null
              ? c
              : Long.compare(columns.sequences[a], columns.sequences[b]);
        };
    int[] sorted = order.sorted(columns.rows);
    int rows = 0;
    for (int row : sorted) {
      if (dropped.length == 0 || !dropped[row]) {
        sorted[rows++] = row;
      }
    }
    int[] starts = new int[rows + 1];
    int subjects = 0;
    for (int i = 0; i < rows; i++) {
      if (i == 0 || compareSubjects(sorted[i - 1], sorted[i]) != 0) {
        starts[subjects++] = i;
      }
    }
    starts[subjects] = rows;
    starts = Arrays.copyOf(starts, subjects + 1);
    long[] keys = columns.keys == null ? null : new long[subjects];
    String[] names = columns.keys == null ? new String[subjects] : null;
    for (int subject = 0; subject < subjects; subject++) {
      int row = sorted[starts[subject]];
      if (keys != null && columns.keys != null) {
        keys[subject] = columns.keys[row];
      }
      if (names != null && columns.codes != null && columns.names != null) {
        names[subject] = columns.names.get(columns.codes[row]);
      }
    }
    CodeColumn[] dimensions = new CodeColumn[columns.dimensions.size()];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] =
          codes(columns.dimensions.get(i), columns.dimensionValues.get(i).size(), sorted, rows);
    }
    return new EventTable(
        new EventStore(
            columns.unit,
            keys,
            names,
            starts,
            longs(columns.times, sorted, rows),
            columns.sequences == null ? null : longs(columns.sequences, sorted, rows),
            columns.values == null ? null : longs(columns.values, sorted, rows),
            columns.eventNames,
            codes(columns.events, columns.eventNames.size(), sorted, rows),
            ImmutableList.copyOf(columns.dimensionNames),
            ImmutableList.copyOf(columns.dimensionValues),
            dimensions),
        0,
        subjects);
  }

  private int compareSubjects(int a, int b) {
    if (columns.keys != null) {
      return Long.compare(columns.keys[a], columns.keys[b]);
    }
    if (columns.codes == null || columns.names == null || columns.codes[a] == columns.codes[b]) {
      return 0;
    }
    return columns.names.get(columns.codes[a]).compareTo(columns.names.get(columns.codes[b]));
  }

  private static long[] longs(long[] column, int[] sorted, int rows) {
    long[] result = new long[rows];
    for (int i = 0; i < rows; i++) {
      result[i] = column[sorted[i]];
    }
    return result;
  }

  private static CodeColumn codes(int[] column, int names, int[] sorted, int rows) {
    CodeColumn result = CodeColumn.empty(rows, names);
    for (int i = 0; i < rows; i++) {
      result.set(i, column[sorted[i]]);
    }
    return result;
  }

  /** Marks every row whose identity a row before it has; both must say the same. */
  private boolean[] duplicates(long[] ids) {
    boolean @Nullable [] identified = columns.identified;
    boolean[] result = new boolean[columns.rows];
    RowOrder byId = (a, b) -> Long.compare(ids[a], ids[b]);
    int first = EventTable.NONE;
    for (int row : byId.sorted(columns.rows)) {
      if (identified != null && !identified[row]) {
        continue;
      }
      if (first != EventTable.NONE && ids[first] == ids[row]) {
        checkArgument(
            isSame(first, row), "two rows with the id %s differ; an id names one event", ids[row]);
        result[row] = true;
      } else {
        first = row;
      }
    }
    return result;
  }

  private boolean isSame(int a, int b) {
    boolean same =
        compareSubjects(a, b) == 0
            && columns.times[a] == columns.times[b]
            && columns.events[a] == columns.events[b]
            && (columns.values == null || columns.values[a] == columns.values[b])
            && (columns.sequences == null || columns.sequences[a] == columns.sequences[b]);
    for (int[] dimension : columns.dimensions) {
      same &= dimension[a] == dimension[b];
    }
    return same;
  }

  private void checkCodes(String column, int[] codes, int names, int least) {
    for (int row = 0; row < columns.rows; row++) {
      if (codes[row] < least || codes[row] >= names) {
        throw new IllegalArgumentException(
            "%s code of row %d is %d; it must be from %d below %d"
                .formatted(column, row, codes[row], least, names));
      }
    }
  }

  private static void checkNames(String what, List<String> names) {
    HashSet<String> seen = new HashSet<>();
    for (String name : names) {
      checkArgument(seen.add(name), "the name '%s' is there twice among %s", name, what);
    }
  }
}
