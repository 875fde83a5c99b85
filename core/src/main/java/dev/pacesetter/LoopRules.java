package dev.pacesetter;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.SmartRules;
import dev.pacesetter.monitor.Monitor;
import dev.pacesetter.plan.check.PlanFacts;
import dev.pacesetter.plan.check.PlanRules;
import dev.pacesetter.review.ReviewRound;
import dev.pacesetter.rule.RuleBook;
import dev.pacesetter.rule.RuleFile;

/**
 * All rules of the loop: what is asked of goals, of plans, of what is under plan, and of people and
 * data in a review.
 *
 * <p>A host that adds rules of its own changes one of the four; a file changes parameters in all of
 * them at once.
 *
 * @param smart the rules about goals
 * @param plan the rules about plans
 * @param monitor the rules about what is under plan
 * @param round the rules about data and people, and how careful a review is
 */
public record LoopRules(
    SmartRules smart, RuleBook<PlanFacts> plan, Monitor monitor, ReviewRound round) {

  /**
   * Returns the rules at their standard parameters.
   *
   * @return the rules
   */
  public static LoopRules standard() {
    return new LoopRules(
        SmartRules.standard(), PlanRules.standard(), Monitor.standard(), ReviewRound.standard());
  }

  /**
   * Returns these rules with others about goals.
   *
   * @param smart the rules about goals
   * @return the rules
   */
  public LoopRules with(SmartRules smart) {
    return new LoopRules(smart, plan, monitor, round);
  }

  /**
   * Returns these rules with others about plans.
   *
   * @param plan the rules about plans
   * @return the rules
   */
  public LoopRules withPlanRules(RuleBook<PlanFacts> plan) {
    return new LoopRules(smart, plan, monitor, round);
  }

  /**
   * Returns these rules with others about what is under plan.
   *
   * @param monitor the rules about what is under plan
   * @return the rules
   */
  public LoopRules with(Monitor monitor) {
    return new LoopRules(smart, plan, monitor, round);
  }

  /**
   * Returns these rules with others about data and people.
   *
   * @param round the rules about data and people
   * @return the rules
   */
  public LoopRules with(ReviewRound round) {
    return new LoopRules(smart, plan, monitor, round);
  }

  /**
   * Returns these rules as a file wants them.
   *
   * @param file other values for parameters, and which rules are off
   * @return the rules
   * @throws dev.pacesetter.rule.RuleFileException if a rule of the file is in no book, a rule has
   *     no such parameter, or a number is out of range; carries all problems
   */
  public LoopRules with(RuleFile file) {
    file.check(books());
    return new LoopRules(
        smart.withBook(book -> book.withPartOf(file)),
        plan.withPartOf(file),
        Monitor.with(monitor.rules().withPartOf(file)),
        round
            .withRules(round.rules().withPartOf(file))
            .withDataRules(round.dataRules().withPartOf(file)));
  }

  /**
   * Returns every book, for a file to be checked against.
   *
   * @return the books about goals, plans, what is under plan, data and people
   */
  public ImmutableList<RuleBook<?>> books() {
    return ImmutableList.of(smart.book(), plan, monitor.rules(), round.dataRules(), round.rules());
  }
}
