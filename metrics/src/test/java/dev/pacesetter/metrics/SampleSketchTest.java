package dev.pacesetter.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SampleSketchTest {
  /** The middle of the bucket from 1 to 65/64, in which 1 is counted. */
  private static final double NEAR_ONE = 130.0 / 129;

  private static SampleSketch of(double... observations) {
    SampleSketch sketch = SampleSketch.of(Unit.MONEY, 0.01);
    DoubleStream.of(observations).forEach(sketch::add);
    return sketch;
  }

  @Test
  void aQuantileIsTheMiddleOfTheBucketOfAnObservation() {
    // the buckets of 100 are wide a 64th of 64: from 100 to 101, whose harmonic mean is 20200/201
    SampleSketch sketch = of(1, 100, 1_000);

    assertThat(sketch.relativeError()).isEqualTo(1.0 / 129);
    assertThat(sketch.quantile(0.5, 0.95).value()).isCloseTo(20_200.0 / 201, within(1e-12));
  }

  @Test
  void extremesAndMeanAreExact() {
    SampleSketch sketch = of(3, -7, 1_234.5, 0);

    assertThat(sketch.minimum()).hasValue(-7);
    assertThat(sketch.maximum()).hasValue(1_234.5);
    assertThat(sketch.quantile(0, 0.95).value()).isEqualTo(-7);
    assertThat(sketch.quantile(1, 0.95).value()).isEqualTo(1_234.5);
    assertThat(sketch.sum()).isEqualTo(1_230.5);
    assertThat(sketch.mean(0.95).value()).isEqualTo(1_230.5 / 4);
  }

  @Test
  void meanAndSpreadAreThoseOfTheSample() {
    double[] values = {3, -7, 1_234.5, 0, 12, 12};
    Sample sample = Sample.of(Unit.MONEY, values);
    SampleSketch sketch = of(values);

    assertThat(sketch.standardDeviation().value())
        .isCloseTo(sample.standardDeviation().value(), within(1e-12));
    assertThat(sketch.mean(0.95).interval().orElseThrow().upper())
        .isCloseTo(sample.mean().interval().orElseThrow().upper(), within(1e-12));
  }

  @Test
  void theIntervalOfTheMedianReachesToTheEndsOfTheBuckets() {
    // of ten, from the second smallest to the second largest: Sample says [2, 9]
    Interval interval =
        of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).quantile(0.5, 0.95).interval().orElseThrow();

    assertThat(interval).isEqualTo(new Interval(2, 9.125, 0.95));
  }

  @Test
  void aNegativeObservationIsAsNearAsAPositiveOne() {
    double positive = of(1, 100, 1_000).quantile(0.5, 0.95).value();

    assertThat(of(-1, -100, -1_000).quantile(0.5, 0.95).value()).isEqualTo(-positive);
  }

  @Nested
  class AtTheEdges {
    @Test
    void nothingObservedIsNoData() {
      SampleSketch sketch = of();
      Measure none = Measure.noData(Unit.MONEY, 0, NoData.NOTHING_OBSERVED);

      assertThat(sketch.mean(0.95)).isEqualTo(none);
      assertThat(sketch.standardDeviation()).isEqualTo(none);
      assertThat(sketch.quantile(0.5, 0.95)).isEqualTo(none);
      assertThat(sketch.minimum()).isEmpty();
      assertThat(sketch.maximum()).isEmpty();
      assertThat(sketch.sum()).isZero();
      assertThat(sketch.plus(of()).mean(0.95)).isEqualTo(none);
    }

    @Test
    void oneObservationIsItselfAndSaysNothingAboutSpread() {
      SampleSketch sketch = of(7);

      assertThat(sketch.mean(0.95)).isEqualTo(Measure.of(7, Unit.MONEY, 1));
      assertThat(sketch.quantile(0.5, 0.95)).isEqualTo(Measure.of(7, Unit.MONEY, 1));
      assertThat(sketch.standardDeviation())
          .isEqualTo(Measure.noData(Unit.MONEY, 1, NoData.TOO_FEW));
    }

    @Test
    void equalObservationsHaveNoSpread() {
      SampleSketch sketch = of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
      Interval point = new Interval(0.1, 0.1, 0.95);

      assertThat(sketch.standardDeviation().value()).isZero();
      assertThat(sketch.mean(0.95)).isEqualTo(Measure.of(0.1, Unit.MONEY, 6).withInterval(point));
      assertThat(sketch.quantile(0.5, 0.95))
          .isEqualTo(Measure.of(0.1, Unit.MONEY, 6).withInterval(point));
    }

    @Test
    void zerosAreExactWhicheverTheirSign() {
      assertThat(of(-0.0, 0.0, 0.0).quantile(0.5, 0.95).value()).isZero();
      assertThat(of(-0.0).minimum()).hasValue(0.0);
    }

    @Test
    void aMagnitudeThatVanishesCountsAsZero() {
      assertThat(of(-1, 1e-101, 1).quantile(0.5, 0.95).value()).isZero();
    }

    @Test
    void theLargestObservationsStayFinite() {
      SampleSketch sketch = of(-1e100, 1e100);

      assertThat(sketch.mean(0.95).value()).isZero();
      assertThat(sketch.standardDeviation().value()).isCloseTo(Math.sqrt(2) * 1e100, within(1e85));
    }

    @Test
    void aThousandMillionObservationsHaveAnInterval() {
      SampleSketch sketch = of(1, 2);
      for (int times = 0; times < 29; times++) {
        sketch = sketch.plus(sketch);
      }

      assertThat(sketch.n()).isEqualTo(1 << 30);
      assertThat(sketch.mean(0.95).value()).isEqualTo(1.5);
      assertThat(sketch.standardDeviation().value()).isCloseTo(0.5, within(1e-9));
      assertThat(sketch.quantile(0.5, 0.95))
          .isEqualTo(
              Measure.of(NEAR_ONE, Unit.MONEY, 1 << 30).withInterval(new Interval(1, 2, 0.95)));
    }

    @Test
    void beyondTwoThousandMillionThereIsAQuantileWithoutInterval() {
      SampleSketch sketch = of(1, 2);
      for (int times = 0; times < 40; times++) {
        sketch = sketch.plus(sketch);
      }

      assertThat(sketch.quantile(0.25, 0.95)).isEqualTo(Measure.of(NEAR_ONE, Unit.MONEY, 1L << 41));
      assertThat(sketch.quantile(0.75, 0.95)).isEqualTo(Measure.of(2, Unit.MONEY, 1L << 41));
    }
  }

  @Nested
  class Refuses {
    @Test
    void whatIsNotANumberOrTooLarge() {
      SampleSketch sketch = of(1);

      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e101}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> sketch.add(bad))
            .withMessage(
                "SampleSketch observation 1 is " + bad + "; it must be from -1e100 to 1e100");
      }
      assertThat(sketch.n()).isOne();
    }

    @Test
    void anErrorOutOfRange() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSketch.of(Unit.DAYS, 0))
          .withMessage("SampleSketch relative error is 0.0; it must be from 0.0001 to 0.25");
    }

    @Test
    void sketchesOfAnotherKind() {
      SampleSketch sketch = of();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> sketch.plus(SampleSketch.of(Unit.DAYS, 0.01)))
          .withMessageContaining("must be the same");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sketch.plus(SampleSketch.of(Unit.MONEY, 0.1)))
          .withMessageContaining("must be the same");
    }

    @Test
    void quantilesAndLevelsOutOfRange() {
      SampleSketch sketch = of(1);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> sketch.quantile(1.5, 0.95))
          .withMessage("SampleSketch quantile is 1.5; it must be from 0 to 1");
      assertThatIllegalArgumentException().isThrownBy(() -> sketch.quantile(0.5, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> sketch.mean(0));
    }
  }
}
