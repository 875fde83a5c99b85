package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many of the findings about the people of a team are false, and how many of the people who
 * really differ are found, when the false-discovery rate is held at 10 %.
 */
@Tag("simulation")
class FalseDiscoverySimulation {
  private static final double LEVEL = 0.1;
  private static final double[] RATE_OF_STRATUM = {0.5, 0.3, 0.15};

  /** What one team was told. */
  private record Told(int findings, int falseOnes, int different) {
    double falseShare() {
      return findings == 0 ? 0 : (double) falseOnes / findings;
    }
  }

  /** Sums over the rounds. */
  private static final class Tally {
    private int rounds;
    private double falseShares;
    private double squares;
    private long found;
    private long different;

    void add(Told told) {
      rounds++;
      falseShares += told.falseShare();
      squares += told.falseShare() * told.falseShare();
      found += told.findings() - told.falseOnes();
      different += told.different();
    }

    void report(String what, int people, String deals) {
      double rate = falseShares / rounds;
      double error = Math.sqrt(Math.max(squares / rounds - rate * rate, 1e-4) / rounds);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-34s %5d people, %4s deals each: false %5.2f%% (+-%.2f)%s",
              what,
              people,
              deals,
              100 * rate,
              100 * error,
              different == 0
                  ? ""
                  : String.format(Locale.ROOT, ", found %5.1f%%", 100.0 * found / different)));
      assertThat(rate).as(what).isLessThanOrEqualTo(LEVEL + 3 * error);
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 4000", "100, 1000", "1000, 200"})
  void ratesOfPeopleWhoAreAlike(int people, int rounds) {
    SplittableRandom random = new SplittableRandom(people);
    Tally tally = new Tally();
    for (int round = 0; round < rounds; round++) {
      tally.add(rates(random, people, 20, 80, 0, 0));
    }
    tally.report("rates, nobody differs", people, "20-80");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 50, 0.15, 2000", "10, 50, 0.25, 2000", "10, 200, 0.15, 2000",
    "100, 50, 0.15, 500", "100, 50, 0.25, 500", "100, 200, 0.15, 500",
    "1000, 50, 0.15, 100", "1000, 50, 0.25, 100", "1000, 200, 0.15, 100"
  })
  void ratesOfWhichAFifthDiffers(int people, int deals, double by, int rounds) {
    SplittableRandom random = new SplittableRandom(people + deals);
    Tally tally = new Tally();
    for (int round = 0; round < rounds; round++) {
      tally.add(rates(random, people, deals, deals, people / 5, by));
    }
    tally.report("rates, a fifth differs by " + by, people, Integer.toString(deals));
  }

  /** Everybody has a mix of their own; of those who differ, every second one is worse. */
  private static Told rates(
      SplittableRandom random, int people, int fewest, int most, int different, double by) {
    int[] person = new int[people * most];
    int[] stratum = new int[people * most];
    long[] success = new long[people * most];
    int row = 0;
    for (int who = 0; who < people; who++) {
      double easy = random.nextDouble();
      double shift = who >= different ? 0 : who % 2 == 0 ? by : -by;
      for (int deal = random.nextInt(fewest, most + 1); deal > 0; deal--) {
        int s = random.nextDouble() < easy ? 0 : random.nextInt(1, 3);
        double rate = Math.min(1, Math.max(0, RATE_OF_STRATUM[s] + shift));
        person[row] = who;
        stratum[row] = s;
        success[row++] = random.nextDouble() < rate ? 1 : 0;
      }
    }
    long[] trials = new long[row];
    Arrays.fill(trials, 1);
    IndirectStandardisation standardised =
        IndirectStandardisation.ofRates(
            people,
            RATE_OF_STRATUM.length,
            Arrays.copyOf(person, row),
            Arrays.copyOf(stratum, row),
            Arrays.copyOf(success, row),
            trials);
    double[] p = new double[people];
    for (int who = 0; who < people; who++) {
      p[who] =
          ProportionTest.twoSided(
              standardised.observed(who).numerator(),
              standardised.observed(who).denominator(),
              standardised.expectedRate(who).value());
    }
    return told(p, different);
  }

  private static Told told(double[] p, int different) {
    double[] adjusted = MultipleTesting.BENJAMINI_HOCHBERG.adjust(p);
    int findings = 0;
    int falseOnes = 0;
    for (int who = 0; who < p.length; who++) {
      if (adjusted[who] <= LEVEL) {
        findings++;
        falseOnes += who >= different ? 1 : 0;
      }
    }
    return new Told(findings, falseOnes, different);
  }

  @ParameterizedTest
  @CsvSource({"10, 0, 4000", "100, 0, 1000", "1000, 0, 100", "100, 20, 500", "1000, 200, 50"})
  void meanAmountsAgainstThoseOfAllOthers(int people, int different, int rounds) {
    SplittableRandom random = new SplittableRandom(people + different + 1);
    int deals = 40;
    Tally tally = new Tally();
    for (int round = 0; round < rounds; round++) {
      double[] amounts = amounts(random, people, deals, different);
      double[] p = new double[people];
      for (int who = 0; who < people; who++) {
        double[] own = Arrays.copyOfRange(amounts, who * deals, (who + 1) * deals);
        p[who] =
            MeanTest.of(Unit.MONEY, own, others(amounts, who, deals))
                .welch()
                .orElseThrow()
                .pValues()
                .twoSided();
      }
      tally.add(told(p, different));
    }
    tally.report(
        different == 0 ? "log means, nobody differs" : "log means, a fifth differs by half",
        people,
        Integer.toString(deals));
  }

  @ParameterizedTest
  @CsvSource({"10, 0, 1000", "100, 0, 60", "10, 2, 500", "100, 20, 60"})
  void amountsAgainstThoseOfAllOthers(int people, int different, int rounds) {
    SplittableRandom random = new SplittableRandom(people + different);
    int deals = 40;
    Tally tally = new Tally();
    for (int round = 0; round < rounds; round++) {
      double[] amounts = amounts(random, people, deals, different);
      double[] p = new double[people];
      for (int who = 0; who < people; who++) {
        double[] own = Arrays.copyOfRange(amounts, who * deals, (who + 1) * deals);
        p[who] = RankTest.of(own, others(amounts, who, deals)).pValue();
      }
      tally.add(told(p, different));
    }
    tally.report(
        different == 0 ? "amounts, nobody differs" : "amounts, a fifth differs by half",
        people,
        Integer.toString(deals));
  }

  /** Logarithms of amounts; of those who differ, they are half as large again or two thirds. */
  private static double[] amounts(SplittableRandom random, int people, int deals, int different) {
    double[] amounts = new double[people * deals];
    for (int i = 0; i < amounts.length; i++) {
      int who = i / deals;
      double shift = who >= different ? 0 : who % 2 == 0 ? Math.log(1.5) : -Math.log(1.5);
      amounts[i] = random.nextGaussian() * 0.8 + shift;
    }
    return amounts;
  }

  private static double[] others(double[] amounts, int who, int deals) {
    double[] others = new double[amounts.length - deals];
    System.arraycopy(amounts, 0, others, 0, who * deals);
    System.arraycopy(amounts, (who + 1) * deals, others, who * deals, others.length - who * deals);
    return others;
  }
}
