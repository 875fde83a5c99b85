package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.pacesetter.kpi.Reconciliation.Line;
import dev.pacesetter.kpi.Reconciliation.Reason;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Tells a reconciliation in one of the two languages. */
final class ReconciliationText {
  private ReconciliationText() {}

  static String of(
      Reconciliation told, Kpi first, Kpi second, Optional<CurrencyUnit> currency, Locale locale) {
    Phrases phrases = Phrases.named("dev.pacesetter.kpi.reconciliation", locale);
    StringBuilder text = new StringBuilder();
    text.append(
        phrases.say(
            "header",
            first.name(locale),
            Numbers.value(told.first(), currency),
            second.name(locale),
            Numbers.value(told.second(), currency),
            value(told, told.difference(), currency)));
    ImmutableListMultimap<Reason, Line> byReason = Multimaps.index(told.lines(), Line::reason);
    for (Reason reason : byReason.keySet()) {
      ImmutableList<Line> lines = byReason.get(reason);
      BigInteger total = lines.stream().map(Line::parts).reduce(BigInteger.ZERO, BigInteger::add);
      text.append('\n')
          .append(
              phrases.say(
                  "group",
                  phrases.say("reason." + reason),
                  lines.size(),
                  value(told, total, currency)));
      for (Line line : lines) {
        text.append('\n')
            .append(
                phrases.say(
                    "line",
                    line.subject(),
                    phrases.say("side." + line.side()),
                    value(told, line.parts(), currency)));
      }
    }
    return text.toString();
  }

  /** Shares differ by points of a hundred; two decimals, for a deal may explain little. */
  private static String value(
      Reconciliation told, BigInteger parts, Optional<CurrencyUnit> currency) {
    double value = told.inUnits(parts);
    return told.unit() == Unit.RATIO
        ? (value > 0 ? "+" : "") + Numbers.decimal(value * 100, 2) + "%"
        : Numbers.difference(value, told.unit(), currency);
  }
}
