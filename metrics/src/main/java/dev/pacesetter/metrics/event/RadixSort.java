package dev.pacesetter.metrics.event;

/** Numbers in ascending order, each with its companion; sorted byte by byte in linear time. */
final class RadixSort {
  private static final int BITS = 8;
  private static final int DIGITS = 1 << BITS;

  private long[] numbers;
  private int[] companions;
  private long[] otherNumbers;
  private int[] otherCompanions;

  /** Sorts; equal numbers keep their order. The arrays belong to this from then on. */
  RadixSort(long[] numbers, int[] companions) {
    this.numbers = numbers;
    this.companions = companions;
    otherNumbers = new long[numbers.length];
    otherCompanions = new int[numbers.length];
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      sortBy(shift);
    }
  }

  long[] numbers() {
    return numbers;
  }

  int[] companions() {
    return companions;
  }

  private void sortBy(int shift) {
    int[] next = new int[DIGITS + 1];
    for (long number : numbers) {
      next[digit(number, shift) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      if (next[digit + 1] == numbers.length) {
        return; // all have the same
      }
      next[digit + 1] += next[digit];
    }
    for (int i = 0; i < numbers.length; i++) {
      int place = next[digit(numbers[i], shift)]++;
      otherNumbers[place] = numbers[i];
      otherCompanions[place] = companions[i];
    }
    long[] sorted = otherNumbers;
    otherNumbers = numbers;
    numbers = sorted;
    int[] moved = otherCompanions;
    otherCompanions = companions;
    companions = moved;
  }

  // the sign turned round, so that negative numbers come first
  private static int digit(long number, int shift) {
    return (int) ((number ^ Long.MIN_VALUE) >>> shift) & (DIGITS - 1);
  }
}
