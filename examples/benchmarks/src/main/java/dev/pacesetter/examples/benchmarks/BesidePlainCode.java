package dev.pacesetter.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Figures beside another library where it has them, and beside what one writes by hand where none
 * has; both are asked once before anything is measured, and must agree.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public abstract class BesidePlainCode {
  static final long SEED = 1;
  static final double CONFIDENCE = 0.95;

  /** Makes the figures and asks both sides. */
  @Setup
  public void load() {
    prepare();
    check();
  }

  abstract void prepare();

  /** Fails unless both sides give the same answer. */
  abstract void check();

  /** Fails unless two numbers differ by no more than a share of their size. */
  static void agree(String what, double ours, double theirs, double share) {
    if (!(Math.abs(ours - theirs) <= share * Math.max(Math.abs(ours), Math.abs(theirs)))) {
      throw new IllegalStateException(
          "%s is %s here and %s there; there must be one answer".formatted(what, ours, theirs));
    }
  }
}
