package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProportionTestProperties {
  @Property
  void equalsTheExactRationalSum(
      @ForAll @IntRange(min = 1, max = 80) int trials,
      @ForAll @IntRange(min = 0, max = 80) int wanted,
      @ForAll @IntRange(min = 1, max = 39) int fortieths) {
    int successes = Math.min(wanted, trials);
    BigInteger[] weight = new BigInteger[trials + 1];
    BigInteger choose = BigInteger.ONE;
    for (int k = 0; k <= trials; k++) {
      weight[k] =
          choose
              .multiply(BigInteger.valueOf(fortieths).pow(k))
              .multiply(BigInteger.valueOf(40 - fortieths).pow(trials - k));
      choose = choose.multiply(BigInteger.valueOf(trials - k)).divide(BigInteger.valueOf(k + 1));
    }
    BigInteger asRare = BigInteger.ZERO;
    for (BigInteger w : weight) {
      asRare = w.compareTo(weight[successes]) <= 0 ? asRare.add(w) : asRare;
    }
    double exact =
        new BigDecimal(asRare)
            .divide(new BigDecimal(BigInteger.valueOf(40).pow(trials)), new MathContext(30))
            .doubleValue();

    assertThat(ProportionTest.twoSided(successes, trials, fortieths / 40.0))
        .isCloseTo(exact, within(1e-11 * exact + 1e-300));
  }
}
