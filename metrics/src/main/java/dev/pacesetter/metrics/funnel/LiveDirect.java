package dev.pacesetter.metrics.funnel;

import com.google.common.math.LongMath;
import dev.pacesetter.metrics.column.Dictionary;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The common case of a live funnel, straight from the store: steps in order, the best chain of a
 * subject, one step an event, no exclusions, conditions, optional steps, held keys or windows of
 * single steps.
 *
 * <p>The rule is that of {@link SlotMatcher}, as {@link DirectRun} has it for tables. A row that is
 * later than all others of its subject leaves the best chain as it is, unless it makes it longer;
 * and of rows that no row can come before any more those are enough that are in the best chain or
 * in the latest one that came to a step and may still go on.
 */
final class LiveDirect {
  private static final byte IDLE = -1;

  /** The fewest rows of a subject of which any are worth forgetting. */
  private static final int FEWEST = 4;

  private final CompiledFunnel funnel;
  private final Dictionary events;
  private final LiveStore store;
  private final int steps;
  private final long window;
  private final boolean bySteps;
  private final Chain chain;
  private final BitSet settled;

  /** The step of every event; one more than there are, which no chain ever wants, for none. */
  private int[] stepOf = {};

  /** Until when the chain that reached a step may go on, one place up; the first is always open. */
  private final long[] deadlines;

  /** Which step a row of the subject brought a chain to. */
  private byte[] filled = new byte[64];

  private boolean[] kept = new boolean[64];

  /** The rows of a chain, by step. */
  private final int[] rows;

  // the subject, after the rows that were scanned
  private int start;
  private int end;
  private int depth;
  private int last;
  private int depthBefore;
  private int lastBefore;

  private LiveDirect(LiveState state) {
    funnel = state.funnel;
    events = state.events;
    store = state.store;
    settled = state.settled;
    steps = funnel.steps;
    window = funnel.definition.window().length(funnel.unit);
    bySteps = funnel.definition.instantOrder() == InstantOrder.BY_STEP;
    deadlines = new long[steps + 3];
    chain = new Chain(steps);
    rows = new int[steps];
  }

  /** The direct way for a live funnel, {@code null} where its definition is of another kind. */
  static @Nullable LiveDirect of(LiveState state) {
    return covers(state.funnel) ? new LiveDirect(state) : null;
  }

  private static boolean covers(CompiledFunnel funnel) {
    FunnelDefinition definition = funnel.definition;
    return funnel.isCommon()
        && definition
            .breakdown()
            .map(
                by ->
                    by.attribution() != Attribution.FIRST_EVER
                        && by.attribution() != Attribution.EVERY)
            .orElse(true)
        && hasOneStepAnEvent(definition);
  }

  private static boolean hasOneStepAnEvent(FunnelDefinition definition) {
    long distinct =
        definition.steps().stream().flatMap(s -> s.events().stream()).distinct().count();
    long all = definition.steps().stream().mapToLong(step -> step.events().size()).sum();
    return all == distinct
        && definition.steps().stream().noneMatch(step -> step.events().isEmpty());
  }

  /** Begins with a subject before any of its rows. */
  void begin(int subject) {
    start = store.row(subject, 0);
    end = start;
    depth = -1;
    Arrays.fill(deadlines, Long.MIN_VALUE);
    deadlines[0] = Long.MAX_VALUE;
    if (filled.length < store.count(subject)) {
      filled = new byte[2 * store.count(subject)];
    }
    if (stepOf.length < events.size()) {
      know();
    }
  }

  private void know() {
    int known = stepOf.length;
    stepOf = Arrays.copyOf(stepOf, events.size());
    for (int event = known; event < stepOf.length; event++) {
      stepOf[event] = funnel.stepOf(events.name(event));
    }
  }

  /**
   * Takes the next rows of the subject.
   *
   * @return false where they must be put in order first; then nothing else may be asked
   */
  boolean scan(int rows) {
    for (int row = end; row < end + rows; row++) {
      int step = stepOf[store.event(row)];
      long at = store.time(row);
      if (row > start && at == store.time(row - 1) && !isInOrder(row, step)) {
        return false;
      }
      if (at == Long.MIN_VALUE) {
        return false; // it says that a slot is empty
      }
      long open = deadlines[step];
      if (open == Long.MIN_VALUE || at > open) {
        filled[row - start] = IDLE;
        continue;
      }
      filled[row - start] = (byte) step;
      deadlines[step + 1] = step == 0 ? LongMath.saturatedAdd(at, window) : open;
      if (step > depth) {
        depth = step;
        last = row;
      }
    }
    end += rows;
    return true;
  }

