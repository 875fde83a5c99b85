package dev.pacesetter.plan.initiative;

/** How a measured lift stands to the expected one. */
public enum LiftVerdict {
  /** The whole interval lies within the expected range. */
  WITHIN,
  /** The whole interval lies below the expected range. */
  BELOW,
  /** The whole interval lies above the expected range. */
  ABOVE,
  /** The time measured is not over, or the interval reaches over an end of the range. */
  TOO_EARLY
}
