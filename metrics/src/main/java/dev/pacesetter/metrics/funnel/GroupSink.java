package dev.pacesetter.metrics.funnel;

/** Adds chains to a tally, each to its group. */
final class GroupSink implements ChainSink {
  private final Tally tally;
  private final KeyReader keys;
  private final Attribution attribution;
  private final int step;
  private int group = GroupTally.NONE;
  private boolean isWhole = true;
  private int firstRow = Chain.SKIPPED;

  GroupSink(CompiledFunnel funnel, KeyReader keys, Tally tally) {
    this.tally = tally;
    this.keys = keys;
    attribution =
        funnel.definition.breakdown().map(Breakdown::attribution).orElse(Attribution.FIRST_STEP);
    step =
        funnel
            .definition
            .breakdown()
            .filter(breakdown -> breakdown.attribution() == Attribution.STEP)
            .map(breakdown -> funnel.definition.indexOf(breakdown.step()))
            .orElse(0);
  }

  /** Whether a subject may be in several groups. */
  boolean overlaps() {
    return attribution == Attribution.EVERY;
  }

  /** What comes next belongs to one group alone. */
  void beginGroup(long key) {
    isWhole = false;
    group = tally.group(key);
  }

  /** What comes next are all rows of a subject. */
  void beginSubject(Rows rows) {
    isWhole = true;
    group = GroupTally.NONE;
    firstRow = Chain.SKIPPED;
    for (int i = 0; i < rows.size && firstRow == Chain.SKIPPED; i++) {
      if ((rows.bits[i] & CompiledFunnel.STEP_BITS) != 0) {
        firstRow = rows.rows[i];
      }
    }
  }

  @Override
  public void accept(Chain chain) {
    if (isWhole) {
      tally.add(chain, keys.isEmpty() || overlaps() ? GroupTally.NONE : groupOf(chain));
    } else {
      tally.addToGroup(chain, group);
    }
  }

  private int groupOf(Chain chain) {
    int row =
        switch (attribution) {
          case FIRST_STEP -> chain.rows[0];
          case STEP -> chain.rows[step];
          case LAST_REACHED -> chain.rows[chain.depth];
          case FIRST_EVER -> firstRow;
          case EVERY -> throw new IllegalStateException("groups overlap");
        };
    return tally.group(row == Chain.SKIPPED ? 0 : keys.key(row));
  }

  @Override
  public void discard() {
    if (isWhole) {
      tally.discard();
    }
  }
}
