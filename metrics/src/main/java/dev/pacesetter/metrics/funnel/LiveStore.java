package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all subjects, those of each in one block in the order of time, then sequence number,
 * then arrival. A block that is full moves to one of twice the size; blocks left are used again.
 */
final class LiveStore {
  private static final int SMALLEST = 4;
  private static final int IDENTIFIED = 1 << 30;

  private final int[][] dimensions;

  // rows
  private int size;
  private long[] times = new long[64];
  private int[] events = new int[64];
  private long @Nullable [] values;
  private long @Nullable [] sequences;
  private long @Nullable [] ids;

  // subjects
  private int[] offsets = new int[16];
  private int[] counts = new int[16];
  private byte[] classes = new byte[16];

  // blocks that were left, by class: the first of each, and behind every one the next
  private final int[] free = new int[31];

  LiveStore(int dimensions) {
    this.dimensions = new int[dimensions][64];
    Arrays.fill(free, -1);
    Arrays.fill(classes, (byte) -1);
  }

  /** A row on its way into the store. */
  static final class Arrived {
    int subject;
    int event;
    long time;
    long sequence;
    long value;
    boolean isIdentified;
    long id;
    int[] codes = {};
  }

  int count(int subject) {
    return subject < counts.length ? counts[subject] : 0;
  }

  /** The place of a row of a subject, the first being 0. */
  int row(int subject, int number) {
    return offsets[subject] + number;
  }

  boolean isFull(int subject) {
    return subject >= counts.length
        || classes[subject] < 0
        || counts[subject] == SMALLEST << classes[subject];
  }

  long time(int row) {
    return times[row];
  }

  long sequence(int row) {
    return sequences == null ? 0 : sequences[row];
  }

  long value(int row) {
    return values == null ? 0 : values[row];
  }

  int event(int row) {
    return events[row] & ~IDENTIFIED;
  }

  boolean isIdentified(int row) {
    return (events[row] & IDENTIFIED) != 0;
  }

  long id(int row) {
    return ids == null ? 0 : ids[row];
  }

  int code(int dimension, int row) {
    return dimensions[dimension][row];
  }

  boolean hasValues() {
    return values != null;
  }

  boolean hasSequences() {
    return sequences != null;
  }

  /**
   * Returns whether a row with this identity is there.
   *
   * @throws IllegalArgumentException if it says something else
   */
  boolean has(Arrived arrived) {
    int count = count(arrived.subject);
    for (int i = count - 1; i >= 0; i--) {
      int row = row(arrived.subject, i);
      if (times[row] < arrived.time) {
        return false;
      }
      if (times[row] == arrived.time && isIdentified(row) && id(row) == arrived.id) {
        checkArgument(
            isSame(row, arrived),
            "the event with the id %s differs from what arrived before; an id names one event",
            arrived.id);
        return true;
      }
    }
    return false;
  }

  private boolean isSame(int row, Arrived arrived) {
    boolean same =
        event(row) == arrived.event
            && value(row) == arrived.value
            && sequence(row) == arrived.sequence;
    for (int d = 0; d < dimensions.length; d++) {
      same &= dimensions[d][row] == arrived.codes[d];
    }
    return same;
  }

  /** Puts a row where it belongs. */
  void insert(Arrived arrived) {
    int subject = arrived.subject;
    reserve(subject);
    int offset = offsets[subject];
    int at = offset + counts[subject];
    while (at > offset && isAfter(at - 1, arrived)) {
      at--;
    }
    shift(at, offset + counts[subject]);
    counts[subject]++;
    times[at] = arrived.time;
    events[at] = arrived.event | (arrived.isIdentified ? IDENTIFIED : 0);
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d][at] = arrived.codes[d];
    }
    if (values != null || arrived.value != 0) {
      values = values == null ? new long[times.length] : values;
      values[at] = arrived.value;
    }
    if (sequences != null || arrived.sequence != 0) {
      sequences = sequences == null ? new long[times.length] : sequences;
      sequences[at] = arrived.sequence;
    }
    if (ids != null || arrived.isIdentified) {
      ids = ids == null ? new long[times.length] : ids;
      ids[at] = arrived.id;
    }
  }

  private boolean isAfter(int row, Arrived arrived) {
    return times[row] > arrived.time
        || (times[row] == arrived.time && sequence(row) > arrived.sequence);
  }

  private void shift(int from, int to) {
    if (from < to) {
      copy(from, from + 1, to - from);
    }
  }

  private void copy(int from, int to, int length) {
    System.arraycopy(times, from, times, to, length);
    System.arraycopy(events, from, events, to, length);
    for (int[] dimension : dimensions) {
      System.arraycopy(dimension, from, dimension, to, length);
    }
    if (values != null) {
      System.arraycopy(values, from, values, to, length);
    }
    if (sequences != null) {
      System.arraycopy(sequences, from, sequences, to, length);
    }
    if (ids != null) {
      System.arraycopy(ids, from, ids, to, length);
    }
  }

  /** Keeps some rows of a subject and forgets the others. */
  void keep(int subject, boolean[] kept) {
    int offset = offsets[subject];
    int to = offset;
    for (int i = 0; i < counts[subject]; i++) {
      if (kept[i]) {
        if (to < offset + i) {
          copy(offset + i, to, 1);
        }
        to++;
      }
    }
    counts[subject] = to - offset;
  }

  private void reserve(int subject) {
    if (subject >= counts.length) {
      int length = Math.max(subject + 1, 2 * counts.length);
      int before = counts.length;
      offsets = Arrays.copyOf(offsets, length);
      counts = Arrays.copyOf(counts, length);
      classes = Arrays.copyOf(classes, length);
      Arrays.fill(classes, before, length, (byte) -1);
    }
    if (isFull(subject)) {
      int block = classes[subject];
      int moved = take(block + 1);
      if (block >= 0) {
        copy(offsets[subject], moved, counts[subject]);
        events[offsets[subject]] = free[block];
        free[block] = offsets[subject];
      }
      offsets[subject] = moved;
      classes[subject] = (byte) (block + 1);
    }
  }

  private int take(int block) {
    int taken = free[block];
    if (taken >= 0) {
      free[block] = events[taken];
      return taken;
    }
    int length = SMALLEST << block;
    long needed = (long) size + length;
    if (needed > times.length) {
      grow(needed);
    }
    taken = size;
    size += length;
    return taken;
  }

  private void grow(long needed) {
    int most = Integer.MAX_VALUE - 8;
    checkState(needed <= most, "a live funnel keeps at most %s rows", most);
    int length = (int) Math.max(needed, Math.min(most, times.length + (times.length >> 1)));
    times = Arrays.copyOf(times, length);
    events = Arrays.copyOf(events, length);
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d] = Arrays.copyOf(dimensions[d], length);
    }
    values = values == null ? null : Arrays.copyOf(values, length);
    sequences = sequences == null ? null : Arrays.copyOf(sequences, length);
    ids = ids == null ? null : Arrays.copyOf(ids, length);
  }

  /** How many bytes the rows and blocks take. */
  long bytes() {
    long row = Long.BYTES + Integer.BYTES + (long) Integer.BYTES * dimensions.length;
    row += values == null ? 0 : Long.BYTES;
    row += sequences == null ? 0 : Long.BYTES;
    row += ids == null ? 0 : Long.BYTES;
    return row * times.length + 9L * counts.length;
  }
}
