package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;
import static dev.pacesetter.metrics.funnel.CompiledFunnel.STEP_BITS;

/**
 * Finds chains whose steps have no order, or only a first one.
 *
 * <p>For every row as the last of a chain the window before it decides how many different steps it
 * holds. Of all windows the one with most steps counts, among those the one that ended first, among
 * those the one that began last. With {@link Ties#STRICTLY_LATER} the rows of an instant are taken
 * as one that serves one step.
 */
final class SetMatcher implements Matcher {
  private final CompiledFunnel funnel;
  private final SetWindow window;
  private final SetMatching matching;
  private final Rows merged = new Rows();
  private final Chain chain;

  // the unit
  private Rows source = new Rows();
  private Rows unit = new Rows();
  private int to;
  private long unitEnd;
  private long asOf;

  // the best chain: its first and last row in the unit, and how it ended
  private int level;
  private int first;
  private int last;
  private boolean isSettled; // whether it has ended
  private boolean isExcluded; // whether an exclusion that discards ended it
  private long broken; // when another did

  // the chain of the best level that nothing has ended which is the last to run out
  private boolean isLive;
  private int openFirst;
  private int openLast;

  SetMatcher(CompiledFunnel funnel) {
    this.funnel = funnel;
    window = new SetWindow(funnel);
    matching = new SetMatching(funnel);
    chain = new Chain(funnel.steps);
  }

  @Override
  public void match(Rows rows, int from, int to, long unitEnd, long asOf, ChainSink sink) {
    source = rows;
    this.unitEnd = unitEnd;
    this.asOf = asOf;
    if (funnel.definition.instantOrder() == InstantOrder.BY_STEP) {
      rows.arrangeBySteps(from, to);
    }
    boolean merges = funnel.definition.ties() == Ties.STRICTLY_LATER;
    unit = merges ? merged : rows;
    this.to = merges ? merge(from, to) : to;
    Entry entry = funnel.definition.entry();
    int next = merges ? 0 : from;
    if (entry == Entry.BEST || entry == Entry.PER_SESSION) {
      best(next);
      first = earliestAlike(next);
      finish(sink);
      return;
    }
    do {
      next = attempt(next, sink);
    } while (next < this.to && entry == Entry.EACH);
  }

  /** Makes one row of the rows of an instant, but for what an exclusion parts. */
  private int merge(int from, int to) {
    merged.clear();
    for (int i = from; i < to; i++) {
      int at = merged.size - 1;
      if (at >= 0 && merged.times[at] == source.times[i] && !isExclusion(source, i)) {
        merged.bits[at] |= source.bits[i];
      } else {
        merged.add(source.times[i], 0, source.bits[i], i);
      }
    }
    return merged.size;
  }

  private static boolean isExclusion(Rows rows, int row) {
    return (rows.bits[row] & ~STEP_BITS) != 0;
  }

  private long deadline(int row) {
    return Math.min(funnel.deadline(unit.times[row]), unitEnd);
  }

  /** Follows the attempt that starts at or after a row and returns where the next may start. */
  private int attempt(int from, ChainSink sink) {
    int start = from;
    while (start < to && !window.isEntry(unit.bits[start])) {
      start++;
    }
    if (start == to) {
      return to;
    }
    matching.begin(unit, start);
    matching.add(start);
    reset();
    reached(matching.size(), start, start);
    long deadline = deadline(start);
    int next = start + 1;
    while (level < funnel.steps && next < to && unit.times[next] <= deadline && isLive) {
      if (isExclusion(unit, next)) {
        exclude(next);
      } else {
        if (matching.add(next)) {
          reached(matching.size(), start, next);
        }
        next++;
      }
    }
    finish(sink);
    if (level == funnel.steps && level > 1 && SetWindow.isAnyWay(funnel.definition)) {
      while (next < to && unit.isSameInstant(next - 1, next)) {
        next++; // an instant completes one attempt
      }
    }
    return next;
  }

  private void reset() {
    level = 0;
    first = NONE;
    last = NONE;
    isSettled = false;
    isExcluded = false;
    broken = Long.MAX_VALUE;
    isLive = false;
  }

