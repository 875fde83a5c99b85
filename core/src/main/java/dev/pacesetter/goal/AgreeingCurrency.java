package dev.pacesetter.goal;

import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** M1: money is asked for in the currency in which it is recorded. */
final class AgreeingCurrency extends SmartRule {
  AgreeingCurrency() {
    super("smart.M1", List.of("count", "sameCurrency", "otherCurrency", "noMoney"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    Optional<CurrencyUnit> wanted = facts.goal().target().currency();
    if (wanted.isEmpty()) {
      return pass(facts, "count", target(facts));
    }
    Optional<CurrencyUnit> recorded = facts.facts().book().currency();
    if (recorded.isEmpty()) {
      return undecided(facts, "noMoney", target(facts));
    }
    boolean same = recorded.equals(wanted);
    return finding(
            facts, same ? Verdict.PASS : Verdict.FAIL, same ? "sameCurrency" : "otherCurrency")
        .putWord("wanted", wanted.get().getCode())
        .putWord("recorded", recorded.get().getCode())
        .addEvidence(target(facts))
        .build();
  }
}
