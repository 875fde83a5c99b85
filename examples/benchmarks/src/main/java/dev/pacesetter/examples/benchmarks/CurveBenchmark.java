package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.conversion.CumulativeIncidence;
import dev.pacesetter.metrics.conversion.CurveTest;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import dev.pacesetter.metrics.conversion.SurvivalCurve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Curves of deals by age in hours, from deals as they come: Kaplan and Meier, Aalen and Johansen,
 * and whether two halves differ by the log-rank test. Ours carry their variances.
 */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class CurveBenchmark extends BesidePlainCode {
  private static final long HOURS_A_DAY = 24;
  private static final long FOLLOW_UP = 400 * HOURS_A_DAY;

  @Param({"1000", "1000000"})
  public int deals;

  private long[][] ages; // of both halves
  private byte[][] ends;
  private final List<Deal> first = new ArrayList<>();
  private final List<Deal> second = new ArrayList<>();

  /** A deal as one has it without columns. */
  record Deal(long age, End end) {}

  @Override
  void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    int half = deals / 2;
    ages = new long[2][half];
    ends = new byte[2][half];
    for (int group = 0; group < 2; group++) {
      for (int i = 0; i < half; i++) {
        double days = -(60 + 5 * group) * Math.log(1 - random.nextDouble());
        long age = (long) (days * HOURS_A_DAY);
        long seen = random.nextLong(FOLLOW_UP);
        End end = age > seen ? End.OPEN : random.nextInt(4) == 0 ? End.WON : End.LOST;
        ages[group][i] = Math.min(age, seen);
        ends[group][i] = end.code();
        (group == 0 ? first : second).add(new Deal(ages[group][i], end));
      }
    }
  }

  private LifeTable table(int group) {
    return LifeTable.ofTicks(HOURS_A_DAY, ages[group], ends[group], ages[group].length);
  }

  @Override
  void check() {
    agree("share open", openPacesetter(), openPlain(), 1e-9);
    agree("share won", wonPacesetter(), wonPlain(), 1e-9);
    agree("log-rank", testPacesetter(), testPlain(), 1e-9);
  }

  @Benchmark
  public double openPacesetter() {
    return SurvivalCurve.of(table(0)).at(90).value();
  }

  @Benchmark
  public double openPlain() {
    List<Deal> sorted = sorted(first);
    double share = 1;
    for (int i = 0; i < sorted.size() && sorted.get(i).age() <= 90 * HOURS_A_DAY; ) {
      int next = nextAge(sorted, i);
      int ended = 0;
      for (int deal = i; deal < next; deal++) {
        ended += sorted.get(deal).end() == End.OPEN ? 0 : 1;
      }
      share *= 1 - (double) ended / (sorted.size() - i);
      i = next;
    }
    return share;
  }

  @Benchmark
  public double wonPacesetter() {
    return CumulativeIncidence.of(table(0)).at(End.WON, 90).value();
  }

  @Benchmark
  public double wonPlain() {
    List<Deal> sorted = sorted(first);
    double open = 1;
    double won = 0;
    for (int i = 0; i < sorted.size() && sorted.get(i).age() <= 90 * HOURS_A_DAY; ) {
      int next = nextAge(sorted, i);
      int wins = 0;
      int ended = 0;
      for (int deal = i; deal < next; deal++) {
        wins += sorted.get(deal).end() == End.WON ? 1 : 0;
        ended += sorted.get(deal).end() == End.OPEN ? 0 : 1;
      }
      double atRisk = sorted.size() - i;
      won += open * wins / atRisk;
      open *= 1 - ended / atRisk;
      i = next;
    }
    return won;
  }

  @Benchmark
  public double testPacesetter() {
    return CurveTest.logRank(table(0), table(1)).chiSquare().orElseThrow();
  }

  @Benchmark
  public double testPlain() {
    List<Deal> one = sorted(first);
    List<Deal> other = sorted(second);
    double surplus = 0;
    double variance = 0;
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      long age =
          Math.min(
              i < one.size() ? one.get(i).age() : Long.MAX_VALUE,
              j < other.size() ? other.get(j).age() : Long.MAX_VALUE);
      double n1 = one.size() - i;
      double n = n1 + other.size() - j;
      double d1 = 0;
      for (; i < one.size() && one.get(i).age() == age; i++) {
        d1 += one.get(i).end() == End.OPEN ? 0 : 1;
      }
      double d = d1;
      for (; j < other.size() && other.get(j).age() == age; j++) {
        d += other.get(j).end() == End.OPEN ? 0 : 1;
      }
      surplus += d1 - d * n1 / n;
      variance += n > 1 ? d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1) : 0;
    }
    return surplus * surplus / variance;
  }

  private static List<Deal> sorted(List<Deal> deals) {
    List<Deal> sorted = new ArrayList<>(deals);
    sorted.sort(Comparator.comparingLong(Deal::age));
    return sorted;
  }

  private static int nextAge(List<Deal> sorted, int i) {
    int next = i;
    while (next < sorted.size() && sorted.get(next).age() == sorted.get(i).age()) {
      next++;
    }
    return next;
  }
}
