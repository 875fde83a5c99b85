package dev.pacesetter.metrics.funnel;

/** What a {@link LiveFunnel} did with an event. */
public enum Arrival {
  /** It was counted in. */
  APPLIED,
  /** It was there already: same subject, time and id. Nothing changed. */
  DUPLICATE,
  /** It is older than the stated lateness allows. Nothing changed but the number of late events. */
  TOO_LATE,
  /** It matches nothing the funnel asks for. Only the clock may have moved on. */
  IRRELEVANT
}
