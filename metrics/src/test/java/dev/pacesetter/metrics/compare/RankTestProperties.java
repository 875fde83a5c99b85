package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RankTestProperties {
  @Property
  void countsEveryPair(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 12) Integer> first,
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 12) Integer> second) {
    double won = 0;
    for (int x : first) {
      for (int y : second) {
        won += x > y ? 1 : x == y ? 0.5 : 0;
      }
    }

    RankTest test = RankTest.of(doubles(first), doubles(second));

    assertThat(test.u()).isEqualTo(won);
    assertThat(test.superiority()).isBetween(0.0, 1.0);
    assertThat(test.delta()).isBetween(-1.0, 1.0);
  }

  @Property
  void mirrorsWhenTheGroupsTradePlaces(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 60) Integer> first,
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 60) Integer> second) {
    RankTest one = RankTest.of(doubles(first), doubles(second));
    RankTest other = RankTest.of(doubles(second), doubles(first));

    assertThat(other.superiority()).isCloseTo(1 - one.superiority(), within(1e-12));
    assertThat(other.pValue()).isCloseTo(one.pValue(), within(1e-12));
    assertThat(other.z().isPresent()).isEqualTo(one.z().isPresent());
    assertThat(other.zCorrected().orElse(0) + one.zCorrected().orElse(0)).isZero();
  }

  @Property
  void onlyTheOrderOfTheValuesMatters(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 20) Integer> first,
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 20) Integer> second) {
    RankTest plain = RankTest.of(doubles(first), doubles(second));
    RankTest stretched =
        RankTest.of(
            first.stream().mapToDouble(Math::exp).toArray(),
            second.stream().mapToDouble(Math::exp).toArray());

    assertThat(stretched.pValue()).isEqualTo(plain.pValue());
  }

  private static double[] doubles(List<Integer> values) {
    return values.stream().mapToDouble(Integer::doubleValue).toArray();
  }
}
