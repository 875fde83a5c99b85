package dev.pacesetter.metrics.signal;

import com.google.common.collect.ImmutableList;

/**
 * A pattern of points that chance alone seldom draws.
 *
 * <p>"Beyond" and "within" are strict, and a point on the centre line is on neither side. Where
 * nothing has changed and the points are independent and normal, a rule is nevertheless met at one
 * point in 120 ({@link #EIGHT_ON_ONE_SIDE}) to 500, {@link #EIGHT_BEYOND_ONE_SIGMA} at one in
 * 10,000; at least one of Nelson's eight at one in 43 and of Western Electric's four at one in 60.
 * More rules find changes sooner and cry wolf more often.
 *
 * @see "Western Electric (1956), Statistical Quality Control Handbook"
 * @see <a href="https://doi.org/10.1080/00224065.1984.11978921">Nelson (1984)</a>
 */
public enum RunRule {
  /** Nelson 1: a point beyond three sigma. A single large event. */
  BEYOND_THREE_SIGMA,
  /** Nelson 2: nine points in a row on one side of the centre. The level has moved. */
  NINE_ON_ONE_SIDE,
  /** Nelson 3: six points in a row, each above (or each below) the one before. A trend. */
  SIX_RISING_OR_FALLING,
  /** Nelson 4: fourteen points in a row going up and down in turn. Two sources take turns. */
  FOURTEEN_ALTERNATING,
  /**
   * Nelson 5: two of three points beyond two sigma on one side, the last of them one of the two.
   */
  TWO_OF_THREE_BEYOND_TWO_SIGMA,
  /**
   * Nelson 6: four of five points beyond one sigma on one side, the last of them one of the four.
   */
  FOUR_OF_FIVE_BEYOND_ONE_SIGMA,
  /**
   * Nelson 7: fifteen points in a row within one sigma. The limits are too wide for this process.
   */
  FIFTEEN_WITHIN_ONE_SIGMA,
  /**
   * Nelson 8: eight points in a row beyond one sigma, on whichever side. Two processes are mixed.
   */
  EIGHT_BEYOND_ONE_SIGMA,
  /** Western Electric 4: eight points in a row on one side of the centre. */
  EIGHT_ON_ONE_SIDE;

  /** Nelson's eight rules, in his order. */
  public static final ImmutableList<RunRule> NELSON =
      ImmutableList.of(
          BEYOND_THREE_SIGMA,
          NINE_ON_ONE_SIDE,
          SIX_RISING_OR_FALLING,
          FOURTEEN_ALTERNATING,
          TWO_OF_THREE_BEYOND_TWO_SIGMA,
          FOUR_OF_FIVE_BEYOND_ONE_SIGMA,
          FIFTEEN_WITHIN_ONE_SIGMA,
          EIGHT_BEYOND_ONE_SIGMA);

  /** The four zone rules of Western Electric, in their order. */
  public static final ImmutableList<RunRule> WESTERN_ELECTRIC =
      ImmutableList.of(
          BEYOND_THREE_SIGMA,
          TWO_OF_THREE_BEYOND_TWO_SIGMA,
          FOUR_OF_FIVE_BEYOND_ONE_SIGMA,
          EIGHT_ON_ONE_SIDE);
}
