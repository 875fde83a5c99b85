package dev.pacesetter.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.column.RowOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Tables of many rows are built in several buckets and chunks; what holds for few still holds. */
class ManyRowsProperties {
  private static final List<String> EVENTS = List.of("lead", "demo", "offer", "won");

  /** How the numbers of the subjects lie. */
  enum Numbers {
    CLOSE,
    FAR_APART,
    ONE,
    ONE_HAS_HALF;

    long of(int subject, SplittableRandom random) {
      return switch (this) {
        case CLOSE -> subject - 1_000L;
        case FAR_APART -> subject * 0x9E3779B97F4A7C15L;
        case ONE -> Long.MIN_VALUE;
        case ONE_HAS_HALF -> random.nextBoolean() ? Long.MAX_VALUE : Long.MAX_VALUE - subject;
      };
    }
  }

  /** In which order rows arrive. */
  enum Arrival {
    BY_TIME,
    BY_SUBJECT,
    SHUFFLED
  }

  /** What to build; ties are many where there are few times. */
  record Case(int rows, Numbers numbers, Arrival arrival, int subjects, int times, int seed) {
    Events events() {
      SplittableRandom random = new SplittableRandom(seed);
      Events events = new Events(rows);
      for (int row = 0; row < rows; row++) {
        int subject = arrival == Arrival.BY_SUBJECT ? row / 5 : random.nextInt(subjects);
        events.subjects[row] = numbers.of(subject, random);
        events.times[row] = arrival == Arrival.SHUFFLED ? random.nextInt(times) : row / 3;
        events.codes[row] = random.nextInt(EVENTS.size());
        events.values[row] = row; // tells rows apart
        events.sequences[row] = random.nextInt(3);
        events.products[row] = random.nextInt(300) - 1;
      }
      return events;
    }
  }

  private static final class Events {
    final long[] subjects;
    final long[] times;
    final int[] codes;
    final long[] values;
    final long[] sequences;
    final int[] products;

    Events(int rows) {
      subjects = new long[rows];
      times = new long[rows];
      codes = new int[rows];
      values = new long[rows];
      sequences = new long[rows];
      products = new int[rows];
    }

    /** The rows of the given numbers, in their order. */
    Events take(int[] rows) {
      Events taken = new Events(rows.length);
      for (int to = 0; to < rows.length; to++) {
        taken.subjects[to] = subjects[rows[to]];
        taken.times[to] = times[rows[to]];
        taken.codes[to] = codes[rows[to]];
        taken.values[to] = values[rows[to]];
        taken.sequences[to] = sequences[rows[to]];
        taken.products[to] = products[rows[to]];
      }
      return taken;
    }

    EventColumns columns() {
      return EventColumns.of(subjects, codes, EVENTS, times)
          .values(values)
          .sequences(sequences)
          .dimension("product", products, IntStream.range(0, 300).mapToObj(i -> "p" + i).toList());
    }

    int[] inOrder() {
      RowOrder order =
          (a, b) -> {
            int c = Long.compare(subjects[a], subjects[b]);
            c = c != 0 ? c : Long.compare(times[a], times[b]);
            return c != 0 ? c : Long.compare(sequences[a], sequences[b]);
          };
      return order.sorted(subjects.length);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 200_000),
            Arbitraries.of(Numbers.class),
            Arbitraries.of(Arrival.class),
            Arbitraries.of(1, 40, 3_000, 200_000),
            Arbitraries.of(1, 10, 1_000_000),
            Arbitraries.integers())
        .as(Case::new);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void rowsComeOutInTheDocumentedOrder(@ForAll("cases") Case one) {
    Events events = one.events();
    int[] order = events.inOrder();

    EventTable table = events.columns().toTable();

    assertThat(table.rows()).isEqualTo(one.rows);
    int row = 0;
    for (int subject = 0; subject < table.subjects(); subject++) {
      assertThat(table.start(subject)).isEqualTo(row);
      long key = table.subjectKey(subject);
      for (; row < table.end(subject); row++) {
        int given = order[row];
        if (events.subjects[given] != key
            || events.times[given] != table.time(row)
            || events.values[given] != table.value(row)
            || events.sequences[given] != table.sequence(row)
            || events.codes[given] != table.event(row)
            || events.products[given] != table.code(0, row)) {
          throw new AssertionError("row " + row + " is " + table.describe(row));
        }
      }
    }
    assertThat(row).isEqualTo(one.rows);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void helpOfOtherThreadsChangesNothing(@ForAll("cases") Case one) {
    Events events = one.events();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      EventTable table = events.columns().toTable(threads, 3);

      assertThat(table.equals(events.columns().toTable())).isTrue();
      assertThat(table.equals(events.columns().toTable(Runnable::run, 2))).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void rowsToldAgainAreOneRow(@ForAll("cases") Case one) {
    Events events = one.events();
    SplittableRandom random = new SplittableRandom(one.seed);
    int[] told = IntStream.range(0, one.rows + one.rows / 2).toArray();
    for (int again = one.rows; again < told.length; again++) {
      told[again] = random.nextInt(one.rows);
    }
    long[] ids = Arrays.stream(told).mapToLong(row -> row * 0x9E3779B97F4A7C15L).toArray();

    EventTable table = events.take(told).columns().ids(ids).toTable();

    assertThat(table.equals(events.columns().toTable())).isTrue();
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void earlierAndLaterRowsMakeTheWhole(@ForAll("cases") Case one) {
    Events events = one.events();
    EventTable earlier =
        events.take(IntStream.range(0, one.rows / 3).toArray()).columns().toTable();
    EventTable later =
        events.take(IntStream.range(one.rows / 3, one.rows).toArray()).columns().toTable();

    EventTable whole = EventTable.concat(List.of(earlier, later));

    assertThat(whole.equals(events.columns().toTable())).isTrue();
    assertThat(EventTable.concat(whole.partition(7)).equals(whole)).isTrue();
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void builderAndColumnsMakeTheSameTable(@ForAll("cases") Case one) {
    Events events = one.events();
    EventTable.Builder builder = EventTable.builder("product");
    for (int row = 0; row < one.rows; row++) {
      builder
          .row(events.subjects[row], EVENTS.get(events.codes[row]), events.times[row])
          .value(events.values[row])
          .sequence(events.sequences[row]);
      if (events.products[row] != EventTable.NONE) {
        builder.with("product", "p" + events.products[row]);
      }
    }

    assertThat(builder.build().equals(events.columns().toTable())).isTrue();
  }
}
