package dev.pacesetter.division;

import java.util.Arrays;

/** Whole bounds for every group of a margin. */
final class Bounds {
  static final long NO_MOST = Long.MAX_VALUE;

  private final long[] least;
  private final long[] most;

  Bounds(long[] least, long[] most) {
    this.least = least;
    this.most = most;
  }

  /** Returns bounds that bind nothing. */
  static Bounds none(int groups) {
    long[] most = new long[groups];
    Arrays.fill(most, NO_MOST);
    return new Bounds(new long[groups], most);
  }

  int groups() {
    return least.length;
  }

  long least(int group) {
    return least[group];
  }

  long most(int group) {
    return most[group];
  }

  boolean isExact(int group) {
    return least[group] == most[group];
  }

  boolean isFree(int group) {
    return least[group] == 0 && most[group] == NO_MOST;
  }

  boolean areFree() {
    for (int group = 0; group < least.length; group++) {
      if (!isFree(group)) {
        return false;
      }
    }
    return true;
  }

  void set(int group, long atLeast, long atMost) {
    least[group] = atLeast;
    most[group] = atMost;
  }

  /** Narrows a group. */
  void narrow(int group, long atLeast, long atMost) {
    least[group] = Math.max(least[group], atLeast);
    most[group] = Math.min(most[group], atMost);
  }

  /**
   * Narrows groups that are pinned by what they are part of.
   *
   * @param of the number of the whole that each group is in
   * @param wholes the bounds of these wholes
   * @return whether any group is narrower than before
   */
  boolean pin(int[] of, Bounds wholes) {
    long[] floors = new long[wholes.groups()];
    long[] caps = new long[wholes.groups()];
    for (int group = 0; group < of.length; group++) {
      floors[of[group]] = Math.min(NO_MOST / 2, floors[of[group]] + least[group]);
      caps[of[group]] = Math.min(NO_MOST / 2, caps[of[group]] + Math.min(NO_MOST / 2, most[group]));
    }
    boolean isNarrower = false;
    for (int group = 0; group < of.length; group++) {
      int whole = of[group];
      if (floors[whole] == wholes.most(whole) && most[group] > least[group]) {
        most[group] = least[group];
        isNarrower = true;
      } else if (caps[whole] == wholes.least(whole) && most[group] > least[group]) {
        least[group] = most[group];
        isNarrower = true;
      }
    }
    return isNarrower;
  }

  /** Returns a number for each group with an exact sum, and one more for all others together. */
  int[] exactGroups() {
    int[] number = new int[least.length];
    int count = 0;
    for (int group = 0; group < number.length; group++) {
      number[group] = isExact(group) ? count++ : -1;
    }
    for (int group = 0; group < number.length; group++) {
      number[group] = number[group] < 0 ? count : number[group];
    }
    return number;
  }

  /** Returns the sums of {@link #exactGroups()}, whose last is what the exact ones leave. */
  long[] exactSums(long total) {
    long[] sums = new long[Arrays.stream(exactGroups()).max().orElse(0) + 1];
    int count = 0;
    long left = total;
    for (int group = 0; group < least.length; group++) {
      if (isExact(group)) {
        sums[count++] = least[group];
        left -= least[group];
      }
    }
    if (count < sums.length) {
      sums[count] = left;
    }
    return sums;
  }

  /** Returns these bounds narrowed to the floor and the ceiling of real sums. */
  Bounds around(double[] sums) {
    Bounds around = new Bounds(least.clone(), most.clone());
    for (int group = 0; group < sums.length; group++) {
      around.set(
          group,
          Math.min(
              most[group],
              Math.max(least[group], (long) Math.floor(sums[group] + ControlledRounding.WHOLE))),
          Math.max(
              least[group],
              Math.min(most[group], (long) Math.ceil(sums[group] - ControlledRounding.WHOLE))));
    }
    return around;
  }

  Margin margin(int mask) {
    return Margin.between(mask, least, most);
  }
}
