package dev.pacesetter.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.division.Apportionment.Method;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What each method of dividing one number promises. */
class ApportionmentProperties {

  @Property(tries = 200)
  void everyMethodAddsUp(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long total,
      @ForAll @IntRange(min = 1, max = 30) int parts,
      @ForAll Method method,
      @ForAll long seed) {
    assertThat(Arrays.stream(Apportionment.divide(total, weights(parts, seed), method)).sum())
        .isEqualTo(total);
  }

  @Property(tries = 200)
  void largestRemainderStaysWithinOneUnitOfTheQuota(
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long total,
      @ForAll @IntRange(min = 1, max = 30) int parts,
      @ForAll long seed) {
    double[] weights = weights(parts, seed);
    double sum = Arrays.stream(weights).sum();

    long[] split = Apportionment.largestRemainder(total, weights);

    for (int part = 0; part < parts; part++) {
      assertThat((double) split[part]).isCloseTo(total * weights[part] / sum, within(1.0001));
    }
  }

  @Property(tries = 300)
  void byDivisorsAUnitMoreTakesFromNobody(
      @ForAll @LongRange(min = 0, max = 2_000) long total,
      @ForAll @IntRange(min = 1, max = 20) int parts,
      @ForAll long seed) {
    double[] weights = weights(parts, seed);
    for (Method method : new Method[] {Method.DHONDT, Method.SAINTE_LAGUE}) {
      long[] less = Apportionment.divide(total, weights, method);
      long[] more = Apportionment.divide(total + 1, weights, method);
      for (int part = 0; part < parts; part++) {
        assertThat(more[part]).isGreaterThanOrEqualTo(less[part]);
      }
    }
  }

  @Property(tries = 200)
  void byDhondtNobodyGetsLessThanTheFloorOfTheQuota(
      @ForAll @LongRange(min = 0, max = 1_000_000) long total,
      @ForAll @IntRange(min = 1, max = 20) int parts,
      @ForAll long seed) {
    double[] weights = weights(parts, seed);
    double sum = Arrays.stream(weights).sum();
    long[] split = Apportionment.divide(total, weights, Method.DHONDT);
    for (int part = 0; part < parts; part++) {
      assertThat(split[part])
          .isGreaterThanOrEqualTo((long) Math.floor(total * weights[part] / sum - 1e-6));
    }
  }

  /** What divisors mean: no claim that was met is smaller than one that was not. */
  @Property(tries = 200)
  void byDivisorsTheLargestClaimsAreMet(
      @ForAll @LongRange(min = 1, max = 5_000) long total,
      @ForAll @IntRange(min = 2, max = 20) int parts,
      @ForAll long seed) {
    double[] weights = weights(parts, seed);
    long[] split = Apportionment.divide(total, weights, Method.SAINTE_LAGUE);
    double smallestMet = Double.POSITIVE_INFINITY;
    double largestUnmet = 0;
    for (int part = 0; part < parts; part++) {
      if (split[part] > 0) {
        smallestMet = Math.min(smallestMet, weights[part] / (2 * split[part] - 1));
      }
      largestUnmet = Math.max(largestUnmet, weights[part] / (2 * split[part] + 1));
    }
    assertThat(smallestMet).isGreaterThanOrEqualTo(largestUnmet * (1 - 1e-12));
  }

  private static double[] weights(int parts, long seed) {
    double[] weights = new Random(seed).doubles(parts).map(weight -> weight * weight).toArray();
    weights[0] = Math.max(weights[0], 0.1);
    return weights;
  }
}
