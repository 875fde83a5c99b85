package dev.pacesetter.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * How much of the heap a live funnel takes, measured: what is in use after a collection with it
 * less what was before it was there. Prints bytes a subject after each lap of the stream, whose
 * length is the only argument. {@link #LAPS} are one more than are counted in before times are
 * measured: the last must take no more than the one before.
 */
final class LiveMemory {
  private static final int LAPS = LiveBenchmark.LAPS + 1;

  private LiveMemory() {}

  public static void main(String[] arguments) {
    int rows = arguments.length == 0 ? 10_000_000 : Integer.parseInt(arguments[0]);
    SalesEvents events = SalesEvents.of(rows, 1);
    measure("pacesetter", KeptFunnel::pacesetter, events);
    measure("map", KeptFunnel::map, events);
  }

  private static void measure(String name, Supplier<KeptFunnel> side, SalesEvents events) {
    long before = used();
    EventStream stream = new EventStream(events);
    KeptFunnel funnel = side.get();
    for (int lap = 1; lap <= LAPS; lap++) {
      funnel.apply(stream, events.rows());
      long bytes = used() - before;
      System.out.printf(
          "%s, lap %d: %,d subjects, %,d bytes, %.1f a subject%n",
          name, lap, funnel.subjects(), bytes, (double) bytes / funnel.subjects());
    }
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
