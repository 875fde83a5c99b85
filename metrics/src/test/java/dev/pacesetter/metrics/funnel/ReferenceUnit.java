package dev.pacesetter.metrics.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rows among which the reference looks for chains, each at a place: places follow one another, rows
 * of one place may be taken in any order, and the exclusions of a place act before its rows.
 */
final class ReferenceUnit {
  /** A row: which steps it matches and which exclusions, as bits. */
  record Row(int number, long time, long sequence, int steps, int exclusions) {
    boolean matches(int step) {
      return (steps >> step & 1) != 0;
    }
  }

  final FunnelDefinition definition;
  final List<Row> rows;
  final int[] place;
  final List<Integer> exclusions = new ArrayList<>(); // by place
  final List<Long> times = new ArrayList<>(); // by place

  /** The last hour at which a further row would belong to the unit. */
  final long unitEnd;

  final long asOf;

  /**
   * Puts rows at places.
   *
   * @param given in the order of the table
   */
  ReferenceUnit(FunnelDefinition definition, List<Row> given, long unitEnd, long asOf) {
    this.definition = definition;
    this.unitEnd = unitEnd;
    this.asOf = asOf;
    rows = new ArrayList<>(given);
    boolean bySteps = definition.instantOrder() == InstantOrder.BY_STEP;
    if (bySteps) {
      rows.sort(
          Comparator.comparingLong(Row::time)
              .thenComparingLong(Row::sequence)
              .thenComparingInt(row -> row.steps == 0 ? -1 : lowest(row.steps))
              .thenComparingInt(Row::steps));
      actFirst();
    }
    place = new int[rows.size()];
    for (int i = 0; i < place.length; i++) {
      boolean joins = i > 0 && (bySteps ? isAnyWay(i) : isAsOne(i));
      if (!joins) {
        times.add(rows.get(i).time);
        exclusions.add(0);
      }
      place[i] = times.size() - 1;
      exclusions.set(place[i], exclusions.get(place[i]) | rows.get(i).exclusions);
    }
  }

  private static int lowest(int steps) {
    return Integer.numberOfTrailingZeros(steps);
  }

  /** Gives the exclusions of an instant to its first row. */
  private void actFirst() {
    int first = 0;
    for (int i = 1; i < rows.size(); i++) {
      Row row = rows.get(i);
      Row before = rows.get(first);
      if (row.time == before.time && row.sequence == before.sequence) {
        rows.set(first, with(before, before.exclusions | row.exclusions));
        rows.set(i, with(row, 0));
      } else {
        first = i;
      }
    }
  }

  private static Row with(Row row, int exclusions) {
    return new Row(row.number, row.time, row.sequence, row.steps, exclusions);
  }

  /** Whether a row may be taken before the one before it. */
  private boolean isAnyWay(int i) {
    if (definition.ties() == Ties.STRICTLY_LATER) {
      return isAsOne(i);
    }
    boolean strict =
        definition.order() == StepOrder.STRICT_KNOWN || definition.order() == StepOrder.STRICT_ALL;
    return !strict
        && definition.repeats() == Repeats.IGNORE
        && rows.get(i).time == rows.get(i - 1).time
        && rows.get(i).sequence == rows.get(i - 1).sequence;
  }

  /** Whether a row is one with the row before it: in any order, with STRICTLY_LATER. */
  private boolean isAsOne(int i) {
    return isTakenAsOne()
        && rows.get(i).time == rows.get(i - 1).time
        && rows.get(i).exclusions == 0;
  }

  boolean isOrdered() {
    return definition.order() != StepOrder.ANY_ORDER
        && definition.order() != StepOrder.ANY_AFTER_ANCHOR;
  }

  /** Whether the rows of an instant are one row. */
  boolean isTakenAsOne() {
    return !isOrdered() && definition.ties() == Ties.STRICTLY_LATER;
  }

  int size() {
    return rows.size();
  }

  int steps() {
    return definition.steps().size();
  }

  int places() {
    return times.size();
  }

  boolean isOneRowAPlace() {
    return rows.size() == times.size();
  }

  boolean sharesRows() {
    return definition.rowUse() == RowUse.SHARED_ROW && definition.ties() == Ties.ALLOW;
  }

  boolean matches(int row, int step) {
    return rows.get(row).matches(step);
  }

  long time(int row) {
    return rows.get(row).time;
  }

  /** The first exclusion of a place that ends a chain at a step, or -1. */
  int exclusion(int at, int step) {
    for (int x = 0; x < definition.exclusions().size(); x++) {
      Exclusion exclusion = definition.exclusions().get(x);
      int from = exclusion.from().isEmpty() ? 0 : index(exclusion.from());
      int to = exclusion.to().isEmpty() ? steps() - 1 : index(exclusion.to());
      if ((exclusions.get(at) >> x & 1) != 0 && from <= step && step < to) {
        return x;
      }
    }
    return -1;
  }

  private int index(String name) {
    return definition.steps().stream().map(Step::name).toList().indexOf(name);
  }

  boolean discards(int exclusion) {
    return definition.exclusions().get(exclusion).effect() == ExclusionEffect.DISCARD_SUBJECT;
  }
}
