package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class MeanTestProperties {
  @Property
  void mirrorsWhenTheGroupsTradePlaces(
      @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> first,
      @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> second) {
    MeanTest one = of(first, second);
    MeanTest other = of(second, first);

    assertThat(other.difference(0.9).value()).isCloseTo(-one.difference(0.9).value(), within(1e-8));
    if (one.welch().isPresent() && other.welch().isPresent()) {
      assertThat(other.welch().orElseThrow().pValues().twoSided())
          .isCloseTo(one.welch().orElseThrow().pValues().twoSided(), within(1e-6));
    }
  }

  @Property
  void theIntervalExcludesZeroExactlyWhereTheTestRejects(
      @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -100, max = 100) Double> first,
      @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -100, max = 100) Double> second) {
    MeanTest test = of(first, second);
    Measure difference = test.difference(0.95);

    test.welch()
        .map(welch -> welch.pValues().twoSided())
        .filter(p -> Math.abs(p - 0.05) > 1e-9)
        .ifPresent(
            p -> assertThat(difference.interval().orElseThrow().contains(0)).isEqualTo(p > 0.05));
  }

  private static MeanTest of(List<Double> first, List<Double> second) {
    return MeanTest.of(
        Unit.COUNT,
        first.stream().mapToDouble(Double::doubleValue).toArray(),
        second.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
