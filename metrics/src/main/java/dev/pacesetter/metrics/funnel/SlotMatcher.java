package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;

import java.util.Arrays;

/**
 * Finds chains whose steps have an order.
 *
 * <p>One pass with one slot a step: of the links that reached it and may go on, the one of the
 * latest entry, as whatever a chain entered earlier could still reach, it can. Of those the first
 * stays, which could do all that a later one does; only where it could not, as a window of the next
 * step starts at it or a repeat ends it, the last takes its place. A row tries the highest step
 * first, so that it serves one step; with {@link Ties#STRICTLY_LATER} the slots of an instant are
 * filled when it is over.
 */
final class SlotMatcher implements Matcher {
  private final CompiledFunnel funnel;
  private final int steps;
  private final boolean laterOnly;
  private final boolean sharesRows;
  private final boolean breaksOnRepeat;
  private final boolean bySteps;
  private final boolean anyWay; // whether rows of one instant may be taken in any order
  private final Entry entry;
  private final InstantMatching instants;
  private final Chain chain;

  // the unit
  private Rows unit = new Rows();
  private ChainSink sink = new Ignoring();
  private long unitEnd;
  private long asOf;

  private final Links links = new Links();
  private final int[] slots;
  private final int[] old; // the slots before an instant
  private final int[] fresh; // filled in this instant, with STRICTLY_LATER
  private boolean hasFresh;
  private boolean isEntered; // whether no further row may be an entry
  private int satisfied; // the row that left nothing that must be done
  private int best;
  private long bestBroken;
  private int plainUntil; // the rows before it are of an instant whose rows match one step each

  private final CleanChains clean;

  SlotMatcher(CompiledFunnel funnel) {
    this.funnel = funnel;
    FunnelDefinition definition = funnel.definition;
    steps = funnel.steps;
    laterOnly = definition.ties() == Ties.STRICTLY_LATER;
    sharesRows = funnel.sharesRows();
    breaksOnRepeat = definition.repeats() == Repeats.BREAK;
    bySteps = definition.instantOrder() == InstantOrder.BY_STEP;
    anyWay = bySteps && !funnel.isStrict && !breaksOnRepeat && !laterOnly;
    entry = definition.entry();
    instants = new InstantMatching(funnel);
    chain = new Chain(steps);
    slots = new int[steps];
    old = new int[steps];
    fresh = new int[steps];
    clean = new CleanChains(links, steps);
  }

  @Override
  public void match(Rows rows, int from, int to, long unitEnd, long asOf, ChainSink sink) {
    this.sink = sink;
    this.asOf = asOf;
    this.unitEnd = unitEnd;
    begin(rows, from, to);
    walk(from, to);
    finish();
  }

  /** Whether {@link #matchChange} does what matching twice would do. */
  static boolean followsChanges(CompiledFunnel funnel) {
    Entry entry = funnel.definition.entry();
    return funnel.definition.isOrdered()
        && (entry == Entry.BEST || entry == Entry.FIRST)
        && !funnel.hasDiscards;
  }

  /**
   * Finds the chain of a unit before and after its last rows came and the clock moved on.
   *
   * @param before how many rows there were; the others come later than all of them
   * @param asOfBefore up to when rows were known
   * @param asOfAfter up to when rows are known
   * @param sink takes both chains
   */
  void matchChange(Rows rows, int before, long asOfBefore, long asOfAfter, ChangeSink sink) {
    this.sink = sink;
    unitEnd = Long.MAX_VALUE;
    asOf = asOfBefore;
    begin(rows, 0, rows.size);
    walk(0, before);
    sink.before();
    finish();
    asOf = asOfAfter;
    walk(before, rows.size);
    sink.after();
    finish();
  }

  private void begin(Rows rows, int from, int to) {
    unit = rows;
    if (bySteps) {
      rows.arrangeBySteps(from, to);
    }
    links.begin(rows);
    reset();
    plainUntil = from;
  }

  private void walk(int from, int to) {
    int i = from;
    while (i < to && !isOver(i)) {
      int end = anyWay ? endOfAmbiguousInstant(i, to) : i + 1;
      if (end > i + 1) {
        takeInstant(i, end);
      } else {
        take(i);
      }
      i = end;
    }
    commit();
  }

