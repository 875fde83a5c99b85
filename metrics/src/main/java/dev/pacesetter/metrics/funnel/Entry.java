package dev.pacesetter.metrics.funnel;

/** Which entries into a funnel count. */
public enum Entry {
  /**
   * One chain a subject, the best of all: the deepest, among those the one that got there first,
   * among those the one with the latest entry, among those the one that reached the steps between
   * earliest ({@link FunnelEvidence}). {@code lead} on day 1 and 40, {@code won} on day 50 go
   * through {@code lead > won} in ten days. The default.
   */
  BEST,
  /**
   * One chain a subject, from its first row that matches the first step; in {@link
   * StepOrder#ANY_ORDER} from its first that matches any. {@code lead} on day 1 and 40, {@code won}
   * on day 50 go through {@code lead > won} in 49 days, and with a window of 30 days reach one
   * step.
   */
  FIRST,
  /**
   * Every attempt: one starts at a row of the first step (in {@link StepOrder#ANY_ORDER} of any)
   * and ends by reaching the last step, by running out of time, or by being broken in every way it
   * could go on; until then further rows of the first step start no other. Where only optional
   * steps are left to do, the next row of the first step ends it too. The row that ends an attempt
   * without being part of it may start the next. Rows of one instant that may be taken in any order
   * complete one attempt of a funnel of several steps.
   *
   * <p>{@code lead, won, lead, lead} makes two attempts at {@code lead > won}. Attempts are
   * counted, not subjects.
   */
  EACH,
  /**
   * The best chain of every session; a session ends where the subject does nothing at all for
   * longer than a given gap. With a gap of 30 minutes {@code visit} at 9:00, {@code visit} at 9:30
   * and {@code order} at 10:01 are two sessions. Sessions are counted, not subjects; with
   * dimensions held constant each key has sessions of its own.
   */
  PER_SESSION
}
