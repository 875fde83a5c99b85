package dev.pacesetter.calendar;

/**
 * How long a period is, longest first.
 *
 * <p>A year has two halves, a half two quarters, a quarter three months, and where a year is made
 * of weeks, a month has weeks. In a year of thirteen periods of four weeks those periods take the
 * place of months; the last quarter has four of them, and so the second half has seven.
 */
public enum PeriodKind {
  /** A fiscal year: {@code FY2026}. */
  YEAR,
  /** Two quarters: {@code FY2026-H1}. */
  HALF,
  /** Three months: {@code FY2026-Q3}. */
  QUARTER,
  /**
   * A calendar month, or the weeks that stand for one: {@code FY2026-07}. One of thirteen periods
   * is called {@code FY2026-P07}, so that nobody takes it for July.
   */
  MONTH,
  /** Seven days of a fiscal year that is made of weeks: {@code FY2026-W53}. */
  WEEK,
  /**
   * Monday to Sunday as ISO 8601 counts them: {@code 2026-W53}. Every calendar knows these weeks;
   * since they lie across the borders of months and years, they are no part of another period.
   */
  ISO_WEEK
}
