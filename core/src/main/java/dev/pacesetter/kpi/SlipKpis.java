package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity.Revision;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.DealKpis.Days;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import dev.pacesetter.organization.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** What became of the deals that were due in a period as things stood when it began. */
final class SlipKpis {
  private SlipKpis() {}

  /**
   * Of the deals due in the period as things stood when it began, those not won in it; a lost deal
   * counts as slipped.
   */
  static Measure slipped(SalesFacts facts, Scope scope, Period period) {
    Days days = Days.of(period);
    return ofDue(
        facts,
        scope,
        period,
        (row, due) ->
            facts.deals().outcome(row) != Outcome.WON
                || !days.contain(facts.deals().closedDay(row)));
  }

  /** Of the same deals, those whose expected close was moved to a later day in the period. */
  static Measure moved(SalesFacts facts, Scope scope, Period period) {
    Instant start = facts.calendar().startOf(period.start());
    Instant end = facts.calendar().startOf(period.end());
    return ofDue(
        facts,
        scope,
        period,
        (row, due) -> {
          for (Revision revision : facts.book().opportunities().get(row).revisions()) {
            if (!revision.at().isBefore(start)
                && revision.at().isBefore(end)
                && revision.expectedClose().filter(due::isBefore).isPresent()) {
              return true;
            }
          }
          return false;
        });
  }

  /** Of those that moved out, by how many days the expected close was later when it ended. */
  static Measure daysLater(SalesFacts facts, Scope scope, Period period) {
    Instant end = facts.calendar().startOf(period.end());
    DoubleStream.Builder later = DoubleStream.builder();
    ofDue(
        facts,
        scope,
        period,
        (row, due) -> {
          LocalDate last = due;
          for (Revision revision : facts.book().opportunities().get(row).revisions()) {
            if (revision.at().isBefore(end)) {
              last = revision.expectedClose().orElse(last);
            }
          }
          if (last.isAfter(due)) {
            later.add((double) ChronoUnit.DAYS.between(due, last));
          }
          return last.isAfter(due);
        });
    return Sample.of(Unit.DAYS, later.build().toArray()).withConfidence(DealKpis.CONFIDENCE).mean();
  }

  /** Whether a deal that was due on a day is meant. */
  private interface Due {
    boolean isMeant(int row, LocalDate due);
  }

  private static Measure ofDue(SalesFacts facts, Scope scope, Period period, Due which) {
    Instant start = facts.calendar().startOf(period.start());
    int all = 0;
    int meant = 0;
    for (int row : facts.deals().rows(scope)) {
      Optional<LocalDate> due = Optional.empty();
      for (Revision revision : facts.book().opportunities().get(row).revisions()) {
        if (!revision.at().isBefore(start)) {
          break;
        }
        due =
            revision.outcome() == Outcome.OPEN
                ? revision.expectedClose().filter(period::contains)
                : Optional.empty();
      }
      if (due.isPresent()) {
        all++;
        meant += which.isMeant(row, due.get()) ? 1 : 0;
      }
    }
    return ProportionInterval.WILSON.measure(Ratio.of(meant, all), DealKpis.CONFIDENCE);
  }
}
