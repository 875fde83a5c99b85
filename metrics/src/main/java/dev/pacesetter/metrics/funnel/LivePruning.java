package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;

/**
 * Forgets rows that can matter no more. A row is old when a chain entered by it could not go on at
 * the earliest time at which a row may still arrive. Of the old rows the best chain is kept and
 * what lies between its last row and the end of its window, which says how it ended; where that
 * window reaches into rows that are not old, all rows from its entry on are kept.
 */
final class LivePruning {
  private static final int FEWEST = 16;

  private final CompiledFunnel funnel;
  private final LiveStore store;
  private final boolean applies;
  private final SubjectRun run;
  private final BestRows best;
  private final BitSet settled;
  private boolean[] kept = new boolean[64];

  LivePruning(LiveState state) {
    funnel = state.funnel;
    store = state.store;
    settled = state.settled;
    FunnelDefinition definition = funnel.definition;
    applies =
        definition.entry() == Entry.BEST
            && definition.window().isLimited()
            && definition.held().isEmpty()
            && !funnel.hasDiscards
            && !funnel.keepsForeign
            && definition
                .breakdown()
                .map(
                    by ->
                        by.attribution() != Attribution.FIRST_EVER
                            && by.attribution() != Attribution.EVERY)
                .orElse(true);
    run = new SubjectRun(funnel, state.reader(ImmutableList.of()));
    best = new BestRows(funnel.steps);
  }

  /** Whether a subject has so many rows that it is worth a look: each time they have doubled. */
  boolean isDue(int subject) {
    int count = store.count(subject);
    return applies && count >= FEWEST && (count & (count - 1)) == 0;
  }

  /**
   * Forgets rows of a subject that can matter no more.
   *
   * @param earliest the earliest time at which a row may still arrive
   * @param rows the rows of the subject
   */
  void prune(int subject, long earliest, Rows rows) {
    int count = store.count(subject);
    int current = 0; // the first row that is not old
    while (current < count && funnel.deadline(store.time(store.row(subject, current))) < earliest) {
      current++;
    }
    if (current == 0) {
      return;
    }
    best.begin(store.row(subject, 0));
    run.run(rows, Long.MAX_VALUE, best);
    mark(subject, count, current);
    store.keep(subject, kept);
    if (store.count(subject) < count) {
      settled.set(subject);
    }
  }

  private void mark(int subject, int count, int current) {
    if (kept.length < count) {
      kept = new boolean[2 * count];
    }
    long from = Long.MAX_VALUE;
    long until = Long.MIN_VALUE;
    if (best.isThere) {
      until = funnel.deadline(best.entry);
      boolean reaches = current < count && until >= store.time(store.row(subject, current));
      from = reaches ? best.entry : best.completion;
      until = reaches ? Long.MAX_VALUE : until;
    }
    for (int i = 0; i < count; i++) {
      int row = store.row(subject, i);
      long at = store.time(row);
      kept[i] = i >= current || (at >= from && at <= until) || best.rows.get(i);
    }
  }

  /** The rows of the chain that counts, by their number in the block. */
  private static final class BestRows implements ChainSink {
    private final int steps;
    private final BitSet rows = new BitSet();
    private int offset;
    private boolean isThere;
    private long entry;
    private long completion;

    BestRows(int steps) {
      this.steps = steps;
    }

    void begin(int offset) {
      this.offset = offset;
      isThere = false;
      rows.clear();
    }

    @Override
    public void accept(Chain chain) {
      isThere = true;
      entry = chain.times[0];
      completion = chain.completion();
      for (int k = 0; k < steps; k++) {
        if (chain.took(k)) {
          rows.set(chain.rows[k] - offset);
        }
      }
    }

    @Override
    public void discard() {
      isThere = false;
    }
  }
}
