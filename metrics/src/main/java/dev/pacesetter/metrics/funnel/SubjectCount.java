package dev.pacesetter.metrics.funnel;

import org.jspecify.annotations.Nullable;

/** Finds the chains of subjects and adds them to a tally, each to its group. */
final class SubjectCount {
  private final SubjectRun run;
  private final KeySplit split = new KeySplit();
  private final KeyReader grouped;
  private final GroupSink sink;
  private final @Nullable SlotMatcher changes;

  SubjectCount(CompiledFunnel funnel, KeyReader held, KeyReader grouped, Tally tally) {
    this.grouped = grouped;
    run = new SubjectRun(funnel, held);
    sink = new GroupSink(funnel, grouped, tally);
    boolean isOneUnit = held.isEmpty() && !sink.overlaps();
    changes = isOneUnit && SlotMatcher.followsChanges(funnel) ? new SlotMatcher(funnel) : null;
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
   * it has now; {@code sink} says which is which.
   *
   * @param rows all its rows
   * @param before how many there were before; the others come later than all of them
   * @param asOfBefore up to when rows were known
   * @param asOfAfter up to when rows are known
   * @param turn is told when the chain before is added, and when the one after
   */
  void countChange(Rows rows, int before, long asOfBefore, long asOfAfter, ChangeSink.Turn turn) {
    if (changes == null) {
      throw new IllegalStateException("this funnel must be counted twice");
    }
    sink.beginSubject(rows);
    changes.matchChange(rows, before, asOfBefore, asOfAfter, new ChangeSink(sink, turn));
  }
}
