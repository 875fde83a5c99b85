package dev.pacesetter.calendar;

/** How long a fiscal period is. */
public enum PeriodKind {
  /** Twelve months: {@code FY2026}. */
  YEAR,
  /** Three months: {@code FY2026-Q3}. */
  QUARTER,
  /** One month: {@code FY2026-07}. */
  MONTH
}
