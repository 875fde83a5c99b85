package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * T4: the goal is agreed before its period starts, or soon after.
 *
 * <p>{@code share = days gone / days of the period}, on the day on which the last member accepted;
 * where no such day is recorded, on the day of assessment. Once the period is over, the day of
 * assessment tells nothing about the day of agreement.
 */
final class TimelyAgreement extends SmartRule {
  TimelyAgreement() {
    super(
        "smart.T4",
        List.of(
            "before",
            "soon",
            "late",
            "tooLate",
            "over",
            "agreedBefore",
            "agreedSoon",
            "agreedLate",
            "agreedTooLate"),
        new Parameter("soon", 0.05, 0, 0.5),
        new Parameter("tooLate", 0.5, 0, 1));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    Optional<LocalDate> agreed =
        facts.consent().flatMap(Consent::agreedAt).map(facts.facts().calendar()::dayOf);
    Period period = facts.goal().period();
    LocalDate day = agreed.orElse(facts.today());
    boolean known = agreed.isPresent();
    long gone = ChronoUnit.DAYS.between(period.start(), day);
    Evidence days = days("gone", Math.abs(gone)).period(period).expected(period.days()).build();
    if (gone < 0) {
      return on(facts, day, Verdict.PASS, known ? "agreedBefore" : "before", days);
    }
    if (!known && gone >= period.days()) {
      return on(facts, day, Verdict.UNDECIDED, "over", days);
    }
    double share = (double) gone / period.days();
    Evidence part =
        number("share", Measure.of(share, Unit.RATIO, period.days()))
            .period(period)
            .limit(settings.get("soon"))
            .build();
    if (share <= settings.get("soon")) {
      return on(facts, day, Verdict.PASS, known ? "agreedSoon" : "soon", days, part);
    }
    return share <= settings.get("tooLate")
        ? on(facts, day, Verdict.WARN, known ? "agreedLate" : "late", days, part)
        : on(facts, day, Verdict.FAIL, known ? "agreedTooLate" : "tooLate", days, part);
  }

  private Finding on(
      SmartFacts facts, LocalDate day, Verdict verdict, String reason, Evidence... evidence) {
    return finding(facts, verdict, reason)
        .putWord("day", day.toString())
        .addEvidence(evidence)
        .build();
  }
}
