package dev.pacesetter.metrics.event;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.Dictionary;
import java.util.ArrayList;
import java.util.List;

/** One dictionary for the codes of several tables. */
final class JoinedNames {
  /** The names of all tables, in the order of their first appearance. */
  final ImmutableList<String> names;

  private final List<int[]> codes = new ArrayList<>(); // by table and its code: the joined code

  JoinedNames(List<ImmutableList<String>> namesOfTables) {
    Dictionary dictionary = new Dictionary();
    for (ImmutableList<String> own : namesOfTables) {
      codes.add(own.stream().mapToInt(dictionary::code).toArray());
    }
    names = dictionary.names();
  }

  /** The joined codes of a table's codes. */
  int[] codes(int table) {
    return codes.get(table);
  }
}
