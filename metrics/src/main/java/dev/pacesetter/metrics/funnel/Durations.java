package dev.pacesetter.metrics.funnel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long chains waited at a step, and what ended the wait; in a breakdown with their groups. */
final class Durations {
  /** Still waiting, or out of time: how long it would have taken is not known. */
  static final byte OPEN = 0; // the codes are those of End

  static final byte CONVERTED = 1;
  static final byte BROKEN = 2;

  private static final int[] NO_GROUPS = {};

  private long[] times = new long[16];
  private byte[] ends = new byte[16];
  private int[] groups;
  private int size;

  Durations(boolean grouped) {
    groups = grouped ? new int[16] : NO_GROUPS;
  }

  void add(long time, byte end, int group) {
    if (size == times.length) {
      grow(2L * size);
    }
    times[size] = time;
    ends[size] = end;
    if (groups.length > 0) {
      groups[size] = group;
    }
    size++;
  }

  private void grow(long wanted) {
    int length = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, wanted));
    times = Arrays.copyOf(times, length);
    ends = Arrays.copyOf(ends, length);
    if (groups.length > 0) {
      groups = Arrays.copyOf(groups, length);
    }
  }

  /**
   * Adds those of another part, whose groups have other numbers here.
   *
   * @throws ArithmeticException if they are more than an array holds
   */
  void addAll(Durations other, int @Nullable [] groupsHere) {
    int sum = Math.addExact(size, other.size);
    if (times.length < sum) {
      grow(Math.max(2L * size, sum));
    }
    System.arraycopy(other.times, 0, times, size, other.size);
    System.arraycopy(other.ends, 0, ends, size, other.size);
    if (groups.length > 0 && groupsHere != null) {
      for (int i = 0; i < other.size; i++) {
        int group = other.groups[i];
        groups[size + i] = group == GroupTally.NONE ? group : groupsHere[group];
      }
    }
    size = sum;
  }

  int size() {
    return size;
  }

  long time(int i) {
    return times[i];
  }

  byte end(int i) {
    return ends[i];
  }

  int group(int i) {
    return groups.length > 0 ? groups[i] : GroupTally.NONE;
  }
}
