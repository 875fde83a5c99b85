package dev.pacesetter.metrics.funnel;

/** What an excluded event does. */
public enum ExclusionEffect {
  /** It ends the chain; the steps reached until then count. The default. */
  BREAK_ATTEMPT,
  /**
   * It ends the chain, and where every chain that reached the subject's deepest step was ended so,
   * the subject is counted in no step at all, as if it were not there.
   */
  DISCARD_SUBJECT
}
