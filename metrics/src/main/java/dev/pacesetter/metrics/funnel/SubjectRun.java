package dev.pacesetter.metrics.funnel;

/**
 * Takes the rows of a subject apart into the units in which chains are looked for, by keys held
 * constant and by sessions, and takes from them what counts.
 */
final class SubjectRun {
  private final CompiledFunnel funnel;
  private final Matcher matcher;
  private final KeyReader held;
  private final KeySplit split;
  private final boolean perSubject;
  private final BestOfSubject best;

  SubjectRun(CompiledFunnel funnel, KeyReader held) {
    this.funnel = funnel;
    this.held = held;
    matcher = funnel.definition.isOrdered() ? new SlotMatcher(funnel) : new SetMatcher(funnel);
    split = new KeySplit();
    perSubject = funnel.definition.counting() == Counting.SUBJECTS;
    best = new BestOfSubject(funnel.steps);
  }

  /** Finds the chains of a subject that count. */
  void run(Rows rows, long asOf, ChainSink sink) {
    if (rows.size == 0) {
      return;
    }
    ChainSink taker = perSubject ? best : sink;
    if (held.isEmpty()) {
      unit(rows, asOf, taker);
    } else {
      split.begin(rows, held);
      while (split.hasNext()) {
        unit(split.next(), asOf, taker);
      }
    }
    if (perSubject) {
      best.passOn(sink);
    }
  }

  private void unit(Rows rows, long asOf, ChainSink sink) {
    if (funnel.definition.entry() != Entry.PER_SESSION) {
      matcher.match(rows, 0, rows.size, Long.MAX_VALUE, asOf, sink);
      return;
    }
    int from = 0;
    for (int i = 1; i <= rows.size; i++) {
      long end = funnel.sessionEnd(rows.times[i - 1]);
      if (i == rows.size || rows.times[i] > end) {
        matcher.match(rows, from, i, end, asOf, sink);
        from = i;
      }
    }
  }

  /** Keeps the best chain of a subject. */
  private static final class BestOfSubject implements ChainSink {
    private final Chain best;
    private boolean isDiscarded;

    BestOfSubject(int steps) {
      best = new Chain(steps);
      best.reset();
    }

    @Override
    public void accept(Chain chain) {
      boolean pending =
          (chain.isPending && chain.depth >= best.depth)
              || (best.isPending && best.depth >= chain.depth);
      if (best.depth < 0 || chain.isBetterThan(best)) {
        long until = best.depth == chain.depth ? best.openUntil : Long.MIN_VALUE;
        boolean keepsWait = best.depth == chain.depth && best.isPending && !chain.isPending;
        long waited = keepsWait ? best.waited : chain.waited;
        best.copyFrom(chain);
        best.waited = waited;
        best.openUntil = Math.max(until, chain.openUntil);
      } else if (chain.depth == best.depth && chain.isPending && !best.isPending) {
        best.waited = chain.waited;
        best.openUntil = chain.openUntil;
      } else if (chain.depth == best.depth) {
        best.openUntil = Math.max(best.openUntil, chain.openUntil);
      }
      best.isPending = pending;
      best.isBroken &= !pending;
    }

    @Override
    public void discard() {
      isDiscarded = true;
    }

    void passOn(ChainSink sink) {
      if (best.depth >= 0) {
        sink.accept(best);
      } else if (isDiscarded) {
        sink.discard();
      }
      best.reset();
      isDiscarded = false;
    }
  }
}
