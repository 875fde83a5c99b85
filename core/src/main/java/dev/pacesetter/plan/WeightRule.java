package dev.pacesetter.plan;

/** Where the weights of a plan come from. */
public enum WeightRule {
  /** Everybody and everything alike, by working days. */
  EVEN,
  /** By what was credited in a base period. */
  HISTORY,
  /** By the potential the caller sees, and working days. */
  POTENTIAL,
  /** By what each person can be expected to sell in each month. */
  CAPACITY,
  /** As the caller said. */
  GIVEN
}
