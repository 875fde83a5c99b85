package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/**
 * Parts the rows of a subject by a key, in the order in which the keys first appear; linear however
 * many keys there are.
 */
final class KeySplit {
  private static final int NONE = -1;

  private final Rows part = new Rows();
  private Rows rows = new Rows();

  // by row: the number of its key; by key: the key, and where its rows end in the order
  private int[] numbers = new int[64];
  private long[] keys = new long[64];
  private int[] ends = new int[64];
  private int[] order = new int[64];
  private int[] table = new int[256];
  private int size;
  private int next;

  void begin(Rows rows, KeyReader reader) {
    this.rows = rows;
    reserve(rows.size);
    int mask = Math.max(2, Integer.highestOneBit(Math.max(1, rows.size)) << 2) - 1;
    Arrays.fill(table, 0, mask + 1, NONE);
    Arrays.fill(ends, 0, rows.size, 0);
    size = 0;
    for (int i = 0; i < rows.size; i++) {
      long key = reader.completeKey(rows.rows[i]);
      numbers[i] = key == KeyReader.INCOMPLETE ? NONE : number(key, mask);
      if (numbers[i] != NONE) {
        ends[numbers[i]]++;
      }
    }
    arrange();
    next = 0;
  }

  private void reserve(int rows) {
    if (numbers.length < rows) {
      int length = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, 2L * rows));
      numbers = new int[length];
      keys = new long[length];
      ends = new int[length];
      order = new int[length];
      table = new int[Integer.highestOneBit(Math.min(length, 1 << 28)) << 2];
    }
  }

  private int number(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed ^ (mixed >>> 32)) & mask;
    while (table[slot] != NONE) {
      if (keys[table[slot]] == key) {
        return table[slot];
      }
      slot = (slot + 1) & mask;
    }
    table[slot] = size;
    keys[size] = key;
    return size++;
  }

  /** Puts the rows of every key one behind the other, as a counting sort does. */
  private void arrange() {
    int start = 0;
    for (int key = 0; key < size; key++) {
      int count = ends[key];
      ends[key] = start;
      start += count;
    }
    for (int i = 0; i < rows.size; i++) {
      if (numbers[i] != NONE) {
        order[ends[numbers[i]]++] = i;
      }
    }
  }

  boolean hasNext() {
    return next < size;
  }

  /** The key of the part that comes next. */
  long key() {
    return keys[next];
  }

  Rows next() {
    part.clear();
    for (int at = next == 0 ? 0 : ends[next - 1]; at < ends[next]; at++) {
      int i = order[at];
      part.add(rows.times[i], rows.sequences[i], rows.bits[i], rows.rows[i]);
    }
    next++;
    return part;
  }
}
