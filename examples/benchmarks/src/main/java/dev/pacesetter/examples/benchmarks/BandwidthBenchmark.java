package dev.pacesetter.examples.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast this machine reads memory from front to back on two threads: an operation is one byte,
 * so the score is bytes a second. Nothing that reads every row can be faster than that.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Threads(2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class BandwidthBenchmark {
  private static final int BYTES = 1 << 28; // many times the caches

  /** A block of memory for each thread. */
  @State(Scope.Thread)
  public static class Block {
    private final long[] words = new long[BYTES / Long.BYTES];

    /** Touches every page, or all of them would be the same one. */
    @Setup
    public void fill() {
      Arrays.setAll(words, i -> i);
    }
  }

  @Benchmark
  @OperationsPerInvocation(BYTES)
  public long read(Block block) {
    long sum = 0;
    for (long word : block.words) {
      sum += word;
    }
    return sum;
  }
}
