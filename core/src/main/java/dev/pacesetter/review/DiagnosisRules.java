package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.RuleBook;

/**
 * The rules of a diagnosis.
 *
 * <p>Their order is the order of thought: is the data there, are there enough deals, does the
 * product mix explain it, does the whole team show it, and only then the person; there, a pattern
 * over several metrics comes before a single one. What an earlier finding settles, a later one
 * about the same metric carries as its explanation. Rules added by a caller come last.
 */
public final class DiagnosisRules {
  static final String PHRASES = "dev.pacesetter.review.review";

  private DiagnosisRules() {}

  /**
   * Returns the rules about one person.
   *
   * @return {@code sample.*}, {@code mix.*}, {@code team.*}, {@code pattern.*}, {@code person.*}
   */
  public static RuleBook<PersonFacts> standard() {
    ImmutableList.Builder<Rule<PersonFacts>> rules = ImmutableList.builder();
    for (Aspect aspect : Aspect.values()) {
      rules.add(new SampleSizeRule(aspect));
    }
    for (Aspect aspect : Aspect.values()) {
      rules.add(new MixRule(aspect));
    }
    for (Aspect aspect : Aspect.values()) {
      rules.add(new TeamRule(aspect));
    }
    rules.add(SmallDealsRule.sellsOnPrice()).add(SmallDealsRule.closesSmall());
    // The step at which deals are lost says more than the win rate it lowers.
    for (Aspect aspect : Aspect.values()) {
      if (aspect.isStage()) {
        rules.add(new DifferenceRule(aspect));
      }
    }
    for (Aspect aspect : Aspect.values()) {
      if (!aspect.isStage()) {
        rules.add(new DifferenceRule(aspect));
      }
    }
    return RuleBook.of(rules.build());
  }

  /**
   * Returns the rules about the data of the whole company.
   *
   * @return {@code data.losses}, {@code data.loss-reason}
   */
  public static RuleBook<CompanyFacts> ofData() {
    return RuleBook.of(ImmutableList.of(new LossesRule(), new LossReasonRule()));
  }
}
