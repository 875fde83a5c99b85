package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class UncertainPipelineTest {
  @Test
  void ofASingleDealIsItsWinRateWithTheJeffreysInterval() {
    Measure attainment =
        UncertainPipeline.of(new long[] {1_000}, new int[1], new long[] {7}, new long[] {13})
            .attainment(800, 0.9, 5);

    BetaDistribution posterior = BetaDistribution.of(7.5, 13.5);
    Interval interval = attainment.interval().orElseThrow();
    assertThat(attainment.value()).isCloseTo(7.5 / 21, within(1e-4));
    assertThat(attainment.n()).isEqualTo(20);
    assertThat(interval.lower())
        .isCloseTo(posterior.inverseCumulativeProbability(0.05), within(2e-3));
    assertThat(interval.upper())
        .isCloseTo(posterior.inverseCumulativeProbability(0.95), within(2e-3));
  }

  @Test
  void dealsThatShareARateAreLuckyTogether() {
    // both won: E[r²] = a(a+1)/(n(n+1)) and not E[r]², for the posterior Beta(1.5, 1.5)
    UncertainPipeline pipeline =
        UncertainPipeline.of(
            new long[] {100, 100}, new int[] {0, 0}, new long[] {1}, new long[] {1});

    assertThat(pipeline.attainment(200, 0.9, 1).value())
        .isCloseTo(1.5 * 2.5 / (3 * 4), within(1e-4));
    assertThat(pipeline.atMeanRates().outcome().probabilityOfAtLeast(200).value()).isEqualTo(0.25);
  }

  @Test
  void withManyClosedDealsIsThatOfKnownRates() {
    SplittableRandom random = new SplittableRandom(3);
    long[] amounts = random.longs(60, 10_000, 500_000).toArray();
    int[] groups = random.ints(60, 0, 3).toArray();
    UncertainPipeline pipeline =
        UncertainPipeline.of(
            amounts,
            groups,
            new long[] {200_000_000, 500_000_000, 900_000_000},
            new long[] {800_000_000, 500_000_000, 100_000_000});
    long target = Math.round(pipeline.atMeanRates().mean());

    Measure attainment = pipeline.attainment(target, 0.95, 9);

    Bounds known = pipeline.atMeanRates().outcome().probabilityOfAtLeast(target);
    assertThat(attainment.value()).isCloseTo(known.value(), within(1e-3));
    assertThat(attainment.interval().orElseThrow().width()).isLessThan(1e-3);
  }

  @Test
  void isTheSameForTheSameSeedAndHardlyMovesWithAnother() {
    UncertainPipeline pipeline =
        UncertainPipeline.of(
            new long[] {500, 700, 900, 300},
            new int[] {0, 1, 1, 0},
            new long[] {4, 9},
            new long[] {6, 3});

    Measure one = pipeline.attainment(1_200, 0.9, 1);
    Measure other = pipeline.attainment(1_200, 0.9, 2);

    assertThat(pipeline.attainment(1_200, 0.9, 1)).isEqualTo(one);
    assertThat(other.value()).isCloseTo(one.value(), within(0.005));
  }

  @Test
  void narrowsAsClosedDealsComeIn() {
    long[] amounts = new long[20];
    Arrays.fill(amounts, 1_000);
    double width = 2;
    for (long closed : new long[] {5, 50, 500}) {
      Measure attainment =
          UncertainPipeline.of(
                  amounts, new int[20], new long[] {2 * closed}, new long[] {3 * closed})
              .attainment(8_000, 0.9, 4);
      assertThat(attainment.interval().orElseThrow().width()).isLessThan(width);
      width = attainment.interval().orElseThrow().width();
    }
  }

  @Test
  void isCertainWhenNothingIsMissingOrTooMuchIs() {
    UncertainPipeline pipeline =
        UncertainPipeline.of(new long[] {10}, new int[1], new long[] {1}, new long[] {1});

    assertThat(pipeline.attainment(0, 0.9, 1)).isEqualTo(Measure.of(1, Unit.RATIO, 2));
    assertThat(pipeline.attainment(11, 0.9, 1)).isEqualTo(Measure.of(0, Unit.RATIO, 2));
    UncertainPipeline empty =
        UncertainPipeline.of(new long[0], new int[0], new long[0], new long[0]);
    assertThat(empty.attainment(1, 0.9, 1)).isEqualTo(Measure.of(0, Unit.RATIO, 0));
  }

  @Test
  void takesAPriorForGroupsWithoutHistory() {
    UncertainPipeline pipeline =
        UncertainPipeline.of(new long[] {10}, new int[1], new long[] {0}, new long[] {0})
            .withPrior(2, 6);

    assertThat(pipeline.attainment(10, 0.9, 1).value()).isCloseTo(0.25, within(1e-4));
    assertThat(pipeline.attainment(10, 0.9, 1).n()).isZero();
  }

  @Test
  void refusesGroupsThatAreNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                UncertainPipeline.of(
                    new long[] {10}, new int[] {1}, new long[] {1}, new long[] {1}))
        .withMessageContaining("group of deal 0 is 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                UncertainPipeline.of(
                    new long[] {10}, new int[] {0}, new long[] {-1}, new long[] {1}))
        .withMessageContaining("won deals of group 0 is -1.0");
  }
}
