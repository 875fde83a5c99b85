package dev.pacesetter.metrics.funnel;

import com.google.common.math.LongMath;
import dev.pacesetter.metrics.event.EventTable;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The common case, straight from the columns: steps in order, the best chain of a subject, one step
 * an event, no exclusions, conditions, optional steps, held keys or windows of single steps.
 *
 * <p>The rule is that of {@link SlotMatcher}. As rows serve one step each, a slot is just the
 * deadline of its chain; and where all rows of a subject lie within one window, there are no
 * deadlines and the next step is simply the next that is wanted. The rows of the best chain are
 * found by going back from its last one to its entry, and from there by the earliest of each step.
 * Subjects whose rows of one instant must be put in order are left to the general way.
 */
final class DirectRun {
  private static final byte IDLE = -1;

  private final EventTable table;
  private final long asOf;
  private final int steps;
  private final boolean limited;
  private final long window;

  /** After this time the deadline of an entry is beyond the largest number. */
  private final long latestEntry;

  private final boolean bySteps;

  /** The step of every event; one more than there are, which no chain ever wants, for none. */
  private final int[] stepOf;

  /** Until when the chain that reached a step may go on, one place up; the first is always open. */
  private final long[] deadlines;

  /** Which step a row of the subject brought a chain to, if its rows span more than a window. */
  private byte[] filled = new byte[64];

  private final Chain chain;

  /** The rows of the best chain, by step. */
  private final int[] rows;

  // the subject
  private int start;
  private int end;
  private boolean isWide;
  private int depth;
  private int last;

  DirectRun(CompiledFunnel funnel, EventTable table, long asOf) {
    this.table = table;
    this.asOf = asOf;
    steps = funnel.steps;
    window = funnel.definition.window().length(funnel.unit);
    limited = window < Long.MAX_VALUE;
    latestEntry = limited ? Long.MAX_VALUE - window : Long.MAX_VALUE;
    bySteps = funnel.definition.instantOrder() == InstantOrder.BY_STEP;
    stepOf = table.events().stream().mapToInt(funnel::stepOf).toArray();
    deadlines = new long[steps + 3];
    chain = new Chain(steps);
    rows = new int[steps];
  }

  /** Whether a definition is of this kind for the events of a table. */
  static boolean covers(CompiledFunnel funnel, EventTable table) {
    FunnelDefinition definition = funnel.definition;
    return funnel.isCommon()
        && definition.breakdown().map(by -> by.attribution() == Attribution.FIRST_STEP).orElse(true)
        && table.events().stream()
            .mapToLong(funnel::bitsOf)
            .allMatch(bits -> (bits & (bits - 1)) == 0);
  }

  /**
   * Counts the best chain of every subject.
   *
   * @param others is given the subjects whose rows must be put in order first, not counted
   */
  void count(DirectCounts counts, IntConsumer others) {
    if (counts.wantsRows()) {
      // rows far away are read too, and best in the order in which they lie
      for (int subject = 0; subject < table.subjects(); subject++) {
        countOne(subject, false, counts, others);
      }
    } else {
      countAlike(counts, others);
    }
  }

  private void countAlike(DirectCounts counts, IntConsumer others) {
    SubjectOrder order = new SubjectOrder(table, asOf, window);
    int subjects = table.subjects();
    for (int from = 0; from < subjects; from += SubjectOrder.BLOCK) {
      order.order(from, Math.min(from + SubjectOrder.BLOCK, subjects));
      countNarrow(order, 0, order.open(), false, counts, others);
      countNarrow(order, order.open(), order.spread(), true, counts, others);
      for (int i = order.spread(); i < order.size(); i++) {
        countOne(order.subject(i), true, counts, others);
      }
    }
  }

  private void countOne(
      int subject, boolean keepsDeadlines, DirectCounts counts, IntConsumer others) {
    if (scan(subject, keepsDeadlines)) {
      add(counts, depth >= 0 && isPending());
    } else {
      others.accept(subject);
    }
  }

  private void countNarrow(
      SubjectOrder order,
      int from,
      int to,
      boolean areOpen,
      DirectCounts counts,
      IntConsumer others) {
    for (int i = from; i < to; i++) {
      int subject = order.subject(i);
      if (scanNarrow(subject)) {
        add(counts, areOpen && depth >= 0 && !isComplete());
      } else {
        others.accept(subject);
      }
    }
  }

  private void add(DirectCounts counts, boolean isPending) {
    if (depth < 0) {
      return;
    }
    counts.add(depth, isPending);
    if (counts.wantsRows()) {
      if (counts.isValued()) {
        findRows();
      } else {
        enter(depth, last);
      }
      counts.addRows(depth, rows);
    }
  }

  /** Finds the rows of the best chain. */
  private void findRows() {
    enter(depth, last);
    walk(depth - 1);
    rows[depth] = last;
  }

  /** Finds the latest entry of the chains that reach a step by a row, the first at its time. */
  private void enter(int depth, int last) {
    int entry = walkBack(depth, last);
    while (entry > start
        && stepOf[table.event(entry - 1)] == 0
        && table.time(entry - 1) == table.time(entry)) {
      entry--;
    }
    rows[0] = entry;
  }

  /** Goes back by the latest row of every step to that of the first; one loop for all steps. */
  private int walkBack(int depth, int last) {
    int row = last;
    int wanted = depth - 1;
    if (isWide) {
      while (wanted >= 0) {
        row--;
        wanted -= filled[row - start] == wanted ? 1 : 0;
      }
    } else {
      while (wanted >= 0) {
        row--;
        wanted -= stepOf[table.event(row)] == wanted ? 1 : 0;
      }
    }
    return row;
  }

