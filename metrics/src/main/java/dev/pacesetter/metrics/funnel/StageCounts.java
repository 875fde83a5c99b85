package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.conversion.End;
import java.util.Arrays;

/** What the ways of a tally say, counted: the moves, the deepest stages, the stages entered. */
final class StageCounts {
  private static final int ENDS = StageTally.ENDS;

  private final int places;
  private final long[] moves;
  private final long[] deepest; // by deepest stage, from none on, and end
  private final long[] entered; // by stage entered, and end

  StageCounts(StageTally tally) {
    places = tally.open + 1;
    moves = new long[places * places];
    deepest = new long[(tally.stages + 1) * ENDS];
    entered = new long[tally.stages * ENDS];
    PathTree paths = tally.paths();
    long[] passed = passed(tally);
    int[] furthest = new int[paths.nodes()];
    for (int node = PathTree.START; node < paths.nodes(); node++) {
      int place = paths.last(node);
      boolean isStage = place < tally.stages;
      if (node == PathTree.START) {
        furthest[node] = -1;
      } else {
        int parent = paths.parent(node);
        furthest[node] = isStage ? Math.max(furthest[parent], place) : furthest[parent];
        for (int end = 0; end < ENDS; end++) {
          moves[paths.last(parent) * places + place] += passed[node * ENDS + end];
        }
      }
      if (isStage && isFirstEntry(paths, node)) {
        for (int end = 0; end < ENDS; end++) {
          entered[place * ENDS + end] += passed[node * ENDS + end];
        }
      }
      moves[place * places + (tally.isEnd(place) ? place : tally.open)] += paths.deals(node);
      deepest[(furthest[node] + 1) * ENDS + tally.end(place).code()] += paths.deals(node);
    }
  }

  /** The deals that passed a node or stayed there, by node and end. */
  private static long[] passed(StageTally tally) {
    PathTree paths = tally.paths();
    long[] passed = new long[Math.multiplyExact(ENDS, paths.nodes())];
    for (int node = paths.nodes() - 1; node >= PathTree.START; node--) {
      passed[node * ENDS + tally.end(paths.last(node)).code()] += paths.deals(node);
      for (int end = 0; end < ENDS; end++) {
        passed[paths.parent(node) * ENDS + end] += passed[node * ENDS + end];
      }
    }
    return passed;
  }

  private static boolean isFirstEntry(PathTree paths, int node) {
    int stage = paths.last(node);
    for (int at = paths.parent(node); at != PathTree.START; at = paths.parent(at)) {
      if (paths.last(at) == stage) {
        return false;
      }
    }
    return true;
  }

  /**
   * How often a deal went from one place to another; to {@link StageTally#open} from where it is in
   * a stage or in none, and from an end to itself where it is won or lost.
   */
  long moves(int from, int to) {
    return moves[from * places + to];
  }

  boolean hasMovesOf(StageCounts other) {
    return Arrays.equals(moves, other.moves);
  }

  /** How many deals came to no stage after this one, or -1 for none, and stand so. */
  long deepest(int stage, End end) {
    return deepest[(stage + 1) * ENDS + end.code()];
  }

  /** How many deals were recorded to enter a stage and stand so. */
  long entered(int stage, End end) {
    return entered[stage * ENDS + end.code()];
  }
}
