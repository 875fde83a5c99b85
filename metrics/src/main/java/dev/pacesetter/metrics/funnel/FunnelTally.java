package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;

import com.google.common.math.LongMath;
import org.jspecify.annotations.Nullable;

/** Adds up the chains of a part of the subjects. */
final class FunnelTally {
  private final CompiledFunnel funnel;
  private final StepCounts counts;
  private final Durations[] durations;
  private final @Nullable GroupTally groups;
  private long chains;
  private long discarded;

  /**
   * Returns an empty tally.
   *
   * @param funnel the definition
   * @param possibleKeys how many groups there can be; 0 without a breakdown
   */
  FunnelTally(CompiledFunnel funnel, long possibleKeys) {
    this.funnel = funnel;
    counts = new StepCounts(funnel.steps, 1);
    groups = possibleKeys == 0 ? null : new GroupTally(funnel.steps, possibleKeys);
    durations = new Durations[funnel.steps];
    for (int k = 0; k < durations.length; k++) {
      durations[k] = new Durations(groups != null);
    }
  }

  void discard() {
    discarded++;
  }

  /** The number of a group, for {@link #add}. */
  int group(long key) {
    return groups == null ? NONE : groups.group(key);
  }

  /** Adds a chain to the whole and to a group, if there is one. */
  void add(Chain chain, ValueReader values, int group) {
    chains++;
    count(chain, values, counts, 0);
    if (group != NONE && groups != null) {
      count(chain, values, groups.counts(), group);
    }
    wait(chain, group);
  }

  /** Adds a chain to a group alone, where groups overlap. */
  void addToGroup(Chain chain, ValueReader values, int group) {
    if (groups != null) {
      count(chain, values, groups.counts(), group);
    }
    wait(chain, group);
  }

  /** Adds counts of a step to the whole and, if it is one, to a group. */
  void add(int group, int step, long entered, long converted, long pending, long value) {
    chains += step == 0 ? entered : 0;
    counts.add(0, step, entered, converted, pending, value);
    if (group != NONE && groups != null && group < groups.size()) {
      groups.counts().add(group, step, entered, converted, pending, value);
    }
  }

  private void count(Chain chain, ValueReader values, StepCounts into, int group) {
    for (int k = 0; k <= chain.depth; k++) {
      if (chain.took(k)) {
        into.enter(group, k, values.value(chain.rows[k]));
        if (isConverted(chain, k)) {
          into.convert(group, k);
        } else if (chain.isPending) {
          into.pend(group, k);
        }
      }
    }
  }

  private boolean isConverted(Chain chain, int k) {
    return (k < chain.depth && chain.depth >= next(k)) || funnel.isComplete(k);
  }

  private int next(int k) {
    return funnel.definition.isOrdered() ? funnel.nextRequired[k] : k + 1;
  }

  private void wait(Chain chain, int group) {
    for (int k = 0; k <= chain.depth; k++) {
      if (!chain.took(k) || funnel.isComplete(k)) {
        continue;
      }
      if (isConverted(chain, k)) {
        long time = LongMath.saturatedSubtract(chain.times[next(k)], chain.times[k]);
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
    chains += other.chains;
    discarded += other.discarded;
    counts.add(0, other.counts, 0);
    int @Nullable [] here =
        groups == null || other.groups == null ? null : groups.addAll(other.groups);
    for (int k = 0; k < durations.length; k++) {
      durations[k].addAll(other.durations[k], here);
    }
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

  Durations durations(int step) {
    return durations[step];
  }

  CompiledFunnel funnel() {
    return funnel;
  }
}