  /** Goes on from the entry by the earliest row of every step up to a given one. */
  private void walk(int to) {
    int[] chainRows = rows;
    int row = chainRows[0];
    int wanted = 1;
    while (wanted <= to) {
      row++;
      chainRows[wanted] = row;
      wanted += stepOf[table.event(row)] == wanted ? 1 : 0;
    }
  }

  /** As {@link #scan}, of a subject all of whose rows lie within one window and count. */
  private boolean scanNarrow(int subject) {
    start = table.start(subject);
    end = table.end(subject);
    isWide = false;
    return scanNarrow();
  }

  /**
   * Gives the best chain of a subject to a sink.
   *
   * @return false where its rows must be put in order first and nothing was given
   */
  boolean chain(int subject, ChainSink sink) {
    if (!scan(subject, false)) {
      return false;
    }
    if (depth >= 0) {
      fill();
      sink.accept(chain);
    }
    return true;
  }

  private void fill() {
    chain.reset();
    chain.depth = depth;
    findRows();
    for (int step = 0; step <= depth; step++) {
      chain.rows[step] = rows[step];
      chain.times[step] = table.time(rows[step]);
    }
    if (!isComplete()) {
      if (isPending()) {
        chain.open(openSince(), openUntil(), asOf);
      } else {
        chain.ended(chain.times[0] + window, false);
      }
    }
  }

  /**
   * Finds how deep the best chain of a subject comes and by which row it gets there first.
   *
   * @param keepsDeadlines whether deadlines are wanted even where there is but one window
   * @return false where its rows must be put in order first
   */
  @SuppressWarnings("ShortCircuitBoolean") // a branch that goes either way costs more than both
  private boolean scan(int subject, boolean keepsDeadlines) {
    start = table.start(subject);
    end = table.end(subject);
    while (end > start && table.time(end - 1) > asOf) {
      end--;
    }
    if (start == end) {
      depth = -1;
      return true;
    }
    long earliest = table.time(start);
    long latest = table.time(end - 1);
    if (earliest == Long.MIN_VALUE | latest > latestEntry) {
      return false; // the first says in a slot that it is empty, after the last deadlines overflow
    }
    isWide = limited & (keepsDeadlines | latest > earliest + window);
    return isWide ? scanWide() : scanNarrow();
  }

  private boolean scanNarrow() {
    int wanted = 0;
    int reached = start;
    long before = Long.MIN_VALUE;
    for (int row = start; row < end; row++) {
      int step = stepOf[table.event(row)];
      long at = table.time(row);
      if (at == before && isDisordered(row)) {
        return false;
      }
      before = at;
      boolean hit = step == wanted;
      wanted += hit ? 1 : 0;
      reached = hit ? row : reached;
    }
    depth = wanted - 1;
    last = reached;
    return true;
  }

  /** Whether a row must come before the one of the same time before it. */
  private boolean isDisordered(int row) {
    return !bySteps || stepOf[table.event(row)] < stepOf[table.event(row - 1)];
  }

  @SuppressWarnings("ShortCircuitBoolean") // as above
  private boolean scanWide() {
    if (filled.length < end - start) {
      filled = new byte[2 * (end - start)];
    }
    byte[] marks = filled;
    long[] slots = deadlines;
    Arrays.fill(slots, Long.MIN_VALUE);
    slots[0] = Long.MAX_VALUE;
    int deepest = -1;
    int reachedBy = start;
    long before = Long.MIN_VALUE;
    for (int row = start; row < end; row++) {
      int step = stepOf[table.event(row)];
      long at = table.time(row);
      if (at == before && isDisordered(row)) {
        return false;
      }
      before = at;
      long open = slots[step];
      boolean fills = at <= open & open != Long.MIN_VALUE;
      marks[row - start] = fills ? (byte) step : IDLE;
      long reached = step == 0 ? at + window : open;
      slots[step + 1] = fills ? reached : slots[step + 1];
      boolean deeper = fills & step > deepest;
      deepest = deeper ? step : deepest;
      reachedBy = deeper ? row : reachedBy;
    }
    depth = deepest;
    last = reachedBy;
    return true;
  }

  /** The latest row, up to a given one, that brought a chain to a step. */
  private int latest(int step, int from) {
    int row = from;
    if (isWide) {
      while (filled[row - start] != step) {
        row--;
      }
    } else {
      while (stepOf[table.event(row)] != step) {
        row--;
      }
    }
    return row;
  }

  /** Whether the best chain took all steps, none of which is optional here. */
  private boolean isComplete() {
    return depth == steps - 1;
  }

  private boolean isPending() {
    if (isComplete()) {
      return false;
    }
    if (!limited) {
      return true;
    }
    // no deadline is later than that of the last row
    return table.time(end - 1) + window >= asOf && openUntil() >= asOf;
  }

  /** Since when the chain that reached the last step latest has been there. */
  private long openSince() {
    enter(depth, latest(depth, end - 1));
    walk(depth);
    return table.time(rows[depth]);
  }

  /** Until when the chain that reached the last step latest may go on. */
  private long openUntil() {
    if (isWide) {
      return deadlines[depth + 1];
    }
    int row = end;
    for (int step = depth; step >= 0; step--) {
      row = latest(step, row - 1);
    }
    return limited ? LongMath.saturatedAdd(table.time(row), window) : Long.MAX_VALUE;
  }
}
