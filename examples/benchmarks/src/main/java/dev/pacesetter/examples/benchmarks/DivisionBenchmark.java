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
 * A goal divided over people, products and months: 123 million to the cent where everybody sells
 * everything, and whole deals, fewer than cells with a history, where hardly anybody does.
 *
 * <p>Ours holds every sum along one axis and along two within a cent of its real share; of whole
 * deals the sums of two nested families. Beside it stands what one writes first: people by largest
 * remainder, then the products of each, then the months of each of those; it adds up, and only
 * along that one way down.
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

  /** Whether everybody sold everything in every month, or one in fifty. */
  @Param({"full", "thin"})
  public String history;

  private long total;
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
    total = CENTS;
    if (history.equals("thin")) {
      for (int cell = 0; cell < weights.length; cell++) {
        weights[cell] *= chance.nextDouble() < 0.02 ? 1 : 0;
      }
      total = Arrays.stream(weights).filter(weight -> weight > 0).count() * 7 / 10;
    }
    check(divide().sums("person").toArray(), nested());
  }

  /** Both give out everything; in full also every person the floor or ceiling of one share. */
  private void check(long[] byPerson, long[] cells) {
    if (Arrays.stream(byPerson).sum() != total || Arrays.stream(cells).sum() != total) {
      throw new IllegalStateException("%s was not divided as a whole".formatted(total));
    }
    if (history.equals("thin")) {
      return;
    }
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
        Division.of(total)
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
    long[] byPerson = divided(total, sums(weights, products * MONTHS));
    for (int person = 0; person < people; person++) {
      int from = person * products * MONTHS;
      double[] own = Arrays.copyOfRange(weights, from, from + products * MONTHS);
      long[] byProduct = divided(byPerson[person], sums(own, MONTHS));
      for (int product = 0; product < products; product++) {
        int at = from + product * MONTHS;
        double[] months = Arrays.copyOfRange(weights, at, at + MONTHS);
        long[] byMonth = divided(byProduct[product], months);
        System.arraycopy(byMonth, 0, cells, at, MONTHS);
      }
    }
    return cells;
  }

  private static long[] divided(long whole, double[] weights) {
    return whole == 0 ? new long[weights.length] : Apportionment.largestRemainder(whole, weights);
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
