package dev.pacesetter.rule;

import dev.pacesetter.text.Phrases;
import java.util.Locale;

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
   * Returns what people call it.
   *
   * @param locale Chinese, or English for every other language
   * @return a word or two, such as {@code look again}
   */
  public String in(Locale locale) {
    return Phrases.named(RuleProblem.PHRASES, locale).say("verdict." + this);
  }

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
