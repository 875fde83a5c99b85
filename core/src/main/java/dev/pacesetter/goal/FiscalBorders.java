package dev.pacesetter.goal;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/**
 * T1: the period is one of the fiscal calendar. Weeks of a fiscal year are held against a month
 * where the year has none.
 */
final class FiscalBorders extends SmartRule {
  FiscalBorders() {
    super("smart.T1", List.of("onBorders", "offBorders"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    Period period = facts.goal().period();
    FiscalCalendar calendar = facts.facts().calendar();
    boolean known = calendar.kinds().contains(period.kind());
    Period fiscal = calendar.periodOf(known ? period.kind() : PeriodKind.MONTH, period.start());
    boolean on = period.equals(fiscal);
    return finding(facts, on ? Verdict.PASS : Verdict.FAIL, on ? "onBorders" : "offBorders")
        .putWord("start", period.start().toString())
        .putWord("last", period.lastDay().toString())
        .putWord("fiscal", fiscal.name())
        .putWord("fiscalStart", fiscal.start().toString())
        .putWord("fiscalLast", fiscal.lastDay().toString())
        .addEvidence(days("length", period.days()).period(period).expected(fiscal.days()).build())
        .build();
  }
}
