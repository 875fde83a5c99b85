package dev.pacesetter.plan.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.plan.capacity.ExpectedAttainment.Past;
import dev.pacesetter.testing.Business;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedAttainmentTest {
  private final List<Past> past =
      List.of(new Past("ana", 100, 80), new Past("bob", 100, 100), new Past("cem", 200, 150));

  @Test
  void isTheRatioOfSumsWithAnInterval() {
    Measure attainment = ExpectedAttainment.ofPast(past);
    assertThat(attainment.value()).isEqualTo(330 / 400.0);
    assertThat(attainment.n()).isEqualTo(3);
    // by hand: residuals -2.5, 17.5, -15; s² = 3/2 · 537.5; t(2) = 4.302653; width 0.305430
    assertThat(attainment.interval())
        .hasValueSatisfying(
            ends -> {
              assertThat(ends.lower()).isCloseTo(0.519570, within(1e-5));
              assertThat(ends.upper()).isCloseTo(1.130430, within(1e-5));
            });
  }

  @Test
  void takesSeveralPeriodsOfOnePersonAsOne() {
    List<Past> halves =
        List.of(
            new Past("ana", 50, 10),
            new Past("ana", 50, 70),
            new Past("bob", 100, 100),
            new Past("cem", 200, 150));
    assertThat(ExpectedAttainment.ofPast(halves)).isEqualTo(ExpectedAttainment.ofPast(past));
  }

  @Test
  void hasNoIntervalForOnePerson() {
    assertThat(ExpectedAttainment.ofPast(past.subList(0, 1)).interval()).isEmpty();
  }

  @Test
  void isNoDataWithoutAPast() {
    assertThat(ExpectedAttainment.ofPast(List.of()).reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(ExpectedAttainment.ofPast(List.of(new Past("ana", 100, 0))).reason())
        .contains(NoData.TOO_FEW);
  }

  @Test
  void readsGoalsOfPeopleWhosePeriodIsOver() {
    Business business =
        Business.small()
            .won("ana", "2026-02-02", 80)
            .won("bo", "2026-03-03", 100)
            .won("cy", "2026-05-05", 900);
    List<SalesGoal> goals =
        List.of(
            goal("ana-q1", Scope.person("ana"), business.period("FY2026-Q1")),
            goal("bo-q1", Scope.person("bo"), business.period("FY2026-Q1")),
            goal("north-q1", Scope.team("north"), business.period("FY2026-Q1")),
            goal("cy-q2", Scope.person("cy"), business.period("FY2026-Q2")));
    Measure attainment =
        ExpectedAttainment.ofGoals(Kpis.WON_VALUE, goals, business.on("2026-06-15"));
    assertThat(attainment.value()).isEqualTo(0.9); // 180 of 200, by two people
    assertThat(attainment.n()).isEqualTo(2);
  }

  private static SalesGoal goal(String id, Scope scope, Period period) {
    return SalesGoal.builder()
        .id(id)
        .title("Sell for 100 euros")
        .kpi(Kpis.WON_VALUE)
        .atLeast(Business.euros(100))
        .scope(scope)
        .period(period)
        .build();
  }
}
