package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;

import com.google.common.math.LongMath;
import org.jspecify.annotations.Nullable;

/** Adds up the chains of a part of the subjects. */
final class FunnelTally implements Tally {
  private final CompiledFunnel funnel;
  private final ChainCount count;
  private final StepCounts counts;
  private final Durations[] durations;
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
    this.funnel = funnel;
    count = new ChainCount(funnel, values);
    counts = new StepCounts(funnel.steps, 1);
    groups = possibleKeys == 0 ? null : new GroupTally(funnel.steps, possibleKeys);
    durations = new Durations[funnel.steps];
    for (int k = 0; k < durations.length; k++) {
      durations[k] = new Durations(groups != null);
    }
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
    wait(chain, group);
  }

  /** Adds counts of a step to the whole and, if it is one, to a group. */
  void add(int group, int step, long entered, long converted, long pending, long value) {
    counts.add(0, step, entered, converted, pending, value);
    if (group != NONE && groups != null && group < groups.size()) {
      groups.counts().add(group, step, entered, converted, pending, value);
    }
  }

  private void wait(Chain chain, int group) {
    for (int k = 0; k <= chain.depth; k++) {
      if (!chain.took(k) || funnel.isComplete(k)) {
        continue;
      }
      if (count.isConverted(chain, k)) {
        long time = LongMath.saturatedSubtract(chain.times[count.next(k)], chain.times[k]);
        durations[k].add(time, Durations.CONVERTED, group);
      } else {
        long time =
            k == chain.depth
                ? chain.waited
                : LongMath.saturatedAdd(
                    chain.waited, LongMath.saturatedSubtract(chain.completion(), chain.times[k]));
        durations[k].add(time, chain.isBroken ? Durations.BROKEN : Durations.OPEN, group);
      }
    }
  }

  /** Adds another part of the subjects. */
  void addAll(FunnelTally other) {
    discarded += other.discarded;
    counts.add(0, other.counts, 0);
    int @Nullable [] here =
        groups == null || other.groups == null ? null : groups.addAll(other.groups);
    for (int k = 0; k < durations.length; k++) {
      durations[k].addAll(other.durations[k], here);
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

  Durations durations(int step) {
    return durations[step];
  }

  CompiledFunnel funnel() {
    return funnel;
  }
}
