package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.pipeline.Movement;
import dev.pacesetter.metrics.pipeline.PipelineScope;
import dev.pacesetter.metrics.pipeline.Waterfall;
import dev.pacesetter.organization.Scope;
import java.time.Instant;
import java.util.function.Function;

/** One line of the waterfall of the open deals that are expected to close in the period. */
record WaterfallLine(Function<Waterfall, Movement> line) implements Definition.Measuring {
  @Override
  public Measure measure(SalesFacts facts, Scope scope, Period period) {
    boolean recorded =
        facts.book().opportunities().stream().anyMatch(WaterfallLine::isDatedAndValued);
    if (!recorded) {
      return Measure.noData(Unit.MONEY, 0, NoData.NOT_RECORDED);
    }
    Instant known = facts.book().asOf().plusNanos(1);
    Instant end = earlier(facts.calendar().startOf(period.end()), known);
    Instant start = earlier(facts.calendar().startOf(period.start()), end);
    Movement moved =
        line.apply(
            Waterfall.between(
                start,
                end,
                facts.deals().history(facts.deals().rows(scope)),
                PipelineScope.closingIn(period.start(), period.end())));
    return Measure.of((double) moved.amount(), Unit.MONEY, moved.count());
  }

  private static boolean isDatedAndValued(Opportunity deal) {
    return deal.expectedClose().isPresent() && deal.amount().isPresent();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
