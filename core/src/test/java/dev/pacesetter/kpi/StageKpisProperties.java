package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.ReachRule;
import dev.pacesetter.metrics.funnel.StageFunnel;
import dev.pacesetter.metrics.funnel.StageFunnelReport;
import dev.pacesetter.metrics.funnel.VisitTime;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The metrics of a stage say what the funnel over stages says of the same deals. */
class StageKpisProperties {
  private static final List<String> STAGES = List.of("stage0", "stage1", "stage2", "stage3");
  private static final Business SMALL = Business.small().process(STAGES.toArray(String[]::new));
  private static final Period YEAR = SMALL.period("FY2026");
  private static final Instant START = SMALL.noon("2026-01-01");
  private static final int LEFT = STAGES.size();

  private record Step(int deal, int what) {}

  /** Facts of three deals, no two at the same instant. */
  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3), Arbitraries.integers().between(0, LEFT + 1))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void countAndTimeAsTheFunnel(@ForAll("steps") List<Step> steps) {
    SalesFacts facts = facts(steps);
    EventTable table = table(steps);
    Instant asOf = facts.book().asOf();
    StageFunnel funnel = StageFunnel.of(STAGES).won("won").lost("lost");
    StageFunnelReport passed = funnel.over(table, asOf);
    StageFunnelReport entered =
        funnel.with(ReachRule.ENTERED).with(VisitTime.LAST).over(table, asOf);
    int deals = facts.book().opportunities().size();
    for (String name : STAGES) {
      StageKpis stage = Kpis.stage(name);
      assertThat(of(stage.passed(), facts).value() * deals)
          .isCloseTo((double) passed.step(name).reached(), within(1e-9));
      assertThat(of(stage.reached(), facts).value() * deals)
          .isCloseTo((double) entered.step(name).reached(), within(1e-9));
      assertSame(of(stage.medianDays(), facts), passed.step(name).time().survival().quantile(0.5));
      assertSame(
          of(stage.slowestFifth(), facts), passed.step(name).time().survival().quantile(0.8));
      assertSame(of(stage.lastVisitDays(), facts), entered.step(name).time().medianOfEnded());
      assertThat(of(stage.visits(), facts).isPresent() ? of(stage.visits(), facts).value() : 0)
          .isEqualTo((double) entered.step(name).visits());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void neverGrowDownTheBackFilledFunnel(@ForAll("steps") List<Step> steps) {
    SalesFacts facts = facts(steps);
    for (int place = 1; place < STAGES.size(); place++) {
      StageKpis before = Kpis.stage(STAGES.get(place - 1));
      StageKpis stage = Kpis.stage(STAGES.get(place));
      assertThat(of(stage.passed(), facts).value())
          .isLessThanOrEqualTo(of(before.passed(), facts).value())
          .isGreaterThanOrEqualTo(of(stage.backfilled(), facts).value());
      assertThat(of(stage.backfilled(), facts).value())
          .isGreaterThanOrEqualTo(of(stage.reached(), facts).value());
      assertThat(of(stage.strict(), facts).value())
          .isLessThanOrEqualTo(of(before.strict(), facts).value())
          .isLessThanOrEqualTo(of(stage.reached(), facts).value());
    }
  }

  /** What came in and did not go forward or get lost is there still, or went back. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void accountForEveryEntry(@ForAll("steps") List<Step> steps) {
    SalesFacts facts = facts(steps);
    for (String name : STAGES) {
      StageKpis stage = Kpis.stage(name);
      if (of(stage.flow(), facts).isPresent()) {
        double out =
            of(stage.flow(), facts).value()
                + of(stage.lost(), facts).value()
                + of(stage.stayed(), facts).value();
        assertThat(out).isLessThanOrEqualTo(1 + 1e-12);
        if (name.equals(STAGES.get(0))) {
          assertThat(out).as("nothing is before the first stage").isCloseTo(1, within(1e-12));
        }
      }
    }
  }

  private static void assertSame(Measure one, Measure other) {
    assertThat(one.isPresent()).isEqualTo(other.isPresent());
    if (one.isPresent()) {
      assertThat(one.n()).isEqualTo(other.n());
      assertThat(one.value()).isCloseTo(other.value(), within(1e-9));
    }
  }

  private static Measure of(Kpi kpi, SalesFacts facts) {
    return kpi.measure(facts, Scope.company(), YEAR);
  }

  private static SalesFacts facts(List<Step> steps) {
    List<SalesEvent> events = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String id = "e" + i;
      String deal = "d" + steps.get(i).deal();
      int what = steps.get(i).what();
      events.add(
          what < LEFT
              ? new SalesEvent.StageEntered(id, at(i), deal, STAGES.get(what))
              : what == LEFT
                  ? new SalesEvent.OpportunityWon(id, at(i), deal)
                  : new SalesEvent.OpportunityLost(id, at(i), deal, "price"));
    }
    return SalesFacts.of(
        SMALL.organization(), SMALL.calendar(), Journal.of(events).bookAsOf(at(steps.size())));
  }

  private static EventTable table(List<Step> steps) {
    EventTable.Builder table = EventTable.builder();
    for (int i = 0; i < steps.size(); i++) {
      int what = steps.get(i).what();
      table.row(
          steps.get(i).deal(),
          what < LEFT ? STAGES.get(what) : what == LEFT ? "won" : "lost",
          at(i).toEpochMilli());
    }
    return table.build();
  }

  private static Instant at(int step) {
    return START.plus(Duration.ofHours(29L * step));
  }
}
