package dev.pacesetter.metrics.column;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** Gives names codes from 0, in the order of their first appearance; no boxing. */
public final class Dictionary {
  /** What {@link #find} says of an unknown name. */
  public static final int NONE = -1;

  private static final int FIRST_BITS = 5;

  private String[] names = new String[1 << (FIRST_BITS - 1)];
  // the hash of a name above, its code + 1 below: most names are told apart by one look
  private long[] slots = new long[1 << FIRST_BITS];
  private int bits = FIRST_BITS;
  private int size;

  /**
   * Returns the code of a name, which gets the next one where it is new.
   *
   * @param name the name
   * @return its code
   */
  public int code(String name) {
    int slot = slot(name);
    if (slots[slot] == 0) {
      if (size == names.length) {
        grow();
        slot = slot(name);
      }
      names[size] = name;
      slots[slot] = ((long) name.hashCode() << Integer.SIZE) | ++size;
    }
    return (int) slots[slot] - 1;
  }

  /**
   * Returns the code of a known name.
   *
   * @param name the name
   * @return its code, or {@link #NONE} where it has none
   */
  public int find(String name) {
    return (int) slots[slot(name)] - 1;
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

  /** The slot that holds a name, or the free one it belongs in. */
  private int slot(String name) {
    int hash = name.hashCode();
    int slot = start(hash);
    while (slots[slot] != 0
        && !((int) (slots[slot] >>> Integer.SIZE) == hash
            && names[(int) slots[slot] - 1].equals(name))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int start(int hash) {
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - bits));
  }

  private void grow() {
    long[] before = slots;
    bits++;
    names = Arrays.copyOf(names, 2 * size);
    slots = new long[1 << bits];
    for (long entry : before) {
      if (entry != 0) {
        int slot = start((int) (entry >>> Integer.SIZE));
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry;
      }
    }
  }
}
