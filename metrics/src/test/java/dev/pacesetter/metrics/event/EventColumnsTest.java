package dev.pacesetter.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventColumnsTest {
  private static final List<String> EVENTS = List.of("lead", "demo", "won");

  private static EventColumns columns(long[] subjects, int[] events, long[] times) {
    return EventColumns.of(subjects, events, EVENTS, times);
  }

  /** Two rows, of the subjects 7 and 8. */
  private static EventColumns two() {
    return columns(new long[] {7, 8}, new int[] {0, 2}, new long[] {10, 20});
  }

  private static EventColumns named(int[] subjects, String... names) {
    return EventColumns.of(
        subjects, List.of(names), new int[subjects.length], EVENTS, new long[subjects.length]);
  }

  @Test
  void makeTheTableOfTheirRows() {
    EventTable table =
        columns(new long[] {8, 7, 7}, new int[] {2, 1, 0}, new long[] {30, 20, 10})
            .timesIn(TimeUnit.SECONDS)
            .values(new long[] {300, 200, 100})
            .sequences(new long[] {3, 2, 1})
            .dimension("product", new int[] {1, EventTable.NONE, 0}, List.of("Pro", "Max"))
            .toTable();

    assertThat(table)
        .isEqualTo(
            EventTable.builder("product")
                .timesIn(TimeUnit.SECONDS)
                .row(7, "lead", 10)
                .value(100)
                .sequence(1)
                .with("product", "Pro")
                .row(7, "demo", 20)
                .value(200)
                .sequence(2)
                .row(8, "won", 30)
                .value(300)
                .sequence(3)
                .with("product", "Max")
                .build());
    assertThat(table.events()).isEqualTo(EVENTS);
  }

  @Test
  void namesOfSubjectsNobodyHasAreLeftOut() {
    EventTable table = named(new int[] {2, 0, 2}, "cid", "bob", "ann").toTable();

    assertThat(table.subjects()).isEqualTo(2);
    assertThat(table.subjectName(0)).isEqualTo("ann");
    assertThat(table.subjectName(1)).isEqualTo("cid");
    assertThat(table.rows()).isEqualTo(3);
  }

  @Test
  void leaveTheCallersArraysAlone() {
    long[] subjects = {8, 7};
    int[] events = {1, 0};
    long[] times = {20, 10};

    EventTable table = columns(subjects, events, times).toTable();
    subjects[0] = 1;
    events[0] = 2;
    times[0] = 0;

    assertThat(table.describe(1)).isEqualTo("8: demo at 1970-01-01T00:00:00.020Z");
  }

  @Test
  void mayBeEmpty() {
    EventTable empty = columns(new long[0], new int[0], new long[0]).toTable();

    assertThat(empty.rows()).isZero();
    assertThat(empty.subjects()).isZero();
    assertThat(named(new int[0]).toTable().rows()).isZero();
    assertThat(named(new int[0], "ann").ids(new long[0]).toTable().rows()).isZero();
  }

  @Test
  void subjectsMayLieAtBothEndsOfLong() {
    EventTable table =
        columns(
                new long[] {Long.MAX_VALUE, 0, Long.MIN_VALUE, Long.MAX_VALUE},
                new int[4],
                new long[4])
            .toTable();

    assertThat(table.subjects()).isEqualTo(3);
    assertThat(table.subjectKey(0)).isEqualTo(Long.MIN_VALUE);
    assertThat(table.subjectKey(1)).isZero();
    assertThat(table.subjectKey(2)).isEqualTo(Long.MAX_VALUE);
    assertThat(table.end(2) - table.start(2)).isEqualTo(2);
  }

  @Nested
  class Identities {
    @Test
    void makeOneRowOfAnEventToldTwice() {
      EventTable table =
          columns(new long[] {7, 7, 7}, new int[] {0, 1, 0}, new long[] {1, 1, 1})
              .ids(new long[] {5, 6, 5})
              .toTable();

      assertThat(table.rows()).isEqualTo(2);
      assertThat(table.event(0)).isZero();
      assertThat(table.event(1)).isEqualTo(1);
    }

    @Test
    void areRefusedForEventsThatDiffer() {
      EventColumns columns =
          columns(new long[] {7, 8}, new int[] {0, 1}, new long[] {1, 2})
              .ids(new long[] {5, 5})
              .dimension("product", new int[] {0, EventTable.NONE}, List.of("Pro"));

      assertThatIllegalArgumentException()
          .isThrownBy(columns::toTable)
          .withMessage(
              "rows 0 and 1 have the id 5 but differ: 7: lead at 1970-01-01T00:00:00.001Z, product"
                  + " Pro; 8: demo at 1970-01-01T00:00:00.002Z. Rows with one id must be the same");
    }
  }

  @Nested
  class BadInput {
    @Test
    void columnsAreEquallyLong() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> columns(new long[2], new int[3], new long[2]))
          .withMessage("column events has 3 rows; it must have 2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> columns(new long[2], new int[2], new long[1]))
          .withMessage("column times has 1 rows; it must have 2");
      assertThatIllegalArgumentException().isThrownBy(() -> two().values(new long[3]));
      assertThatIllegalArgumentException().isThrownBy(() -> two().sequences(new long[1]));
      assertThatIllegalArgumentException().isThrownBy(() -> two().ids(new long[1]));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> two().dimension("product", new int[1], List.of()))
          .withMessage("column product has 1 rows; it must have 2");
    }

    @Test
    void codesHaveNames() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> columns(new long[] {7, 8}, new int[] {0, 3}, new long[2]).toTable())
          .withMessage("event code of row 1, subject 8, is 3; it must be from 0 below 3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> columns(new long[] {7, 8}, new int[] {-1, 0}, new long[2]).toTable())
          .withMessage("event code of row 0, subject 7, is -1; it must be from 0 below 3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> named(new int[] {0, 1}, "ann").toTable())
          .withMessage("subject code of row 1 is 1; it must be from 0 below 1");
      assertThatIllegalArgumentException().isThrownBy(() -> named(new int[] {-1}, "ann").toTable());
      for (int code : new int[] {Integer.MIN_VALUE, -2, 1, Integer.MAX_VALUE}) {
        assertThatIllegalArgumentException()
            .isThrownBy(
                () -> two().dimension("product", new int[] {0, code}, List.of("Pro")).toTable())
            .withMessage(
                "product code of row 1, subject 8, is %d; it must be from -1 below 1", code);
      }
    }

    @Test
    void namesAreThereOnce() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> named(new int[] {0, 1}, "ann", "ann").toTable())
          .withMessage("the name 'ann' is there twice among subjects");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> EventColumns.of(new long[1], new int[1], List.of("won", "won"), new long[1]))
          .withMessage("the name 'won' is there twice among events");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> two().dimension("product", new int[2], List.of("Pro", "Pro")))
          .withMessage("the name 'Pro' is there twice among product");
    }

    @Test
    void dimensionsHaveNamesOfTheirOwn() {
      EventColumns columns = two().dimension("product", new int[2], List.of("Pro"));

      for (String name : List.of("product", " ")) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> columns.dimension(name, new int[2], List.of("Max")))
            .withMessage(
                "dimension is '%s' beside [product]; each must have a name of its own", name);
      }
    }
  }

  @Nested
  class WithAnExecutor {
    @Test
    void runInTheCallersThreadTheTableIsTheSame() {
      assertThat(two().toTable(Runnable::run, 8)).isEqualTo(two().toTable());
    }

    @Test
    void thatRefusesTheTableIsTheSame() {
      Executor closed =
          task -> {
            throw new RejectedExecutionException("closed");
          };

      assertThat(two().toTable(closed, 8)).isEqualTo(two().toTable());
    }

    @Test
    void badInputStillReachesTheCaller() {
      int[] events = new int[500_000];
      events[100_000] = 9;
      events[400_000] = 9;
      EventColumns columns = columns(new long[500_000], events, new long[500_000]);

      for (Executor executor : List.<Executor>of(Runnable::run, task -> {})) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> columns.toTable(executor, 4))
            .withMessage("event code of row 100000, subject 0, is 9; it must be from 0 below 3");
      }
    }

    @Test
    void whatItThrowsItselfReachesTheCaller() {
      Executor broken =
          task -> {
            throw new IllegalStateException("out of order");
          };
      long[] many = new long[500_000];

      assertThatIllegalStateException()
          .isThrownBy(() -> columns(many, new int[500_000], many).toTable(broken, 2))
          .withMessage("out of order");
    }

    @Test
    void atLeastTheCallerWorks() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> two().toTable(Runnable::run, 0))
          .withMessage("parallelism is 0; it must be at least 1");
    }
  }
}
