package dev.pacesetter.examples.conformance.check;

/** How a check came out. */
public enum Verdict {
  /** The library answers what is expected. */
  PASSED,
  /** The library answers something else. */
  FAILED,
  /** The library answers something else, but the case is marked as doubtful. */
  DOUBTFUL,
  /** The library cannot be asked this question; the reason says why. */
  NOT_EXPRESSIBLE
}
