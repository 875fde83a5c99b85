package dev.pacesetter.division;

/**
 * Supplies that must meet demands, but only through allowed pairs.
 *
 * <p>Supplies are placed one after another; what is placed stays placed, although it may move to
 * another demand. So a supply placed early has precedence, and as much as possible is placed.
 */
final class Transport {
  private final long[] wanted;
  private final int demands;
  private final long[][] room;
  private final long[][] floors;
  private final long[] floorOf;
  private final MaxFlow flow;
  private final int source;
  private final int sink;
  private final int[] fromSource;
  private final int[][] pair;

  /** Opens a network; {@code room} says how much of a supply each demand takes, 0 for nothing. */
  Transport(long[] demands, long[][] room) {
    this(demands, room, new long[room.length][demands.length]);
  }

  /** The same where each demand has so much of a supply already, and takes {@code room} more. */
  Transport(long[] demands, long[][] room, long[][] floors) {
    wanted = demands.clone();
    this.demands = demands.length;
    this.room = room;
    this.floors = floors;
    int supplies = room.length;
    floorOf = new long[supplies];
    long[] floorAt = new long[demands.length];
    for (int supply = 0; supply < supplies; supply++) {
      for (int demand = 0; demand < demands.length; demand++) {
        floorOf[supply] += floors[supply][demand];
        floorAt[demand] += floors[supply][demand];
      }
    }
    source = supplies + demands.length;
    sink = source + 1;
    flow = new MaxFlow(sink + 1, supplies * (demands.length + 1) + demands.length);
    fromSource = new int[supplies];
    pair = new int[supplies][demands.length];
    for (int supply = 0; supply < supplies; supply++) {
      fromSource[supply] = flow.arc(source, supply, 0);
      for (int demand = 0; demand < demands.length; demand++) {
        if (room[supply][demand] > 0) {
          pair[supply][demand] = flow.arc(supply, supplies + demand, room[supply][demand]);
        }
      }
    }
    for (int demand = 0; demand < demands.length; demand++) {
      flow.arc(supplies + demand, sink, Math.max(0, demands[demand] - floorAt[demand]));
    }
  }

  /** Returns the same network with nothing placed. */
  Transport fresh() {
    return new Transport(wanted, room, floors);
  }

  /**
   * Places as much as can be placed of all supplies at once, each at least what the demands have of
   * it, and returns how much that was.
   */
  long place(long[] amounts) {
    long placed = 0;
    for (int supply = 0; supply < amounts.length; supply++) {
      flow.widen(fromSource[supply], Math.max(0, amounts[supply] - floorOf[supply]));
      placed += Math.min(amounts[supply], floorOf[supply]);
    }
    placed += flow.augment(source, sink);
    for (int supply = 0; supply < amounts.length; supply++) {
      flow.widen(fromSource[supply], -flow.room(fromSource[supply]));
    }
    return placed;
  }

  /** Returns how much of a supply the demands have already. */
  long floor(int supply) {
    return floorOf[supply];
  }

  /** Places as much of a supply as can be placed and returns how much that was. */
  long place(int supply, long amount) {
    flow.widen(fromSource[supply], amount);
    long placed = flow.augment(source, sink);
    flow.widen(fromSource[supply], placed - amount);
    return placed;
  }

  /**
   * After everything was placed: which allowed pairs carry nothing in any solution. A pair that
   * carries nothing in this one can do so in another only along a cycle of pairs.
   */
  boolean[][] neverUsed() {
    boolean[][] never = new boolean[fromSource.length][demands];
    for (int demand = 0; demand < demands; demand++) {
      boolean[] back = flow.reachableFrom(fromSource.length + demand);
      for (int supply = 0; supply < fromSource.length; supply++) {
        never[supply][demand] =
            room[supply][demand] > 0 && flow.flow(pair[supply][demand]) == 0 && !back[supply];
      }
    }
    return never;
  }
}
