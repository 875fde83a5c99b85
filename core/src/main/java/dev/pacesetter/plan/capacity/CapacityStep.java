package dev.pacesetter.plan.capacity;

/** What stands between the full quotas of people and what they can be expected to sell. */
public enum CapacityStep {
  /** The full quotas for the whole period. */
  QUOTA,
  /** Working days before the first day at work and after the last. */
  EMPLOYMENT,
  /** Working days that somebody is planned to be absent. */
  ABSENCE,
  /** What is not full time. */
  WORKING_TIME,
  /** What new people cannot carry yet. */
  RAMP,
  /** What is not reached of the quotas carried; above 0 where more than they is expected. */
  ATTAINMENT
}