  /** Whether the rows of an instant lie in the order in which they are taken. */
  private boolean isInOrder(int row, int step) {
    return bySteps
        && store.sequence(row) == store.sequence(row - 1)
        && step >= stepOf[store.event(row - 1)];
  }

  /** Remembers the best chain there is now. */
  void remember() {
    depthBefore = depth;
    lastBefore = last;
  }

  /** Whether the best chain is longer than the one remembered. */
  boolean isLonger() {
    return depth > depthBefore;
  }

  /** Whether the best chain may still go on at a time. */
  boolean isPending(long asOf) {
    return depth >= 0 && depth < steps - 1 && deadlines[depth + 1] >= asOf;
  }

  /** Until when the chain that came as deep as the best one, and came there last, may go on. */
  long openUntil() {
    return deadlines[depth + 1];
  }

  /** Gives the best chain to a sink, if there is one. */
  void chain(boolean isPending, ChainSink into) {
    chain(depth, last, isPending, into);
  }

  /** Gives the chain that is remembered to a sink, if there is one. */
  void chainBefore(boolean isPending, ChainSink into) {
    chain(depthBefore, lastBefore, isPending, into);
  }

  private void chain(int depth, int last, boolean isPending, ChainSink into) {
    if (depth < 0) {
      return;
    }
    chain.reset();
    chain.depth = depth;
    chain.isPending = isPending;
    walk(depth, last);
    for (int step = 0; step <= depth; step++) {
      chain.rows[step] = rows[step];
      chain.times[step] = store.time(rows[step]);
    }
    into.accept(chain);
  }

  /**
   * Finds the rows of the chain that came to a step by a row: its entry by going back over the
   * latest rows, and from there on the earliest of every step.
   */
  private void walk(int depth, int last) {
    int row = last;
    for (int step = depth - 1; step >= 0; step--) {
      row = latest(step, row - 1);
    }
    while (row > start
        && stepOf[store.event(row - 1)] == 0
        && store.time(row - 1) == store.time(row)) {
      row--; // of the entries of one time the first
    }
    for (int step = 0; step <= depth; step++) {
      while (stepOf[store.event(row)] != step) {
        row++;
      }
      rows[step] = row;
    }
  }

  /** The latest row, up to a given one, that brought a chain to a step. */
  private int latest(int step, int from) {
    int row = from;
    while (filled[row - start] != step) {
      row--;
    }
    return row;
  }

  /**
   * Whether a subject has so many rows that it is worth a look: each time they have doubled. What
   * is forgotten depends on nothing but what is known, so that a copy forgets the same.
   */
  boolean isDue(int subject) {
    int count = store.count(subject);
    return count >= FEWEST && (count & (count - 1)) == 0;
  }

  /**
   * Forgets rows of a subject that can matter no more.
   *
   * @param earliest the earliest time at which a row may still arrive
   * @return false where the rows must be put in order first, and none was forgotten
   */
  boolean forget(int subject, long earliest) {
    begin(subject);
    int count = store.count(subject);
    int old = count;
    while (old > 0 && store.time(start + old - 1) >= earliest) {
      old--;
    }
    if (!scan(old)) {
      return false;
    }
    if (kept.length < count) {
      kept = new boolean[2 * count];
    }
    Arrays.fill(kept, 0, old, false);
    Arrays.fill(kept, old, count, true);
    if (depth >= 0) {
      keep(depth, last);
    }
    for (int step = 0; step < steps - 1 && depth < steps - 1; step++) {
      if (deadlines[step + 1] >= earliest && deadlines[step + 1] != Long.MIN_VALUE) {
        keep(step, latest(step, end - 1));
      }
    }
    store.keep(subject, kept);
    if (store.count(subject) < count) {
      settled.set(subject);
    }
    return true;
  }

  /** Keeps the rows of the chain that came to a step by a row. */
  private void keep(int depth, int last) {
    walk(depth, last);
    for (int step = 0; step <= depth; step++) {
      kept[rows[step] - start] = true;
    }
  }
}
