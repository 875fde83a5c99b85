package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;

import java.util.Arrays;

/**
 * For exclusions that discard: which chain counts at each step, if any does. That is the first that
 * reached the step and ended in another way than by such an exclusion, or has not ended; of those
 * of one time the one with the latest entry.
 */
final class CleanChains {
  private final Links links;

  // by step: the first link that nothing has ended, the first that ended in another way, and when
  // a row ended that one
  private final int[] going;
  private final int[] ended;
  private final long[] broken;

  CleanChains(Links links, int steps) {
    this.links = links;
    going = new int[steps];
    ended = new int[steps];
    broken = new long[steps];
  }

  void clear() {
    Arrays.fill(going, NONE);
    Arrays.fill(ended, NONE);
  }

  void reached(int step, int link) {
    if (isSupersededBy(ended[step], link)) {
      ended[step] = NONE;
    }
    if (going[step] == NONE || isSupersededBy(going[step], link)) {
      going[step] = link;
    }
  }

  /** Whether a link is of the same time as one before and has a later entry. */
  private boolean isSupersededBy(int link, int other) {
    return link != NONE
        && links.time(link) == links.time(other)
        && links.entry(other) > links.entry(link);
  }

  /** The first link at a step that nothing has ended. */
  int going(int step) {
    return going[step];
  }

  /**
   * Takes note that a row ended the chains at a step. The first of them is the first to be out of
   * time, so if it was not, none was.
   *
   * @param inTime whether the first still had time
   * @param discards whether it was an exclusion that discards
   * @param next the first link that the row did not end, or {@link CompiledFunnel#NONE}
   */
  void end(int step, long at, boolean inTime, boolean discards, int next) {
    if (ended[step] == NONE && !(discards && inTime)) {
      ended[step] = going[step];
      broken[step] = inTime ? at : Long.MAX_VALUE;
    }
    going[step] = next;
  }

  /** The last link of the chain that counts, or {@link CompiledFunnel#NONE}. */
  int counted(int step) {
    return ended[step] == NONE ? going[step] : ended[step];
  }

  /** When a row ended the chain that counts, {@link Long#MAX_VALUE} if none did. */
  long broken(int step) {
    return ended[step] == NONE ? Long.MAX_VALUE : broken[step];
  }
}
