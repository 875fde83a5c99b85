package dev.pacesetter.metrics.funnel;

/** Which visits make a deal's time in a stage when it was there more than once. */
public enum VisitTime {
  /** The first visit. */
  FIRST,
  /** The latest visit. */
  LAST,
  /** All visits together. */
  TOTAL
}
