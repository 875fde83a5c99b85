package dev.pacesetter.metrics;

import java.util.OptionalDouble;

/**
 * A numerator over a denominator, both kept.
 *
 * <p>The ratio of a team is the ratio of sums: {@link #plus} adds numerators and denominators. With
 * a denominator of 0 there is no value, which is an answer and not an error.
 *
 * @param numerator what was counted or summed; may be negative for sums of money
 * @param denominator what it is compared with
 */
public record Ratio(long numerator, long denominator) {

  /** Nothing over nothing: the neutral element of {@link #plus}. */
  public static final Ratio NONE = new Ratio(0, 0);

  /**
   * Returns a ratio of two counts or sums.
   *
   * @param numerator what was counted
   * @param denominator what it is compared with
   * @return the ratio
   */
  public static Ratio of(long numerator, long denominator) {
    return new Ratio(numerator, denominator);
  }

  /**
   * Returns {@code numerator / denominator}, empty when the denominator is 0.
   *
   * @return the quotient, finite when present
   */
  public OptionalDouble value() {
    return denominator == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) numerator / denominator);
  }

  /**
   * Returns the ratio of sums.
   *
   * @param other the ratio to add
   * @return numerators and denominators added
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public Ratio plus(Ratio other) {
    return new Ratio(
        Math.addExact(numerator, other.numerator), Math.addExact(denominator, other.denominator));
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
