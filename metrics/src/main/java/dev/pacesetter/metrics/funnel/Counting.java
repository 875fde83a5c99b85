package dev.pacesetter.metrics.funnel;

/** What is counted where a subject may have several chains. */
public enum Counting {
  /**
   * Every chain: one a key with {@link FunnelDefinition#holding}, one an attempt with {@link
   * Entry#EACH}, one a session with {@link Entry#PER_SESSION}. A subject with three attempts counts
   * three times. The default.
   */
  CHAINS,
  /**
   * Every subject once, by the best of its chains; it is pending where any of them that is as deep
   * is. A subject with three attempts counts once. It is left out only if all of them are.
   */
  SUBJECTS
}