  /** Looks at every window. */
  private void best(int from) {
    reset();
    window.begin(unit, from, to);
    int start = from; // of the window that ends at the row, after the last exclusion
    for (int row = from; row < to; row++) {
      if (level == funnel.steps && unit.times[row] > unit.times[last]) {
        return;
      }
      if (isExclusion(unit, row)) {
        exclude(row);
        start = row;
        window.forget();
      }
      if ((unit.bits[row] & STEP_BITS) == 0) {
        continue;
      }
      window.see(row);
      while (start < row
          && !(window.isEntry(unit.bits[start]) && deadline(start) >= unit.times[row])) {
        start++;
      }
      if (window.isEntry(unit.bits[start])) {
        int found = window.level(start, level);
        if (found >= Math.max(level, 1)) {
          reached(found, window.latestEntry(start, found), row);
        }
      }
    }
  }

  /** Of entries at the time of the best chain's the first that no exclusion parts from it. */
  private int earliestAlike(int from) {
    int entry = first;
    for (int row = first;
        row > from && unit.times[row - 1] == unit.times[first] && !isExclusion(unit, row);
        row--) {
      entry = window.isEntry(unit.bits[row - 1]) ? row - 1 : entry;
    }
    return entry;
  }

  /** Takes note of a window with at least as many steps as any before. */
  private void reached(int found, int entry, int row) {
    if (found > level || isExcluded) {
      reset();
      level = found;
      first = entry;
      last = row;
    } else if (unit.times[row] == unit.times[last] && unit.times[entry] > unit.times[first]) {
      first = entry;
      last = row;
      isSettled = false;
      broken = Long.MAX_VALUE;
    }
    if (!isLive || deadline(entry) > deadline(openFirst)) {
      isLive = true;
      openFirst = entry;
      openLast = row;
    }
  }

  /** Ends what is going on, unless it is complete or its time was over before. */
  private void exclude(int row) {
    if (isLive && !isSettled && level < funnel.steps) {
      long at = unit.times[row];
      long excluded = unit.bits[row] >>> FunnelDefinition.MOST_STEPS;
      if (deadline(first) < at) {
        isSettled = true;
      } else if (funnel.discards[Long.numberOfTrailingZeros(excluded)]) {
        isExcluded = true; // as all others of this level: they run out later
      } else {
        isSettled = true;
        broken = at;
      }
    }
    isLive = false;
  }

  private void finish(ChainSink sink) {
    if (level == 0) {
      return;
    }
    if (isExcluded) {
      sink.discard();
      return;
    }
    write();
    if (level < funnel.steps) {
      if (isLive && deadline(openFirst) >= asOf) {
        chain.open(unit.times[openLast], deadline(openFirst), asOf);
      } else if (broken != Long.MAX_VALUE) {
        chain.ended(broken, true);
      } else {
        chain.ended(deadline(first), false);
      }
    }
    sink.accept(chain);
  }

  /** The rows of the best chain, each as early as it can be, in the order of their times. */
  private void write() {
    chain.reset();
    chain.depth = level - 1;
    matching.begin(unit, first);
    matching.add(first);
    for (int row = window.membersFrom(unit, first); row <= last; row++) {
      if (row != first) {
        matching.add(row);
      }
    }
    int size = 0;
    for (int step = 0; step < funnel.steps; step++) {
      int row = matching.row(step);
      if (row != NONE) {
        insert(size++, unit.times[row], sourceRow(row, step));
      }
    }
  }

  private void insert(int size, long at, int row) {
    int i = size;
    for (; i > 0 && chain.times[i - 1] > at; i--) {
      chain.times[i] = chain.times[i - 1];
      chain.rows[i] = chain.rows[i - 1];
    }
    chain.times[i] = at;
    chain.rows[i] = row;
  }

  /** The row in its table; of a merged one the first that matches the step. */
  private int sourceRow(int row, int step) {
    if (unit != merged) {
      return unit.rows[row];
    }
    int i = merged.rows[row];
    while ((source.bits[i] >>> step & 1) == 0) {
      i++;
    }
    return source.rows[i];
  }
}
