package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** A SMART rule: its card, and every reason it can give. */
abstract class SmartRule implements Rule<SmartFacts> {
  static final String PHRASES = "dev.pacesetter.goal.smart";

  private final String id;
  private final ImmutableSet<String> reasons;
  private final ImmutableList<Parameter> parameters;

  SmartRule(String id, List<String> reasons, Parameter... parameters) {
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

  /** Starts a finding about the goal. */
  final Finding.Builder finding(SmartFacts facts, Verdict verdict, String reason) {
    checkArgument(reasons.contains(reason), "rule %s gives '%s'; it has %s", id, reason, reasons);
    Finding.Builder builder = Finding.by(this, PHRASES);
    builder
        .verdict(verdict)
        .reason(reason)
        .subject(facts.goal().scope())
        .subjectName(facts.goal().title());
    return builder;
  }

  final Finding pass(SmartFacts facts, String reason, Evidence... evidence) {
    return finding(facts, Verdict.PASS, reason).addEvidence(evidence).build();
  }

  final Finding warn(SmartFacts facts, String reason, Evidence... evidence) {
    return finding(facts, Verdict.WARN, reason).addEvidence(evidence).build();
  }

  final Finding fail(SmartFacts facts, String reason, Evidence... evidence) {
    return finding(facts, Verdict.FAIL, reason).addEvidence(evidence).build();
  }

  final Finding undecided(SmartFacts facts, String reason, Evidence... evidence) {
    return finding(facts, Verdict.UNDECIDED, reason).addEvidence(evidence).build();
  }

  /** A count of things that were looked at. */
  static Evidence count(String name, long count) {
    return counted(name, count).build();
  }

  static Evidence.Builder counted(String name, long count) {
    return number(name, Measure.of((double) count, Unit.COUNT, count));
  }

  static Evidence.Builder days(String name, long days) {
    return number(name, Measure.of((double) days, Unit.DAYS, days));
  }

  static Evidence.Builder number(String name, Measure measure) {
    Evidence.Builder builder = Evidence.builder();
    builder.name(name).observed(measure);
    return builder;
  }

  /** The goal's own number. */
  static Evidence target(SmartFacts facts) {
    return amount("target", facts, facts.goal().target().amount(), 1).build();
  }

  /** An amount in the unit and currency of the goal. */
  static Evidence.Builder amount(String name, SmartFacts facts, long amount, long n) {
    return inUnit(name, facts, facts.goal().target().value(amount), n);
  }

  /** An estimate in the unit and currency of the goal: rounded, and without cents. */
  static Evidence.Builder estimate(String name, SmartFacts facts, double value, long n) {
    Target target = facts.goal().target();
    int cents = target.currency().map(CurrencyUnit::getDecimalPlaces).orElse(0);
    double rounded =
        BigDecimal.valueOf(value)
            .setScale(Target.decimals(target.unit()) - cents, RoundingMode.HALF_EVEN)
            .doubleValue();
    return inUnit(name, facts, rounded, n);
  }

  /** A value in the unit and currency of the goal. */
  static Evidence.Builder inUnit(String name, SmartFacts facts, double value, long n) {
    Target target = facts.goal().target();
    return number(name, Measure.of(value, target.unit(), n)).currency(target.currency());
  }
}
