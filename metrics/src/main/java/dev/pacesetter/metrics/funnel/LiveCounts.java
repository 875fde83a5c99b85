package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;

import org.jspecify.annotations.Nullable;

/** Counts that follow every change: what a subject had is taken back, what it has now is added. */
final class LiveCounts implements Tally, ChangeSink.Turn {
  private final ChainCount count;
  private final StepCounts counts;
  private final @Nullable GroupTally groups;
  private int sign;
  private long chains;
  private long discarded;

  /** Until when every chain added since {@link #add()} stays as it is. */
  private long unchangedUntil;

  LiveCounts(CompiledFunnel funnel, ValueReader values, boolean grouped) {
    count = new ChainCount(funnel, values);
    counts = new StepCounts(funnel.definition, 1);
    groups = grouped ? new GroupTally(funnel.definition, Long.MAX_VALUE) : null;
  }

  @Override
  public void add() {
    sign = 1;
    unchangedUntil = Long.MAX_VALUE;
  }

  @Override
  public void takeBack() {
    sign = -1;
  }

  long unchangedUntil() {
    return unchangedUntil;
  }

  @Override
  public int group(long key) {
    return groups == null ? NONE : groups.group(key);
  }

  @Override
  public void add(Chain chain, int group) {
    chains += sign;
    count.count(chain, sign, counts, 0);
    addToGroup(chain, group);
  }

  @Override
  public void addToGroup(Chain chain, int group) {
    if (group != NONE && groups != null) {
      count.count(chain, sign, groups.counts(), group);
    }
    if (chain.isPending) {
      unchangedUntil = Math.min(unchangedUntil, chain.openUntil);
    }
  }

  @Override
  public void discard() {
    discarded += sign;
  }

  long chains() {
    return chains;
  }

  long discarded() {
    return discarded;
  }

  StepCounts counts() {
    return counts;
  }

  @Nullable GroupTally groups() {
    return groups;
  }
}
