package dev.pacesetter.metrics.funnel;

import org.jspecify.annotations.Nullable;

/** Finds the chains of subjects and adds them to a tally, each to its group. */
final class SubjectCount {
  private final SubjectRun run;
  private final KeySplit split = new KeySplit();
  private final KeyReader grouped;
  private final GroupSink sink;
  private final @Nullable SlotMatcher changes;
  private final @Nullable ChangeSink change;

  SubjectCount(CompiledFunnel funnel, KeyReader held, KeyReader grouped, Tally tally) {
    this(funnel, held, grouped, tally, null);
  }

  /** Counts that can also follow changes, where the funnel is of a kind that allows it. */
  static SubjectCount following(
      CompiledFunnel funnel, KeyReader held, KeyReader grouped, LiveCounts counts) {
    return new SubjectCount(funnel, held, grouped, counts, counts);
  }

  private SubjectCount(
      CompiledFunnel funnel,
      KeyReader held,
      KeyReader grouped,
      Tally tally,
      ChangeSink.@Nullable Turn turn) {
    this.grouped = grouped;
    run = new SubjectRun(funnel, held);
    sink = new GroupSink(funnel, grouped, tally);
    boolean isOneUnit = held.isEmpty() && !sink.overlaps();
    boolean follows = turn != null && isOneUnit && SlotMatcher.followsChanges(funnel);
    changes = follows ? new SlotMatcher(funnel) : null;
    change = turn == null ? null : new ChangeSink(sink, turn);
  }

  /**
   * Adds the chains of a subject.
   *
   * @param rows all its rows; may be put in another order within an instant
   * @param asOf up to when rows are known
   */
  void count(Rows rows, long asOf) {
    if (sink.overlaps()) {
      // first the groups, from the order the rows were given in
      split.begin(rows, grouped);
      while (split.hasNext()) {
        sink.beginGroup(split.key());
        run.run(split.next(), asOf, sink);
      }
    }
    sink.beginSubject(rows);
    run.run(rows, asOf, sink);
  }

  /** Whether {@link #countChange} can be asked. */
  boolean followsChanges() {
    return changes != null;
  }

  /**
   * Adds the chain that a subject had before its last rows came and the clock moved on, and the one
   * it has now; the tally is told which is which.
   *
   * @param rows all its rows
   * @param before how many there were before; the others come later than all of them
   * @param asOfBefore up to when rows were known
   * @param asOfAfter up to when rows are known
   */
  void countChange(Rows rows, int before, long asOfBefore, long asOfAfter) {
    if (changes == null || change == null) {
      throw new IllegalStateException("this funnel must be counted twice");
    }
    sink.beginSubject(rows);
    changes.matchChange(rows, before, asOfBefore, asOfAfter, change);
  }

  /** The sink that takes the chains of whole subjects. */
  ChainSink sink() {
    return sink;
  }
}
