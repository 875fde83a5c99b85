package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.effect.DifferenceInDifferences;
import dev.pacesetter.metrics.effect.Effect;
import dev.pacesetter.metrics.gap.DriverCells;
import dev.pacesetter.metrics.gap.Gap;
import dev.pacesetter.metrics.gap.GapLine;
import dev.pacesetter.metrics.satisfaction.NetPromoterScore;
import dev.pacesetter.metrics.satisfaction.WeightedNetPromoterScore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.statistics.inference.TTest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * A gap between plan and actual by three drivers, a training judged by difference in differences,
 * and what customers say, each counting with its revenue.
 */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class ExplanationBenchmark extends BesidePlainCode {
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  @Param({"100", "10000"})
  public int rows;

  private DriverCells plan;
  private DriverCells actual;
  private final Map<String, double[]> planned = new TreeMap<>();
  private final Map<String, double[]> came = new TreeMap<>();

  private int[] people;
  private boolean[] trained;
  private boolean[] after;
  private double[] outcomes;

  private int[] answers;
  private double[] revenues;
  private NetPromoterScore counted;

  @Override
  void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    DriverCells.Builder before = DriverCells.over("deals", "rate", "value");
    DriverCells.Builder now = DriverCells.over("deals", "rate", "value");
    for (int i = 0; i < rows; i++) {
      double[] one = {random.nextInt(5, 50), 0.1 + 0.4 * random.nextDouble(), 1e6};
      double[] other = {random.nextInt(5, 50), 0.1 + 0.4 * random.nextDouble(), 1.1e6};
      before.add("cell-" + i, one);
      now.add("cell-" + i, other);
      planned.put("cell-" + i, one);
      came.put("cell-" + i, other);
    }
    plan = before.build();
    actual = now.build();
    people = new int[rows];
    trained = new boolean[rows];
    after = new boolean[rows];
    outcomes = new double[rows];
    for (int row = 0; row < rows; row++) {
      people[row] = row / 2;
      trained[row] = row / 2 % 2 == 0;
      after[row] = row % 2 == 1;
      outcomes[row] =
          100 + 10 * random.nextGaussian() + (after[row] ? 5 : 0) + (trained[row] ? 3 : 0);
    }
    answers = random.ints(rows, 0, 11).toArray();
    revenues = SalesFigures.amounts(rows, SEED);
    long[] histogram = new long[11];
    for (int answer : answers) {
      histogram[answer]++;
    }
    counted = NetPromoterScore.ofHistogram(histogram);
  }

  @Override
  void check() {
    GapLine ours = gapPacesetter();
    double[] theirs = gapPlain();
    String[] drivers = {"deals", "rate", "value"};
    for (int i = 0; i < drivers.length; i++) {
      double apart = Math.abs(ours.part(drivers[i]) - theirs[i]);
      if (apart > rows) {
        throw new IllegalStateException(
            "part %s is %s here and %s there; there must be one answer but for rounding"
                .formatted(drivers[i], ours.part(drivers[i]), theirs[i]));
      }
    }
    Effect effect = trainingPacesetter();
    double[] test = trainingPlain();
    agree("effect", effect.estimate().value(), test[0], 1e-9);
    agree("p-value", effect.pValue().orElseThrow(), test[1], 0.5); // its degrees are fewer
    agree("weighted score", weightedPacesetter().value(), weightedPlain(), 1e-9);
  }

  /** Also rounded to the cent such that the parts add up. */
  @Benchmark
  public GapLine gapPacesetter() {
    return Gap.between(plan, actual).total();
  }

  @Benchmark
  public double[] gapPlain() {
    double[] parts = new double[3];
    for (Map.Entry<String, double[]> cell : planned.entrySet()) {
      double[] now = Objects.requireNonNull(came.get(cell.getKey()));
      for (int[] order : ORDERS) {
        double[] current = cell.getValue().clone();
        for (int driver : order) {
          double was = current[0] * current[1] * current[2];
          current[driver] = now[driver];
          parts[driver] += (current[0] * current[1] * current[2] - was) / ORDERS.length;
        }
      }
    }
    return parts;
  }

  @Benchmark
  public Effect trainingPacesetter() {
    return DifferenceInDifferences.of(Unit.COUNT, people, trained, after, outcomes).effect();
  }

  /** Everybody's change, and Welch's test of both groups. */
  @Benchmark
  public double[] trainingPlain() {
    Map<Integer, double[]> changes = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      double[] change = changes.computeIfAbsent(people[row], person -> new double[2]);
      change[0] += after[row] ? outcomes[row] : -outcomes[row];
      change[1] = trained[row] ? 1 : 0;
    }
    double[] of = changes.values().stream().filter(c -> c[1] == 1).mapToDouble(c -> c[0]).toArray();
    double[] others =
        changes.values().stream().filter(c -> c[1] == 0).mapToDouble(c -> c[0]).toArray();
    double effect = 0;
    for (double change : of) {
      effect += change / of.length;
    }
    for (double change : others) {
      effect -= change / others.length;
    }
    return new double[] {effect, TTest.withDefaults().test(of, others).getPValue()};
  }

  /** With its interval. */
  @Benchmark
  public Measure weightedPacesetter() {
    return WeightedNetPromoterScore.of(answers, revenues).score(CONFIDENCE);
  }

  @Benchmark
  public double weightedPlain() {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < answers.length; i++) {
      sum += answers[i] >= 9 ? revenues[i] : answers[i] <= 6 ? -revenues[i] : 0;
      total += revenues[i];
    }
    return 100 * sum / total;
  }

  /** Of answers that are counted already, whatever their number. */
  @Benchmark
  public Measure countedPacesetter() {
    return counted.score(CONFIDENCE);
  }
}
