package dev.pacesetter.metrics.event;

import dev.pacesetter.metrics.column.RowOrder;
import java.util.List;

/**
 * Orders names as {@link String#compareTo} does. Looks first at the characters after those that all
 * have in common, packed into one number, and compares names only where these are the same.
 */
final class NameOrder {
  private static final int NARROW = 8; // bits of a character of Latin-1
  private static final int WIDE = 16;

  private NameOrder() {}

  /** The places of the names in their list, in the order of the names. */
  static int[] of(List<String> names) {
    int skip = commonStart(names);
    long[] starts = new long[names.size()];
    int[] places = new int[names.size()];
    boolean narrow = pack(names, skip, NARROW, starts);
    if (!narrow) {
      pack(names, skip, WIDE, starts);
    }
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    RadixSort sorted = new RadixSort(starts, places);
    orderTies(sorted.numbers(), sorted.companions(), names);
    return sorted.companions();
  }

  /** How many characters all names begin with. */
  private static int commonStart(List<String> names) {
    String first = names.isEmpty() ? "" : names.get(0);
    int common = first.length();
    for (String name : names) {
      common = Math.min(common, name.length());
      for (int i = 0; i < common; i++) {
        if (name.charAt(i) != first.charAt(i)) {
          common = i;
        }
      }
    }
    return common;
  }

  /** Packs the next characters of each name; returns whether they fit the bits of each. */
  private static boolean pack(List<String> names, int skip, int bits, long[] starts) {
    int place = 0;
    int seen = 0;
    for (String name : names) {
      long packed = 0;
      for (int i = 0; i < Long.SIZE / bits; i++) {
        int character = skip + i < name.length() ? name.charAt(skip + i) : 0;
        seen |= character;
        packed = (packed << bits) | character;
      }
      starts[place++] = packed ^ Long.MIN_VALUE; // ordered as if without a sign
    }
    return seen >>> bits == 0;
  }

  private static void orderTies(long[] starts, int[] places, List<String> names) {
    RowOrder order = (a, b) -> names.get(a).compareTo(names.get(b));
    int[] buffer = {};
    int from = 0;
    while (from < starts.length) {
      int end = from + 1;
      while (end < starts.length && starts[end] == starts[from]) {
        end++;
      }
      if (buffer.length < end - from) {
        buffer = new int[end - from];
      }
      if (end - from > 1) {
        order.sort(places, from, end, buffer);
      }
      from = end;
    }
  }
}
