package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import dev.pacesetter.testing.RandomFacts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The lines add up to the difference, for every pair that can be reconciled. */
class ReconciliationProperties {
  private static final Business SMALL =
      Business.small().process("stage0", "stage1", "stage2", "stage3");

  @Provide
  Arbitrary<List<SalesEvent>> facts() {
    return RandomFacts.within(120);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void addUpExactly(@ForAll("facts") List<SalesEvent> events) {
    SalesFacts facts =
        SalesFacts.of(
            SMALL.organization(),
            SMALL.calendar(),
            Journal.of(events).bookAsOf(SMALL.calendar().endOf(Business.day("2026-06-30"))));
    Period quarter = SMALL.period("FY2026-Q1");
    List<Kpi> kpis = new ArrayList<>(Kpis.all());
    kpis.add(Kpis.winFromStage("stage1"));
    kpis.add(Kpis.winDecided("price"));
    StageKpis stage = Kpis.stage("stage1");
    kpis.addAll(
        List.of(
            stage.reached(),
            stage.strict(),
            stage.passed(),
            stage.backfilled(),
            stage.exit(),
            stage.direct(),
            stage.flow(),
            stage.lost(),
            stage.stayed()));
    for (Scope scope : List.of(Scope.company(), Scope.person("ana"), Scope.team("north"))) {
      for (Kpi first : kpis) {
        for (Kpi second : kpis) {
          if (Reconciliation.isPossible(first, second)) {
            check(first, second, facts, scope, quarter);
          }
        }
      }
    }
  }

  private static void check(Kpi first, Kpi second, SalesFacts facts, Scope scope, Period period) {
    Measure one = first.measure(facts, scope, period);
    Measure two = second.measure(facts, scope, period);
    if (!one.isPresent() || !two.isPresent()) {
      return;
    }
    Reconciliation told = Reconciliation.between(first, second, facts, scope, period);
    if (first instanceof AdditiveKpi sum && second instanceof AdditiveKpi other) {
      long exact =
          sum.credits(facts).total(scope, period) - other.credits(facts).total(scope, period);
      assertThat(told.denominator()).isEqualTo(1);
      assertThat(told.difference()).isEqualTo(BigInteger.valueOf(exact));
    } else {
      assertThat(told.inUnits(told.difference()))
          .as("%s and %s", first, second)
          .isCloseTo(one.value() - two.value(), within(1e-12));
    }
    if (first.equals(second)) {
      assertThat(told.lines()).isEmpty();
    }
  }
}
