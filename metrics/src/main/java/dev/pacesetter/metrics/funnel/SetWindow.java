package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;
import static dev.pacesetter.metrics.funnel.CompiledFunnel.STEP_BITS;

import java.util.Arrays;

/**
 * How many steps a window of rows holds, and how late it may begin to hold as many.
 *
 * <p>Of the rows that match a step only the latest matter, as many as there are steps: where an
 * older one could serve, one of those is left over. So a window costs the same however long it is.
 */
final class SetWindow {
  private final boolean anchored;
  private final boolean anyWay; // whether rows of one instant may be taken in any order
  private final boolean sharesRows;
  private final int steps;
  private final SetMatching matching;

  private Rows unit = new Rows();
  private boolean isSimple; // whether every row serves whatever it matches

  // the latest rows of every step, in a ring each, and how many there were
  private final int[] recent;
  private final int[] seen;
  private final int[] cursors;

  private final SetAnchors anchors;

  SetWindow(CompiledFunnel funnel) {
    anchored = funnel.definition.order() == StepOrder.ANY_AFTER_ANCHOR;
    anyWay = isAnyWay(funnel.definition);
    sharesRows = funnel.sharesRows();
    steps = funnel.steps;
    matching = new SetMatching(funnel);
    recent = new int[steps * steps];
    seen = new int[steps];
    cursors = new int[steps];
    anchors = new SetAnchors(steps, anyWay);
  }

  /** Whether rows of one instant may be taken in any order. */
  static boolean isAnyWay(FunnelDefinition definition) {
    return definition.instantOrder() == InstantOrder.BY_STEP && definition.ties() == Ties.ALLOW;
  }

  boolean isEntry(long bits) {
    return (bits & (anchored ? 1 : STEP_BITS)) != 0;
  }

  void begin(Rows unit, int from, int to) {
    this.unit = unit;
    forget();
    isSimple = true;
    for (int row = from; row < to && isSimple; row++) {
      long bits = unit.bits[row] & STEP_BITS;
      isSimple = sharesRows || (bits & (bits - 1)) == 0;
    }
  }

  /** Forgets the rows so far. */
  void forget() {
    Arrays.fill(seen, 0);
    anchors.clear();
  }

  void see(int row) {
    for (long rest = unit.bits[row] & STEP_BITS; rest != 0; rest &= rest - 1) {
      int step = Long.numberOfTrailingZeros(rest);
      recent[step * steps + seen[step] % steps] = row;
      seen[step]++;
    }
    if (anchored && isEntry(unit.bits[row])) {
      anchors.add(unit, row);
    }
  }

  private int lastSeen(int step) {
    return seen[step] == 0 ? NONE : recent[step * steps + (seen[step] - 1) % steps];
  }

  /** The first row that may be in a chain with an entry; in its instant also rows before it. */
  int membersFrom(Rows rows, int entry) {
    int row = entry;
    if (anchored && anyWay) {
      while (row > 0 && rows.isSameInstant(row - 1, entry)) {
        row--;
      }
    }
    return row;
  }

  /**
   * How many steps the rows from an entry to the latest serve; less than asked for if fewer.
   *
   * @param entry the first row of the window
   */
  int level(int entry, int asked) {
    return anchored ? anchoredLevel(anchors.find(entry), asked) : freeLevel(entry, asked);
  }

  private int freeLevel(int from, int asked) {
    int bound = bound(0, from);
    if (isSimple || bound < asked) {
      return bound;
    }
    matching.begin(unit, NONE);
    matchRecent(from, bound, NONE);
    return matching.size();
  }

  private int anchoredLevel(int anchor, int asked) {
    int from = anchors.row(anchors.first(anchor));
    int bound = 1 + bound(1, from);
    if (isSimple || bound < asked) {
      return bound;
    }
    int entry = anchors.row(anchor);
    matching.begin(unit, entry);
    matching.add(entry);
    for (int i = anchors.first(anchor); i < anchors.end(anchor); i++) {
      if (i != anchor && matching.size() < bound) {
        matching.add(anchors.row(i));
      }
    }
    matchRecent(from, bound, entry);
    return matching.size();
  }

  /** How many of the steps from one on have a row in the window. */
  private int bound(int firstStep, int from) {
    int bound = 0;
    for (int step = firstStep; step < steps; step++) {
      bound += lastSeen(step) >= from ? 1 : 0;
    }
    return bound;
  }

  /**
   * Adds the latest rows of every step, from the last to the first, until they serve enough steps.
   *
   * @param anchor whose instant's other anchors are in already, or {@link CompiledFunnel#NONE}
   * @return the earliest row that was of use, {@link CompiledFunnel#NONE} if none was
   */
  private int matchRecent(int from, int enough, int anchor) {
    Arrays.fill(cursors, 0);
    int earliest = NONE;
    while (matching.size() < enough) {
      int row = nextRecent();
      if (row < from) {
        return earliest;
      }
      if (!isIn(row, anchor) && matching.add(row)) {
        earliest = row;
      }
    }
    return earliest;
  }

  private boolean isIn(int row, int anchor) {
    return anchor != NONE
        && (row == anchor
            || (anyWay && (unit.bits[row] & 1) != 0 && unit.isSameInstant(row, anchor)));
  }

  /** The next row back among the latest of every step. */
  private int nextRecent() {
    int next = NONE;
    for (int step = 0; step < steps; step++) {
      next = Math.max(next, atCursor(step));
    }
    for (int step = 0; step < steps; step++) {
      cursors[step] += next != NONE && atCursor(step) == next ? 1 : 0;
    }
    return next;
  }

  private int atCursor(int step) {
    int back = cursors[step];
    return back < Math.min(seen[step], steps)
        ? recent[step * steps + (seen[step] - 1 - back) % steps]
        : NONE;
  }

  /** The latest entry from one on whose rows up to the latest serve as many steps. */
  int latestEntry(int earliest, int level) {
    if (anchored) {
      return latestAnchor(earliest, level);
    }
    if (isSimple) {
      return earliestSeen(earliest);
    }
    matching.begin(unit, NONE);
    return matchRecent(earliest, level, NONE);
  }

  private int latestAnchor(int earliest, int level) {
    int low = anchors.find(earliest);
    int high = anchors.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (anchoredLevel(middle, level) >= level) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return anchors.row(low);
  }

  private int earliestSeen(int from) {
    int earliest = Integer.MAX_VALUE;
    for (int step = 0; step < steps; step++) {
      int row = lastSeen(step);
      earliest = row >= from ? Math.min(earliest, row) : earliest;
    }
    return earliest;
  }
}