  private void reset() {
    links.clear();
    Arrays.fill(slots, NONE);
    Arrays.fill(fresh, NONE);
    hasFresh = false;
    isEntered = false;
    satisfied = NONE;
    best = NONE;
    bestBroken = Long.MAX_VALUE;
    if (funnel.hasDiscards) {
      clean.clear();
    }
  }

  /** Nothing better can come once the last step was reached, unless at the same instant. */
  private boolean isOver(int i) {
    return isCompleted() && entry != Entry.EACH && unit.times[i] > links.time(best);
  }

  /**
   * The end of the instant, where its rows could be taken in different orders: there are several
   * and one of them matches several steps. Otherwise the next row.
   */
  private int endOfAmbiguousInstant(int i, int to) {
    int end = i + 1;
    if (i < plainUntil || end == to || !unit.isSameInstant(i, end)) {
      return end;
    }
    boolean several = isSeveral(unit.bits[i]);
    while (end < to && unit.isSameInstant(i, end)) {
      several |= isSeveral(unit.bits[end]);
      end++;
    }
    plainUntil = end;
    return several ? end : i + 1;
  }

  private static boolean isSeveral(long bits) {
    long stepBits = bits & CompiledFunnel.STEP_BITS;
    return (stepBits & (stepBits - 1)) != 0;
  }

  private void take(int row) {
    long at = unit.times[row];
    if (hasFresh && at > links.time(freshest())) {
      commit();
    }
    prepare(row, at);
    long matched = unit.bits[row] & CompiledFunnel.STEP_BITS;
    endSatisfied(row, (matched & 1) != 0);
    serve(row, matched, at);
    if (funnel.isStrict) {
      breakStrictly(row, matched, at);
    } else if (breaksOnRepeat) {
      breakRepeated(row, matched, at);
    }
    if (entry == Entry.EACH && isEntered && !isCompleted() && !isAlive(at)) {
      emitAndRestart();
      serve(row, matched, at);
    }
    endCompleted();
  }

  private void serve(int row, long matched, long at) {
    if (sharesRows) {
      for (long rest = matched; rest != 0; rest &= rest - 1) {
        advance(Long.numberOfTrailingZeros(rest), row, at);
      }
    } else {
      for (long rest = matched; rest != 0; ) {
        int k = 63 - Long.numberOfLeadingZeros(rest);
        advance(k, row, at);
        rest &= ~(1L << k);
      }
    }
  }

  /** Ends what must have ended before a row is taken: by time or by the row's exclusions. */
  private void prepare(int row, long at) {
    if (entry == Entry.EACH && isEntered && !isAlive(at)) {
      emitAndRestart();
    }
    long excluded = unit.bits[row] >>> FunnelDefinition.MOST_STEPS;
    for (long rest = excluded; rest != 0; rest &= rest - 1) {
      int x = Long.numberOfTrailingZeros(rest);
      for (int k = funnel.exclusionFrom[x]; k < funnel.exclusionTo[x]; k++) {
        clear(k, at, funnel.discards[x]);
      }
    }
    if (excluded != 0 && entry == Entry.EACH && isEntered && !isAlive(at)) {
      emitAndRestart();
    }
  }

  /** Ends an attempt that has nothing left that it must do where another may start. */
  private void endSatisfied(int row, boolean isEntry) {
    if (entry == Entry.EACH
        && isEntry
        && satisfied != NONE
        && !(anyWay && unit.isSameInstant(satisfied, row))) {
      emitAndRestart();
    }
  }

  private boolean isCompleted() {
    return best != NONE && links.step(best) == steps - 1;
  }

  private void endCompleted() {
    if (entry == Entry.EACH && isCompleted()) {
      emitAndRestart();
    }
  }

  private void emitAndRestart() {
    commit();
    finish();
    reset();
  }

  /** Whether any chain may go on at a time. */
  private boolean isAlive(long at) {
    for (int k = 0; k < steps; k++) {
      if ((slots[k] != NONE && life(slots[k]) >= at) || fresh[k] != NONE) {
        return true;
      }
    }
    return false;
  }

