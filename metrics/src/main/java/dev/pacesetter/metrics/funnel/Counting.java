package dev.pacesetter.metrics.funnel;

/** What is counted where a subject may have several chains. */
public enum Counting {
  /**
   * Every chain: one a key with {@link FunnelDefinition#holding}, one an attempt with {@link
   * Entry#EACH}, one a session with {@link Entry#PER_SESSION}. The default.
   */
  CHAINS,
  /** Every subject once, by the best of its chains. */
  SUBJECTS
}
