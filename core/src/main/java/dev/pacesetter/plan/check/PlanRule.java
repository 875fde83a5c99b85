package dev.pacesetter.plan.check;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.ReasonedRule;
import dev.pacesetter.text.Text;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** A rule about a plan. */
abstract class PlanRule extends ReasonedRule<PlanFacts> {
  static final String PHRASES = "dev.pacesetter.plan.check.check";

  PlanRule(String id, List<String> reasons, Parameter... parameters) {
    super(id, PHRASES, reasons, parameters);
  }

  @Override
  protected final Scope subject(PlanFacts facts) {
    return facts.plan().scope();
  }

  @Override
  protected final Text subjectName(PlanFacts facts) {
    return facts.goal().title();
  }

  static Evidence.Builder share(String name, double share, long n) {
    return number(name, Measure.of(share, Unit.RATIO, n));
  }

  /** An amount in the unit and currency of the plan. */
  static Evidence.Builder amount(String name, PlanFacts facts, double value, long n) {
    return number(name, Measure.of(value, facts.plan().kpi().unit(), n))
        .currency(facts.plan().currency())
        .kpi(KpiVersion.of(facts.plan().kpi()));
  }

  /** A whole amount in the unit and currency of the plan. */
  static Evidence.Builder amount(String name, PlanFacts facts, long amount, long n) {
    return amount(name, facts, (double) amount, n);
  }

  static String nameOf(PlanFacts facts, Scope scope) {
    return facts.facts().organization().nameOf(scope);
  }

  /** Returns where a value is largest, the first of equal ones. */
  static int largest(int count, IntToDoubleFunction value) {
    int largest = 0;
    for (int at = 1; at < count; at++) {
      if (value.applyAsDouble(at) > value.applyAsDouble(largest)) {
        largest = at;
      }
    }
    return largest;
  }
}
