package dev.pacesetter.metrics.column;

import static com.google.common.base.Preconditions.checkState;

import java.util.Arrays;

/** Gives numbers codes from 0, in the order of their first appearance; no boxing. */
public final class LongDictionary {
  private static final int MOST = 1 << 28;

  private long[] keys = new long[64];

  /** Of every slot its key and, side by side, code + 1; 0 where it is free. */
  private long[] slots = new long[256];

  private int size;

  /**
   * Returns the code of a number, giving it the next one if it is new.
   *
   * @param key the number
   * @return its code
   */
  public int code(long key) {
    int slot = slot(key);
    if (slots[slot + 1] == 0) {
      if (size == keys.length) {
        grow();
        slot = slot(key);
      }
      keys[size] = key;
      slots[slot] = key;
      slots[slot + 1] = ++size;
    }
    return (int) slots[slot + 1] - 1;
  }

  /**
   * Returns all numbers.
   *
   * @return the numbers, ascending
   */
  public long[] sorted() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /**
   * Returns the number of a code.
   *
   * @param code the code, from 0
   * @return the number
   */
  public long key(int code) {
    return keys[code];
  }

  /**
   * Returns how many numbers there are.
   *
   * @return the count
   */
  public int size() {
    return size;
  }

  /** Where the key of a slot is, that of the key or the free one where it belongs. */
  private int slot(long key) {
    int mask = slots.length - 2;
    int slot = ((int) spread(key) << 1) & mask;
    while (slots[slot + 1] != 0 && slots[slot] != key) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private void grow() {
    checkState(size < MOST, "there are more than %s subjects with numbers far apart", MOST);
    keys = Arrays.copyOf(keys, 2 * size);
    slots = new long[4 * keys.length];
    for (int code = 0; code < size; code++) {
      int slot = slot(keys[code]);
      slots[slot] = keys[code];
      slots[slot + 1] = code + 1L;
    }
  }

  /**
   * Mixes the bits of a number so that each depends on all.
   *
   * @param key the number
   * @return the mixed bits
   */
  public static long spread(long key) {
    long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /**
   * Returns how many bytes the numbers and their index take.
   *
   * @return the number of bytes
   */
  public long bytes() {
    return (long) Long.BYTES * (keys.length + slots.length);
  }
}
