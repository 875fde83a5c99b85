package dev.pacesetter.metrics.signal;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Indexes of points of a chart. */
final class Points {
  private Points() {}

  static int[] where(int n, IntPredicate condition) {
    return IntStream.range(0, n).filter(condition).toArray();
  }
}
