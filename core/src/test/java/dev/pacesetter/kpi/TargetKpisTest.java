package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Ramp;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Test;

/** What was won beside a target, by hand. */
class TargetKpisTest {
  private static final TargetKpis TARGET = Kpis.target(1_000_00);

  private final Business business = Business.small();

  private Measure on(String day, Kpi kpi) {
    return kpi.measure(business.on(day), Scope.company(), business.period("FY2026-Q2"));
  }

  @Test
  void attainmentPaceAndGapAreOfWhatWasWon() {
    business.won("ana", "2026-04-10", 400);
    assertThat(on("2026-04-30", TARGET.attainment()).value()).isEqualTo(0.4);
    assertThat(on("2026-04-30", TARGET.gap()).value()).isEqualTo(-600_00);
    // 22 of 65 working days are over
    assertThat(on("2026-04-30", TARGET.pace()).value())
        .isCloseTo(400 / (1_000 * 22 / 65.0), within(1e-12));
    assertThat(on("2026-04-30", TARGET.neededPerDay()).value())
        .isCloseTo(600_00 / 43.0, within(1e-6));
    assertThat(on("2026-06-30", TARGET.neededPerDay()).reason()).hasValue(NoData.NOTHING_OBSERVED);
    assertThat(on("2026-04-30", Kpis.target(300_00).neededPerDay()).value()).isZero();
    assertThat(on("2026-03-31", TARGET.pace()).isPresent()).isFalse();
  }

  @Test
  void peopleAtTargetAreThoseAtWork() {
    business.person(Person.of("gone", "Gone").inTeam("north").until(Business.day("2026-01-01")));
    business.won("ana", "2026-04-10", 1_000).won("bo", "2026-04-10", 999);
    Measure share = on("2026-06-30", TARGET.peopleAtTarget());
    assertThat(share.n()).as("Ana, Bo and Cy").isEqualTo(3);
    assertThat(share.value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(share.interval()).isPresent();
    assertThat(
            TARGET
                .peopleAtTarget()
                .measure(
                    business.on("2026-06-30"), Scope.team("north"), business.period("FY2026-Q2"))
                .value())
        .isEqualTo(0.5);
  }

  @Test
  void capacityFollowsRampAndPresence() {
    business.person(
        Person.of("new", "New")
            .inTeam("south")
            .since(Business.day("2026-05-01"))
            .ramping(Ramp.ofMonths(0.25, 0.5)));
    // three at 3 months, and a quarter and a half of a month
    assertThat(on("2026-06-30", TARGET.capacity()).value())
        .isCloseTo((9 + 0.75) * 1_000_00, within(1e-6));
    assertThat(
            TARGET
                .capacity()
                .measure(
                    business.on("2026-06-30"), Scope.team("south"), business.period("FY2026-Q2"))
                .value())
        .isCloseTo((3 + 0.75) * 1_000_00, within(1e-6));
  }

  @Test
  void rampIsTheMonthsToThreeGoodOnes() {
    business.person(Person.of("new", "New").inTeam("south").since(Business.day("2026-04-01")));
    business
        .won("new", "2026-05-10", 500)
        .won("new", "2026-07-10", 1_000)
        .won("new", "2026-08-10", 2_000);
    // months 2 to 4 bring 1 500, months 3 to 5 bring 3 000
    assertThat(on("2026-09-30", TARGET.rampMonths()).value()).isEqualTo(5);
    assertThat(on("2026-08-15", TARGET.rampMonths()).reason())
        .as("not yet")
        .hasValue(NoData.TOO_FEW);
    assertThat(on("2026-09-30", Kpis.target(2_000_00).rampMonths()).isPresent()).isFalse();
  }

  @Test
  void overAssignmentIsTheTargetsBelowOverTheOneAboveLessOne() {
    Kpi over = TARGET.overAssignment(600_00, 650_00);
    assertThat(over.id()).isEqualTo("assignment.over(60000+65000/100000)");
    assertThat(on("2026-04-30", over).value()).isCloseTo(0.25, within(1e-12));
    assertThat(on("2026-04-30", over).n()).isEqualTo(2);
    assertThat(on("2026-04-30", TARGET.overAssignment(0)).value()).isEqualTo(-1);
    assertThatIllegalArgumentException()
        .isThrownBy(TARGET::overAssignment)
        .withMessageContaining("at least one, each at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TARGET.overAssignment(-1))
        .withMessageContaining("the targets [-1] below one of 100000");
  }

  @Test
  void refuseATargetOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kpis.target(0))
        .withMessage("a KPI is asked for a target of 0; at least 1");
  }
}
