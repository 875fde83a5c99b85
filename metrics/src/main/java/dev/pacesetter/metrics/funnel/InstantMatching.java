package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;

import java.util.Arrays;

/**
 * How far chains come within one instant when its rows may be taken in any order and each serves
 * one step: a bipartite matching of the steps that follow to the rows, by augmenting paths.
 *
 * @see <a href="https://doi.org/10.1137/0202019">Hopcroft and Karp (1973)</a>, of which the simple
 *     form is enough for the few rows of an instant
 */
final class InstantMatching {
  static final int UNREACHED = -2;

  private final CompiledFunnel funnel;
  private final int steps;

  private Rows unit = new Rows();
  private int from;
  private int to;

  // what was found: per step reached the slot it came from, its entry, and the rows by step
  private final int[] before;
  private final long[] entries;
  private final int[] found;

  // one matching: which step a row serves, and which row serves a step
  private int[] stepOf = new int[16];
  private int[] visited = new int[16];
  private int visit;
  private final int[] rowOf;
  private int[] stepsBefore = new int[16];
  private final int[] rowsBefore;

  InstantMatching(CompiledFunnel funnel) {
    this.funnel = funnel;
    steps = funnel.steps;
    before = new int[steps];
    entries = new long[steps];
    found = new int[steps * steps];
    rowOf = new int[steps];
    rowsBefore = new int[steps];
  }

  void begin(Rows unit, int from, int to) {
    this.unit = unit;
    this.from = from;
    this.to = to;
    Arrays.fill(before, UNREACHED);
    if (stepOf.length < to - from) {
      stepOf = new int[2 * (to - from)];
      stepsBefore = new int[2 * (to - from)];
      visited = new int[2 * (to - from)];
      visit = 0;
    }
  }

  /** Extends the chain in slot {@code q}, or a new one for {@link CompiledFunnel#NONE}. */
  void extend(int q, long entry, long at, long last) {
    Arrays.fill(stepOf, 0, to - from, NONE);
    Arrays.fill(rowOf, NONE);
    boolean isFirst = true;
    for (int p = q + 1; p < steps; p++) {
      boolean mayFollow = !isFirst || q == NONE || funnel.gapDeadline(p, last) >= at;
      if (funnel.definition.steps().get(p).isOptional()) {
        if (mayFollow) {
          reachOptional(p, q, entry);
        }
      } else if (mayFollow && augment(p)) {
        isFirst = false;
        keep(p, q, entry);
      } else {
        return;
      }
    }
  }

  /**
   * An optional step is reached if a row is left for it, and takes none from the steps after it.
   */
  private void reachOptional(int p, int q, long entry) {
    System.arraycopy(stepOf, 0, stepsBefore, 0, to - from);
    System.arraycopy(rowOf, 0, rowsBefore, 0, steps);
    if (augment(p)) {
      keep(p, q, entry);
      System.arraycopy(stepsBefore, 0, stepOf, 0, to - from);
      System.arraycopy(rowsBefore, 0, rowOf, 0, steps);
    }
  }

  private void keep(int p, int q, long entry) {
    if (before[p] == UNREACHED || entry > entries[p]) {
      before[p] = q;
      entries[p] = entry;
      System.arraycopy(rowOf, 0, found, p * steps, steps);
    }
  }

  /** Finds a row for a step, giving rows to other steps that have another choice. */
  private boolean augment(int step) {
    visit++;
    return seek(step);
  }

  private boolean seek(int step) {
    for (int row = from; row < to; row++) {
      int i = row - from;
      if ((unit.bits[row] >>> step & 1) != 0 && visited[i] != visit) {
        visited[i] = visit;
        if (stepOf[i] == NONE || seek(stepOf[i])) {
          stepOf[i] = step;
          rowOf[step] = row;
          return true;
        }
      }
    }
    return false;
  }

  /** Per step the slot from which it was reached, or {@link #UNREACHED}. */
  int[] before() {
    return before;
  }

  /** The row that serves a step on the way to step {@code k}. */
  int row(int k, int step) {
    return found[k * steps + step];
  }
}
