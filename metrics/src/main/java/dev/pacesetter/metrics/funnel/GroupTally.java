package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/** Numbers the groups of a breakdown as they come and counts in each. */
final class GroupTally {
  static final int NONE = -1;

  /** Up to this many possible keys are looked up in an array, more in a hash table. */
  private static final long MOST_DIRECT = 1 << 20;

  private final StepCounts counts;
  private final int[] direct;
  private long[] keys = new long[16];
  private int[] slots = new int[64];
  private int size;

  GroupTally(FunnelDefinition definition, long possibleKeys) {
    counts = new StepCounts(definition, 16);
    direct = new int[possibleKeys <= MOST_DIRECT ? (int) possibleKeys : 0];
    Arrays.fill(direct, NONE);
    Arrays.fill(slots, NONE);
  }

  int group(long key) {
    if (direct.length > 0) {
      int group = direct[(int) key];
      if (group == NONE) {
        group = add(key);
        direct[(int) key] = group;
      }
      return group;
    }
    int mask = slots.length - 1;
    int slot = hash(key) & mask;
    while (slots[slot] != NONE) {
      if (keys[slots[slot]] == key) {
        return slots[slot];
      }
      slot = (slot + 1) & mask;
    }
    int group = add(key);
    slots[slot] = group;
    if (2 * size > slots.length) {
      rehash();
    }
    return group;
  }

  private int add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    counts.reserve(size + 1);
    keys[size] = key;
    return size++;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, NONE);
    int mask = slots.length - 1;
    for (int group = 0; group < size; group++) {
      int slot = hash(keys[group]) & mask;
      while (slots[slot] != NONE) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = group;
    }
  }

  private static int hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ (mixed >>> 32));
  }

  int size() {
    return size;
  }

  long key(int group) {
    return keys[group];
  }

  StepCounts counts() {
    return counts;
  }

  /** Adds the groups of another part and returns which numbers they have here. */
  int[] addAll(GroupTally other) {
    int[] here = new int[other.size];
    for (int group = 0; group < other.size; group++) {
      here[group] = group(other.keys[group]);
      counts.add(here[group], other.counts, group);
    }
    return here;
  }
}
