package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import org.junit.jupiter.api.Test;

/** What is answered where there is hardly anything to count, or very much. */
class EdgesTest {
  private static final long MANY = 1_000_000_000;

  @Test
  void aThousandMillionTrialsAllOfOneKindLeaveAlmostNoDoubt() {
    // (n+1)·p^n = 0.05
    double margin = -Math.expm1(Math.log(0.05 / (MANY + 1.0)) / MANY);
    Interval none = interval(ConfidenceSequence.proportion(Ratio.of(0, MANY), 0.95));
    Interval all = interval(ConfidenceSequence.proportion(Ratio.of(MANY, MANY), 0.95));

    assertThat(none.lower()).isZero();
    assertThat(none.upper()).isCloseTo(margin, within(1e-15));
    assertThat(all.lower()).isCloseTo(1 - margin, within(1e-15));
    assertThat(all.upper()).isEqualTo(1);
  }

  @Test
  void aSingleTrialWithoutSuccessSaysLittle() {
    // 2·(1-p) = 0.05
    assertThat(interval(ConfidenceSequence.proportion(Ratio.of(0, 1), 0.95)))
        .isEqualTo(new Interval(0, 0.975, 0.95));
  }

  @Test
  void theMeanOfOneObservationHasAnIntervalAsItsSpreadIsGiven() {
    // ρ = 1/(l + ln(1+l)) with l = 2·ln 20; half = √((1+ρ)·(ln((1+ρ)/ρ) + l))
    double l = 2 * Math.log(20);
    double rho = 1 / (l + Math.log1p(l));
    double half = Math.sqrt((1 + rho) * (Math.log((1 + rho) / rho) + l));
    Measure one = ConfidenceSequence.mean(Unit.DAYS, 1, 42, 3, 1, 0.95);

    assertThat(one.value()).isEqualTo(42);
    assertThat(interval(one).upper()).isCloseTo(42 + 3 * half, within(1e-12));
  }

  @Test
  void theMeanOfAThousandMillionObservationsIsAlmostKnown() {
    Measure many = ConfidenceSequence.mean(Unit.DAYS, MANY, 42.0 * MANY, 3, MANY, 0.95);

    assertThat(many.value()).isEqualTo(42);
    assertThat(interval(many).width() / 2 * Math.sqrt(MANY) / 3).isBetween(2.0, 3.5);
  }

  @Test
  void chartsThatHaveSeenNothingAreAtTheirTarget() {
    Cusum sums = Cusum.around(100, 10).withHeadStart(0.5);
    Ewma average = Ewma.around(100, 10);

    assertThat(sums.n()).isZero();
    assertThat(sums.upper()).isEqualTo(25).isEqualTo(sums.lower());
    assertThat(sums.signalsUp()).isFalse();
    assertThat(sums.upperRun()).isZero();
    assertThat(average.level()).isEqualTo(100);
    assertThat(average.signals()).isFalse();
  }

  @Test
  void whatIsAlwaysOnTargetNeverSignals() {
    Cusum sums = Cusum.around(0.1, 0.2);
    Ewma average = Ewma.around(0.1, 0.2);
    for (int i = 0; i < 10_000; i++) {
      assertThat(sums.add(0.1)).isFalse();
      assertThat(average.add(0.1)).isFalse();
    }

    assertThat(sums.upper()).isZero();
    assertThat(average.level()).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void aChartOfNothingHasNoCentreAndNoLimits() {
    IndividualsChart values = IndividualsChart.of(Unit.COUNT);
    RateChart rates = RateChart.ofProportion(new long[0], new long[0]);

    assertThat(values.n()).isZero();
    assertThat(values.center()).isEqualTo(Measure.noData(Unit.COUNT, 0, NoData.NOTHING_OBSERVED));
    assertThat(values.meanMovingRange().reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(values.medianMovingRange().reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(values.limits()).isEmpty();
    assertThat(values.movingRangeLimit()).isEmpty();
    assertThat(values.outside()).isEmpty();
    assertThat(values.hits(RunRule.NINE_ON_ONE_SIDE)).isEmpty();
    assertThat(rates.points()).isZero();
    assertThat(rates.center()).isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
    assertThat(rates.outside()).isEmpty();
    assertThat(rates.hits(RunRule.NINE_ON_ONE_SIDE)).isEmpty();
    assertThat(rates.variationBetween().reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(rates.laney()).isEmpty();
    assertThat(rates.limitsFor(10)).isEmpty();
  }

  @Test
  void oneWeekOfARateHasLimitsByCountingButNoVariation() {
    RateChart week = RateChart.ofProportion(new long[] {5}, new long[] {10});

    assertThat(week.center().value()).isEqualTo(0.5);
    assertThat(week.limits(0).orElseThrow().upper())
        .isCloseTo(0.5 + 3 * Math.sqrt(0.025), within(1e-15));
    assertThat(week.outside()).isEmpty();
    assertThat(week.variationBetween()).isEqualTo(Measure.noData(Unit.SCORE, 1, NoData.TOO_FEW));
  }

  private static Interval interval(Measure measure) {
    return measure.interval().orElseThrow();
  }
}
