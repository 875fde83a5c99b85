package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a goal that deserves the name is, in the order of the word SMART. */
public enum Letter {
  /** It is clear who, what and where. */
  SPECIFIC('S'),
  /** It can be told from the data whether it was reached. */
  MEASURABLE('M'),
  /** It is challenging and within reach. */
  ACHIEVABLE('A'),
  /** It contributes to what the company wants, and the owner can keep it in view. */
  RELEVANT('R'),
  /** It is clear from when until when, and there is time enough. */
  TIME_BOUND('T');

  private static final Pattern RULE = Pattern.compile("(?:.*\\.)?([SMART])[0-9]+");

  private final char initial;

  Letter(char initial) {
    this.initial = initial;
  }

  /**
   * Returns the letter a rule belongs to: {@code smart.A2} belongs to {@link #ACHIEVABLE}.
   *
   * @param ruleId the rule's id; its part after the last dot is one of S, M, A, R, T and a number
   * @return the letter
   * @throws IllegalArgumentException if the id is of another form
   */
  public static Letter ofRule(String ruleId) {
    Matcher matcher = RULE.matcher(ruleId);
    checkArgument(
        matcher.matches(),
        "rule id is '%s'; the part after the last dot must be S, M, A, R or T and a number",
        ruleId);
    char initial = matcher.group(1).charAt(0);
    return Arrays.stream(values())
        .filter(letter -> letter.initial == initial)
        .findFirst()
        .orElseThrow();
  }
}
