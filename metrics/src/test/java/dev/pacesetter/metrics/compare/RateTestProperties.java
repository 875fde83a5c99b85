package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RateTestProperties {
  @Provide
  Arbitrary<Ratio> counts() {
    return Arbitraries.integers()
        .between(0, 60)
        .flatMap(n -> Arbitraries.integers().between(0, n).map(x -> Ratio.of(x, n)));
  }

  @Property
  void exactEqualsTheRationalSum(@ForAll("counts") Ratio first, @ForAll("counts") Ratio second) {
    int n1 = (int) first.denominator();
    int n2 = (int) second.denominator();
    int successes = (int) (first.numerator() + second.numerator());
    BigInteger observed = ways(n1, (int) first.numerator(), n2, successes);
    BigInteger all = BigInteger.ZERO;
    BigInteger asRare = BigInteger.ZERO;
    for (int k = Math.max(0, successes - n2); k <= Math.min(n1, successes); k++) {
      BigInteger ways = ways(n1, k, n2, successes);
      all = all.add(ways);
      asRare = ways.compareTo(observed) <= 0 ? asRare.add(ways) : asRare;
    }
    double exact =
        new BigDecimal(asRare).divide(new BigDecimal(all), new MathContext(30)).doubleValue();

    assertThat(RateTest.of(first, second).pValue()).isCloseTo(exact, within(1e-12 * exact));
  }

  private static BigInteger ways(int n1, int k, int n2, int successes) {
    return choose(n1, k).multiply(choose(n2, successes - k));
  }

  private static BigInteger choose(int n, int k) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }

  @Property
  void mirrorsWhenTheGroupsTradePlaces(
      @ForAll("counts") Ratio first, @ForAll("counts") Ratio second) {
    RateTest one = RateTest.of(first, second);
    RateTest other = RateTest.of(second, first);

    assertThat(other.pValue()).isCloseTo(one.pValue(), within(1e-12));
    assertThat(other.exact().orElseThrow().less())
        .isCloseTo(one.exact().orElseThrow().greater(), within(1e-12));
    assertThat(other.z().isPresent()).isEqualTo(one.z().isPresent());
    assertThat(other.z().orElse(0) + one.z().orElse(0)).isZero();
  }

  @Property
  void theScoreIsThatOfPearsonsTest(@ForAll("counts") Ratio first, @ForAll("counts") Ratio second) {
    RateTest rates = RateTest.of(first, second);
    ContingencyTest table =
        ContingencyTest.of(
            new long[][] {
              {first.numerator(), first.denominator() - first.numerator()},
              {second.numerator(), second.denominator() - second.numerator()}
            });

    assertThat(table.pearson().isPresent()).isEqualTo(rates.z().isPresent());
    table
        .pearson()
        .ifPresent(
            pearson -> {
              double z = rates.z().orElseThrow();
              assertThat(pearson.statistic()).isCloseTo(z * z, within(1e-11));
              assertThat(pearson.pValue())
                  .isCloseTo(rates.approximate().orElseThrow().twoSided(), within(1e-11));
            });
  }
}
