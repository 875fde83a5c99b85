package dev.pacesetter.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.event.EventColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Events of a sales process in the order in which they arrived: time ascends, subjects are
 * interleaved, and the numbers of subjects say nothing about when they came.
 *
 * <p>Subjects start evenly over two years. Each goes from lead towards won, repeats a stage, skips
 * one, goes back, is lost, comes back after that, or just stops. Some events carry the very instant
 * of the one before them, as systems write them. Reps and products are skewed as by Zipf's law; a
 * rep keeps a subject, a product is changed now and then. The same size and seed give the same
 * events.
 */
final class SalesEvents {
  static final ImmutableList<String> EVENTS =
      ImmutableList.of("lead", "qualified", "meeting", "proposal", "negotiation", "won", "lost");
  static final ImmutableList<String> STEPS = EVENTS.subList(0, 6);
  static final int REPS = 500;
  static final int PRODUCTS = 50;
  static final double EVENTS_PER_SUBJECT = 6.6;

  private static final int WON = 5;
  private static final int LOST = 6;
  private static final int MOST_EVENTS = 100;
  private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
  private static final long YEARS = Duration.ofDays(730).toMillis();
  private static final double DAY = Duration.ofDays(1).toMillis();

  /** Waiting times are read off a table: a logarithm for every event takes longer than all else. */
  private static final double[] EXPONENTIAL = exponential();

  final long[] subjects;
  final int[] events;
  final long[] times;
  final long[] values;
  final int[] reps;
  final int[] products;

  private SalesEvents(int rows) {
    subjects = new long[rows];
    events = new int[rows];
    times = new long[rows];
    values = new long[rows];
    reps = new int[rows];
    products = new int[rows];
  }

  /** Makes a number of events. */
  static SalesEvents of(int rows, long seed) {
    SalesEvents result = new SalesEvents(rows);
    result.fill(seed);
    return result;
  }

  int rows() {
    return times.length;
  }

  /** The time of the last event. */
  long asOf() {
    return times[rows() - 1];
  }

  /** What counting needs, as the library takes it, not yet in the order of a table. */
  EventColumns columns() {
    return EventColumns.of(subjects, events, EVENTS, times);
  }

  /** The same with the columns to break down by. */
  EventColumns columnsByRepAndProduct() {
    return columns()
        .dimension("rep", reps, names("rep-", REPS))
        .dimension("product", products, names("product-", PRODUCTS));
  }

  /** All columns. */
  EventColumns allColumns() {
    return columnsByRepAndProduct().values(values);
  }

  static ImmutableList<String> names(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> prefix + i)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Walks through time in small slots. A slot holds the subjects that do something in it, chained
   * through an array, so that only one word a subject waits and rows are written in order.
   */
  private void fill(long seed) {
    int people = (int) Math.ceil(rows() / EVENTS_PER_SUBJECT);
    int bits = 32 - Integer.numberOfLeadingZeros(people);
    long slotMillis = Math.min(1 << 30, YEARS / (rows() / 32 + 1));
    int slots = (int) (8 * YEARS / slotMillis) + 2;
    int[] first = new int[slots];
    Arrays.fill(first, -1);
    int[] next = new int[people];
    int[] offset = new int[people];
    byte[] stage = new byte[people];
    byte[] done = new byte[people];
    byte[] product = new byte[people];
    short[] rep = new short[people];
    SplittableRandom random = new SplittableRandom(seed);
    Zipf repOf = new Zipf(REPS);
    Zipf productOf = new Zipf(PRODUCTS);
    for (int i = people - 1; i >= 0; i--) {
      rep[i] = (short) repOf.next(random);
      product[i] = (byte) productOf.next(random);
      long at = YEARS / people * i + random.nextLong(YEARS / people + 1);
      schedule(i, at, slotMillis, first, next, offset);
    }
    long[] due = new long[64];
    int row = 0;
    for (int slot = 0; row < rows(); slot++) {
      int count = 0;
      for (int i = first[slot]; i >= 0; i = next[i]) {
        due = count == due.length ? Arrays.copyOf(due, 2 * count) : due;
        due[count++] = (long) offset[i] << 32 | i;
      }
      Arrays.sort(due, 0, count);
      for (int d = 0; d < count && row < rows(); d++) {
        int i = (int) due[d];
        long at = slot * slotMillis + (due[d] >>> 32);
        boolean same;
        do {
          int now = stage[i];
          // an odd factor maps the numbers below a power of two onto themselves, out of order
          subjects[row] = (i * 0x9E3779B97F4A7C15L) & ((1L << bits) - 1);
          events[row] = now;
          times[row] = START + at;
          values[row] = 10_000 + (((random.nextLong() >>> 44) * (now + 1L)) >> 2);
          reps[row] = rep[i];
          products[row] = product[i];
          row++;
          int then = ++done[i] >= MOST_EVENTS ? -1 : after(now, random);
          same = then >= 0 && random.nextInt(64) == 0;
          if (then >= 0) {
            stage[i] = (byte) then;
            if (!same) {
              product[i] = random.nextInt(32) == 0 ? (byte) productOf.next(random) : product[i];
              double days = now >= WON ? 60 : then == now ? 4 : 9;
              long wait = (long) (days * DAY * EXPONENTIAL[random.nextInt(EXPONENTIAL.length)]);
              schedule(i, at + slotMillis + wait, slotMillis, first, next, offset);
            }
          }
        } while (same && row < rows());
      }
    }
  }

  /** The event after one, -1 if there is none. */
  private static int after(int event, SplittableRandom random) {
    int die = random.nextInt(1000);
    if (event >= WON) {
      return die < (event == LOST ? 250 : 150) ? 0 : -1;
    }
    if (die < 510) {
      return event + 1;
    }
    if (die < 770) {
      return event;
    }
    if (die < 840) {
      return Math.max(event - 1, 0);
    }
    if (die < 870) {
      return Math.min(event + 2, WON);
    }
    return die < 950 ? LOST : -1;
  }

  private static void schedule(
      int subject, long at, long slotMillis, int[] first, int[] next, int[] offset) {
    int slot = (int) Math.min(at / slotMillis, first.length - 1);
    offset[subject] = (int) (at % slotMillis);
    next[subject] = first[slot];
    first[slot] = subject;
  }

  private static double[] exponential() {
    double[] result = new double[1 << 14];
    for (int i = 0; i < result.length; i++) {
      result[i] = -Math.log((i + 0.5) / result.length);
    }
    return result;
  }

  /** Numbers of which the first is twice as frequent as the second, three times as the third. */
  private static final class Zipf {
    private final short[] table = new short[1 << 14];

    Zipf(int count) {
      double whole = IntStream.rangeClosed(1, count).mapToDouble(i -> 1.0 / i).sum();
      double sum = 0;
      int from = 0;
      for (int i = 0; i < count; i++) {
        sum += 1.0 / (i + 1) / whole;
        int to = i == count - 1 ? table.length : (int) Math.round(sum * table.length);
        Arrays.fill(table, from, to, (short) i);
        from = to;
      }
    }

    int next(SplittableRandom random) {
      return table[random.nextInt(table.length)];
    }
  }
}
