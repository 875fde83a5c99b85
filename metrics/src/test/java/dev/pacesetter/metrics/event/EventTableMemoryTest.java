package dev.pacesetter.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the documentation says of memory, measured: how much more of the heap is in use. */
class EventTableMemoryTest {
  private static final int ROWS = 20_000; // arrays small enough to lie densely in the heap
  private static final int SUBJECTS = 4_000;
  private static final ImmutableList<String> EVENTS = ImmutableList.of("lead", "demo", "won");
  private static final ImmutableList<String> BRANCHES =
      IntStream.range(0, 300).mapToObj(i -> "b" + i).collect(ImmutableList.toImmutableList());

  private static EventColumns columns() {
    long[] subjects = new long[ROWS];
    int[] events = new int[ROWS];
    long[] times = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      subjects[row] = row * 7L % SUBJECTS;
      events[row] = row % EVENTS.size();
      times[row] = row;
    }
    return EventColumns.of(subjects, events, EVENTS, times);
  }

  /** Bytes that each of many things keeps in use. */
  private static double bytesOfEach(int count, IntFunction<Object> make) {
    List<Object> kept = new ArrayList<>(count);
    kept.add(make.apply(0)); // what is loaded and made once is not counted
    long before = used();
    for (int i = 0; i < count; i++) {
      kept.add(make.apply(i));
    }
    long after = used();
    assertThat(kept).hasSize(count + 1);
    return (double) (after - before) / count;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void aRowOfSubjectEventAndTimeTakesNineBytes() {
    double bytes = bytesOfEach(100, i -> columns().toTable());

    assertThat(bytes).isCloseTo(ROWS * (8 + 1) + SUBJECTS * (4 + 8), withinPercentage(3));
  }

  @Test
  void aValueASequenceNumberAndDimensionsTakeTheirWidth() {
    double bytes =
        bytesOfEach(
            100,
            i ->
                columns()
                    .values(new long[ROWS])
                    .sequences(new long[ROWS])
                    .dimension("channel", new int[ROWS], ImmutableList.of("web", "phone"))
                    .dimension("branch", new int[ROWS], BRANCHES)
                    .toTable());

    assertThat(bytes)
        .isCloseTo(ROWS * (8 + 1 + 8 + 8 + 1 + 2) + SUBJECTS * (4 + 8), withinPercentage(3));
  }

  @Test
  void aSliceTakesAConstantFewBytes() {
    EventTable table = columns().toTable();

    double bytes = bytesOfEach(50_000, i -> table.slice(i % SUBJECTS, SUBJECTS));

    assertThat(bytes).isBetween(16.0, 64.0);
  }

  @Test
  void aBuilderKeepsWhatItSaysAndLittleMore() {
    int rows = 1_000_000;

    double bytes =
        bytesOfEach(
            1,
            i -> {
              EventTable.Builder builder = EventTable.builder("channel");
              for (int row = 0; row < rows; row++) {
                builder.row(row % SUBJECTS, "won", row).value(row).with("channel", "web");
              }
              return builder;
            });

    assertThat(bytes).isCloseTo(rows * (8.0 + 4 + 8 + 4 + 8), withinPercentage(6));
  }
}
