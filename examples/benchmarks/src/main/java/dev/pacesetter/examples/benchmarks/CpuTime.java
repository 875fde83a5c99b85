package dev.pacesetter.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Processor time of the whole process per operation, threads of the database, the compiler and the
 * collector included: what remains comparable on a machine that is busy with other things, in the
 * unit of the benchmark. {@code -prof dev.pacesetter.examples.benchmarks.CpuTime}
 */
public final class CpuTime implements InternalProfiler {
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long before;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double nanos = system.getProcessCpuTime() - before;
    TimeUnit unit = benchmark.getTimeUnit();
    return List.of(
        new ScalarResult(
            "cpu",
            nanos / unit.toNanos(1) / result.getMetadata().getAllOps(),
            TimeValue.tuToString(unit) + "/op",
            AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "Processor time of the process per operation";
  }
}
