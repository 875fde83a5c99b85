package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class MultipleTestingProperties {
  @Property
  void neverMakesATestMoreConvincingAndKeepsItsRank(
      @ForAll MultipleTesting method,
      @ForAll @Size(max = 50) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] p = toArray(values);
    double[] adjusted = method.adjust(p);

    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isBetween(p[i], 1.0);
      for (int j = 0; j < p.length; j++) {
        if (p[i] <= p[j]) {
          assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
        }
      }
    }
  }

  @Property
  void theOrderOfTheTestsDoesNotMatter(
      @ForAll MultipleTesting method,
      @ForAll @Size(max = 50) List<@DoubleRange(min = 0, max = 1) Double> values,
      @ForAll long seed) {
    double[] adjusted = method.adjust(toArray(values));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    double[] shuffled = method.adjust(order.stream().mapToDouble(values::get).toArray());

    for (int i = 0; i < shuffled.length; i++) {
      assertThat(shuffled[i]).isEqualTo(adjusted[order.get(i)]);
    }
  }

  @Property
  void whoeverPromisesMoreFindsLess(
      @ForAll @Size(max = 50) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] p = toArray(values);
    double[] bonferroni = MultipleTesting.BONFERRONI.adjust(p);
    double[] holm = MultipleTesting.HOLM.adjust(p);
    double[] hochberg = MultipleTesting.HOCHBERG.adjust(p);
    double[] rate = MultipleTesting.BENJAMINI_HOCHBERG.adjust(p);

    for (int i = 0; i < p.length; i++) {
      assertThat(holm[i]).isLessThanOrEqualTo(bonferroni[i]);
      assertThat(hochberg[i]).isLessThanOrEqualTo(holm[i]);
      assertThat(rate[i]).isLessThanOrEqualTo(hochberg[i] * (1 + 1e-15));
    }
  }

  private static double[] toArray(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
