package dev.pacesetter.metrics.event;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.Dictionary;

/** Compares tables by what they say, whatever codes they say it in. */
final class TableContent {
  private TableContent() {}

  static boolean areEqual(EventTable a, EventTable b) {
    if (a.rows() != b.rows()
        || a.subjects() != b.subjects()
        || a.timeUnit() != b.timeUnit()
        || !a.dimensions().equals(b.dimensions())
        || (a.rows() > 0 && a.hasSubjectNames() != b.hasSubjectNames())) {
      return false;
    }
    for (int subject = 0; subject < a.subjects(); subject++) {
      if (a.end(subject) - a.start(subject) != b.end(subject) - b.start(subject)
          || !isSameSubject(a, b, subject)) {
        return false;
      }
    }
    return haveEqualRows(a, b);
  }

  private static boolean isSameSubject(EventTable a, EventTable b, int subject) {
    return a.hasSubjectNames()
        ? a.subjectName(subject).equals(b.subjectName(subject))
        : a.subjectKey(subject) == b.subjectKey(subject);
  }

  private static boolean haveEqualRows(EventTable a, EventTable b) {
    int shift = b.firstRow() - a.firstRow();
    int[] events = translation(a.events(), b.events());
    for (int row = a.firstRow(); row < a.endRow(); row++) {
      if (a.time(row) != b.time(row + shift)
          || a.sequence(row) != b.sequence(row + shift)
          || a.value(row) != b.value(row + shift)
          || events[a.event(row)] != b.event(row + shift)) {
        return false;
      }
    }
    for (int dimension = 0; dimension < a.dimensions().size(); dimension++) {
      int[] values = translation(a.dimensionValues(dimension), b.dimensionValues(dimension));
      for (int row = a.firstRow(); row < a.endRow(); row++) {
        int code = a.code(dimension, row);
        int same = code == EventTable.NONE ? EventTable.NONE : values[code];
        if (same != b.code(dimension, row + shift)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The codes that other names have; one below {@link EventTable#NONE} where they lack it. */
  private static int[] translation(ImmutableList<String> names, ImmutableList<String> others) {
    Dictionary dictionary = new Dictionary();
    others.forEach(dictionary::code);
    return names.stream()
        .mapToInt(dictionary::find)
        .map(code -> code == EventTable.NONE ? EventTable.NONE - 1 : code)
        .toArray();
  }

  static int hash(EventTable table) {
    int hash = table.subjects();
    for (int row = table.firstRow(); row < table.endRow(); row++) {
      hash = 31 * hash + Long.hashCode(table.time(row));
      hash = 31 * hash + Long.hashCode(table.value(row));
    }
    return hash;
  }
}
