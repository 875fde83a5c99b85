package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/**
 * How many deals went which way, as a tree: a node is a sequence of places, stages and ends, and
 * counts the deals whose last place it is. Nothing is allocated for a way gone before.
 */
final class PathTree {
  /** The node of a deal that has been nowhere. */
  static final int START = 1;

  private static final int NONE = 0;
  private static final int FIRST = 16;
  private static final int NEAR = 1 << 16;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int places;
  private int nodes = START;
  private int[] parents = new int[FIRST];
  private int[] lasts = new int[FIRST];
  private long[] counts = new long[FIRST];

  // the children of the first nodes, which most deals pass, by node and place
  private final int nearNodes;
  private int[] near;

  // those of all others by hash of node and place; no key is 0
  private long[] keys = new long[FIRST];
  private int[] children = new int[FIRST];
  private int hashed;

  /**
   * Returns a tree that nobody has gone yet.
   *
   * @param places how many places there are, with the one before the start as the last
   */
  PathTree(int places) {
    this.places = places;
    nearNodes = START + 1 + NEAR / places;
    near = new int[FIRST * places];
    add(NONE, places - 1);
  }

  /** Returns the node one place on. */
  int next(int node, int place) {
    if (node >= nearNodes) {
      return far(node, place);
    }
    int child = near[node * places + place];
    return child != NONE ? child : addNear(node, place);
  }

  private int addNear(int node, int place) {
    int child = add(node, place);
    near[node * places + place] = child;
    return child;
  }

  private int far(int node, int place) {
    long key = (long) node * places + place;
    int slot = slot(key);
    while (keys[slot] != key) {
      if (keys[slot] == 0) {
        int child = add(node, place);
        keys[slot] = key;
        children[slot] = child;
        hashed++;
        if (2 * hashed > keys.length) {
          rehash();
        }
        return child;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return children[slot];
  }

  private int slot(long key) {
    return (int) ((key * GOLDEN) >>> Integer.SIZE) & (keys.length - 1);
  }

  private void rehash() {
    long[] oldKeys = keys;
    int[] oldChildren = children;
    keys = new long[2 * oldKeys.length];
    children = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        while (keys[slot] != 0) {
          slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = oldKeys[i];
        children[slot] = oldChildren[i];
      }
    }
  }

  private int add(int parent, int place) {
    int node = nodes++;
    if (node == parents.length) {
      int size = Math.multiplyExact(2, node);
      parents = Arrays.copyOf(parents, size);
      lasts = Arrays.copyOf(lasts, size);
      counts = Arrays.copyOf(counts, size);
      near = Arrays.copyOf(near, Math.max(near.length, Math.min(size, nearNodes) * places));
    }
    parents[node] = parent;
    lasts[node] = place;
    return node;
  }

  /** Counts deals whose way ends at a node. */
  void count(int node, long deals) {
    counts[node] += deals;
  }

  void absorb(PathTree other) {
    int[] mine = new int[other.nodes];
    mine[START] = START;
    for (int node = START; node < other.nodes; node++) {
      if (node != START) {
        mine[node] = next(mine[other.parents[node]], other.lasts[node]);
      }
      count(mine[node], other.counts[node]);
    }
  }

  /** Nodes are numbered from {@link #START} below this, each after the one it goes on from. */
  int nodes() {
    return nodes;
  }

  /** The node a node goes on from; of no meaning for {@link #START}. */
  int parent(int node) {
    return parents[node];
  }

  /** The last place of a node. */
  int last(int node) {
    return lasts[node];
  }

  /** How many deals have their last place here. */
  long deals(int node) {
    return counts[node];
  }

  /** The places of a node in their order. */
  int[] way(int node) {
    int length = 0;
    for (int at = node; at != START; at = parents[at]) {
      length++;
    }
    int[] way = new int[length];
    for (int at = node; at != START; at = parents[at]) {
      way[--length] = lasts[at];
    }
    return way;
  }
}
