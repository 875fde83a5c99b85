package dev.pacesetter.metrics.funnel;

/** Finds the chains of subjects and adds them to a tally, each to its group. */
final class SubjectCount {
  private final SubjectRun run;
  private final KeySplit split = new KeySplit();
  private final KeyReader grouped;
  private final GroupSink sink;

  SubjectCount(CompiledFunnel funnel, KeyReader held, KeyReader grouped, Tally tally) {
    this.grouped = grouped;
    run = new SubjectRun(funnel, held);
    sink = new GroupSink(funnel, grouped, tally);
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
}
