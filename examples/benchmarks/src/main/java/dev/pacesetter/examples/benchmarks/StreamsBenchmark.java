package dev.pacesetter.examples.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.groupingByConcurrent;
import static java.util.stream.Collectors.toCollection;

import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.FunnelReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The plain funnel from rows as they arrived, beside what one writes with streams and maps when
 * there is no library: group by subject, sort, follow the steps. That counts alone; its events are
 * objects already, ours are put in place.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g"})
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class StreamsBenchmark {
  private static final long SEED = 1;

  @Param("1000000")
  public int rows;

  private final ExecutorService executor = FunnelQuestion.executor();
  private SalesEvents events;
  private List<Event> objects;

  /** What happened to a subject. */
  record Event(long subject, int step, long time) {}

  /** Makes the events and asks all sides. */
  @Setup
  public void load() {
    events = SalesEvents.of(rows, SEED);
    objects = objects(events);
    FunnelQuestion.check(pacesetter(), streams());
    FunnelQuestion.check(pacesetter(), parallelStreams());
  }

  static List<Event> objects(SalesEvents events) {
    return IntStream.range(0, events.rows())
        .mapToObj(i -> new Event(events.subjects[i], events.events[i], events.times[i]))
        .toList();
  }

  @Benchmark
  public FunnelReport pacesetter() {
    EventTable table = events.columns().toTable(executor, FunnelQuestion.THREADS);
    return FunnelQuestion.FUNNEL.over(table, events.asOf(), executor, FunnelQuestion.THREADS);
  }

  @Benchmark
  public long[] streams() {
    return entered(objects);
  }

  @Benchmark
  public long[] parallelStreams() {
    return enteredInParallel(objects);
  }

  /** How many subjects entered each step. */
  static long[] entered(List<Event> events) {
    return counts(
        events.stream()
            .collect(groupingBy(Event::subject, toCollection(ArrayList::new)))
            .values()
            .stream()
            .mapToInt(StreamsBenchmark::reached));
  }

  /** The same on all processors. */
  static long[] enteredInParallel(List<Event> events) {
    return counts(
        events.parallelStream()
            .collect(groupingByConcurrent(Event::subject, toCollection(ArrayList::new)))
            .values()
            .parallelStream()
            .mapToInt(StreamsBenchmark::reached));
  }

  private static long[] counts(IntStream reached) {
    long[] counts = new long[SalesEvents.STEPS.size()];
    for (int steps : reached.toArray()) {
      for (int step = 0; step < steps; step++) {
        counts[step]++;
      }
    }
    return counts;
  }

  /** How many steps the best chain of a subject has. */
  private static int reached(List<Event> events) {
    long[] entries =
        new long[SalesEvents.STEPS.size()]; // of the chains that came to each step last
    Arrays.fill(entries, Long.MIN_VALUE);
    events.sort(Comparator.comparingLong(Event::time).thenComparingInt(Event::step));
    int reached = 0;
    for (Event event : events) {
      int step = event.step();
      if (step == 0) {
        entries[0] = event.time();
        reached = Math.max(reached, 1);
      } else if (step < entries.length
          && step <= reached
          && event.time() - entries[step - 1] <= FunnelQuestion.WITHIN.toMillis()) {
        entries[step] = entries[step - 1];
        reached = Math.max(reached, step + 1);
      }
    }
    return reached;
  }

  @TearDown
  public void close() {
    executor.shutdown();
  }
}
