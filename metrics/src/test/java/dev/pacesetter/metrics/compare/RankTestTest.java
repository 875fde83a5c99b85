package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankTestTest {
  static List<Golden> comparisons() {
    return Golden.of("two_sample", "mann_whitney");
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void agreesWithTheGoldenValues(Golden golden) {
    double[] x = Golden.doubles(golden.in("x"));
    double[] y = Golden.doubles(golden.in("y"));

    RankTest test = RankTest.of(x, y);

    golden.assertClose("u1", test.u(), golden.out("u1"));
    golden.assertClose("u2", RankTest.of(y, x).u(), golden.out("u2"));
    golden.assertClose("auc", test.superiority(), golden.out("auc"));
    golden.assertClose("cliffsDelta", test.delta(), golden.out("cliffsDelta"));
    assertClose(golden, "z", test.z());
    assertClose(golden, "zCorrected", test.zCorrected());
    assertClose(golden, "pAsymptotic", twoSided(test.z()));
    assertClose(golden, "pAsymptoticCorrected", twoSided(test.zCorrected()));
    assertClose(golden, "pExact", pValue(test.exact().map(PValues::twoSided)));
    assertClose(golden, "pExactLess", pValue(test.exact().map(PValues::less)));
    assertClose(golden, "pExactGreater", pValue(test.exact().map(PValues::greater)));
  }

  private static OptionalDouble twoSided(OptionalDouble z) {
    return z.isPresent()
        ? OptionalDouble.of(PValues.ofNormal(z.getAsDouble()).twoSided())
        : OptionalDouble.empty();
  }

  private static OptionalDouble pValue(Optional<Double> p) {
    return p.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static void assertClose(Golden golden, String name, OptionalDouble actual) {
    assertThat(actual.isPresent())
        .as("%s: whether there is %s", golden, name)
        .isEqualTo(!golden.out(name).isNull());
    actual.ifPresent(value -> golden.assertClose(name, value, golden.out(name)));
  }

  @Test
  void looksTheSameFromTheOtherSide() {
    double[] ana = {120, 90, 300, 80};
    double[] peers = {60, 70, 200, 65, 75};

    RankTest one = RankTest.of(ana, peers);
    RankTest other = RankTest.of(peers, ana);

    // pairs won by ana: 120 beats 4, 90 beats 4, 300 beats 5, 80 beats 4 of 5
    assertThat(one.u()).isEqualTo(17);
    assertThat(one.superiority()).isEqualTo(17.0 / 20);
    assertThat(other.superiority()).isEqualTo(3.0 / 20);
    // R 4.2.2: wilcox.test, exact: 0.1111111
    assertThat(one.pValue()).isEqualTo(1.0 / 9);
    assertThat(other.pValue()).isEqualTo(one.pValue());
    assertThat(one.firstN()).isEqualTo(4);
    assertThat(one.secondN()).isEqualTo(5);
  }

  @Test
  void nothingSpeaksAgainstChanceWhereAllValuesAreEqual() {
    double[] equal = new double[60];
    Arrays.fill(equal, 7);

    RankTest test = RankTest.of(equal, equal);

    assertThat(test.pValue()).isEqualTo(1);
    assertThat(test.superiority()).isEqualTo(0.5);
    assertThat(test.z()).isEmpty();
    assertThat(test.exact()).isEmpty();
    assertThat(RankTest.of(new double[] {0.0}, new double[] {-0.0}).z()).isEmpty();
  }

  @Test
  void comparesASingleValueWithASingleOne() {
    assertThat(RankTest.of(new double[] {2}, new double[] {1}).pValue()).isEqualTo(1);
  }

  @Test
  void isApproximateWithTiesAndBeyond2500Pairs() {
    double[] fifty = IntStream.range(0, 50).asDoubleStream().toArray();
    double[] others = IntStream.range(0, 51).mapToDouble(i -> i + 0.5).toArray();

    assertThat(RankTest.of(fifty, others).exact()).isEmpty();
    assertThat(RankTest.of(fifty, Arrays.copyOf(others, 50)).exact()).isPresent();
    assertThat(RankTest.of(fifty, new double[] {3}).exact()).isEmpty();
  }

  @Test
  void refusesEmptyGroupsAndWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankTest.of(new double[0], new double[] {1}))
        .withMessageContaining("0 with 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankTest.of(new double[] {1}, new double[] {2, Double.NaN}))
        .withMessageContaining("value 1 of the second group is NaN");
  }
}
