package dev.pacesetter.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.goal.SmartRules;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

/** Ten goals for each of many people and teams, all checked against all SMART rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms12g", "-Xmx12g"})
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class GoalsBenchmark {
  private static final long SEED = 1;

  @Param({"100", "1000", "10000"})
  public int people;

  @Param({"1", "2"})
  public int threads;

  private Company company;
  private ExecutorService executor;

  @Setup
  public void load() {
    company = Company.of(people, SEED);
    executor = Executors.newFixedThreadPool(threads);
  }

  @TearDown
  public void close() {
    executor.shutdown();
  }

  @Benchmark
  public ImmutableList<SmartAssessment> assess() {
    return SmartRules.standard()
        .assessAll(company.goals(), company.facts(), ImmutableList.of(), executor);
  }
}
