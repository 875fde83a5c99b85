package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.compare.Overdispersion.Model;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many of a team lie outside limits of 95 % when nobody is an exception. */
@Tag("simulation")
class OverdispersionSimulation {
  private static final int DRAWS = 40_000;

  /** Everybody's deals: rates that spread, and deals that come in batches of one outcome. */
  private static Overdispersion[] peers(
      SplittableRandom random, double spread, int batch, long[] won, long[] closed) {
    for (int who = 0; who < closed.length; who++) {
      double rate = Math.min(1, Math.max(0, 0.4 + spread * random.nextGaussian()));
      int batches = random.nextInt(20, 400) / batch;
      closed[who] = (long) batches * batch;
      won[who] = 0;
      for (int deal = 0; deal < batches; deal++) {
        won[who] += random.nextDouble() < rate ? batch : 0;
      }
    }
    return new Overdispersion[] {
      Overdispersion.ofRates(won, closed),
      Overdispersion.ofRates(won, closed, 0),
      Overdispersion.ofRates(won, closed, 0.1)
    };
  }

  /** By model, the shares with the default, with none moved and as in the paper. */
  private static Map<Model, double[]> outside(int people, double spread, int batch) {
    SplittableRandom random = new SplittableRandom(7);
    Map<Model, double[]> outside = new EnumMap<>(Model.class);
    for (Model model : Model.values()) {
      outside.put(model, new double[3]);
    }
    long[] won = new long[people];
    long[] closed = new long[people];
    for (int round = 0; round < DRAWS / people; round++) {
      Overdispersion[] peers = peers(random, spread, batch, won, closed);
      for (int kind = 0; kind < peers.length; kind++) {
        for (Model model : Model.values()) {
          Objects.requireNonNull(outside.get(model))[kind] +=
              shareOutside(peers[kind], model, won, closed) * people / DRAWS;
        }
      }
    }
    return outside;
  }

  private static double share(Map<Model, double[]> outside, Model model, int kind) {
    return Objects.requireNonNull(outside.get(model))[kind];
  }

  private static void print(String peers, int people, Map<Model, double[]> outside, Model model) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "funnel limits of 95 %%, %3d peers %s: outside by chance alone %5.2f%%, %s %5.2f%%; none"
                + " moved %5.2f%%, moved as in the paper %5.2f%%",
            people,
            peers,
            100 * share(outside, Model.NONE, 0),
            model,
            100 * share(outside, model, 0),
            100 * share(outside, model, 1),
            100 * share(outside, model, 2)));
  }

  /** Few peers are conservative, as each of them is in the spread he or she is judged by. */
  @ParameterizedTest
  @CsvSource({
    "5, 0.05",
    "10, 0.05",
    "20, 0",
    "20, 0.05",
    "50, 0.1",
    "400, 0",
    "400, 0.05",
    "400, 0.1"
  })
  void additiveLimitsHoldPeersWhoseRatesSpread(int people, double spread) {
    Map<Model, double[]> outside = outside(people, spread, 1);
    print("spread by " + spread, people, outside, Model.ADDITIVE);
    double share = share(outside, Model.ADDITIVE, 0);
    assertThat(share).isBetween(people < 50 ? 0.01 : 0.035, 0.065);
  }

  @ParameterizedTest
  @CsvSource({"5, 4", "10, 4", "20, 1", "20, 4", "50, 2", "400, 1", "400, 4"})
  void multiplicativeLimitsHoldPeersWhoseDealsComeInBatches(int people, int batch) {
    Map<Model, double[]> outside = outside(people, 0, batch);
    print("with batches of " + batch, people, outside, Model.MULTIPLICATIVE);
    double share = share(outside, Model.MULTIPLICATIVE, 0);
    assertThat(share).isBetween(people < 50 ? 0.01 : 0.035, 0.065);
  }

  @Test
  void multiplicativeLimitsAreNotForRatesThatSpread() {
    Map<Model, double[]> outside = outside(400, 0.1, 1);
    print("spread by 0.1", 400, outside, Model.MULTIPLICATIVE);
    assertThat(share(outside, Model.MULTIPLICATIVE, 0)).isGreaterThan(0.065);
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
