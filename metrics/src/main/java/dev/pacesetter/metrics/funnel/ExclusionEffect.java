package dev.pacesetter.metrics.funnel;

/** What an excluded event does. */
public enum ExclusionEffect {
  /**
   * It ends the chain; the steps reached until then count. {@code lead, lost, won} reaches one step
   * of {@code lead > won} without {@code lost}. The default.
   */
  BREAK_ATTEMPT,
  /**
   * It ends the chain, and where every chain that reached the unit's deepest step was ended so, the
   * unit (the subject, or its attempt, session or key) is counted in no step at all, as if it were
   * not there. {@code lead, lost, won} does not count in {@code lead > won} without {@code lost};
   * with another {@code lead, won} after it, it does.
   *
   * <p>A chain whose time was over before, or that another rule ended before, was not ended so; the
   * best of those is then the one that counts. Of the chains that reached the step at the same time
   * those with the latest entry stand for all. The first exclusion of the definition acts where an
   * event is excluded by several.
   */
  DISCARD_SUBJECT
}
