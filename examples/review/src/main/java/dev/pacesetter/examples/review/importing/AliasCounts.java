package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts in how many rows each alias was applied. */
final class AliasCounts {
  private record Place(String file, String column) {}

  private static final class Count {
    private final String to;
    private long rows;
    private long lastLine = -1;

    Count(String to) {
      this.to = to;
    }
  }

  /** The aliases applied in one column of one file. */
  static final class InColumn {
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** Notes an alias; two uses in one row count once. */
    void applied(String from, String to, long line) {
      Count count = counts.computeIfAbsent(from, key -> new Count(to));
      if (count.lastLine != line) {
        count.lastLine = line;
        count.rows++;
      }
    }
  }

  private final Map<Place, InColumn> columns = new LinkedHashMap<>();

  InColumn in(String file, String column) {
    return columns.computeIfAbsent(new Place(file, column), key -> new InColumn());
  }

  ImmutableList<AppliedAlias> done() {
    ImmutableList.Builder<AppliedAlias> applied = ImmutableList.builder();
    columns.forEach(
        (place, column) ->
            column.counts.forEach(
                (from, count) ->
                    applied.add(
                        new AppliedAlias(
                            place.file(), place.column(), from, count.to, count.rows))));
    return applied.build();
  }
}
