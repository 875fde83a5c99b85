package dev.pacesetter.metrics.event;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives names numbers from 0, in the order of their first appearance; no boxing. */
final class Dictionary {
  private String[] names = new String[16];
  private int[] hashes = new int[16];
  private int[] slots = new int[64];
  private int size;

  Dictionary() {
    Arrays.fill(slots, EventTable.NONE);
  }

  int code(String name) {
    int hash = spread(name.hashCode());
    int slot = slot(name, hash);
    if (slots[slot] != EventTable.NONE) {
      return slots[slot];
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    names[size] = name;
    hashes[size] = hash;
    slots[slot] = size;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** The code of a known name, or {@link EventTable#NONE}. */
  int find(@Nullable String name) {
    return name == null ? EventTable.NONE : slots[slot(name, spread(name.hashCode()))];
  }

  int size() {
    return size;
  }

  String name(int code) {
    return names[code];
  }

  ImmutableList<String> names() {
    return ImmutableList.copyOf(Arrays.asList(names).subList(0, size));
  }

  private int slot(String name, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != EventTable.NONE
        && !(hashes[slots[slot]] == hash && names[slots[slot]].equals(name))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, EventTable.NONE);
    int mask = slots.length - 1;
    for (int code = 0; code < size; code++) {
      int slot = hashes[code] & mask;
      while (slots[slot] != EventTable.NONE) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = code;
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B1;
    return mixed ^ (mixed >>> 15);
  }
}