  private void advance(int k, int row, long at) {
    if (k == 0) {
      if ((mayReenter() || !isEntered) && isOfUse(0, at)) {
        isEntered = true;
        fill(0, links.add(row, 0, NONE, at, funnel.deadline(at)));
      }
      return;
    }
    int before = before(k, at);
    if (before != NONE && isOfUse(k, links.entry(before))) {
      fill(k, links.add(row, k, before));
    }
  }

  private boolean mayReenter() {
    return entry == Entry.BEST || entry == Entry.PER_SESSION;
  }

  /** Whether a further link at a step could do anything that the one that is there cannot. */
  private boolean isOfUse(int k, long entered) {
    int link = fresh[k] == NONE ? slots[k] : fresh[k];
    return link == NONE || funnel.needsLatest[k] || links.entry(link) < entered;
  }

  /** The link that step {@code k} may follow: the latest entry, else the one that skips least. */
  private int before(int k, long at) {
    int chosen = NONE;
    for (int q = k - 1; q >= Math.max(0, funnel.previousRequired[k]); q--) {
      int candidate = slots[q];
      if (candidate != NONE
          && links.deadline(candidate) >= at
          && (!laterOnly || links.time(candidate) < at)
          && funnel.gapDeadline(k, links.time(candidate)) >= at
          && (chosen == NONE || links.entry(candidate) > links.entry(chosen))) {
        chosen = candidate;
      }
    }
    return chosen;
  }

  private void fill(int k, int link) {
    if (laterOnly) {
      // with BREAK whatever this row finds here ends
      if (fresh[k] == NONE || links.entry(link) >= links.entry(fresh[k]) || breaksOnRepeat) {
        fresh[k] = link;
        hasFresh = true;
      }
    } else {
      slots[k] = link;
    }
    if (funnel.hasDiscards) {
      clean.reached(k, link);
    }
    if (satisfied == NONE && funnel.isComplete(k)) {
      satisfied = links.row(link);
    }
    if (best == NONE
        || links.step(best) < k
        || (links.step(best) == k
            && links.time(best) == links.time(link)
            && links.entry(best) < links.entry(link))) {
      best = link;
      bestBroken = Long.MAX_VALUE;
    }
  }

  /** With STRICTLY_LATER: makes what was reached in the last instant known to the next. */
  private void commit() {
    if (hasFresh) {
      for (int k = 0; k < steps; k++) {
        if (fresh[k] != NONE) {
          slots[k] = fresh[k];
          fresh[k] = NONE;
        }
      }
      hasFresh = false;
    }
  }

  private int freshest() {
    for (int k = 0; k < steps; k++) {
      if (fresh[k] != NONE) {
        return fresh[k];
      }
    }
    throw new IllegalStateException("nothing was reached in this instant");
  }

  private void breakStrictly(int row, long matched, long at) {
    if (matched == 0 && funnel.definition.order() == StepOrder.STRICT_KNOWN) {
      return;
    }
    for (int k = 0; k < steps; k++) {
      boolean tolerated = !breaksOnRepeat && (matched >>> k & 1) != 0;
      if (!tolerated) {
        clearOlder(k, row, at);
      }
    }
  }

  private void breakRepeated(int row, long matched, long at) {
    for (long rest = matched; rest != 0; rest &= rest - 1) {
      clearOlder(Long.numberOfTrailingZeros(rest), row, at);
    }
  }

  /** Ends the chains at a step, except one that this very row has brought there. */
  private void clearOlder(int k, int row, long at) {
    settle(k, row, at, false);
    breakBest(k, row, at);
    if (slots[k] != NONE && links.row(slots[k]) != row) {
      slots[k] = NONE;
    }
    if (fresh[k] != NONE && links.row(fresh[k]) != row) {
      fresh[k] = NONE;
      hasFresh = hasAnyFresh();
    }
  }

  /** Takes note of the chains at a step that a row ends, where it matters what ended them. */
  private void settle(int k, int row, long at, boolean discards) {
    if (funnel.hasDiscards) {
      int going = clean.going(k);
      if (going != NONE && links.row(going) != row) {
        clean.end(k, at, life(going) >= at, discards, slotOf(k, row));
      }
    }
  }

