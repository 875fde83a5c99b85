package dev.pacesetter.monitor;

/** How somebody or something stands against the plan. */
public enum PaceStatus {
  /** The target of the whole period is reached. */
  MET,
  /** More than expected to date, beyond the tolerance. */
  AHEAD,
  /** As expected to date, within the tolerance. */
  ON_PACE,
  /** Less than expected to date, beyond the tolerance; or not met, with no working day left. */
  BEHIND,
  /** There is a target, but nothing of it is expected yet. */
  NOT_STARTED,
  /** There is no target. */
  NO_PLAN
}
