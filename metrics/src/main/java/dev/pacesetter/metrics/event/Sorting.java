package dev.pacesetter.metrics.event;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.Parts;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes columns into the order of a table: by subject, then time, then sequence number.
 *
 * <p>Two steps: rows go to buckets of neighbouring subjects, then every bucket is ordered by
 * itself. Rows move within the arrays of the table; besides them there is one {@code int} a row,
 * and for each worker what a bucket needs.
 */
final class Sorting {
  private final EventColumns columns;
  private final SubjectNumbers subjects;
  private final Partition partition;
  private final RowColumns rows;
  private final int[] numbers; // of the subject within its bucket, by row of the table
  private final Parts parts;

  private Sorting(EventColumns columns, Parts parts) {
    this.columns = columns;
    this.parts = parts;
    subjects = subjects(columns, parts);
    BitSet duplicates = columns.ids == null ? null : Duplicates.of(columns, columns.ids, parts);
    partition = new Partition(columns.rows, duplicates, subjects, subjects.range(), parts);
    rows =
        new RowColumns(
            partition.rows(),
            columns.sequences != null,
            columns.values != null,
            columns.eventNames,
            columns.dimensionValues);
    numbers = new int[partition.rows()];
  }

  private static SubjectNumbers subjects(EventColumns columns, Parts parts) {
    if (columns.codes != null) {
      return new NameNumbers(columns.codes, columns.names);
    }
    return KeyNumbers.of(requireNonNull(columns.keys), columns.rows, parts);
  }

  static EventTable table(EventColumns columns, Parts parts) {
    return new Sorting(columns, parts).toTable();
  }

  private EventTable toTable() {
    partition.scatter(this::put, parts);
    int[] subjectsBefore = orderBuckets();
    int count = subjectsBefore[partition.buckets()];
    int[] starts = new int[count + 1];
    starts[count] = partition.rows();
    long[] keys = columns.keys == null ? null : new long[count];
    String[] names = columns.keys == null ? new String[count] : null;
    parts.run(
        partition.buckets(),
        (worker, bucket) -> writeSubjects(bucket, subjectsBefore[bucket], starts, keys, names));
    return new EventTable(
        new EventStore(
            columns.unit,
            keys,
            names,
            starts,
            rows,
            columns.eventNames,
            ImmutableList.copyOf(columns.dimensionNames),
            ImmutableList.copyOf(columns.dimensionValues)),
        0,
        count);
  }

  private void put(int row, int count, int[] numbersOfRows, int[] places) {
    int mask = partition.width() - 1;
    for (int i = 0; i < count; i++) {
      numbers[places[i]] = numbersOfRows[i] & mask;
    }
    put(columns.times, row, count, places, rows.times);
    if (columns.values != null && rows.values != null) {
      put(columns.values, row, count, places, rows.values);
    }
    if (columns.sequences != null && rows.sequences != null) {
      put(columns.sequences, row, count, places, rows.sequences);
    }
    put(columns.events, 0, row, count, places, rows.events, "event", columns.eventNames);
    for (int i = 0; i < rows.dimensions.length; i++) {
      put(
          columns.dimensions.get(i),
          EventTable.NONE,
          row,
          count,
          places,
          rows.dimensions[i],
          columns.dimensionNames.get(i),
          columns.dimensionValues.get(i));
    }
  }

  private static void put(LongColumn column, int row, int count, int[] places, long[] to) {
    long[] chunk = column.chunk(row);
    int at = column.offset(row);
    for (int i = 0; i < count; i++) {
      to[places[i]] = chunk[at + i];
    }
  }

  private void put(
      IntColumn column,
      int least,
      int row,
      int count,
      int[] places,
      CodeColumn to,
      String what,
      ImmutableList<String> names) {
    if (!to.scatter(column.chunk(row), column.offset(row), count, places, least, names.size())) {
      for (int i = row; i < row + count; i++) {
        int code = column.get(i);
        if (code < least || code >= names.size()) {
          throw new IllegalArgumentException(
              "%s code of row %d, subject %s, is %d; it must be from %d below %d"
                  .formatted(what, i, columns.describeSubject(i), code, least, names.size()));
        }
      }
    }
  }

  /** Orders every bucket; returns how many subjects there are before each, and in all. */
  private int[] orderBuckets() {
    int[] before = new int[partition.buckets() + 1];
    BucketOrder[] workers = new BucketOrder[parts.workers()];
    parts.run(
        partition.buckets(),
        (worker, bucket) -> {
          if (workers[worker] == null) {
            workers[worker] = new BucketOrder(rows, numbers, partition.width());
          }
          before[bucket + 1] =
              workers[worker].order(partition.start(bucket), partition.end(bucket));
        });
    for (int bucket = 0; bucket < partition.buckets(); bucket++) {
      before[bucket + 1] += before[bucket];
    }
    return before;
  }

  private void writeSubjects(
      int bucket, int first, int[] starts, long @Nullable [] keys, String @Nullable [] names) {
    int subject = first;
    int least = bucket * partition.width();
    for (int row = partition.start(bucket); row < partition.end(bucket); row++) {
      if (row == partition.start(bucket) || numbers[row] != numbers[row - 1]) {
        starts[subject] = row;
        if (keys != null) {
          keys[subject] = subjects.key(least + numbers[row]);
        } else if (names != null) {
          names[subject] = subjects.name(least + numbers[row]);
        }
        subject++;
      }
    }
  }
}
