package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;

import java.util.Arrays;

/**
 * How far chains come within one instant when its rows may be taken in any order and each serves
 * one step: a bipartite matching of the steps that follow to the rows, by augmenting paths. Once a
 * step has a row it keeps one, so optional steps that are added from the highest down are those of
 * the chain that skips least, seen from its end.
 *
 * @see <a href="https://doi.org/10.1137/0202019">Hopcroft and Karp (1973)</a>, of which the simple
 *     form is enough for the few rows of an instant
 */
final class InstantMatching {
  static final int UNREACHED = -2;

  private final CompiledFunnel funnel;
  private final int steps;
  private final boolean[] isOptional;

  private Rows unit = new Rows();
  private int from;
  private int to;

  // what was found: per step reached the slot it came from, its entry, and the rows by step
  private final int[] before;
  private final long[] entries;
  private final long[] taken;
  private final int[] found;

  // one matching: which step a row serves, and which row serves a step
  private int[] stepOf = new int[16];
  private int[] visited = new int[16];
  private int visit;
  private final int[] rowOf;
  private final int[] rowsBefore;
  private final int[] requiredRows;

  InstantMatching(CompiledFunnel funnel) {
    this.funnel = funnel;
    steps = funnel.steps;
    isOptional = new boolean[steps];
    for (int k = 0; k < steps; k++) {
      isOptional[k] = funnel.definition.steps().get(k).isOptional();
    }
    before = new int[steps];
    entries = new long[steps];
    taken = new long[steps];
    found = new int[steps * steps];
    rowOf = new int[steps];
    rowsBefore = new int[steps];
    requiredRows = new int[steps];
  }

  void begin(Rows unit, int from, int to) {
    this.unit = unit;
    this.from = from;
    this.to = to;
    Arrays.fill(before, UNREACHED);
    if (stepOf.length < to - from) {
      stepOf = new int[2 * (to - from)];
      visited = new int[2 * (to - from)];
      visit = 0;
    }
  }

  /** Extends the chain in slot {@code q}, or a new one for {@link CompiledFunnel#NONE}. */
  void extend(int q, long entry, long at, long last) {
    for (int first = q + 1; first < steps; first++) {
      if (q == NONE || funnel.gapDeadline(first, last) >= at) {
        extend(q, first, entry);
      }
      if (!isOptional[first]) {
        return;
      }
    }
  }

  /** Extends a chain whose first step in this instant is given, as its gap asks. */
  private void extend(int q, int first, long entry) {
    Arrays.fill(stepOf, 0, to - from, NONE);
    Arrays.fill(rowOf, NONE);
    for (int p = first; p < steps; p++) {
      if (p == first || !isOptional[p]) {
        if (!augment(p)) {
          return;
        }
        offer(p, q, first, entry);
      } else {
        System.arraycopy(rowOf, 0, requiredRows, 0, steps);
        if (augment(p)) {
          offer(p, q, first, entry);
        }
        restore(requiredRows);
      }
    }
  }

  /** Keeps a way to a step if it is the best so far: by its entry, then by what it skips. */
  private void offer(int p, int q, int first, long entry) {
    if (before[p] != UNREACHED && entry < entries[p]) {
      return;
    }
    if (!funnel.hasOptional) {
      keep(p, q, entry, (2L << p) - (1L << first));
      return;
    }
    System.arraycopy(rowOf, 0, rowsBefore, 0, steps);
    for (int k = p - 1; k > first; k--) {
      if (isOptional[k]) {
        augment(k);
      }
    }
    long served = 0;
    for (int k = first; k <= p; k++) {
      served |= rowOf[k] == NONE ? 0 : 1L << k;
    }
    keep(p, q, entry, served);
    restore(rowsBefore);
  }

  private void keep(int p, int q, long entry, long served) {
    if (before[p] == UNREACHED || entry > entries[p] || isPreferred(p, q, served)) {
      before[p] = q;
      entries[p] = entry;
      taken[p] = served;
      System.arraycopy(rowOf, 0, found, p * steps, steps);
    }
  }

  /**
   * Whether a way from slot {@code q} skips less, seen from its end, than the best so far, which
   * came from the same slot or from a higher one. Where both come by that one's step, it is there
   * earlier from its slot than by a row of this instant.
   */
  private boolean isPreferred(int p, int q, long served) {
    int best = before[p];
    if (q == best) {
      return served > taken[p];
    }
    long with = served >>> best;
    long bestWith = taken[p] >>> best | 1;
    return with > bestWith || (with == bestWith && funnel.needsLatest[best]);
  }

  private void restore(int[] rows) {
    System.arraycopy(rows, 0, rowOf, 0, steps);
    Arrays.fill(stepOf, 0, to - from, NONE);
    for (int k = 0; k < steps; k++) {
      if (rowOf[k] != NONE) {
        stepOf[rowOf[k] - from] = k;
      }
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
