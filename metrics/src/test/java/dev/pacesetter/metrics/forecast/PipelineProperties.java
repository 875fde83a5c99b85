package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PipelineProperties {
  private static final long[] STEPS = {1, 7, 100, 500, 2_500};

  private static Pipeline pipeline(int deals, SplittableRandom random) {
    long step = STEPS[random.nextInt(STEPS.length)];
    long[] amounts = random.longs(deals, 0, 40).map(a -> a * step).toArray();
    double[] probabilities = random.doubles(deals).toArray();
    if (deals > 2) {
      probabilities[0] = 0;
      probabilities[1] = 1;
    }
    return Pipeline.of(amounts, probabilities);
  }

  @Property
  void probabilitiesAddUpToOneAndHaveTheMomentsOfTheFormulas(
      @ForAll @IntRange(min = 0, max = 60) int deals, @ForAll long seed) {
    Pipeline pipeline = pipeline(deals, new SplittableRandom(seed));
    PipelineOutcome outcome = pipeline.outcome();

    double sum = 0;
    double mean = 0;
    for (int i = 0; i < outcome.totals(); i++) {
      sum += outcome.probability(i);
      mean += outcome.total(i) * outcome.probability(i);
    }
    double variance = 0;
    double cubes = 0;
    for (int i = 0; i < outcome.totals(); i++) {
      double deviation = outcome.total(i) - mean;
      variance += deviation * deviation * outcome.probability(i);
      cubes += deviation * deviation * deviation * outcome.probability(i);
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(mean).isCloseTo(pipeline.mean(), within(1e-10 * (1 + pipeline.mean())));
    assertThat(variance).isCloseTo(pipeline.variance(), within(1e-9 * (1 + pipeline.variance())));
    if (pipeline.skewness().isPresent()) {
      double scale = Math.pow(pipeline.variance(), 1.5);
      assertThat(cubes / scale).isCloseTo(pipeline.skewness().getAsDouble(), within(1e-6));
    }
  }

  @Property
  void convolvingTwoHalvesGivesTheWhole(
      @ForAll @IntRange(min = 0, max = 20) int one,
      @ForAll @IntRange(min = 0, max = 20) int two,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Pipeline left = pipeline(one, random);
    Pipeline right = pipeline(two, random);
    PipelineOutcome a = left.outcome();
    PipelineOutcome b = right.outcome();
    TreeMap<Long, Double> convolved = new TreeMap<>();
    for (int i = 0; i < a.totals(); i++) {
      for (int j = 0; j < b.totals(); j++) {
        convolved.merge(a.total(i) + b.total(j), a.probability(i) * b.probability(j), Double::sum);
      }
    }

    PipelineOutcome whole = left.plus(right).outcome();

    assertThat(whole.totals()).isEqualTo(convolved.size());
    int i = 0;
    for (var total : convolved.entrySet()) {
      assertThat(whole.total(i)).isEqualTo(total.getKey());
      assertThat(whole.probability(i)).isCloseTo(total.getValue(), within(1e-13));
      i++;
    }
  }

  @Property
  void theSurvivalFunctionFallsFromOneToZeroAndQuantilesInvertIt(
      @ForAll @IntRange(min = 0, max = 40) int deals, @ForAll long seed) {
    Pipeline pipeline = pipeline(deals, new SplittableRandom(seed));
    PipelineOutcome outcome = pipeline.outcome();

    double before = 1;
    for (int i = 0; i < outcome.totals(); i++) {
      double atLeast = outcome.probabilityOfAtLeast(outcome.total(i)).value();
      assertThat(atLeast).isLessThanOrEqualTo(before);
      before = atLeast;
    }
    long last = outcome.total(outcome.totals() - 1);
    assertThat(outcome.probabilityOfAtLeast(0).value()).isEqualTo(1);
    assertThat(outcome.probabilityOfAtLeast(last + 1).value()).isZero();
    for (double p = 0.05; p < 1; p += 0.05) {
      long quantile = Math.round(outcome.quantile(p).value());
      assertThat(1 - outcome.probabilityOfAtLeast(quantile + 1).value())
          .isGreaterThanOrEqualTo(p - 1e-9);
      assertThat(1 - outcome.probabilityOfAtLeast(quantile).value()).isLessThan(p + 1e-9);
    }
  }

  @Property
  void roundedBracketsHoldTheExactAnswers(
      @ForAll @IntRange(min = 1, max = 40) int deals, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Pipeline pipeline = pipeline(deals, random);
    PipelineOutcome exact = pipeline.outcome();
    PipelineOutcome rounded = pipeline.outcome(16);

    for (double p = 0.1; p < 1; p += 0.2) {
      double quantile = exact.quantile(p).value();
      long target = Math.round(quantile);
      assertThat(rounded.quantile(p).contains(quantile)).isTrue();
      holds(rounded.probabilityOfAtLeast(target), exact.probabilityOfAtLeast(target).value(), 1);
      holds(
          rounded.expectedShortfall(target), exact.expectedShortfall(target).value(), 1.0 + target);
    }
  }

  private static void holds(Bounds bracket, double exact, double scale) {
    assertThat(bracket.lower()).isLessThanOrEqualTo(exact + 1e-12 * scale);
    assertThat(bracket.upper()).isGreaterThanOrEqualTo(exact - 1e-12 * scale);
  }

  @Property
  void theOrderOfDealsChangesNothing(
      @ForAll @IntRange(min = 1, max = 30) int deals, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] amounts = random.longs(deals, 1, 1_000_000_000_000L).toArray();
    double[] probabilities = random.doubles(deals).toArray();
    long[] backward = new long[deals];
    double[] theirs = new double[deals];
    Arrays.setAll(backward, i -> amounts[deals - 1 - i]);
    Arrays.setAll(theirs, i -> probabilities[deals - 1 - i]);

    long target = Math.round(Pipeline.of(amounts, probabilities).mean());
    Bounds one = Pipeline.of(amounts, probabilities).outcome(1 << 14).probabilityOfAtLeast(target);
    Bounds other = Pipeline.of(backward, theirs).outcome(1 << 14).probabilityOfAtLeast(target);

    assertThat(other.lower()).isCloseTo(one.lower(), within(1e-9));
    assertThat(other.upper()).isCloseTo(one.upper(), within(1e-9));
  }
}
