package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Phrases;
import java.util.Locale;

/**
 * How a goal was judged, letter by letter.
 *
 * @param goal the goal
 * @param findings one finding a rule, in the order of the rules
 */
public record SmartAssessment(SalesGoal goal, ImmutableList<Finding> findings) {

  /**
   * Returns the verdict on a letter.
   *
   * @param letter the letter
   * @return the most severe verdict of its rules; {@link Verdict#PASS} when it has none
   */
  public Verdict letter(Letter letter) {
    return worst(findings(letter));
  }

  /**
   * Returns the verdict on the whole goal.
   *
   * @return the most severe verdict of all rules
   */
  public Verdict verdict() {
    return worst(findings);
  }

  /**
   * Returns what was found about a letter.
   *
   * @param letter the letter
   * @return the findings in the order of the rules
   */
  public ImmutableList<Finding> findings(Letter letter) {
    return findings.stream()
        .filter(finding -> Letter.ofRule(finding.ruleId()) == letter)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Says for every letter what was found, with the numbers and how to repair it.
   *
   * @param locale Chinese, or English for every other language
   * @return lines of text, each ended by a line feed
   */
  public String explain(Locale locale) {
    Phrases phrases = Phrases.named(SmartRule.PHRASES, locale);
    StringBuilder text = new StringBuilder();
    line(text, phrases.say("text.goal", goal.title().in(locale), verdict().in(locale)));
    for (Letter letter : Letter.values()) {
      line(
          text,
          phrases.say(
              "text.letter", phrases.say("letter." + letter.name()), letter(letter).in(locale)));
      for (Finding finding : findings(letter)) {
        line(
            text,
            phrases.say(
                "text.finding",
                finding.title(locale),
                finding.verdict().in(locale),
                finding.explain(locale)));
        finding.repair(locale).ifPresent(repair -> line(text, phrases.say("text.repair", repair)));
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static Verdict worst(ImmutableList<Finding> findings) {
    return findings.stream().map(Finding::verdict).reduce(Verdict.PASS, Verdict::worse);
  }
}
