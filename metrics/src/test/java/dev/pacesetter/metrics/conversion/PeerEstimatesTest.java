package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeerEstimatesTest {
  private static Interval interval(Measure measure) {
    return measure.interval().orElseThrow();
  }

  @Test
  void fewOwnDealsAreDrawnToThePeersAndManyAreNot() {
    PeerEstimates rates =
        PeerEstimates.ofShares(new long[] {3, 30, 25, 20, 300}, new long[] {4, 100, 100, 100, 400});

    assertThat(rates.estimate(0).value()).isBetween(0.3, 0.7);
    assertThat(rates.estimate(4).value()).isCloseTo(0.75, within(0.02));
    assertThat(rates.estimate(0).n()).isEqualTo(4);
    assertThat(interval(rates.estimate(0)).width())
        .isGreaterThan(interval(rates.estimate(4)).width());
  }

  @Test
  void theVarianceIsThatOfTheIntervalWhereTheRecordIsLong() {
    PeerEstimates rates =
        PeerEstimates.ofShares(new long[] {4_000, 5_000}, new long[] {10_000, 10_000});

    // a long record is nearly normal: the interval of 95 % is 2 · 1.96 standard deviations wide
    double deviation = Math.sqrt(rates.variance(0));
    assertThat(interval(rates.estimate(0)).width()).isCloseTo(3.92 * deviation, within(1e-5));
    assertThat(deviation).isCloseTo(Math.sqrt(0.4 * 0.6 / 10_000), within(1e-4));
  }

  @Test
  void manyPeersLeaveThePosteriorOfTheFittedPrior() {
    // 2000 peers pin the prior down, so that one estimate is that of the prior taken for known
    long[] won = new long[2000];
    long[] closed = new long[2000];
    Arrays.setAll(closed, i -> 20);
    Arrays.setAll(won, i -> 3 + i % 12);
    BetaPrior fitted = BetaPrior.fitByLikelihood(won, closed).prior().orElseThrow();
    Measure known = fitted.posterior(won[0], 20).measure(0.95);
    Measure learned = PeerEstimates.ofShares(won, closed).estimate(0);

    assertThat(learned.value()).isCloseTo(known.value(), within(0.003));
    assertThat(interval(learned).lower()).isCloseTo(interval(known).lower(), within(0.006));
    assertThat(interval(learned).upper()).isCloseTo(interval(known).upper(), within(0.006));
  }

  @Nested
  class WithoutMuchToLearnFrom {
    @Test
    void aloneTheOwnRecordAndTheDensityBeforehandRemain() {
      Measure alone = PeerEstimates.ofShares(new long[] {3}, new long[] {10}).estimate(0);

      assertThat(alone.value()).isBetween(0.3, 0.5);
      assertThat(interval(alone).contains(0.3)).isTrue();
      assertThat(interval(alone).width()).isGreaterThan(0.4);
    }

    @Test
    void nobodyLeavesTheNewcomer() {
      PeerEstimates nobody = PeerEstimates.ofShares(new long[0], new long[0]);

      assertThat(nobody.size()).isZero();
      assertThat(nobody.newcomer().value()).isCloseTo(0.5, within(1e-6));
      assertThat(nobody.newcomer().n()).isZero();
      assertThat(interval(nobody.newcomer()).width()).isGreaterThan(0.95);
    }

    @Test
    void peersWhoAreAlikeAreAsSureAsAllTogether() {
      PeerEstimates alike =
          PeerEstimates.ofShares(new long[] {50, 50, 50, 50}, new long[] {100, 100, 100, 100});

      assertThat(alike.estimate(0).value()).isCloseTo(0.5, within(1e-6));
      assertThat(interval(alike.estimate(0)).width())
          .isLessThan(ProportionInterval.WILSON.of(50, 100, 0.95).width());
    }

    @Test
    void nothingWonAnywhereIsLessThanOneOfAll() {
      PeerEstimates none = PeerEstimates.ofShares(new long[] {0, 0, 0}, new long[] {20, 30, 50});

      assertThat(none.estimate(1).value()).isBetween(0.0, 0.02);
      assertThat(interval(none.estimate(1)).lower()).isBetween(0.0, 1e-6);
      assertThat(interval(none.estimate(1)).upper()).isBetween(0.01, 0.12);
    }

    @Test
    void allOrNothingStaysAllOrNothing() {
      PeerEstimates split = PeerEstimates.ofShares(new long[] {0, 9, 0}, new long[] {9, 9, 9});

      assertThat(split.estimate(0).value()).isLessThan(0.1);
      assertThat(split.estimate(1).value()).isGreaterThan(0.9);
    }

    @Test
    void aThousandMillionTrialsAreTheOwnShare() {
      long n = 1_000_000_000;
      PeerEstimates rates =
          PeerEstimates.ofShares(new long[] {n / 4, n / 3, 1}, new long[] {n, n, 3});

      assertThat(rates.estimate(0).value()).isCloseTo(0.25, within(1e-6));
      assertThat(interval(rates.estimate(0)).width()).isCloseTo(5.4e-5, within(1e-6));
    }
  }

  @Nested
  class OfRates {
    @Test
    void fewOwnEventsAreDrawnToThePeers() {
      PeerEstimates rates =
          PeerEstimates.ofRates(new long[] {3, 30, 28, 33}, new double[] {1, 12, 12, 12});

      assertThat(rates.estimate(0).value()).isBetween(2.3, 3.0);
      assertThat(rates.estimate(1).value()).isBetween(2.3, 2.7);
      assertThat(rates.estimate(0).unit()).isEqualTo(Unit.COUNT);
      assertThat(rates.estimate(0).n()).isEqualTo(3);
    }

    @Test
    void anotherUnitOfExposureOnlyChangesTheUnitOfTheRate() {
      long[] counts = {3, 30, 28, 33};
      Measure perMonth = PeerEstimates.ofRates(counts, new double[] {1, 12, 12, 12}).estimate(0);
      Measure perDay = PeerEstimates.ofRates(counts, new double[] {30, 360, 360, 360}).estimate(0);

      assertThat(perDay.value() * 30).isCloseTo(perMonth.value(), within(1e-4));
      assertThat(interval(perDay).upper() * 30).isCloseTo(interval(perMonth).upper(), within(1e-3));
    }

    @Test
    void nothingCountedIsAFewAtTheMost() {
      PeerEstimates none = PeerEstimates.ofRates(new long[] {0, 0}, new double[] {10, 20});

      assertThat(none.estimate(0).value()).isBetween(0.0, 0.06);
      assertThat(interval(none.estimate(0)).upper()).isBetween(0.03, 0.3);
    }

    @Test
    void noExposureLeavesTheNewcomer() {
      PeerEstimates rates = PeerEstimates.ofRates(new long[] {3, 30, 0}, new double[] {1, 12, 0});

      assertThat(rates.estimate(2)).isEqualTo(rates.newcomer());
    }
  }

  @Test
  void refusesWhatCannotBe() {
    PeerEstimates one = PeerEstimates.ofShares(new long[] {1}, new long[] {2});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.withConfidence(0))
        .withMessageContaining("confidence is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerEstimates.ofShares(new long[] {-1}, new long[] {2}))
        .withMessageContaining("-1 successes in 2 trials");
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> one.estimate(1));
  }

  @Test
  void countsOfTrillionsHaveAnInterval() {
    long[] counts = {1_000_000_000_000L, 1_000_000_000_000L, 1_000_000_000_000L};
    PeerEstimates peers = PeerEstimates.ofRates(counts, new double[] {1, 1, 1});

    assertThat(peers.estimate(0).value()).isCloseTo(1e12, within(1e7));
    assertThat(peers.estimate(0).interval().orElseThrow().contains(1e12)).isTrue();
    assertThat(peers.newcomer().interval().orElseThrow().contains(1e12)).isTrue();
  }

  @Test
  void refusesExposuresOfNoMeaning() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerEstimates.ofRates(new long[] {0}, new double[] {1e-300}))
        .withMessageContaining("a count of 0 in an exposure of 1.0E-300");
  }
}
