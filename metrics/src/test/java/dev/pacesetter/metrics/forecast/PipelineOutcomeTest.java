package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineOutcomeTest {
  static List<Golden> distributions() {
    return Golden.of("pipeline", "total_distribution");
  }

  static List<Golden> totals() {
    return Golden.of("pipeline", "total_pmf");
  }

  static List<Golden> attainments() {
    return Golden.of("pipeline", "quota_attainment");
  }

  static List<Golden> stages() {
    return Golden.of("pipeline", "stage_weighted");
  }

  private static Pipeline pipeline(Golden golden) {
    return Pipeline.of(Golden.longs(golden.in("amounts")), Golden.doubles(golden.in("probs")));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void agreesWithTheGoldenValues(Golden golden) {
    Pipeline pipeline = pipeline(golden);
    PipelineOutcome outcome = pipeline.outcome();

    assertThat(outcome.isExact()).isTrue();
    golden.assertClose("mean", pipeline.mean(), golden.out("mean"));
    golden.assertClose("variance", pipeline.variance(), golden.out("variance"));
    assertThat(pipeline.skewness().isEmpty()).isEqualTo(golden.out("skewness").isNull());
    if (pipeline.skewness().isPresent()) {
      golden.assertClose("skewness", pipeline.skewness().getAsDouble(), golden.out("skewness"));
    }
    if (outcome.total(0) == pipeline.certain()) { // theirs leaves out what is below 2^-320
      assertThat(pipeline.certain()).isEqualTo(golden.out("minTotal").asLong());
    }
    long[] targets = Golden.longs(golden.in("targets"));
    for (int i = 0; i < targets.length; i++) {
      Bounds probability = outcome.probabilityOfAtLeast(targets[i]);
      assertThat(probability.isExact()).isTrue();
      golden.assertClose("atLeast", probability.value(), golden.out("probAtLeast").get(i));
    }
    double[] levels = Golden.doubles(golden.in("quantileProbs"));
    for (int i = 0; i < levels.length; i++) {
      JsonNode expected = golden.out("quantiles").get(i);
      if (!expected.isNull()) { // null: decided by rounding alone
        assertThat(outcome.quantile(levels[i]).value()).isEqualTo(expected.asDouble());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void bracketsTheGoldenValuesWhereAmountsAreRounded(Golden golden) {
    Pipeline pipeline = pipeline(golden);
    PipelineOutcome outcome = pipeline.outcome(16);

    long[] targets = Golden.longs(golden.in("targets"));
    for (int i = 0; i < targets.length; i++) {
      Bounds probability = outcome.probabilityOfAtLeast(targets[i]);
      double exact = golden.out("probAtLeast").get(i).asDouble();
      assertThat(probability.lower()).isLessThanOrEqualTo(exact + 1e-13);
      assertThat(probability.upper()).isGreaterThanOrEqualTo(exact - 1e-13);
    }
    double[] levels = Golden.doubles(golden.in("quantileProbs"));
    for (int i = 0; i < levels.length; i++) {
      JsonNode expected = golden.out("quantiles").get(i);
      if (!expected.isNull()) {
        assertThat(outcome.quantile(levels[i]).contains(expected.asDouble())).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("totals")
  void listsTheTotalsOfTheGoldenValues(Golden golden) {
    PipelineOutcome outcome = pipeline(golden).outcome();

    JsonNode totals = golden.out("totals");
    assertThat(outcome.totals()).isEqualTo(totals.size());
    for (int i = 0; i < totals.size(); i++) {
      assertThat(outcome.total(i)).isEqualTo(totals.get(i).asLong());
      golden.assertClose("pmf", outcome.probability(i), golden.out("pmf").get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("attainments")
  void reachesTheQuotaAsTheGoldenValuesDo(Golden golden) {
    Pipeline pipeline = pipeline(golden);
    PipelineOutcome outcome = pipeline.outcome();
    long remaining = golden.in("target").asLong() - golden.in("booked").asLong();

    golden.assertClose(
        "expected", golden.in("booked").asLong() + pipeline.mean(), golden.out("expectedTotal"));
    golden.assertClose("deviation", pipeline.standardDeviation(), golden.out("standardDeviation"));
    golden.assertClose(
        "attain", outcome.probabilityOfAtLeast(remaining).value(), golden.out("probAttain"));
    golden.assertClose(
        "shortfall", outcome.expectedShortfall(remaining).value(), golden.out("expectedShortfall"));
    golden.assertClose(
        "coverage", pipeline.weightedCoverage(remaining).value(), golden.out("weightedCoverage"));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void weighsStagesAsTheGoldenValuesDo(Golden golden) {
    int[] stages =
        Arrays.stream(Golden.longs(golden.in("stageIndex"))).mapToInt(i -> (int) i).toArray();
    StageForecast forecast =
        StageForecast.of(
            Golden.doubles(golden.in("forwardConversion")),
            Golden.longs(golden.in("amounts")),
            stages);

    for (int stage = 0; stage < forecast.stages(); stage++) {
      golden.assertClose(
          "win", forecast.winProbability(stage), golden.out("winProbability").get(stage));
      golden.assertClose(
          "expected", forecast.mean(stage), golden.out("expectedByStage").get(stage));
      assertThat(forecast.deals(stage)).isEqualTo(golden.out("countByStage").get(stage).asInt());
    }
    golden.assertClose("total", forecast.pipeline().mean(), golden.out("expectedTotal"));
    golden.assertClose("variance", forecast.pipeline().variance(), golden.out("variance"));
  }

  @Nested
  class WhenNothingIsUncertain {
    @Test
    void anEmptyPipelineBringsNothing() {
      Pipeline empty = Pipeline.of(new long[0], new double[0]);
      PipelineOutcome outcome = empty.outcome();

      assertThat(outcome.probabilityOfAtLeast(0)).isEqualTo(new Bounds(1, 1));
      assertThat(outcome.probabilityOfAtLeast(1)).isEqualTo(new Bounds(0, 0));
      assertThat(outcome.quantile(0.5)).isEqualTo(new Bounds(0, 0));
      assertThat(outcome.expectedShortfall(500)).isEqualTo(new Bounds(500, 500));
      assertThat(empty.skewness()).isEmpty();
      assertThat(empty.weightedCoverage(100).value()).isZero();
      assertThat(empty.weightedCoverage(0).isPresent()).as("target met").isFalse();
    }

    @Test
    void dealsThatAreCertainOrLostAddWhatTheyAre() {
      PipelineOutcome outcome =
          Pipeline.of(new long[] {700, 300, 99}, new double[] {1, 0, 1}).outcome();

      assertThat(outcome.totals()).isEqualTo(1);
      assertThat(outcome.total(0)).isEqualTo(799);
      assertThat(outcome.probability(0)).isEqualTo(1);
    }
  }

  @Test
  void takesAmountsOfManyDigitsToTheCent() {
    long[] amounts = {1_000_000_000_00L, 999_999_999_99L, 1};

    PipelineOutcome outcome = Pipeline.of(amounts, new double[] {0.5, 0.5, 0.5}).outcome();

    assertThat(outcome.isExact()).isTrue();
    assertThat(outcome.totals()).isEqualTo(7); // the first and the other two are equal
    assertThat(outcome.probabilityOfAtLeast(1_000_000_000_00L).value()).isEqualTo(5.0 / 8);
    assertThat(outcome.probabilityOfAtLeast(1_000_000_000_01L).value()).isEqualTo(3.0 / 8);
  }

  @Nested
  class WhenThereAreTooManyTotals {
    private final SplittableRandom random = new SplittableRandom(11);
    private final long[] amounts = random.longs(200, 100_000, 10_000_000).toArray();
    private final double[] probabilities = random.doubles(200, 0.05, 0.6).toArray();
    private final Pipeline pipeline = Pipeline.of(amounts, probabilities);

    @Test
    void theBracketHoldsWhatAFinerLatticeSays() {
      PipelineOutcome coarse = pipeline.outcome(1 << 12);
      PipelineOutcome fine = pipeline.outcome(1 << 20);

      assertThat(coarse.isExact()).isFalse();
      assertThat(fine.isExact()).isFalse();
      assertThat(fine.latticeWidth()).isLessThan(1_200);
      for (double p = 0.01; p < 1; p += 0.01) {
        long target = Math.round(fine.quantile(p).value());
        Bounds near = fine.probabilityOfAtLeast(target);
        Bounds far = coarse.probabilityOfAtLeast(target);
        assertThat(far.lower()).isLessThanOrEqualTo(near.lower());
        assertThat(far.upper()).isGreaterThanOrEqualTo(near.upper());
        assertThat(near.upper() - near.lower()).isLessThan(1e-3);
        assertThat(coarse.expectedShortfall(target).upper())
            .isGreaterThanOrEqualTo(fine.expectedShortfall(target).upper());
        assertThat(coarse.expectedShortfall(target).lower())
            .isLessThanOrEqualTo(fine.expectedShortfall(target).lower());
        assertThat(coarse.quantile(p).lower()).isLessThanOrEqualTo(fine.quantile(p).lower());
        assertThat(coarse.quantile(p).upper()).isGreaterThanOrEqualTo(fine.quantile(p).upper());
      }
    }

    @Test
    void theBracketHoldsTheExactAnswerWhereBothCanBeHad() {
      long[] few = Arrays.copyOf(amounts, 16);
      Pipeline exact = Pipeline.of(few, Arrays.copyOf(probabilities, 16));

      PipelineOutcome sure = exact.outcome();
      PipelineOutcome rounded = exact.outcome(1_000);

      assertThat(sure.isExact()).isTrue();
      assertThat(rounded.isExact()).isFalse();
      for (int i = 0; i < sure.totals(); i += 97) {
        long target = sure.total(i);
        Bounds bracket = rounded.probabilityOfAtLeast(target);
        assertThat(bracket.contains(sure.probabilityOfAtLeast(target).value())).isTrue();
        assertThat(
                rounded.expectedShortfall(target).contains(sure.expectedShortfall(target).value()))
            .isTrue();
      }
    }
  }

  @Nested
  class WhenNewDealsArrive {
    @Test
    void arrivalsOfOneAmountArePoisson() {
      PipelineOutcome outcome =
          Pipeline.of(new long[0], new double[0])
              .withNewWins(3.5, new long[] {500}, new double[] {1})
              .outcome();

      PoissonDistribution poisson = PoissonDistribution.of(3.5);
      assertThat(outcome.latticeWidth()).isEqualTo(500);
      for (int wins = 0; wins < 15; wins++) {
        assertThat(outcome.probability(wins)).isCloseTo(poisson.probability(wins), within(1e-15));
        Bounds atLeast = outcome.probabilityOfAtLeast(500L * wins);
        assertThat(atLeast.lower()).isCloseTo(poisson.survivalProbability(wins - 1), within(2e-12));
        assertThat(atLeast.upper() - atLeast.lower()).isLessThanOrEqualTo(2.1e-12);
      }
    }

    @Test
    void veryManyArrivalsNeitherOverflowNorVanish() {
      PipelineOutcome outcome =
          Pipeline.of(new long[0], new double[0])
              .withNewWins(20_000, new long[] {1, 2}, new double[] {1, 1})
              .outcome();

      // Poisson of 10000 plus twice that: mean 30000, variance 50000
      Bounds half = outcome.probabilityOfAtLeast(30_000);
      assertThat(half.value()).isCloseTo(0.5, within(0.005));
      double sum = 0;
      for (int i = 0; i < outcome.totals(); i++) {
        sum += outcome.probability(i);
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void openDealsAndArrivalsAddUp() {
      Pipeline pipeline =
          Pipeline.of(new long[] {300}, new double[] {0.25})
              .withNewWins(2, new long[] {100, 300}, new double[] {3, 1});

      // one stream of rate 1.5 and one of 0.5: at most 100 means at most one small win
      double none = Math.exp(-2);
      assertThat(pipeline.mean()).isCloseTo(75 + 150 + 150, within(1e-12));
      assertThat(1 - pipeline.outcome().probabilityOfAtLeast(101).value())
          .isCloseTo(0.75 * none * (1 + 1.5), within(1e-11));
    }

    @Test
    void theBracketHoldsTheExactAnswerWhereAmountsAreRounded() {
      Pipeline pipeline =
          Pipeline.of(new long[] {40_123, 77_777}, new double[] {0.3, 0.6})
              .withNewWins(4, new long[] {10_001, 25_003, 60_007}, new double[] {5, 3, 1});

      PipelineOutcome exact = pipeline.outcome();
      PipelineOutcome rounded = pipeline.outcome(200);

      assertThat(exact.isExact()).isTrue();
      assertThat(rounded.isExact()).isFalse();
      for (long target = 0; target < 400_000; target += 7_919) {
        Bounds sure = exact.probabilityOfAtLeast(target);
        Bounds bracket = rounded.probabilityOfAtLeast(target);
        assertThat(bracket.lower()).isLessThanOrEqualTo(sure.value() + 1e-12);
        assertThat(bracket.upper()).isGreaterThanOrEqualTo(sure.value() - 1e-12);
      }
    }
  }

  @Test
  void refusesWhatIsNoPipeline() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pipeline.of(new long[] {-1}, new double[] {0.5}))
        .withMessageContaining("amount 0 is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pipeline.of(new long[] {1}, new double[] {Double.NaN}))
        .withMessageContaining("probability 0 is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pipeline.of(new long[] {1}, new double[0]))
        .withMessageContaining("probabilities are 0; there must be 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pipeline.of(new long[] {1L << 53, 1}, new double[] {0, 0}))
        .withMessageContaining("2^53");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Pipeline.of(new long[0], new double[0])
                    .withNewWins(1, new long[] {5}, new double[] {0}))
        .withMessageContaining("none above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StageForecast.of(new double[] {0.5}, new long[] {5}, new int[] {1}))
        .withMessageContaining("stage of deal 0 is 1; there are 1 stages");
  }
}
