package dev.pacesetter.division;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.Doubles;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * Divides a whole number in proportion to weights, so that the parts add up to it.
 *
 * <p>By largest remainder every part is the floor or the ceiling of its quota; but one unit more in
 * all may cost somebody a unit. By divisors that never happens, though a part may lie further from
 * its quota: {@link Method} says which is which.
 *
 * <p>The quota of part i is {@code q(i) = total · w(i) / Σw}. Everybody gets {@code ⌊q(i)⌋}; the
 * units left over go one each to the largest remainders {@code q(i) - ⌊q(i)⌋}, equal remainders to
 * the lowest index. The arithmetic is exact, whatever the weights. A negative total is divided by
 * magnitude.
 *
 * @see <a href="https://doi.org/10.1007/978-3-319-64707-4">Pukelsheim, Proportional Representation
 *     (2017), section 5.6: the quota method with fit by greatest remainders, Hamilton's</a>
 */
public final class Apportionment {
  /** How units are given out. */
  public enum Method {
    /** Floors of quotas, then one each by largest remainder: within one unit of the quota. */
    LARGEST_REMAINDER,
    /**
     * Each unit goes where {@code w / (n + 1)} is largest, n units being there already: a unit more
     * in all takes from nobody, and nobody gets less than the floor of their quota. Favours the
     * large.
     */
    DHONDT,
    /**
     * Each unit goes where {@code w / (2n + 1)} is largest: a unit more in all takes from nobody,
     * and neither large nor small are favoured.
     */
    SAINTE_LAGUE
  }

  /** A double tells so many bits apart, but for a few that scaling leaves. */
  private static final int RESOLVED_BITS = 48;

  private static final int LEAST_BITS = 4;
  private static final int MOST_BITS = 24;

  private final long[] floors;
  private final int[] ranking;

  private Apportionment(long[] floors, int[] ranking) {
    this.floors = floors;
    this.ranking = ranking;
  }

  /**
   * Divides a total by largest remainder.
   *
   * @param total what to divide, up to {@link Long#MAX_VALUE} either way from 0; half as much by
   *     {@link Method#SAINTE_LAGUE}
   * @param weights finite, at least 0, not all 0; a weight of 0 gets 0
   * @return the parts, which add up to {@code total}
   * @throws IllegalArgumentException if a weight is negative or not finite, none is above 0, or the
   *     total is out of range
   */
  public static long[] largestRemainder(long total, double[] weights) {
    return divide(total, weights, Method.LARGEST_REMAINDER);
  }

