package dev.pacesetter.metrics.funnel;

/** Which entries into a funnel count. */
public enum Entry {
  /**
   * One chain a subject, the best of all: the deepest, among those the one that got there first,
   * among those the one with the latest entry. The default.
   */
  BEST,
  /** One chain a subject, from its first row that matches the first step. */
  FIRST,
  /**
   * Every attempt: one starts at a row of the first step and ends by completion, by running out of
   * its window, or by being broken; until then further rows of the first step start no other.
   * Attempts are counted, not subjects.
   */
  EACH,
  /**
   * The best chain of every session; a session ends where the subject does nothing at all for
   * longer than a given gap. Sessions are counted, not subjects.
   */
  PER_SESSION
}
