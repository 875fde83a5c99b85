package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;
import static dev.pacesetter.metrics.funnel.CompiledFunnel.STEP_BITS;

import java.util.Arrays;

/** How many steps a window of rows holds, and how late it may begin to hold as many. */
final class SetWindow {
  private final boolean anchored;
  private final boolean anyWay; // whether rows of one instant may be taken in any order
  private final boolean sharesRows;
  private final SetMatching matching;
  private final int[] lastSeen;

  private Rows unit = new Rows();
  private boolean isSimple; // whether every row serves whatever it matches

  SetWindow(CompiledFunnel funnel) {
    anchored = funnel.definition.order() == StepOrder.ANY_AFTER_ANCHOR;
    anyWay = isAnyWay(funnel.definition);
    sharesRows = funnel.sharesRows();
    matching = new SetMatching(funnel);
    lastSeen = new int[funnel.steps];
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
    Arrays.fill(lastSeen, NONE);
  }

  void see(int row) {
    for (long rest = unit.bits[row] & STEP_BITS; rest != 0; rest &= rest - 1) {
      lastSeen[Long.numberOfTrailingZeros(rest)] = row;
    }
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

  /** How many steps the rows from an entry to a row serve; less than asked for if fewer. */
  int level(int entry, int row, int asked) {
    int from = membersFrom(unit, entry);
    int bound = anchored ? 1 : 0;
    for (int step = bound; step < lastSeen.length; step++) {
      bound += lastSeen[step] >= from ? 1 : 0;
    }
    if (isSimple || bound < asked) {
      return bound;
    }
    return matched(entry, from, row, bound);
  }

  /** The matching of all rows, from the last to the first, until it serves enough steps. */
  private int matched(int entry, int from, int row, int enough) {
    matching.begin(unit, entry);
    if (anchored) {
      matching.add(entry);
    }
    for (int i = row; i >= from && matching.size() < enough; i--) {
      if (!anchored || i != entry) {
        matching.add(i);
      }
    }
    return matching.size();
  }

  /** The latest entry whose rows up to a row serve as many steps. */
  int latestEntry(int earliest, int row, int level) {
    if (!anchored) {
      return isSimple ? earliestSeen(earliest) : earliestMatched(earliest, row, level);
    }
    for (int entry = row; entry > earliest; entry--) {
      if (isEntry(unit.bits[entry]) && level(entry, row, level) == level) {
        return entry;
      }
    }
    return earliest;
  }

  private int earliestSeen(int from) {
    int earliest = Integer.MAX_VALUE;
    for (int seen : lastSeen) {
      if (seen >= from) {
        earliest = Math.min(earliest, seen);
      }
    }
    return earliest;
  }

  private int earliestMatched(int from, int row, int level) {
    matching.begin(unit, NONE);
    int earliest = row;
    for (int i = row; i >= from && matching.size() < level; i--) {
      earliest = matching.add(i) ? i : earliest;
    }
    return earliest;
  }
}
