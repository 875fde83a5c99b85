package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * T4: the goal is assessed before its period starts, or soon after.
 *
 * <p>{@code share = days gone / days of the period}. Once the period is over, the day of assessment
 * tells nothing about the day of agreement.
 */
final class TimelyAgreement extends SmartRule {
  TimelyAgreement() {
    super(
        "smart.T4",
        List.of("before", "soon", "late", "tooLate", "over"),
        new Parameter("soon", 0.05, 0, 0.5),
        new Parameter("tooLate", 0.5, 0, 1));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    Period period = facts.goal().period();
    long gone = ChronoUnit.DAYS.between(period.start(), facts.today());
    Evidence days = days("gone", Math.abs(gone)).period(period).expected(period.days()).build();
    if (gone < 0) {
      return pass(facts, "before", days);
    }
    if (gone >= period.days()) {
      return undecided(facts, "over", days);
    }
    double share = (double) gone / period.days();
    Evidence part =
        number("share", Measure.of(share, Unit.RATIO, period.days()))
            .period(period)
            .limit(settings.get("soon"))
            .build();
    if (share <= settings.get("soon")) {
      return pass(facts, "soon", days, part);
    }
    return share <= settings.get("tooLate")
        ? warn(facts, "late", days, part)
        : fail(facts, "tooLate", days, part);
  }
}
