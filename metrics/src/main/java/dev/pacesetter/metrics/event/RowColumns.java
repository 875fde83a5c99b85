package dev.pacesetter.metrics.event;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table keeps of every row, while it is written. */
final class RowColumns {
  final long[] times;
  final long @Nullable [] sequences;
  final long @Nullable [] values;
  final CodeColumn events;
  final CodeColumn[] dimensions;

  /** Creates columns of rows yet to be written; narrow enough for the given dictionaries. */
  RowColumns(
      int rows,
      boolean sequences,
      boolean values,
      List<String> events,
      List<ImmutableList<String>> dimensionValues) {
    times = new long[rows];
    this.sequences = sequences ? new long[rows] : null;
    this.values = values ? new long[rows] : null;
    this.events = CodeColumn.empty(rows, events.size());
    dimensions =
        dimensionValues.stream()
            .map(names -> CodeColumn.empty(rows, names.size()))
            .toArray(CodeColumn[]::new);
  }
}
