package dev.pacesetter.plan;

/** Where the weights of a plan come from. */
public enum WeightRule {
  /** Everybody and everything alike, by working days. */
  EVEN,
  /** By what was credited in a base period. */
  HISTORY,
  /** As the caller said. */
  GIVEN
}
