package dev.pacesetter.metrics.gap;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds lines up. */
final class GapTally {
  private final Map<String, Long> parts;
  private long cells;
  private long plan;
  private long actual;
  private long appeared;
  private long disappeared;

  GapTally(ImmutableMap<String, Long> noParts) {
    this.parts = new LinkedHashMap<>(noParts);
  }

  void add(GapLine line) {
    line.parts().forEach((driver, part) -> parts.merge(driver, part, Math::addExact));
    cells += line.cells();
    plan = Math.addExact(plan, line.plan());
    actual = Math.addExact(actual, line.actual());
    appeared = Math.addExact(appeared, line.appeared());
    disappeared = Math.addExact(disappeared, line.disappeared());
  }

  GapLine line(String name) {
    return new GapLine(
        name, cells, plan, actual, ImmutableMap.copyOf(parts), appeared, disappeared);
  }
}
