package dev.pacesetter.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class SampleSketchProperties {
  private static final double ROUNDING = 1e-14;

  /** Magnitudes over many powers of two, of both signs, with ties and zeros. */
  private static double[] observations(long seed, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    double spread = random.nextDouble() * 200;
    boolean signed = random.nextBoolean();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double magnitude = Math.pow(10, (random.nextDouble() - 0.5) * spread);
      values[i] =
          switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> i == 0 ? 1 : values[random.nextInt(i)];
            default -> signed && random.nextBoolean() ? -magnitude : magnitude;
          };
    }
    return values;
  }

  private static SampleSketch sketch(double error, double[] values, int from, int to) {
    SampleSketch sketch = SampleSketch.of(Unit.MONEY, error);
    for (int i = from; i < to; i++) {
      sketch.add(values[i]);
    }
    return sketch;
  }

  @Property
  void everyQuantileIsWithinTheStatedErrorOfAnObservation(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0.001, max = 0.25) @Scale(3) double error) {
    double[] values = observations(seed, n);
    SampleSketch sketch = sketch(error, values, 0, n);
    double exact = Sample.of(Unit.MONEY, values).quantile(QuantileType.OBSERVED, p).value();

    assertThat(sketch.relativeError()).isLessThanOrEqualTo(error);
    double bound = (sketch.relativeError() + ROUNDING) * Math.abs(exact);
    assertThat(sketch.quantile(p, 0.9).value()).isCloseTo(exact, within(bound));
  }

  @Property
  void theIntervalContainsThatOfTheSampleAndIsNoWiderThanTheErrorAllows(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @DoubleRange(min = 0, max = 1) double p) {
    double[] values = observations(seed, n);
    SampleSketch sketch = sketch(0.01, values, 0, n);
    Measure exact = Sample.of(Unit.MONEY, values).withConfidence(0.9).quantile(p);
    Measure near = sketch.quantile(p, 0.9);

    assertThat(near.interval().isPresent()).isEqualTo(exact.interval().isPresent());
    if (exact.interval().isPresent()) {
      Interval inner = exact.interval().get();
      Interval outer = near.interval().orElseThrow();
      double across = 2 * sketch.relativeError() / (1 - sketch.relativeError()) * (1 + ROUNDING);
      assertThat(outer.lower())
          .isBetween(inner.lower() - across * Math.abs(inner.lower()) - 1e-100, inner.lower());
      assertThat(outer.upper())
          .isBetween(inner.upper(), inner.upper() + across * Math.abs(inner.upper()) + 1e-100);
      assertThat(outer.contains(near.value())).isTrue();
    }
  }

  @Property
  void partsAddUpToTheWhole(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @DoubleRange(min = 0, max = 1) double cut,
      @ForAll @DoubleRange(min = 0, max = 1) double p) {
    double[] values = observations(seed, n);
    int middle = (int) (cut * n);
    SampleSketch whole = sketch(0.02, values, 0, n);
    SampleSketch first = sketch(0.02, values, 0, middle);
    SampleSketch second = sketch(0.02, values, middle, n);

    for (SampleSketch sum : new SampleSketch[] {first.plus(second), second.plus(first)}) {
      assertThat(sum.quantile(p, 0.9)).isEqualTo(whole.quantile(p, 0.9));
      assertThat(sum.minimum()).isEqualTo(whole.minimum());
      assertThat(sum.maximum()).isEqualTo(whole.maximum());
      assertClose(sum, whole, values);
    }
  }

  @Property
  void orderOfArrivalChangesNoQuantile(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @DoubleRange(min = 0, max = 1) double p) {
    double[] values = observations(seed, n);
    double[] backwards = new double[n];
    for (int i = 0; i < n; i++) {
      backwards[i] = values[n - 1 - i];
    }
    SampleSketch one = sketch(0.02, values, 0, n);
    SampleSketch other = sketch(0.02, backwards, 0, n);

    assertThat(other.quantile(p, 0.9)).isEqualTo(one.quantile(p, 0.9));
    assertClose(one, other, values);
  }

  @Property
  void meanAndSpreadAreThoseOfTheSample(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 300) int n) {
    double[] values = observations(seed, n);
    Sample sample = Sample.of(Unit.MONEY, values);
    SampleSketch sketch = sketch(0.02, values, 0, n);
    double scale = scale(values);

    assertThat(sketch.sum()).isCloseTo(sample.sum(), within(ROUNDING * n * scale));
    assertThat(sketch.mean(0.9).value()).isCloseTo(sample.mean().value(), within(ROUNDING * scale));
    assertThat(sketch.standardDeviation().value())
        .isCloseTo(sample.standardDeviation().value(), within(100 * ROUNDING * scale));
  }

  private static void assertClose(SampleSketch one, SampleSketch other, double[] values) {
    double scale = scale(values);
    assertThat(one.n()).isEqualTo(other.n());
    assertThat(one.sum()).isCloseTo(other.sum(), within(ROUNDING * values.length * scale));
    if (values.length > 1) {
      assertThat(one.standardDeviation().value())
          .isCloseTo(other.standardDeviation().value(), within(100 * ROUNDING * scale));
    }
  }

  private static double scale(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
