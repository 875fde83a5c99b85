package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.RuleBook;

/**
 * The rules about plans.
 *
 * <table>
 *   <caption>In the order of evaluation; start values in brackets are parameters</caption>
 *   <tr><th>rule</th><th>finds</th></tr>
 *   <tr><td>{@code plan.owner}</td><td>a plan nobody answers for until its end</td></tr>
 *   <tr><td>{@code plan.sum}</td><td>a plan that does not come to its goal as it is now</td></tr>
 *   <tr><td>{@code plan.asked}</td><td>targets, floors or caps that are not kept</td></tr>
 *   <tr><td>{@code plan.assignment}</td><td>goals below that ask for less, or for much more on a
 *       level [10 %] or in all [15 %]</td></tr>
 *   <tr><td>{@code plan.presence}</td><td>people planned for months in which they are not
 *       there</td></tr>
 *   <tr><td>{@code plan.everybody}</td><td>people without a share</td></tr>
 *   <tr><td>{@code plan.reach}</td><td>a person asked for far more [1.5 times] than their best
 *       period</td></tr>
 *   <tr><td>{@code plan.growth}</td><td>growth that waits for the last month [50 %]</td></tr>
 *   <tr><td>{@code plan.season}</td><td>a month whose share is not what it used to be [10
 *       points]</td></tr>
 *   <tr><td>{@code plan.mix}</td><td>a product whose share is not what it used to be [15
 *       points]</td></tr>
 *   <tr><td>{@code plan.dependence}</td><td>a plan that leans on one person [40 %]</td></tr>
 *   <tr><td>{@code plan.crumbs}</td><td>many cells [50 %] smaller than an average deal</td></tr>
 *   <tr><td>{@code plan.history}</td><td>weights from few credits [30] or old ones [400 days]</td></tr>
 *   <tr><td>{@code plan.milestoneDays}</td><td>milestones on days off, or none</td></tr>
 *   <tr><td>{@code plan.milestonePath}</td><td>milestones far from the plan [10 % of it]</td></tr>
 *   <tr><td>{@code plan.budget}</td><td>an initiative of the goal, such as a promotion, without a
 *       budget</td></tr>
 * </table>
 */
public final class PlanRules {
  private static final RuleBook<PlanFacts> STANDARD =
      RuleBook.of(
          ImmutableList.of(
              new Owned(),
              new AddsUp(),
              new KeptAsked(),
              new OverAssigned(),
              new NobodyAbsent(),
              new EverybodyPlanned(),
              new WithinReach(),
              new GrowthSpread(),
              new SeasonKept(),
              new MixKept(),
              new NotOnOne(),
              new NoCrumbs(),
              new SoundHistory(),
              new MilestonesOnWorkingDays(),
              new MilestonesAlongPlan(),
              new FundedInitiatives()));

  private PlanRules() {}

  /**
   * Returns the rules at their standard parameters.
   *
   * @return the book
   */
  public static RuleBook<PlanFacts> standard() {
    return STANDARD;
  }

  /**
   * Asks the standard rules about a plan.
   *
   * @param facts the plan and what is known about it
   * @return one finding a rule, in the order of the book
   */
  public static ImmutableList<Finding> ask(PlanFacts facts) {
    return STANDARD.evaluate(facts);
  }
}
