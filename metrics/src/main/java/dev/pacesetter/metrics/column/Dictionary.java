package dev.pacesetter.metrics.column;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives names numbers from 0, in the order of their first appearance; no boxing. */
public final class Dictionary {
  /** What {@link #find} says of an unknown name. */
  public static final int NONE = -1;

  private String[] names = new String[16];
  private int[] hashes = new int[16];
  private int[] slots = new int[64];
  private int size;

  /** Creates an empty dictionary. */
  public Dictionary() {
    Arrays.fill(slots, NONE);
  }

  /**
   * Returns the code of a name, giving it the next one if it is new.
   *
   * @param name the name
   * @return its code
   */
  public int code(String name) {
    int hash = spread(name.hashCode());
    int slot = slot(name, hash);
    if (slots[slot] != NONE) {
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

  /**
   * Returns the code of a known name.
   *
   * @param name the name, or null
   * @return its code, or {@link #NONE}
   */
  public int find(@Nullable String name) {
    return name == null ? NONE : slots[slot(name, spread(name.hashCode()))];
  }

  /**
   * Returns how many names there are.
   *
   * @return the number
   */
  public int size() {
    return size;
  }

  /**
   * Returns the name of a code.
   *
   * @param code the code, from 0
   * @return the name
   */
  public String name(int code) {
    return names[code];
  }

  /**
   * Returns all names.
   *
   * @return the names in the order of their codes
   */
  public ImmutableList<String> names() {
    return ImmutableList.copyOf(Arrays.asList(names).subList(0, size));
  }

  private int slot(String name, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != NONE
        && !(hashes[slots[slot]] == hash && names[slots[slot]].equals(name))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, NONE);
    int mask = slots.length - 1;
    for (int code = 0; code < size; code++) {
      int slot = hashes[code] & mask;
      while (slots[slot] != NONE) {
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
