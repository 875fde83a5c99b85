package dev.pacesetter.metrics.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Measure;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often intervals of 95 % contain the true score, when the shares of all classes of answers are
 * drawn evenly among those that add up to 1.
 */
@Tag("simulation")
class SatisfactionSimulation {
  private static final int ROUNDS = 40_000;
  private static final double NOMINAL = 0.95;

  private static final class Tally {
    private int covered;
    private int given;

    void add(Measure measure, double truth) {
      measure
          .interval()
          .ifPresent(
              interval -> {
                given++;
                covered += interval.contains(truth) ? 1 : 0;
              });
    }

    double coverage() {
      return (double) covered / given;
    }

    String text() {
      return String.format(Locale.ROOT, "%6.2f%%", 100 * coverage());
    }
  }

  @BeforeAll
  static void printHead() {
    System.out.printf(
        Locale.ROOT,
        "%7s %9s %9s %9s %9s %9s %9s%n",
        "answers",
        "adjusted",
        "wald",
        "weighted",
        "w. wald",
        "csat",
        "mean");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 50, 200})
  void intervalsContainTheTruth(int n) {
    SplittableRandom random = new SplittableRandom(n);
    Tally adjusted = new Tally();
    Tally wald = new Tally();
    Tally weighted = new Tally();
    Tally weightedWald = new Tally();
    Tally share = new Tally();
    Tally mean = new Tally();
    for (int round = 0; round < ROUNDS; round++) {
      double[] classes = shares(3, random);
      int[] answers = new int[n];
      double[] weights = new double[n];
      long[] histogram = new long[11];
      for (int i = 0; i < n; i++) {
        answers[i] = 5 + 2 * draw(classes, random); // 5, 7 or 9
        weights[i] = 0.1 - Math.log(1 - random.nextDouble());
        histogram[answers[i]]++;
      }
      double score = 100 * (classes[2] - classes[0]);
      NetPromoterScore nps = NetPromoterScore.ofHistogram(histogram);
      adjusted.add(nps.score(NOMINAL), score);
      wald.add(nps.score(NetPromoterInterval.WALD, NOMINAL), score);
      WeightedNetPromoterScore byWeight = WeightedNetPromoterScore.of(answers, weights);
      weighted.add(byWeight.score(NOMINAL), score);
      weightedWald.add(byWeight.score(NetPromoterInterval.WALD, NOMINAL), score);

      double[] five = shares(5, random);
      long[] counts = new long[5];
      for (int i = 0; i < n; i++) {
        counts[draw(five, random)]++;
      }
      CustomerSatisfaction csat = CustomerSatisfaction.ofHistogram(counts);
      share.add(csat.share(NOMINAL), five[3] + five[4]);
      mean.add(
          csat.meanAnswer(NOMINAL),
          five[0] + 2 * five[1] + 3 * five[2] + 4 * five[3] + 5 * five[4]);
    }
    System.out.printf(
        Locale.ROOT,
        "%7d %9s %9s %9s %9s %9s %9s%n",
        n,
        adjusted.text(),
        wald.text(),
        weighted.text(),
        weightedWald.text(),
        share.text(),
        mean.text());
    assertThat(adjusted.coverage()).isBetween(NOMINAL - 0.015, NOMINAL + (n < 10 ? 0.03 : 0.015));
    assertThat(weighted.coverage()).isBetween(NOMINAL - 0.015, 1.0);
    assertThat(share.coverage()).isBetween(NOMINAL - 0.015, NOMINAL + 0.015);
    assertThat(wald.coverage()).isLessThan(adjusted.coverage());
  }

  /** Evenly among all shares that add up to 1. */
  private static double[] shares(int size, SplittableRandom random) {
    double[] shares = new double[size];
    double total = 0;
    for (int i = 0; i < size; i++) {
      shares[i] = -Math.log(1 - random.nextDouble());
      total += shares[i];
    }
    for (int i = 0; i < size; i++) {
      shares[i] /= total;
    }
    return shares;
  }

  private static int draw(double[] shares, SplittableRandom random) {
    double rest = random.nextDouble();
    int kind = 0;
    while (kind < shares.length - 1 && rest >= shares[kind]) {
      rest -= shares[kind++];
    }
    return kind;
  }
}
