package dev.pacesetter.rule;

/** What a rule says; in the order of severity. */
public enum Verdict {
  /** The rule is met. */
  PASS,
  /** The facts do not suffice; the finding says what would decide it. */
  UNDECIDED,
  /** Worth a second look. */
  WARN,
  /** The rule is not met. */
  FAIL;

  /**
   * Returns the more severe of two verdicts.
   *
   * @param other the other verdict
   * @return the one that comes later in the order of severity
   */
  public Verdict worse(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
