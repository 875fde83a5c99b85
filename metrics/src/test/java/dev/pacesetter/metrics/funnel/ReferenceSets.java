package dev.pacesetter.metrics.funnel;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** All chains whose steps have no order, or only a first one, by trying every row for each step. */
final class ReferenceSets {
  private final ReferenceUnit unit;
  private final FunnelDefinition definition;
  private final IntPredicate entries;
  private final boolean anchored;
  private final int[] rowOf;
  private final List<ReferenceChain> found = new ArrayList<>();

  private ReferenceSets(ReferenceUnit unit, IntPredicate entries) {
    this.unit = unit;
    this.entries = entries;
    definition = unit.definition;
    anchored = definition.order() == StepOrder.ANY_AFTER_ANCHOR;
    rowOf = new int[unit.steps()];
  }

  static List<ReferenceChain> chains(ReferenceUnit unit, IntPredicate entries) {
    ReferenceSets search = new ReferenceSets(unit, entries);
    search.assign(0);
    return search.found;
  }

  private void assign(int step) {
    if (step == rowOf.length) {
      addIfChain();
      return;
    }
    rowOf[step] = -1;
    assign(step + 1);
    for (int row = 0; row < unit.size(); row++) {
      if (unit.matches(row, step) && (unit.sharesRows() || isNew(step, row))) {
        rowOf[step] = row;
        assign(step + 1);
      }
    }
    rowOf[step] = -1;
  }

  private boolean isNew(int steps, int row) {
    boolean laterOnly = definition.ties() == Ties.STRICTLY_LATER;
    for (int step = 0; step < steps; step++) {
      int taken = rowOf[step];
      if (taken == row || (laterOnly && taken >= 0 && unit.time(taken) == unit.time(row))) {
        return false;
      }
    }
    return true;
  }

  private void addIfChain() {
    int[] rows = Arrays.stream(rowOf).filter(row -> row >= 0).toArray();
    if (rows.length == 0 || (anchored && rowOf[0] < 0)) {
      return;
    }
    int first = Arrays.stream(rows).map(row -> unit.place[row]).min().getAsInt();
    int last = Arrays.stream(rows).map(row -> unit.place[row]).max().getAsInt();
    long entry = unit.times.get(first);
    long completion = unit.times.get(last);
    boolean starts =
        anchored
            ? unit.place[rowOf[0]] == first && entries.test(rowOf[0])
            : Arrays.stream(rows).anyMatch(row -> unit.place[row] == first && entries.test(row));
    long life = Math.min(ReferenceWindows.end(definition.window(), entry), unit.unitEnd);
    if (!starts || completion > life || isExcluded(first, last)) {
      return;
    }
    int end = -1;
    boolean discarded = false;
    boolean complete = rows.length == rowOf.length;
    for (int at = last + 1; at < unit.places() && end < 0 && !complete; at++) {
      int exclusion = unit.exclusion(at, 0);
      if (exclusion >= 0 && unit.times.get(at) <= life) {
        end = at;
        discarded = unit.discards(exclusion);
      }
    }
    int[] steps = new int[rows.length];
    Arrays.setAll(steps, i -> i);
    int[] sorted = Arrays.stream(rows).sorted().toArray();
    found.add(
        new ReferenceChain(
            ImmutableIntArray.copyOf(steps),
            ImmutableIntArray.copyOf(sorted),
            last,
            entry,
            completion,
            life,
            complete,
            end,
            discarded));
  }

  private boolean isExcluded(int first, int last) {
    for (int at = first + 1; at <= last; at++) {
      if (unit.exclusion(at, 0) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Of chains alike in depth, completion and entry: each row as early as can be. */
  static int compare(ReferenceUnit unit, ReferenceChain a, ReferenceChain b) {
    return Comparator.comparingInt(ReferenceChain::place)
        .thenComparing(
            chain -> chain.rows().stream().mapToLong(unit::time).toArray(), Arrays::compare)
        .compare(a, b);
  }
}
