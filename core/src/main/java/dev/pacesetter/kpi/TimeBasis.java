package dev.pacesetter.kpi;

/** Which date decides whether a fact belongs to a period. */
public enum TimeBasis {
  /** When the deal was won or lost. */
  CLOSED,
  /** When the deal was created: the cohort. */
  CREATED,
  /** When the thing itself happened: an order, an activity, an answer. */
  EVENT,
  /** No period: how things stand at the as-of instant. */
  AS_OF
}
