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
  private static final int FIELDS = 3; // of a row: time above, time below, event
  private static final int IDENTIFIED = 1 << 31;
  private static final int BLOCK = 27; // bits for the number of rows, below those for the class
  private static final long COUNT = (1L << BLOCK) - 1;

  private final int[][] dimensions;

  // rows: time and event of each side by side, since they are read together
  private int size;
  private int[] rows = new int[64 * FIELDS];
  private long @Nullable [] values;
  private long @Nullable [] sequences;
  private long @Nullable [] ids;

  // of each subject where its block is, how large, and how many rows are in it
  private final LiveSubjects subjects;

  // blocks that were left, by class: the first of each, and behind every one the next
  private final int[] free = new int[31];

  LiveStore(int dimensions, LiveSubjects subjects) {
    this.subjects = subjects;
    this.dimensions = new int[dimensions][64];
    Arrays.fill(free, -1);
  }

  /** A row on its way into the store. */
  static final class Arrived {
    boolean isNamed;
    String name = "";
    long key;
    int subject;
    String eventName = "";
    int event;
    long time;
    long sequence;
    long value;
    boolean isIdentified;
    long id;
    int[] codes = {};
  }

  int count(int subject) {
    return (int) (subjects.block(subject) & COUNT);
  }

  /** The place of a row of a subject, the first being 0. */
  int row(int subject, int number) {
    return offset(subject) + number;
  }

  /** Until when what a subject counts for stays as it is. */
  long unchangedUntil(int subject) {
    return subjects.unchangedUntil(subject);
  }

  void setUnchangedUntil(int subject, long until) {
    subjects.setUnchangedUntil(subject, until);
  }

  private int offset(int subject) {
    return (int) (subjects.block(subject) >>> 32);
  }

  /** The size class of the block, -1 without one. */
  private int block(int subject) {
    return (int) (subjects.block(subject) >>> BLOCK & 31) - 1;
  }

  private void set(int subject, int offset, int block, int count) {
    subjects.setBlock(subject, (long) offset << 32 | (long) (block + 1) << BLOCK | count);
  }

  long time(int row) {
    int at = FIELDS * row;
    return (long) rows[at] << 32 | (rows[at + 1] & 0xFFFF_FFFFL);
  }

  long sequence(int row) {
    return sequences == null ? 0 : sequences[row];
  }

  long value(int row) {
    return values == null ? 0 : values[row];
  }

  int event(int row) {
    return rows[FIELDS * row + 2] & ~IDENTIFIED;
  }

  boolean isIdentified(int row) {
    return rows[FIELDS * row + 2] < 0;
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
      if (time(row) < arrived.time) {
        return false;
      }
      if (time(row) == arrived.time && isIdentified(row) && id(row) == arrived.id) {
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
    int offset = offset(subject);
    int count = count(subject);
    int at = offset + count;
    while (at > offset && isAfter(at - 1, arrived)) {
      at--;
    }
    if (at < offset + count) {
      copy(at, at + 1, offset + count - at);
    }
    set(subject, offset, block(subject), count + 1);
    rows[FIELDS * at] = (int) (arrived.time >>> 32);
    rows[FIELDS * at + 1] = (int) arrived.time;
    rows[FIELDS * at + 2] = arrived.event | (arrived.isIdentified ? IDENTIFIED : 0);
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d][at] = arrived.codes[d];
    }
    if (values != null || arrived.value != 0) {
      values = values == null ? new long[rows.length / FIELDS] : values;
      values[at] = arrived.value;
    }
    if (sequences != null || arrived.sequence != 0) {
      sequences = sequences == null ? new long[rows.length / FIELDS] : sequences;
      sequences[at] = arrived.sequence;
    }
    if (ids != null || arrived.isIdentified) {
      ids = ids == null ? new long[rows.length / FIELDS] : ids;
      ids[at] = arrived.id;
    }
  }

  private boolean isAfter(int row, Arrived arrived) {
    return time(row) > arrived.time
        || (time(row) == arrived.time && sequence(row) > arrived.sequence);
  }

  private void copy(int from, int to, int length) {
    System.arraycopy(rows, FIELDS * from, rows, FIELDS * to, FIELDS * length);
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
    int offset = offset(subject);
    int to = offset;
    for (int i = 0; i < count(subject); i++) {
      if (kept[i]) {
        if (to < offset + i) {
          copy(offset + i, to, 1);
        }
        to++;
      }
    }
    set(subject, offset, block(subject), to - offset);
  }

  private void reserve(int subject) {
    int block = block(subject);
    int count = count(subject);
    if (block < 0 || count == SMALLEST << block) {
      int offset = offset(subject);
      checkState(count <= COUNT / 2, "subject number %s has more than %s rows", subject, count);
      int moved = take(block + 1);
      if (block >= 0) {
        copy(offset, moved, count);
        rows[FIELDS * offset] = free[block];
        free[block] = offset;
      }
      set(subject, moved, block + 1, count);
    }
  }

  private int take(int block) {
    int taken = free[block];
    if (taken >= 0) {
      free[block] = rows[FIELDS * taken];
      return taken;
    }
    int length = SMALLEST << block;
    long needed = (long) size + length;
    if (FIELDS * needed > rows.length) {
      grow(needed);
    }
    taken = size;
    size += length;
    return taken;
  }

  private void grow(long needed) {
    int most = (Integer.MAX_VALUE - 8) / FIELDS;
    checkState(needed <= most, "a live funnel keeps at most %s rows", most);
    int now = rows.length / FIELDS;
    int length = (int) Math.max(needed, Math.min(most, now + (long) (now >> 1)));
    rows = Arrays.copyOf(rows, FIELDS * length);
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d] = Arrays.copyOf(dimensions[d], length);
    }
    values = values == null ? null : Arrays.copyOf(values, length);
    sequences = sequences == null ? null : Arrays.copyOf(sequences, length);
    ids = ids == null ? null : Arrays.copyOf(ids, length);
  }

  /** How many bytes the rows take. */
  long bytes() {
    long row = (long) Integer.BYTES * (FIELDS + dimensions.length);
    row += values == null ? 0 : Long.BYTES;
    row += sequences == null ? 0 : Long.BYTES;
    row += ids == null ? 0 : Long.BYTES;
    return row * (rows.length / FIELDS);
  }
}
