package dev.pacesetter.metrics.funnel;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** All chains whose steps have an order, by trying every row for every step. */
final class ReferenceOrdered {
  private final ReferenceUnit unit;
  private final FunnelDefinition definition;
  private final int[] steps;
  private final int[] rows;
  private final List<ReferenceChain> found = new ArrayList<>();

  private ReferenceOrdered(ReferenceUnit unit) {
    this.unit = unit;
    definition = unit.definition;
    steps = new int[unit.steps()];
    rows = new int[unit.steps()];
  }

  /** All chains, finished or not, that start at some rows. */
  static List<ReferenceChain> chains(ReferenceUnit unit, IntPredicate entries) {
    ReferenceOrdered search = new ReferenceOrdered(unit);
    for (int row = 0; row < unit.size(); row++) {
      if (unit.matches(row, 0) && entries.test(row)) {
        search.steps[0] = 0;
        search.rows[0] = row;
        search.extend(1);
      }
    }
    return search.found;
  }

  private void extend(int size) {
    found.add(chain(size));
    int last = steps[size - 1];
    for (int step = last + 1; step < unit.steps(); step++) {
      for (int row = 0; row < unit.size(); row++) {
        if (unit.matches(row, step) && mayFollow(size, step, row)) {
          steps[size] = step;
          rows[size] = row;
          extend(size + 1);
        }
      }
      if (!definition.steps().get(step).isOptional()) {
        return;
      }
    }
  }

  private boolean mayFollow(int size, int step, int row) {
    int last = rows[size - 1];
    boolean inOrder =
        unit.isOneRowAPlace()
            ? row > last
            : unit.place[row] >= unit.place[last] && isNew(size, row);
    boolean shared = unit.sharesRows() && unit.place[row] >= unit.place[last];
    boolean ties = definition.ties() == Ties.ALLOW || unit.time(row) > unit.time(last);
    Window gap = definition.steps().get(step).within();
    return (inOrder || shared)
        && ties
        && unit.time(row) <= ReferenceWindows.end(definition.window(), unit.time(rows[0]))
        && unit.time(row) <= ReferenceWindows.end(gap, unit.time(last))
        && isUnbroken(size, row);
  }

  private boolean isNew(int size, int row) {
    for (int i = 0; i < size; i++) {
      if (rows[i] == row) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing has ended the chain when a row comes. */
  private boolean isUnbroken(int size, int row) {
    for (int at = unit.place[rows[size - 1]] + 1; at <= unit.place[row]; at++) {
      if (unit.exclusion(at, steps[size - 1]) >= 0) {
        return false;
      }
      if (at < unit.place[row] && breaks(at, steps[size - 1])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the row at a place ends chains at a step as it does not continue them. */
  private boolean breaks(int at, int step) {
    if (!unit.isOneRowAPlace()) {
      return false; // then no rule asks what lies between
    }
    boolean repeats = unit.matches(at, step);
    boolean known = unit.rows.get(at).steps() != 0;
    if (repeats) {
      return definition.repeats() == Repeats.BREAK;
    }
    return definition.order() == StepOrder.STRICT_ALL
        || (definition.order() == StepOrder.STRICT_KNOWN && known);
  }

  private ReferenceChain chain(int size) {
    int step = steps[size - 1];
    int row = rows[size - 1];
    long entry = unit.time(rows[0]);
    long life = Math.min(ReferenceWindows.end(definition.window(), entry), unit.unitEnd);
    life = Math.min(life, lastChance(step, unit.time(row)));
    int end = -1;
    boolean discarded = false;
    for (int at = unit.place[row] + 1; at < unit.places() && end < 0; at++) {
      if (unit.times.get(at) <= life) {
        int exclusion = unit.exclusion(at, step);
        if (exclusion >= 0 || breaks(at, step)) {
          end = at;
          discarded = exclusion >= 0 && unit.discards(exclusion);
        }
      }
    }
    return new ReferenceChain(
        ImmutableIntArray.copyOf(Arrays.copyOf(steps, size)),
        ImmutableIntArray.copyOf(Arrays.copyOf(rows, size)),
        unit.place[row],
        entry,
        unit.time(row),
        life,
        isLastRequired(step),
        end,
        discarded);
  }

  /** The last hour at which any step may follow one taken at a time; no limit after the last. */
  private long lastChance(int step, long at) {
    long chance = Long.MIN_VALUE;
    for (int next = step + 1; next < unit.steps(); next++) {
      Step candidate = definition.steps().get(next);
      chance = Math.max(chance, ReferenceWindows.end(candidate.within(), at));
      if (!candidate.isOptional()) {
        return chance;
      }
    }
    return chance == Long.MIN_VALUE ? Long.MAX_VALUE : chance;
  }

  private boolean isLastRequired(int step) {
    return definition.steps().subList(step + 1, unit.steps()).stream().allMatch(Step::isOptional);
  }

  /** Of chains alike in depth, completion and entry: skips least and is earliest, from its end. */
  static int compare(ReferenceUnit unit, ReferenceChain a, ReferenceChain b) {
    int c = Integer.compare(a.place(), b.place());
    for (int back = 1; c == 0; back++) {
      int i = a.steps().length() - 1 - back;
      int j = b.steps().length() - 1 - back;
      if (i < 0 || j < 0) {
        return 0; // both have come to the first step
      }
      int step = a.steps().get(i);
      c = Integer.compare(b.steps().get(j), step);
      if (c == 0) {
        c = Integer.compare(unit.place[a.rows().get(i)], unit.place[b.rows().get(j)]);
        c = needsLatest(unit.definition, step) ? -c : c;
      }
    }
    return c;
  }

  private static boolean needsLatest(FunnelDefinition definition, int step) {
    boolean needsLatest = definition.repeats() == Repeats.BREAK;
    boolean mayFollow = true;
    for (Step next : definition.steps().subList(step + 1, definition.steps().size())) {
      needsLatest |= mayFollow && next.within().isLimited();
      mayFollow &= next.isOptional();
    }
    return needsLatest;
  }
}
