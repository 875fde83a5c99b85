package dev.pacesetter.goal;

/** How much of a goal is reached, from the least that is expected to the most that is dreamt of. */
public enum Tier {
  /** The least that must be reached. */
  FLOOR,
  /** What the plan is made for. */
  TARGET,
  /** More than planned, with some luck. */
  STRETCH,
  /** What only few will reach. */
  CHALLENGE
}
