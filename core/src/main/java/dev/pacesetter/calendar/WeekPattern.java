package dev.pacesetter.calendar;

import com.google.common.primitives.ImmutableIntArray;

/** How the weeks of a fiscal year are gathered into months. */
public enum WeekPattern {
  /** Months of four, four and five weeks in every quarter. */
  FOUR_FOUR_FIVE("4-4-5", 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5),
  /** Months of four, five and four weeks in every quarter, as in American retail. */
  FOUR_FIVE_FOUR("4-5-4", 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4),
  /** Months of five, four and four weeks in every quarter. */
  FIVE_FOUR_FOUR("5-4-4", 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4),
  /** Thirteen periods of four weeks; the quarters have three, three, three and four of them. */
  THIRTEEN_PERIODS("13 periods", 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);

  private final String text;
  private final ImmutableIntArray weeks;

  WeekPattern(String text, int... weeks) {
    this.text = text;
    this.weeks = ImmutableIntArray.copyOf(weeks);
  }

  /**
   * Returns into how many months a year is divided.
   *
   * @return 12 or 13
   */
  public int months() {
    return weeks.length();
  }

  /** The weeks of each month in a year of 52 weeks. */
  ImmutableIntArray weeks() {
    return weeks;
  }

  /** Returns the pattern as it is usually written, such as {@code 4-4-5}. */
  @Override
  public String toString() {
    return text;
  }
}
