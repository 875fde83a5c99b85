package dev.pacesetter.plan.check;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** A rule about a plan: its card, and every reason it can give. */
abstract class PlanRule implements Rule<PlanFacts> {
  static final String PHRASES = "dev.pacesetter.plan.check.check";

  private final String id;
  private final ImmutableSet<String> reasons;
  private final ImmutableList<Parameter> parameters;

  PlanRule(String id, List<String> reasons, Parameter... parameters) {
    this.id = id;
    this.reasons = ImmutableSet.copyOf(reasons);
    this.parameters = ImmutableList.copyOf(parameters);
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public final ImmutableList<Parameter> parameters() {
    return parameters;
  }

  /** Every reason this rule can give; each has a phrase. */
  final ImmutableSet<String> reasons() {
    return reasons;
  }

  final Finding.Builder finding(PlanFacts facts, Verdict verdict, String reason) {
    checkArgument(reasons.contains(reason), "rule %s gives '%s'; it has %s", id, reason, reasons);
    Finding.Builder builder = Finding.by(this, PHRASES);
    builder
        .verdict(verdict)
        .reason(reason)
        .subject(facts.plan().scope())
        .subjectName(facts.goal().title());
    return builder;
  }

  final Finding say(PlanFacts facts, Verdict verdict, String reason, Evidence... evidence) {
    return finding(facts, verdict, reason).addEvidence(evidence).build();
  }

  static Evidence.Builder counted(String name, long count) {
    return number(name, Measure.of((double) count, Unit.COUNT, count));
  }

  static Evidence.Builder share(String name, double share, long n) {
    return number(name, Measure.of(share, Unit.RATIO, n));
  }

  static Evidence.Builder number(String name, Measure measure) {
    Evidence.Builder builder = Evidence.builder();
    builder.name(name).observed(measure);
    return builder;
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
}
