package dev.pacesetter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class SampleProperties {
  @Property
  void orderOfArrivalChangesNotASingleBit(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
      @ForAll long seed) {
    Sample sample = Sample.of(Unit.MONEY, toArray(values));
    Collections.shuffle(values, new Random(seed));
    Sample shuffled = Sample.of(Unit.MONEY, toArray(values));

    assertThat(shuffled.sum()).isEqualTo(sample.sum());
    assertThat(shuffled.mean()).isEqualTo(sample.mean());
    assertThat(shuffled.median()).isEqualTo(sample.median());
  }

  @Property
  void everyValueLiesBetweenTheExtremesAndInsideItsInterval(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
      @ForAll @DoubleRange(min = 0, max = 1) double p) {
    double[] array = toArray(values);
    double min = Arrays.stream(array).min().orElseThrow();
    double max = Arrays.stream(array).max().orElseThrow();
    Sample sample = Sample.of(Unit.MONEY, array);

    for (Measure measure : List.of(sample.mean(), sample.median(), sample.quantile(p))) {
      assertThat(measure.value()).isBetween(min, max);
      assertThat(measure.n()).isEqualTo(array.length);
      measure
          .interval()
          .ifPresent(interval -> assertThat(interval.contains(measure.value())).isTrue());
    }
  }

  private static double[] toArray(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
