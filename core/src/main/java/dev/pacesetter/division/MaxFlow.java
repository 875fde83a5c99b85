package dev.pacesetter.division;

import java.util.Arrays;

/**
 * The largest flow through a network, on primitive arrays.
 *
 * <p>Arcs leave a node in the order in which they were added, so the flow found is always the same.
 * A flow that is there is kept: capacity may be added and the flow augmented again.
 *
 * @see <a href="https://doi.org/10.1007/11685654_10">Dinitz, Dinitz' Algorithm: The Original
 *     Version and Even's Version (2006)</a>
 */
final class MaxFlow {
  /** More than any total a plan may have. */
  static final long UNLIMITED = Long.MAX_VALUE / 4;

  private static final int NONE = -1;

  private final int[] first;
  private final int[] last;
  private final int[] level;
  private final int[] at;
  private final int[] via;
  private int[] next;
  private int[] target;
  private long[] room;
  private int arcs;

  MaxFlow(int nodes, int expectedArcs) {
    first = new int[nodes];
    last = new int[nodes];
    level = new int[nodes];
    at = new int[nodes];
    via = new int[nodes];
    next = new int[2 * expectedArcs];
    target = new int[2 * expectedArcs];
    room = new long[2 * expectedArcs];
    Arrays.fill(first, NONE);
    Arrays.fill(last, NONE);
  }

  /** Adds an arc and returns its number. */
  int arc(int from, int to, long capacity) {
    if (arcs + 2 > next.length) {
      int length = Math.max(8, 2 * next.length);
      next = Arrays.copyOf(next, length);
      target = Arrays.copyOf(target, length);
      room = Arrays.copyOf(room, length);
    }
    append(from, to, capacity);
    append(to, from, 0);
    return arcs - 2;
  }

  private void append(int from, int to, long capacity) {
    next[arcs] = NONE;
    target[arcs] = to;
    room[arcs] = capacity;
    if (first[from] == NONE) {
      first[from] = arcs;
    } else {
      next[last[from]] = arcs;
    }
    last[from] = arcs;
    arcs++;
  }

  /** Gives an arc more capacity. */
  void widen(int arc, long by) {
    room[arc] += by;
  }

  /** Sends a flow through an arc without asking where it comes from; there must be room. */
  void push(int arc, long amount) {
    room[arc] -= amount;
    room[arc ^ 1] += amount;
  }

  /** Returns what flows through an arc. */
  long flow(int arc) {
    return room[arc ^ 1];
  }

  /** Returns how much more an arc could take. */
  long room(int arc) {
    return room[arc];
  }

  /** Sends as much more as possible and returns how much that was. */
  long augment(int source, int sink) {
    long added = 0;
    while (setLevels(source, sink)) {
      System.arraycopy(first, 0, at, 0, first.length);
      for (long pushed = path(source, sink); pushed > 0; pushed = path(source, sink)) {
        added += pushed;
      }
    }
    return added;
  }

  /** Returns which nodes more could be sent to from a node. */
  boolean[] reachableFrom(int node) {
    setLevels(node, NONE);
    boolean[] reachable = new boolean[level.length];
    for (int other = 0; other < level.length; other++) {
      reachable[other] = level[other] != NONE;
    }
    return reachable;
  }

  /** Numbers nodes by distance; returns whether the sink is reached. */
  private boolean setLevels(int source, int sink) {
    Arrays.fill(level, NONE);
    int[] queue = new int[level.length];
    int tail = 0;
    queue[tail++] = source;
    level[source] = 0;
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      for (int arc = first[node]; arc != NONE; arc = next[arc]) {
        if (room[arc] > 0 && level[target[arc]] == NONE) {
          level[target[arc]] = level[node] + 1;
          queue[tail++] = target[arc];
        }
      }
    }
    return sink != NONE && level[sink] != NONE;
  }

  /** Finds a path one level a step, sends what it takes, and returns how much that was. */
  private long path(int source, int sink) {
    int depth = 0;
    int node = source;
    while (node != sink) {
      int arc = at[node];
      while (arc != NONE && !(room[arc] > 0 && level[target[arc]] == level[node] + 1)) {
        arc = next[arc];
      }
      at[node] = arc;
      if (arc != NONE) {
        via[depth++] = arc;
        node = target[arc];
      } else if (depth == 0) {
        return 0;
      } else {
        depth--;
        node = target[via[depth] ^ 1];
        at[node] = next[at[node]];
      }
    }
    long amount = Long.MAX_VALUE;
    for (int step = 0; step < depth; step++) {
      amount = Math.min(amount, room[via[step]]);
    }
    for (int step = 0; step < depth; step++) {
      push(via[step], amount);
    }
    return amount;
  }
}
