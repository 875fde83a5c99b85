package dev.pacesetter.monitor;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.RuleBook;
import dev.pacesetter.rule.RuledOut;
import dev.pacesetter.rule.Verdict;

/**
 * The rules about what is under plan.
 *
 * <table>
 *   <caption>In the order of evaluation; start values in brackets are parameters</caption>
 *   <tr><th>rule</th><th>finds</th></tr>
 *   <tr><td>{@code monitor.product.everywhere}</td><td>a product under plan with nearly all its
 *       sellers [80 %], more of them than other products explain (exact binomial, 5 %, adjusted for
 *       the number of products)</td></tr>
 *   <tr><td>{@code monitor.product.few}</td><td>a product under plan because of few of its sellers
 *       [at most 40 %]</td></tr>
 *   <tr><td>{@code monitor.product.behind}</td><td>a product behind pace; explained by the rules
 *       above where they found something</td></tr>
 *   <tr><td>{@code monitor.team.behind}</td><td>a team behind pace</td></tr>
 *   <tr><td>{@code monitor.person.behind}</td><td>a person behind pace</td></tr>
 *   <tr><td>{@code monitor.unplanned}</td><td>a person or product that sells without a plan</td></tr>
 * </table>
 *
 * <p>Behind means a pace below 1 less the tolerance [5 %]. Before a share of the period's working
 * days [10 %] is over, and where less than a few deals of average size [2] are expected to date,
 * rules about pace are undecided: one deal more or less would turn them. A seller of a product is
 * somebody of whom so many deals of it are expected.
 */
public final class MonitorRules {
  static final String PHRASES = "dev.pacesetter.monitor.monitor";

  private static final ImmutableList<String> EXPLAINING =
      ImmutableList.of(ProductEverywhere.ID, ProductOfFew.ID);

  private MonitorRules() {}

  /**
   * Returns the standard rules.
   *
   * @return the book
   */
  public static RuleBook<Watched> standard() {
    return RuleBook.of(
        ImmutableList.of(
            new ProductEverywhere(),
            new ProductOfFew(),
            new BehindPace(Dimension.PRODUCT),
            new BehindPace(Dimension.TEAM),
            new BehindPace(Dimension.PERSON),
            new SoldUnplanned()));
  }

  /** Asks about one part; what a rule about the cause found explains that the product is behind. */
  static ImmutableList<Finding> ask(RuleBook<Watched> rules, Watched part) {
    ImmutableList<Finding> all = rules.evaluate(part);
    ImmutableList<Finding> causes =
        all.stream()
            .filter(cause -> EXPLAINING.contains(cause.ruleId()))
            .collect(ImmutableList.toImmutableList());
    return all.stream()
        .map(finding -> isBehind(finding) ? explained(finding, causes) : finding)
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isBehind(Finding finding) {
    return finding.ruleId().equals(BehindPace.id(Dimension.PRODUCT)) && isAlert(finding);
  }

  private static boolean isAlert(Finding finding) {
    return finding.verdict().compareTo(Verdict.WARN) >= 0;
  }

  private static Finding explained(Finding finding, ImmutableList<Finding> causes) {
    return causes.stream()
        .filter(MonitorRules::isAlert)
        .findFirst()
        .map(cause -> finding.explainedBy(cause.ruleId()))
        .orElseGet(
            () ->
                finding.rulingOut(
                    causes.stream()
                        .filter(cause -> cause.verdict() == Verdict.PASS)
                        .map(RuledOut::by)
                        .toList()));
  }
}