  /**
   * Divides a total by largest remainder.
   *
   * @param total what to divide, up to {@link Long#MAX_VALUE} either way from 0; half as much by
   *     {@link Method#SAINTE_LAGUE}
   * @param weights at least 0, not all 0; a weight of 0 gets 0
   * @return the parts, which add up to {@code total}
   * @throws IllegalArgumentException if a weight is negative, none is above 0, or the total is out
   *     of range
   */
  public static long[] largestRemainder(long total, long[] weights) {
    checkTotal(total, Method.LARGEST_REMAINDER);
    return shares(
        total, Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
  }

  /**
   * Divides a total.
   *
   * @param total what to divide, up to {@link Long#MAX_VALUE} either way from 0; half as much by
   *     {@link Method#SAINTE_LAGUE}
   * @param weights finite, at least 0, not all 0; a weight of 0 gets 0
   * @param method how units are given out; equal claims are met by lowest index
   * @return the parts, which add up to {@code total}
   * @throws IllegalArgumentException if a weight is negative or not finite, none is above 0, or the
   *     total is out of range
   */
  public static long[] divide(long total, double[] weights, Method method) {
    checkTotal(total, method);
    BigInteger[] exact = exact(weights);
    return switch (method) {
      case LARGEST_REMAINDER -> shares(total, exact);
      case DHONDT -> new Divisors(exact, 1, 1).divide(total);
      case SAINTE_LAGUE -> new Divisors(exact, 2, 1).divide(total);
    };
  }

  /**
   * Returns whether equal claims were met by lowest index: whether another order of the weights
   * could have given somebody else a unit.
   *
   * @param total what to divide, up to {@link Long#MAX_VALUE} either way from 0; half as much by
   *     {@link Method#SAINTE_LAGUE}
   * @param weights finite, at least 0, not all 0
   * @param method how units are given out
   * @return whether the last unit given and the next that was not had equal claims
   * @throws IllegalArgumentException if a weight is negative or not finite, none is above 0, or the
   *     total is out of range
   */
  public static boolean isTied(long total, double[] weights, Method method) {
    checkTotal(total, method);
    BigInteger[] exact = exact(weights);
    return switch (method) {
      case LARGEST_REMAINDER -> isTied(Math.absExact(total), exact);
      case DHONDT -> new Divisors(exact, 1, 1).isTied(Math.absExact(total));
      case SAINTE_LAGUE -> new Divisors(exact, 2, 1).isTied(Math.absExact(total));
    };
  }

  private static void checkTotal(long total, Method method) {
    long most = method == Method.SAINTE_LAGUE ? Long.MAX_VALUE / 2 : Long.MAX_VALUE;
    checkArgument(
        total >= -most && total <= most,
        "the total is %s; from -%s to %s can be divided",
        total,
        most,
        most);
  }

  private static boolean isTied(long total, BigInteger[] weights) {
    Apportionment quotas = quotas(total, weights);
    int left = Math.toIntExact(total - Arrays.stream(quotas.floors).sum());
    if (left == 0) {
      return false;
    }
    BigInteger sum = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger last = remainder(total, weights[quotas.ranking[left - 1]], sum);
    return left < quotas.ranking.length
        && last.equals(remainder(total, weights[quotas.ranking[left]], sum));
  }

  private static BigInteger remainder(long total, BigInteger weight, BigInteger sum) {
    return BigInteger.valueOf(total).multiply(weight).remainder(sum);
  }

  /** Returns floors and ranking of the quotas of a total that is not negative. */
  static Apportionment quotas(long total, double[] weights) {
    return quotas(total, exact(weights));
  }

  /**
   * The same for weights that were scaled: remainders that differ by no more than scaling leaves
   * are equal, so that names decide between them and not the last bits.
   */
  static Apportionment nearQuotas(long total, double[] weights) {
    int bits = Math.max(LEAST_BITS, RESOLVED_BITS - (Long.SIZE - Long.numberOfLeadingZeros(total)));
    return quotas(
        total,
        exact(weights),
        (remainder, sum) ->
            remainder
                .shiftLeft(Math.min(bits, MOST_BITS) + 1)
                .divide(sum)
                .add(BigInteger.ONE)
                .shiftRight(1));
  }

  /** Returns the floor of every quota. */
  long[] floors() {
    return floors;
  }

  /** Returns the parts with a remainder, the largest remainder first, then lowest index. */
  int[] ranking() {
    return ranking;
  }

  private static long[] shares(long total, BigInteger[] weights) {
    Apportionment magnitude = quotas(Math.absExact(total), weights);
    long[] parts = magnitude.floors;
    long left = Math.absExact(total) - Arrays.stream(parts).sum();
    for (int rank = 0; rank < left; rank++) {
      parts[magnitude.ranking[rank]]++;
    }
    if (total < 0) {
      Arrays.setAll(parts, part -> -parts[part]);
    }
    return parts;
  }

  static Apportionment quotas(long total, BigInteger[] weights) {
    return quotas(total, weights, (remainder, sum) -> remainder);
  }

  private static Apportionment quotas(
      long total, BigInteger[] weights, BinaryOperator<BigInteger> claim) {
    BigInteger sum = BigInteger.ZERO;
    for (int part = 0; part < weights.length; part++) {
      checkArgument(
          weights[part].signum() >= 0,
          "weight %s is %s; it must be at least 0",
          part,
          weights[part]);
      sum = sum.add(weights[part]);
    }
    checkArgument(
        sum.signum() > 0,
        "%s cannot be divided by %s weights without one above 0",
        total,
        weights.length);
    long[] floors = new long[weights.length];
    BigInteger[] claims = new BigInteger[weights.length];
    for (int part = 0; part < weights.length; part++) {
      BigInteger[] quota =
          BigInteger.valueOf(total).multiply(weights[part]).divideAndRemainder(sum);
      floors[part] = quota[0].longValueExact();
      claims[part] = quota[1].signum() == 0 ? quota[1] : claim.apply(quota[1], sum);
    }
    int[] ranking =
        IntStream.range(0, weights.length)
            .filter(part -> claims[part].signum() > 0)
            .boxed()
            .sorted(
                Comparator.comparing((Integer part) -> claims[part], Comparator.reverseOrder())
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Apportionment(floors, ranking);
  }

  /** Returns whole numbers in exactly the proportions of the doubles. */
  private static BigInteger[] exact(double[] weights) {
    checkArgument(
        Arrays.stream(weights).allMatch(Double::isFinite),
        "the weights are %s; each must be finite",
        Doubles.asList(weights));
    BigDecimal[] decimals = new BigDecimal[weights.length];
    int scale = 0;
    for (int part = 0; part < weights.length; part++) {
      decimals[part] = new BigDecimal(weights[part]);
      scale = Math.max(scale, decimals[part].scale());
    }
    BigInteger[] whole = new BigInteger[weights.length];
    for (int part = 0; part < weights.length; part++) {
      whole[part] = decimals[part].setScale(scale).unscaledValue();
    }
    return whole;
  }
}
