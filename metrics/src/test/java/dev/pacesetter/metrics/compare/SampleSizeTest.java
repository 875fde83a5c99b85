package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
  @Nested
  class ForARate {
    @Test
    void followsTheFormula() {
      // ((1.959964 * 0.5 + 0.841621 * sqrt(0.24)) / 0.1)^2 = 193.85
      assertThat(SampleSize.forProportion(0.5, 0.1, 0.05, 0.8)).isEqualTo(194);
      // symmetric about one half
      assertThat(SampleSize.forProportion(0.5, -0.1, 0.05, 0.8)).isEqualTo(194);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.1", "0.63, -0.15", "0.3, 0.1", "0.3, -0.1", "0.2, 0.2", "0.63, 0.12"})
    void theExactTestThenSeesTheDifferenceAboutAsOftenAsPromised(double expected, double by) {
      int n = (int) SampleSize.forProportion(expected, by, 0.05, 0.8);
      BinomialDistribution truth = BinomialDistribution.of(n, expected + by);
      double power = 0;
      for (int x = 0; x <= n; x++) {
        power += ProportionTest.twoSided(x, n, expected) <= 0.05 ? truth.probability(x) : 0;
      }

      assertThat(power).isBetween(0.72, 0.88);
    }

    @Test
    void saturatesForDifferencesNobodyCanSee() {
      assertThat(SampleSize.forProportion(0.5, 1e-12, 0.05, 0.8)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void refusesRatesThatCannotBe() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSize.forProportion(0.9, 0.2, 0.05, 0.8))
          .withMessageContaining("0.9 + 0.2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSize.forProportion(0.5, 0, 0.05, 0.8));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSize.forProportion(0, 0.2, 0.05, 0.8));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSize.forProportion(0.5, 0.2, 0, 0.8));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSize.forProportion(0.5, 0.2, 0.05, 1));
    }
  }

  @Nested
  class ForAMean {
    @Test
    void agreesWithTheExactComputation() {
      // R 4.2.2: power.t.test(delta=0.5, power=0.8, type="one.sample")$n is 33.37
      assertThat(SampleSize.forMean(0.5, 0.05, 0.8)).isEqualTo(34);
      assertThat(SampleSize.forMean(-0.5, 0.05, 0.8)).isEqualTo(34);
    }

    @Test
    void needsTwoToSeeAnySpread() {
      assertThat(SampleSize.forMean(100, 0.5, 0.5)).isEqualTo(2);
    }

    @Test
    void refusesNoEffect() {
      assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.forMean(0, 0.05, 0.8));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSize.forMean(Double.NaN, 0.05, 0.8));
    }
  }

  @Nested
  class ForTwoGroups {
    @Test
    void agreesWithR() {
      // R 4.2.2: power.prop.test(p1=.50, p2=.75, power=.90)$n is 76.7; (.15, .30, .80) is 120.5
      assertThat(SampleSize.forTwoProportions(0.5, 0.75, 0.05, 0.9)).isEqualTo(77);
      assertThat(SampleSize.forTwoProportions(0.75, 0.5, 0.05, 0.9)).isEqualTo(77);
      assertThat(SampleSize.forTwoProportions(0.15, 0.3, 0.05, 0.8)).isEqualTo(121);
      // power.t.test(power=.80, delta=.5)$n is 63.8; (.90, 1) is 22.02, the formula says 21.98
      assertThat(SampleSize.forTwoMeans(0.5, 0.05, 0.8)).isEqualTo(64);
      assertThat(SampleSize.forTwoMeans(-1, 0.05, 0.9)).isEqualTo(22);
    }

    @Test
    void refusesEqualGroups() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSize.forTwoProportions(0.3, 0.3, 0.05, 0.8))
          .withMessageContaining("0.3 and 0.3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSize.forTwoProportions(0.3, 1.1, 0.05, 0.8));
      assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.forTwoMeans(0, 0.05, 0.8));
    }
  }

  @Test
  void saysHowManyAreMissing() {
    assertThat(SampleSize.missing(194, 160)).isEqualTo(34);
    assertThat(SampleSize.missing(194, 200)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.missing(-1, 2))
        .withMessageContaining("needs -1");
  }

  @Nested
  class ForRanks {
    @Test
    void followsNoether() {
      // Noether (1987): (1.959964 + 0.841621)^2 / (12 * 1/4 * 0.2^2) = 65.4 in two equal groups
      assertThat(SampleSize.forRanks(0.7, 33, 0.05, 0.8)).hasValue(33);
      assertThat(SampleSize.forRanks(0.3, 33, 0.05, 0.8)).hasValue(33);
    }

    @Test
    void morePeersMakeItEasierUpToALimit() {
      // without limit: 7.8489 / (12 * 0.04) = 16.35
      assertThat(SampleSize.forRanks(0.7, 1_000_000_000, 0.05, 0.8)).hasValue(17);
    }

    @Test
    void knowsWhenNoNumberIsEnough() {
      assertThat(SampleSize.forRanks(0.7, 16, 0.05, 0.8)).isEmpty();
    }

    @Test
    void refusesNoSuperiority() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleSize.forRanks(0.5, 10, 0.05, 0.8));
      assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.forRanks(0.7, 0, 0.05, 0.8));
    }
  }
}
