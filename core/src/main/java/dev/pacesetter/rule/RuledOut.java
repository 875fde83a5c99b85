package dev.pacesetter.rule;

import dev.pacesetter.text.Text;

/**
 * Another explanation that a rule looked for and did not find, such as the product mix.
 *
 * @param ruleId the rule that looked
 * @param ruleVersion the version of that rule
 * @param title what the rule is called
 * @param sentence what it said instead
 */
public record RuledOut(String ruleId, int ruleVersion, Text title, Text sentence) {

  /**
   * Returns the explanation that a finding does not give.
   *
   * @param finding what the rule said
   * @return the alternative that is ruled out
   */
  public static RuledOut by(Finding finding) {
    return new RuledOut(
        finding.ruleId(),
        finding.ruleVersion(),
        Text.inEach(finding::title),
        Text.inEach(finding::explain));
  }
}
