package dev.pacesetter.plan;

import java.util.Arrays;

/**
 * Supplies that must meet demands, but only through allowed pairs.
 *
 * <p>Supplies are placed one after another; what is placed stays placed, although it may move to
 * another demand. So a supply placed early has precedence, and as much as possible is placed.
 */
final class Transport {
  private final long[] demands;
  private final boolean[][] allowed;
  private final MaxFlow flow;
  private final int source;
  private final int sink;
  private final int[] fromSource;
  private final int[][] pair;

  Transport(int supplies, long[] demands, boolean[][] allowed) {
    this.demands = demands;
    this.allowed = allowed;
    source = supplies + demands.length;
    sink = source + 1;
    flow = new MaxFlow(sink + 1, supplies * (demands.length + 1) + demands.length);
    fromSource = new int[supplies];
    pair = new int[supplies][demands.length];
    for (int supply = 0; supply < supplies; supply++) {
      fromSource[supply] = flow.arc(source, supply, 0);
      for (int demand = 0; demand < demands.length; demand++) {
        if (allowed[supply][demand]) {
          pair[supply][demand] = flow.arc(supply, supplies + demand, MaxFlow.UNLIMITED);
        }
      }
    }
    for (int demand = 0; demand < demands.length; demand++) {
      flow.arc(supplies + demand, sink, demands[demand]);
    }
  }

  /** Places as much of a supply as can be placed and returns how much that was. */
  long place(int supply, long amount) {
    flow.widen(fromSource[supply], amount);
    long placed = flow.augment(source, sink);
    flow.widen(fromSource[supply], placed - amount);
    return placed;
  }

  /** Returns how much of a supply was placed. */
  long placed(int supply) {
    return flow.flow(fromSource[supply]);
  }

  /** After a supply did not find its place: which supplies compete with it, itself included. */
  boolean[] competingWith(int supply) {
    return Arrays.copyOf(flow.reachableFrom(supply), fromSource.length);
  }

  /** After a supply did not find its place: which demands it and its competitors can meet. */
  boolean[] openTo(int supply) {
    return Arrays.copyOfRange(flow.reachableFrom(supply), fromSource.length, source);
  }

  /**
   * After everything was placed: which allowed pairs carry nothing in any solution. A pair that
   * carries nothing in this one can do so in another only along a cycle of pairs.
   */
  boolean[][] neverUsed() {
    boolean[][] never = new boolean[fromSource.length][demands.length];
    for (int demand = 0; demand < demands.length; demand++) {
      boolean[] back = flow.reachableFrom(fromSource.length + demand);
      for (int supply = 0; supply < fromSource.length; supply++) {
        never[supply][demand] =
            allowed[supply][demand] && flow.flow(pair[supply][demand]) == 0 && !back[supply];
      }
    }
    return never;
  }
}
