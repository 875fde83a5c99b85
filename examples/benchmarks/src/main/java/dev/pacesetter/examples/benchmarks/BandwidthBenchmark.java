package dev.pacesetter.examples.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast two threads read {@code long[]} from front to back, each its own: {@code bytes} is how
 * many bytes a second both read together. Nothing that reads every row can be faster than that.
 *
 * <p>It is memory that is measured only where the arrays are much larger than the last cache, which
 * on servers can have hundreds of megabytes: both sizes are asked, so that a difference shows what
 * the cache lends the smaller one.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Threads(2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms10g", "-Xmx10g"})
public class BandwidthBenchmark {
  /** The array of a thread. */
  @State(Scope.Thread)
  public static class Block {
    /** How long it is, in bytes. */
    @Param({"268435456", "4294967296"})
    public long length;

    private long[] words = {};

    /** Touches every page, or all of them would be the same one. */
    @Setup
    public void fill() {
      words = new long[Math.toIntExact(length / Long.BYTES)];
      Arrays.setAll(words, i -> i);
    }
  }

  /** Counts the bytes that were read. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    public long bytes;
  }

  @Benchmark
  public long read(Block block, Read read) {
    long sum = 0;
    for (long word : block.words) {
      sum += word;
    }
    read.bytes += block.length;
    return sum;
  }
}
