package dev.pacesetter.metrics.funnel;

import com.google.common.math.LongMath;
import dev.pacesetter.metrics.event.EventTable;
import java.util.Arrays;

/**
 * The common case, straight from the columns: steps in order, the best chain of a subject, one step
 * an event, no exclusions, conditions, optional steps, held keys or windows of single steps.
 *
 * <p>The rule is that of {@link SlotMatcher}; as rows serve one step each, a slot is just the
 * deadline of its chain, and the rows of the best chain are found by going back over the rows that
 * filled a slot. Subjects whose rows of one instant must be put in order are left to it.
 */
final class DirectRun {
  private static final byte IDLE = -1;

  private final EventTable table;
  private final long asOf;
  private final DirectCounts counts;
  private final int steps;
  private final boolean limited;
  private final long window;

  /** After this time the deadline of an entry is beyond the largest number. */
  private final long latestEntry;

  private final boolean bySteps;

  /** The step of every event; {@link #steps} for those of none. */
  private final int[] stepOf;

  /** Until when the chain that reached a step may go on, one place up; the first is always open. */
  private final long[] deadlines;

  /** Which step a row of the subject brought a chain to. */
  private byte[] filled = new byte[64];

  DirectRun(CompiledFunnel funnel, EventTable table, long asOf, DirectCounts counts) {
    this.table = table;
    this.asOf = asOf;
    this.counts = counts;
    steps = funnel.steps;
    window = funnel.definition.window().length(funnel.unit);
    limited = window < Long.MAX_VALUE;
    latestEntry = limited ? Long.MAX_VALUE - window : Long.MAX_VALUE;
    bySteps = funnel.definition.instantOrder() == InstantOrder.BY_STEP;
    stepOf = new int[table.events().size()];
    for (int event = 0; event < stepOf.length; event++) {
      long bits = funnel.bitsOf(table.events().get(event));
      stepOf[event] = bits == 0 ? steps : Long.numberOfTrailingZeros(bits);
    }
    deadlines = new long[steps + 2];
  }

  /** Whether a definition is of this kind for the events of a table. */
  static boolean covers(CompiledFunnel funnel, EventTable table) {
    FunnelDefinition definition = funnel.definition;
    return definition.order() == StepOrder.ORDERED
        && definition.entry() == Entry.BEST
        && definition.repeats() == Repeats.IGNORE
        && definition.ties() == Ties.ALLOW
        && definition.exclusions().isEmpty()
        && definition.held().isEmpty()
        && !funnel.hasOptional
        && !funnel.hasGaps
        && definition.window().length(funnel.unit) >= 0
        && funnel.conditionDimensions().isEmpty()
        && definition.breakdown().map(by -> by.attribution() == Attribution.FIRST_STEP).orElse(true)
        && table.events().stream()
            .mapToLong(funnel::bitsOf)
            .allMatch(bits -> (bits & (bits - 1)) == 0);
  }

  /**
   * Counts the best chain of a subject.
   *
   * @return false where its rows must be put in order first and nothing was counted
   */
  @SuppressWarnings("ShortCircuitBoolean") // a branch that goes either way costs more than both
  boolean run(int subject) {
    int start = table.start(subject);
    int end = table.end(subject);
    while (end > start && table.time(end - 1) > asOf) {
      end--;
    }
    if (end > start && (table.time(start) == Long.MIN_VALUE || table.time(end - 1) > latestEntry)) {
      return false; // the first says here that a slot is empty, after the last a deadline overflows
    }
    if (filled.length < end - start) {
      filled = new byte[2 * (end - start)];
    }
    byte[] marks = filled;
    long[] slots = deadlines;
    Arrays.fill(slots, Long.MIN_VALUE);
    slots[0] = Long.MAX_VALUE;
    int depth = -1;
    int last = start;
    boolean disordered = false;
    long before = Long.MIN_VALUE;
    int stepBefore = -1;
    for (int row = start; row < end; row++) {
      int step = stepOf[table.event(row)];
      long at = table.time(row);
      disordered |= at == before & (step < stepBefore | !bySteps);
      before = at;
      stepBefore = step;
      long open = slots[step];
      boolean fills = at <= open & open != Long.MIN_VALUE;
      marks[row - start] = fills ? (byte) step : IDLE;
      long entered = limited ? at + window : Long.MAX_VALUE;
      long reached = step == 0 ? entered : open;
      slots[step + 1] = fills ? reached : slots[step + 1];
      boolean deeper = fills & step > depth & step < steps;
      depth = deeper ? step : depth;
      last = deeper ? row : last;
    }
    if (disordered) {
      return false;
    }
    if (depth >= 0) {
      count(start, end, last, depth);
    }
    return true;
  }

  /** Goes back along the best chain: a step follows the latest row that filled the step before. */
  private void count(int start, int end, int last, int depth) {
    int step = depth;
    int row = last;
    long next = table.time(last);
    long reached = next;
    counts.value(step, last);
    while (step > 0) {
      step--;
      do {
        row--;
      } while (filled[row - start] != step);
      long at = table.time(row);
      counts.value(step, row);
      counts.took(step, LongMath.saturatedSubtract(next, at));
      next = at;
    }
    if (depth == steps - 1) {
      counts.reached(depth, row);
    } else if (deadlines[depth + 1] >= asOf) {
      int latest = end - 1;
      while (filled[latest - start] != depth) {
        latest--;
      }
      counts.pending(depth, row, LongMath.saturatedSubtract(asOf, table.time(latest)));
    } else {
      counts.dropped(depth, row, next + window - reached);
    }
  }
}
