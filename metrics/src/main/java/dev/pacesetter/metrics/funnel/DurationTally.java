package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import org.jspecify.annotations.Nullable;

/** Collects how long chains waited at each step that there is something to be done after. */
final class DurationTally implements Tally {
  private final CompiledFunnel funnel;
  private final ChainCount count;
  private final @Nullable GroupTally groups;
  private final ImmutableList<Durations> durations;

  /**
   * Returns an empty tally.
   *
   * @param funnel the definition
   * @param groups the groups with their numbers, where there is a breakdown
   */
  DurationTally(CompiledFunnel funnel, @Nullable GroupTally groups) {
    this.funnel = funnel;
    this.groups = groups;
    count = new ChainCount(funnel, row -> 0);
    ImmutableList.Builder<Durations> empty = ImmutableList.builder();
    for (int k = 0; k < funnel.steps; k++) {
      empty.add(new Durations(groups != null));
    }
    durations = empty.build();
  }

  @Override
  public int group(long key) {
    return groups == null ? NONE : groups.group(key);
  }

  @Override
  public void add(Chain chain, int group) {
    addToGroup(chain, group);
  }

  @Override
  public void addToGroup(Chain chain, int group) {
    for (int k = 0; k <= chain.depth; k++) {
      if (chain.took(k) && !funnel.isComplete(k)) {
        boolean converted = count.isConverted(chain, k);
        long time = converted ? taken(chain, k) : waited(chain, k);
        byte unconverted = chain.isBroken ? Durations.BROKEN : Durations.OPEN;
        durations.get(k).add(time, converted ? Durations.CONVERTED : unconverted, group);
      }
    }
  }

  private long taken(Chain chain, int k) {
    return LongMath.saturatedSubtract(chain.times[count.next(k)], chain.times[k]);
  }

  private static long waited(Chain chain, int k) {
    return LongMath.saturatedAdd(
        chain.waited, LongMath.saturatedSubtract(chain.completion(), chain.times[k]));
  }

  @Override
  public void discard() {
    // it waited nowhere
  }

  /** What was collected, one a step. */
  ImmutableList<Durations> durations() {
    return durations;
  }
}
