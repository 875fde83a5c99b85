package dev.pacesetter.monitor;

import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.rule.RuleBook;
import java.util.Objects;

/** Holds a plan against the facts, and asks rules what is under plan. */
public final class Monitor {
  private final RuleBook<Watched> rules;

  private Monitor(RuleBook<Watched> rules) {
    this.rules = rules;
  }

  /**
   * Returns a monitor with the standard rules.
   *
   * @return the monitor
   */
  public static Monitor standard() {
    return with(MonitorRules.standard());
  }

  /**
   * Returns a monitor with other rules.
   *
   * @param rules what to ask about every team, person and product
   * @return the monitor
   */
  public static Monitor with(RuleBook<Watched> rules) {
    return new Monitor(Objects.requireNonNull(rules));
  }

  /**
   * Returns the rules with their parameters.
   *
   * @return what is asked about every team, person and product
   */
  public RuleBook<Watched> rules() {
    return rules;
  }

  /**
   * Holds a plan against the facts as of the facts' own day, which counts as over.
   *
   * @param plan what was to be sold
   * @param facts what is known
   * @return where everything stands
   */
  public PaceReport watch(SalesPlan plan, SalesFacts facts) {
    return new PaceReport(Objects.requireNonNull(plan), Objects.requireNonNull(facts), rules);
  }
}
