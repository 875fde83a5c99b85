package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkState;

import java.util.Arrays;

/**
 * The subjects of a live funnel, numbered from 0 in the order in which they came. What is known of
 * each lies side by side, its key first, so that the index holds nothing but numbers.
 */
final class LiveSubjects {
  private static final int KEY = 0;
  private static final int BLOCK = 1;
  private static final int UNCHANGED = 2;
  private static final int FIELDS = 3;
  private static final int MOST = Integer.MAX_VALUE / (2 * FIELDS);

  private long[] fields = new long[16 * FIELDS];

  /** The number of a subject + 1 where the search for its key ends; 0 where there is none. */
  private int[] slots = new int[64];

  private int size;

  int size() {
    return size;
  }

  /** The number of the subject with a key, which gets the next one where it is new. */
  int number(long key) {
    int slot = slot(key);
    if (slots[slot] == 0) {
      if (2 * size >= slots.length) {
        widen();
        slot = slot(key);
      }
      slots[slot] = append(key) + 1;
    }
    return slots[slot] - 1;
  }

  /** Makes room for a subject that is told by its name and not by a key; returns its number. */
  int append(long key) {
    checkState(size < MOST, "a live funnel keeps at most %s subjects", MOST);
    int at = size * FIELDS;
    if (at == fields.length) {
      int grown = size + (size >> 1);
      fields = Arrays.copyOf(fields, Math.min(MOST, grown) * FIELDS);
    }
    fields[at + KEY] = key;
    fields[at + UNCHANGED] = Long.MAX_VALUE;
    return size++;
  }

  private int slot(long key) {
    int slot = start(key);
    while (slots[slot] != 0 && key(slots[slot] - 1) != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int start(long key) {
    return (int) spread(key) & (slots.length - 1);
  }

  /** Mixes the bits of a number so that each depends on all. */
  private static long spread(long key) {
    long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  private void widen() {
    slots = new int[2 * slots.length];
    for (int subject = 0; subject < size; subject++) {
      int slot = start(key(subject));
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = subject + 1;
    }
  }

  long key(int subject) {
    return fields[subject * FIELDS + KEY];
  }

  /** Where the rows of a subject are, as {@link LiveStore} writes it; 0 at first. */
  long block(int subject) {
    return fields[subject * FIELDS + BLOCK];
  }

  void setBlock(int subject, long block) {
    fields[subject * FIELDS + BLOCK] = block;
  }

  /** Until when what a subject counts for stays as it is. */
  long unchangedUntil(int subject) {
    return fields[subject * FIELDS + UNCHANGED];
  }

  void setUnchangedUntil(int subject, long until) {
    fields[subject * FIELDS + UNCHANGED] = until;
  }

  /** How many bytes all of this takes. */
  long bytes() {
    return (long) Long.BYTES * fields.length + (long) Integer.BYTES * slots.length;
  }
}
