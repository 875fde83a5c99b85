package dev.pacesetter.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.division.Apportionment;
import dev.pacesetter.division.DividedTable;
import dev.pacesetter.division.Division;
import java.util.Arrays;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A goal of 123 million divided over people, products and months, to the cent.
 *
 * <p>Ours holds every sum along one axis and along two within a cent of its real share. Beside it
 * stands what one writes first: people by largest remainder, then the products of each, then the
 * months of each of those; it adds up, and only along that one way down.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class DivisionBenchmark {
  private static final long SEED = 1;
  private static final long CENTS = 12_345_678_901L;
  private static final int MONTHS = 12;

  /** How many people and products. */
  @Param({"200x20", "1000x50", "2000x100", "10000x1"})
  public String size;

  private int people;
  private int products;
  private double[] weights;

  @Setup
  public void load() {
    people = Integer.parseInt(size.substring(0, size.indexOf('x')));
    products = Integer.parseInt(size.substring(size.indexOf('x') + 1));
    Random chance = new Random(SEED);
    double[] seller = chance.doubles(people, 0.2, 3).toArray();
    double[] product = chance.doubles(products, 0.05, 4).toArray();
    weights = new double[people * products * MONTHS];
    for (int cell = 0; cell < weights.length; cell++) {
      weights[cell] =
          seller[cell / MONTHS / products]
              * product[cell / MONTHS % products]
              * (1 + 0.3 * Math.sin(cell % MONTHS))
              * Math.exp(chance.nextGaussian() / 2);
    }
    check(divide().sums("person").toArray(), nested());
  }

  /** Both give every person the floor or the ceiling of the same share. */
  private void check(long[] byPerson, long[] cells) {
    int row = products * MONTHS;
    for (int person = 0; person < people; person++) {
      long sum = Arrays.stream(cells, person * row, (person + 1) * row).sum();
      if (Math.abs(sum - byPerson[person]) > 1) {
        throw new IllegalStateException(
            "person %s gets %s and %s".formatted(person, byPerson[person], sum));
      }
    }
  }

  @Benchmark
  public DividedTable divide() {
    Division division =
        Division.of(CENTS)
            .along("person", names("p", people))
            .along("product", names("q", products))
            .along("month", names("m", MONTHS))
            .weighing(weights);
    if (products > 1) {
      division.rounding("person", "product");
    }
    return division.divide();
  }

  @Benchmark
  public long[] nested() {
    long[] cells = new long[weights.length];
    long[] byPerson = Apportionment.largestRemainder(CENTS, sums(weights, products * MONTHS));
    for (int person = 0; person < people; person++) {
      int from = person * products * MONTHS;
      double[] own = Arrays.copyOfRange(weights, from, from + products * MONTHS);
      long[] byProduct = Apportionment.largestRemainder(byPerson[person], sums(own, MONTHS));
      for (int product = 0; product < products; product++) {
        int at = from + product * MONTHS;
        double[] months = Arrays.copyOfRange(weights, at, at + MONTHS);
        long[] byMonth = Apportionment.largestRemainder(byProduct[product], months);
        System.arraycopy(byMonth, 0, cells, at, MONTHS);
      }
    }
    return cells;
  }

  private static double[] sums(double[] values, int length) {
    double[] sums = new double[values.length / length];
    for (int cell = 0; cell < values.length; cell++) {
      sums[cell / length] += values[cell];
    }
    return sums;
  }

  private static ImmutableList<String> names(String letter, int count) {
    return IntStream.range(0, count)
        .mapToObj(at -> letter + at)
        .collect(ImmutableList.toImmutableList());
  }
}
