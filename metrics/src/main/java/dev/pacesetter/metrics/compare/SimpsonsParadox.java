package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Whether two groups differ in the whole otherwise than in its parts, such as a win rate that fell
 * from one quarter to the next although it rose in every segment.
 *
 * <p>Then the mix has moved, not the people: whoever looks at the whole alone draws the wrong
 * conclusion. Directions are compared in whole numbers, without rounding; they are what was
 * observed, and whether one is more than chance is said by {@link RateTest}.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1951.tb00088.x">Simpson (1951), Journal of the
 *     Royal Statistical Society B 13:238</a>
 */
public final class SimpsonsParadox {

  /** How the strata stand to the whole. Strata in which both groups are equal point nowhere. */
  public enum Verdict {
    /** Strata point where the whole does, none points the other way; or nothing differs at all. */
    CONSISTENT,
    /** Strata point in both directions, so that the whole may point in either. */
    MIXED,
    /** Strata point one way, none the other, and the whole the other way: Simpson's paradox. */
    REVERSED,
    /** Strata point one way, none the other, and in the whole nothing is left of it. */
    HIDDEN,
    /** The whole differs, and no stratum does. */
    MIX_ONLY
  }

  /**
   * Both groups side by side.
   *
   * @param first the ratio of the first group
   * @param second the ratio of the second group
   */
  public record Comparison(Ratio first, Ratio second) {

    /**
     * Checks the ratios.
     *
     * @throws IllegalArgumentException if a denominator is negative
     */
    public Comparison {
      checkArgument(
          first.denominator() >= 0 && second.denominator() >= 0,
          "SimpsonsParadox compares %s with %s; a denominator must be at least 0",
          first,
          second);
    }

    /**
     * Returns which group is ahead.
     *
     * @return 1 when the ratio of the first group is the larger one, -1 when it is the smaller one,
     *     0 when they are equal; empty when a denominator is 0
     */
    public OptionalInt direction() {
      if (first.denominator() == 0 || second.denominator() == 0) {
        return OptionalInt.empty();
      }
      // a/b against c/d is a·d against c·b, in 128 bits
      long a = first.numerator();
      long d = second.denominator();
      long c = second.numerator();
      long b = first.denominator();
      int high = Long.compare(Math.multiplyHigh(a, d), Math.multiplyHigh(c, b));
      return OptionalInt.of(high != 0 ? high : Long.compareUnsigned(a * d, c * b));
    }

    /**
     * Returns by how much the first group is ahead.
     *
     * @return the first ratio less the second; empty when a denominator is 0
     */
    public OptionalDouble difference() {
      return direction().isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(first.value().orElseThrow() - second.value().orElseThrow());
    }
  }

  private final Comparison whole;
  private final ImmutableList<Comparison> strata;

  private SimpsonsParadox(Comparison whole, ImmutableList<Comparison> strata) {
    this.whole = whole;
    this.strata = strata;
  }

  /**
   * Returns the comparison of two groups.
   *
   * @param first per stratum, the ratio of the first group
   * @param second per stratum, that of the second group
   * @return the comparison, in the whole by the ratios of sums
   * @throws IllegalArgumentException if the lists differ in length or a denominator is negative
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public static SimpsonsParadox of(List<Ratio> first, List<Ratio> second) {
    checkArgument(
        first.size() == second.size(),
        "SimpsonsParadox has %s strata of the first group and %s of the second; there must be as"
            + " many",
        first.size(),
        second.size());
    ImmutableList.Builder<Comparison> strata = ImmutableList.builder();
    Ratio wholeFirst = Ratio.NONE;
    Ratio wholeSecond = Ratio.NONE;
    for (int i = 0; i < first.size(); i++) {
      strata.add(new Comparison(first.get(i), second.get(i)));
      wholeFirst = wholeFirst.plus(first.get(i));
      wholeSecond = wholeSecond.plus(second.get(i));
    }
    return new SimpsonsParadox(new Comparison(wholeFirst, wholeSecond), strata.build());
  }

  /**
   * Returns both groups in the whole: the ratios of sums.
   *
   * @return the comparison
   */
  public Comparison whole() {
    return whole;
  }

  /**
   * Returns both groups in each stratum, in the order given.
   *
   * @return the comparisons
   */
  public ImmutableList<Comparison> strata() {
    return strata;
  }

  /**
   * Returns how the strata stand to the whole. A stratum of which a group has nothing points
   * nowhere, and yet counts in the whole.
   *
   * @return the verdict; empty when the whole or every stratum lacks a group
   */
  public Optional<Verdict> verdict() {
    boolean isComparable = false;
    boolean pointsUp = false;
    boolean pointsDown = false;
    for (Comparison stratum : strata) {
      OptionalInt direction = stratum.direction();
      isComparable |= direction.isPresent();
      pointsUp |= direction.orElse(0) > 0;
      pointsDown |= direction.orElse(0) < 0;
    }
    if (!isComparable || whole.direction().isEmpty()) {
      return Optional.empty();
    }
    int overall = whole.direction().getAsInt();
    if (pointsUp && pointsDown) {
      return Optional.of(Verdict.MIXED);
    }
    if (!pointsUp && !pointsDown) {
      return Optional.of(overall == 0 ? Verdict.CONSISTENT : Verdict.MIX_ONLY);
    }
    if (overall == 0) {
      return Optional.of(Verdict.HIDDEN);
    }
    return Optional.of(overall > 0 == pointsUp ? Verdict.CONSISTENT : Verdict.REVERSED);
  }

  /**
   * Returns whether the whole points the other way than the strata.
   *
   * @return whether the verdict is {@link Verdict#REVERSED}
   */
  public boolean isReversed() {
    return verdict().filter(verdict -> verdict == Verdict.REVERSED).isPresent();
  }
}
