package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.compare.Overdispersion.Model;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many of a team lie outside limits of 95 % when everybody has a rate of their own. */
@Tag("simulation")
class OverdispersionSimulation {
  private static final int PEOPLE = 400;
  private static final int ROUNDS = 100;

  @ParameterizedTest
  @CsvSource({"0, 0", "0.05, 0", "0.1, 0", "0, 0.1", "0.05, 0.1", "0.1, 0.1"})
  void limitsThatAllowForSpread(double spread, double winsorised) {
    SplittableRandom random = new SplittableRandom(7);
    double chance = 0;
    double multiplicative = 0;
    double additive = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long[] won = new long[PEOPLE];
      long[] closed = new long[PEOPLE];
      for (int who = 0; who < PEOPLE; who++) {
        double rate = Math.min(1, Math.max(0, 0.4 + spread * random.nextGaussian()));
        closed[who] = random.nextInt(20, 400);
        for (long deal = 0; deal < closed[who]; deal++) {
          won[who] += random.nextDouble() < rate ? 1 : 0;
        }
      }
      Overdispersion peers = Overdispersion.ofRates(won, closed, winsorised);
      chance += shareOutside(peers, Model.NONE, won, closed) / ROUNDS;
      multiplicative += shareOutside(peers, Model.MULTIPLICATIVE, won, closed) / ROUNDS;
      additive += shareOutside(peers, Model.ADDITIVE, won, closed) / ROUNDS;
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "funnel limits of 95 %%, peers spread by %.2f, %.0f %% moved: outside by chance alone %5.2f%%,"
                + " multiplicative %5.2f%%, additive %5.2f%%",
            spread,
            100 * winsorised,
            100 * chance,
            100 * multiplicative,
            100 * additive));
    // moving scores takes away spread, so that more of those who are alike lie outside
    assertThat(additive).isBetween(0.03, winsorised == 0 ? 0.07 : 0.13);
  }

  private static double shareOutside(Overdispersion peers, Model model, long[] won, long[] closed) {
    double outside = 0;
    for (int who = 0; who < closed.length; who++) {
      double rate = (double) won[who] / closed[who];
      outside += peers.limits(closed[who], 0.025, model).contains(rate) ? 0 : 1;
    }
    return outside / closed.length;
  }
}
