package dev.pacesetter.goal;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.ReasonedRule;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** A SMART rule. */
abstract class SmartRule extends ReasonedRule<SmartFacts> {
  static final String PHRASES = "dev.pacesetter.goal.smart";

  SmartRule(String id, List<String> reasons, Parameter... parameters) {
    super(id, PHRASES, reasons, parameters);
  }

  @Override
  protected final Scope subject(SmartFacts facts) {
    return facts.goal().scope();
  }

  @Override
  protected final Text subjectName(SmartFacts facts) {
    return facts.goal().title();
  }

  final Finding pass(SmartFacts facts, String reason, Evidence... evidence) {
    return say(facts, Verdict.PASS, reason, evidence);
  }

  final Finding warn(SmartFacts facts, String reason, Evidence... evidence) {
    return say(facts, Verdict.WARN, reason, evidence);
  }

  final Finding fail(SmartFacts facts, String reason, Evidence... evidence) {
    return say(facts, Verdict.FAIL, reason, evidence);
  }

  final Finding undecided(SmartFacts facts, String reason, Evidence... evidence) {
    return say(facts, Verdict.UNDECIDED, reason, evidence);
  }

  /** A count of things that were looked at. */
  static Evidence count(String name, long count) {
    return counted(name, count).build();
  }

  static Evidence.Builder days(String name, long days) {
    return number(name, Measure.of((double) days, Unit.DAYS, days));
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
