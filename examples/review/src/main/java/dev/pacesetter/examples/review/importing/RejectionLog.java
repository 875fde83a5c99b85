package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts every rejection and keeps the first. */
final class RejectionLog {
  private static final int SHOWN = 80;

  private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
  private final List<Rejection> listed = new ArrayList<>();

  void add(String file, long line, Rejected rejected) {
    counts.merge(rejected.reason, 1L, Long::sum);
    if (listed.size() < Rejections.LISTED_AT_MOST) {
      listed.add(
          new Rejection(
              rejected.reason,
              file,
              line,
              rejected.column,
              shown(rejected.value),
              rejected.allowed));
    }
  }

  Rejections done() {
    return new Rejections(ImmutableSortedMap.copyOf(counts), ImmutableList.copyOf(listed));
  }

  /** Returns a value as it may be shown: one line, not too long, nothing invisible. */
  static String shown(String value) {
    StringBuilder shown = new StringBuilder();
    value
        .codePoints()
        .limit(SHOWN)
        .forEach(point -> shown.appendCodePoint(Character.isISOControl(point) ? '␣' : point));
    return value.codePointCount(0, value.length()) > SHOWN
        ? shown.append('…').toString()
        : shown.toString();
  }
}
