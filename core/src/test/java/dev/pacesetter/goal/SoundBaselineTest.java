package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SoundBaselineTest {
  private final Business business = Business.small().won("ana", "2025-02-10", 30_000);

  private Baseline baseline(KpiVersion kpi, Scope scope, long euros) {
    return new Baseline(kpi, scope, business.period("FY2025-Q1"), Unit.MONEY, euros * 100);
  }

  private Finding from(KpiVersion kpi, Scope scope, long euros) {
    return ask(
        "smart.M3",
        goal(business).baseline(baseline(kpi, scope, euros)).build(),
        business.on("2025-12-31"));
  }

  private static final KpiVersion SAME = KpiVersion.of(Kpis.WON_VALUE);
  private static final Scope ANA = Scope.person("ana");

  @Test
  void isMeasuredAsTheGoalWillBe() {
    expect(from(SAME, ANA, 30_000), Verdict.PASS, "same");
    expect(from(SAME, ANA, 30_500), Verdict.PASS, "same");
  }

  @Test
  void isDoubtedWhereItCannotBeFoundAgain() {
    Finding finding = from(SAME, ANA, 25_000);
    expect(finding, Verdict.WARN, "changed");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo("The baseline says EUR 25,000 in FY2025-Q1; measured again it is EUR 30,000.");
  }

  @Test
  void isNoneWithAnotherMetricVersionOrScope() {
    expect(from(KpiVersion.of(Kpis.ORDER_VALUE), ANA, 30_000), Verdict.FAIL, "otherMetric");
    expect(
        from(new KpiVersion(SAME.id(), SAME.version() + 1), ANA, 30_000),
        Verdict.FAIL,
        "otherVersion");
    expect(from(SAME, Scope.team("north"), 30_000), Verdict.FAIL, "otherScope");
  }

  @Test
  void isProposedWhereNoneIsWrittenDown() {
    Finding finding = ask("smart.M3", goal(business).build(), business.on("2025-12-31"));
    expect(finding, Verdict.WARN, "none");
    assertThat(finding.repair(Locale.ENGLISH))
        .hasValue("Start from “Won value” in FY2025-Q1: EUR 30,000.");
  }

  @Test
  void isUndecidedWhereNothingIsKnown() {
    Business empty = Business.small();
    expect(
        ask("smart.M3", goal(empty).build(), empty.on("2025-12-31")),
        Verdict.UNDECIDED,
        "nothingKnown");
    expect(
        ask(
            "smart.M3",
            goal(empty).baseline(baseline(SAME, ANA, 5)).build(),
            empty.on("2025-12-31")),
        Verdict.UNDECIDED,
        "notMeasured");
  }
}