  private int slotOf(int k, int row) {
    int link = laterOnly ? fresh[k] : slots[k];
    return link != NONE && links.row(link) == row ? link : NONE;
  }

  private boolean hasAnyFresh() {
    for (int link : fresh) {
      if (link != NONE) {
        return true;
      }
    }
    return false;
  }

  /** Ends the chains at a step by an exclusion. */
  private void clear(int k, long at, boolean discards) {
    settle(k, NONE, at, discards);
    breakBest(k, NONE, at);
    slots[k] = NONE;
    if (fresh[k] != NONE) {
      fresh[k] = NONE;
      hasFresh = hasAnyFresh();
    }
  }

  /** Remembers when the best chain was ended, if it still was going on. */
  private void breakBest(int k, int row, long at) {
    if (best != NONE
        && links.step(best) == k
        && links.row(best) != row
        && bestBroken == Long.MAX_VALUE
        && life(best) >= at) {
      bestBroken = at;
    }
  }

  /** The last tick at which a chain that ends with a link may go on. */
  private long life(int link) {
    return Math.min(
        Math.min(links.deadline(link), unitEnd),
        funnel.lastChance(links.step(link), links.time(link)));
  }

  private void finish() {
    if (best == NONE) {
      return;
    }
    int depth = links.step(best);
    if (funnel.hasDiscards) {
      best = clean.counted(depth);
      bestBroken = clean.broken(depth);
      if (best == NONE) {
        sink.discard();
        return;
      }
    }
    chain.reset();
    chain.depth = depth;
    for (int link = best; link != NONE; link = links.before(link)) {
      chain.rows[links.step(link)] = unit.rows[links.row(link)];
      chain.times[links.step(link)] = links.time(link);
    }
    if (!funnel.isComplete(depth)) {
      int open = slots[depth];
      if (open != NONE && life(open) >= asOf) {
        chain.open(links.time(open), life(open), asOf);
      } else if (bestBroken != Long.MAX_VALUE) {
        chain.ended(bestBroken, true);
      } else {
        chain.ended(life(best), false);
      }
    }
    sink.accept(chain);
  }

  /** Takes the rows of one instant in whichever order reaches furthest. */
  private void takeInstant(int from, int to) {
    long at = unit.times[from];
    prepare(from, at);
    boolean hasEntry = false;
    for (int row = from; row < to; row++) {
      hasEntry |= (unit.bits[row] & 1) != 0;
    }
    endSatisfied(from, hasEntry);
    boolean mayEnter = mayReenter() || !isEntered;
    if (sharesRows) {
      for (int k = 0; k < steps; k++) {
        for (int row = from; row < to; row++) {
          if ((unit.bits[row] >>> k & 1) != 0) {
            advance(k, row, at);
            break;
          }
        }
      }
    } else {
      instants.begin(unit, from, to);
      for (int q = steps - 1; q >= 0; q--) {
        int link = slots[q];
        if (link != NONE && links.deadline(link) >= at) {
          instants.extend(q, links.entry(link), at, links.time(link));
        }
      }
      if (mayEnter) {
        instants.extend(NONE, at, at, at);
      }
      fillFrom(at);
    }
    endCompleted();
  }

  private void fillFrom(long at) {
    int[] before = instants.before();
    System.arraycopy(slots, 0, old, 0, steps);
    for (int k = 0; k < steps; k++) {
      if (before[k] == InstantMatching.UNREACHED) {
        continue;
      }
      int link = before[k] == NONE ? NONE : old[before[k]];
      if (!isOfUse(k, link == NONE ? at : links.entry(link))) {
        continue;
      }
      for (int p = before[k] + 1; p <= k; p++) {
        int row = instants.row(k, p);
        if (row != NONE) {
          link =
              link == NONE
                  ? links.add(row, p, NONE, at, funnel.deadline(at))
                  : links.add(row, p, link);
        }
      }
      isEntered = true;
      fill(k, link);
    }
  }

  /** What a matcher says before its first unit. */
  private static final class Ignoring implements ChainSink {
    @Override
    public void accept(Chain chain) {
      throw new IllegalStateException("no unit was given");
    }

    @Override
    public void discard() {
      throw new IllegalStateException("no unit was given");
    }
  }
}
