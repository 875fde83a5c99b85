package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/** Subjects by the time at which something of theirs runs out, the soonest first: a binary heap. */
final class ExpiryQueue {
  private long[] times = new long[64];
  private int[] subjects = new int[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  long firstTime() {
    return times[0];
  }

  int firstSubject() {
    return subjects[0];
  }

  void add(long time, int subject) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      subjects = Arrays.copyOf(subjects, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (times[parent] <= time) {
        break;
      }
      times[at] = times[parent];
      subjects[at] = subjects[parent];
      at = parent;
    }
    times[at] = time;
    subjects[at] = subject;
  }

  void removeFirst() {
    size--;
    long time = times[size];
    int subject = subjects[size];
    int at = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && times[child + 1] < times[child]) {
        child++;
      }
      if (time <= times[child]) {
        break;
      }
      times[at] = times[child];
      subjects[at] = subjects[child];
      at = child;
      child = 2 * at + 1;
    }
    times[at] = time;
    subjects[at] = subject;
  }

  long bytes() {
    return (long) (Long.BYTES + Integer.BYTES) * times.length;
  }
}
