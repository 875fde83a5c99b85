package dev.pacesetter.metrics.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered where there is hardly anything to count, or very much. */
class EdgesTest {
  private static final long MANY = 1_000_000_000;

  /** Of n answers of one class: one more of either extreme, at 95 %. */
  @ParameterizedTest
  @CsvSource({"1", "10", "1000000000"})
  void answersAllOfOneClassHaveTheirScoreAndAnHonestInterval(long n) {
    double p = (n + 1.0) / (n + 2);
    double d = 1.0 / (n + 2);
    double margin = 100 * 1.959963984540054 * Math.sqrt(4 * p * d / (n + 2));
    Measure best = new NetPromoterScore(n, 0, 0).score(0.95);
    Measure worst = new NetPromoterScore(0, 0, n).score(0.95);

    assertThat(best.value()).isEqualTo(100);
    assertThat(worst.value()).isEqualTo(-100);
    assertThat(best.interval().orElseThrow().upper()).isEqualTo(100);
    assertThat(best.interval().orElseThrow().lower())
        .isCloseTo(100 * (p - d) - margin, within(1e-9));
    assertThat(worst.interval().orElseThrow().upper())
        .isCloseTo(-100 * (p - d) + margin, within(1e-9));
  }

  @Test
  void theUnadjustedIntervalOfOneClassHasNoWidthAsItsJavadocWarns() {
    NetPromoterScore all = new NetPromoterScore(7, 0, 0);

    assertThat(all.score(NetPromoterInterval.WALD, 0.95).interval())
        .contains(new Interval(100, 100, 0.95));
    assertThat(all.variance()).hasValue(0);
    assertThat(all.standardError()).hasValue(0);
  }

  @Test
  void oneAnswerHasNoUnbiasedError() {
    assertThat(new NetPromoterScore(1, 0, 0).unbiasedStandardError()).isEmpty();
  }

  @Test
  void satisfactionWithoutAnswersIsNoData() {
    CustomerSatisfaction none = CustomerSatisfaction.ofHistogram(0, 0, 0, 0, 0);

    assertThat(none.share(0.95)).isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
    assertThat(none.meanAnswer(0.95))
        .isEqualTo(Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED));
    assertThat(none.responseRate(0, 0.95))
        .isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
  }

  @Test
  void oneAnswerHasAMeanWithoutInterval() {
    CustomerSatisfaction one = CustomerSatisfaction.ofHistogram(0, 0, 0, 1, 0);

    assertThat(one.meanAnswer(0.95)).isEqualTo(Measure.of(4, Unit.SCORE, 1));
    assertThat(one.share(0.95)).isEqualTo(ProportionInterval.WILSON.measure(Ratio.of(1, 1), 0.95));
  }

  @ParameterizedTest
  @CsvSource({"1", "10", "1000000000"})
  void nobodyAndEverybodySatisfiedAreSharesOfZeroAndOne(long n) {
    assertThat(CustomerSatisfaction.ofHistogram(n, 0, 0, 0, 0).share(0.95))
        .isEqualTo(ProportionInterval.WILSON.measure(Ratio.of(0, n), 0.95));
    assertThat(CustomerSatisfaction.ofHistogram(0, 0, 0, 0, n).share(0.95))
        .isEqualTo(ProportionInterval.WILSON.measure(Ratio.of(n, n), 0.95));
  }

  @Test
  void weightedAnswersWithoutAnAnswerOrAWeightAreNoData() {
    WeightedNetPromoterScore none = WeightedNetPromoterScore.of(new int[0], new double[0]);
    WeightedNetPromoterScore weightless =
        WeightedNetPromoterScore.of(new int[] {9, 3}, new double[2]);

    assertThat(none.score(0.95)).isEqualTo(Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED));
    assertThat(weightless.score(0.95)).isEqualTo(Measure.noData(Unit.SCORE, 2, NoData.TOO_FEW));
    assertThat(weightless.effectiveAnswers()).isEmpty();
    assertThat(weightless.standardError()).isEmpty();
    assertThat(weightless.marginOfError(0.95)).isEmpty();
    assertThat(none.plus(weightless)).isEqualTo(weightless);
  }

  @Test
  void oneWeightedAnswerCountsAsOneWhateverItsWeight() {
    WeightedNetPromoterScore one = WeightedNetPromoterScore.of(new int[] {10}, new double[] {MANY});

    assertThat(one.effectiveAnswers()).hasValue(1);
    assertThat(one.score(0.95).value()).isEqualTo(100);
    assertThat(one.standardError()).isEmpty();
    assertThat(one.score(NetPromoterInterval.WALD, 0.95).interval()).isEmpty();
    assertThat(one.score(0.95).interval())
        .isEqualTo(new NetPromoterScore(1, 0, 0).score(0.95).interval());
  }
}
