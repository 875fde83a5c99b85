package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;

import org.jspecify.annotations.Nullable;

/** Counts the chains of a part of the subjects. */
final class FunnelTally implements Tally {
  private final ChainCount count;
  private final StepCounts counts;
  private final @Nullable GroupTally groups;
  private long discarded;

  /**
   * Returns an empty tally.
   *
   * @param funnel the definition
   * @param values the values of the rows
   * @param possibleKeys how many groups there can be; 0 without a breakdown
   */
  FunnelTally(CompiledFunnel funnel, ValueReader values, long possibleKeys) {
    count = new ChainCount(funnel, values);
    counts = new StepCounts(funnel.definition, 1);
    groups = possibleKeys == 0 ? null : new GroupTally(funnel.definition, possibleKeys);
  }

  @Override
  public void discard() {
    discarded++;
  }

  @Override
  public int group(long key) {
    return groups == null ? NONE : groups.group(key);
  }

  @Override
  public void add(Chain chain, int group) {
    count.count(chain, 1, counts, 0);
    addToGroup(chain, group);
  }

  @Override
  public void addToGroup(Chain chain, int group) {
    if (group != NONE && groups != null) {
      count.count(chain, 1, groups.counts(), group);
    }
  }

  /** Adds counts of a step to the whole and, if it is one, to a group. */
  void add(int group, int step, long entered, long converted, long pending, long value) {
    counts.add(0, step, entered, converted, pending, value);
    if (group != NONE && groups != null && group < groups.size()) {
      groups.counts().add(group, step, entered, converted, pending, value);
    }
  }

  /** Adds another part of the subjects. */
  void addAll(FunnelTally other) {
    discarded += other.discarded;
    counts.add(0, other.counts, 0);
    if (groups != null && other.groups != null) {
      groups.addAll(other.groups);
    }
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
