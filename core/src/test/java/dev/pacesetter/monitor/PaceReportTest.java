package dev.pacesetter.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaceReportTest {
  /** 10 of 21 working days of August are over: half the quarter. */
  private static final LocalDate MID = LocalDate.of(2026, 8, 14);

  private final Quarter quarter =
      new Quarter(4, 2)
          .won("p0", "q0", LocalDate.of(2026, 6, 30), 9_999)
          .won("p0", "q0", LocalDate.of(2026, 7, 1), 4_000)
          .won("p1", "q1", LocalDate.of(2026, 8, 14), 10_000)
          .won("p2", "q1", LocalDate.of(2026, 8, 15), 7_777);

  private final PaceReport report =
      Monitor.standard().watch(quarter.plan(66_000), quarter.asOf(MID));

  @Test
  void holdsTheWholeAgainstThePlan() {
    assertThat(report.day()).isEqualTo(MID);
    assertThat(report.whole().target()).isEqualTo(66_000);
    assertThat(report.whole().planned()).isCloseTo(33_000, within(1e-6));
    assertThat(report.whole().actual()).isEqualTo(14_000);
    assertThat(report.whole().credits()).isEqualTo(2);
    assertThat(report.whole().status()).isEqualTo(PaceStatus.BEHIND);
  }

  @Test
  void listsPeopleTeamsAndProductsFurthestBehindFirst() {
    assertThat(report.people())
        .extracting(pace -> pace.scope().toString())
        .containsExactly("person=p2", "person=p3", "person=p0", "person=p1");
    assertThat(report.teams())
        .extracting(pace -> pace.scope().toString())
        .containsExactly("team=all", "team=north", "team=south");
    assertThat(report.products()).extracting(Pace::actual).containsExactly(4_000L, 10_000L);
    assertThat(report.cells()).hasSize(8);
    assertThat(report.cells().get(7).scope())
        .isEqualTo(Scope.person("p1").and(Dimension.PRODUCT, "q1"));
  }

  @Test
  void answersForAnyCombination() {
    Pace northWithQ0 = report.of(Scope.team("north").and(Dimension.PRODUCT, "q0"));

    assertThat(northWithQ0.target()).isEqualTo(66_000 / 4);
    assertThat(northWithQ0.actual()).isEqualTo(4_000);
    assertThatThrownBy(() -> report.of(Scope.company().and(Dimension.CHANNEL, "web")))
        .hasMessage(
            "the pace of channel=web is not known; a plan is divided by team, person, product line"
                + " and product");
  }

  @Test
  void drawsPlanAndActualDayByDay() {
    PaceCurve curve = report.curve(Scope.company());

    assertThat(curve.start()).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(curve.planned().length()).isEqualTo(92);
    assertThat(curve.planned().get(0)).isCloseTo(1_000, within(1e-6));
    assertThat(curve.planned().get(30)).isCloseTo(23_000, within(1e-6));
    assertThat(curve.planned().get(91)).isCloseTo(66_000, within(1e-6));
    assertThat(curve.actual().length()).isEqualTo(45);
    assertThat(curve.actual().get(0)).isEqualTo(4_000);
    assertThat(curve.actual().get(43)).isEqualTo(4_000);
    assertThat(curve.actual().get(44)).isEqualTo(14_000);
    assertThat(curve.planned().get(44)).isCloseTo(report.whole().planned(), within(1e-6));
  }

  @Test
  void drawsNoActualBeforeThePeriod() {
    PaceReport early =
        Monitor.standard().watch(quarter.plan(66_000), quarter.asOf(LocalDate.of(2026, 6, 30)));

    assertThat(early.curve(Scope.company()).actual().length()).isZero();
    assertThat(early.whole().actual()).isZero();
    assertThat(early.underPlan()).isEmpty();
  }

  @Nested
  class WhenSomethingIsSoldOutsideThePlan {
    private final Quarter more =
        quarter
            .won("stranger", "q0", LocalDate.of(2026, 7, 2), 11)
            .won("p0", "gadget", LocalDate.of(2026, 7, 2), 22)
            .won(null, "q0", LocalDate.of(2026, 7, 2), 33)
            .won("p0", null, LocalDate.of(2026, 7, 2), 44);
    private final PaceReport outside = Monitor.standard().watch(more.plan(66_000), more.asOf(MID));

    @Test
    void showsItAndLosesNothing() {
      assertThat(outside.unplanned())
          .containsExactly(
              new Unplanned("p0", "gadget", 22, 1),
              new Unplanned("p0", null, 44, 1),
              new Unplanned("stranger", "q0", 11, 1),
              new Unplanned(null, "q0", 33, 1));
      assertThat(outside.withoutPerson()).isEqualTo(33);
      assertThat(outside.withoutProduct()).isEqualTo(44);
      assertThat(outside.whole().actual()).isEqualTo(14_000 + 11 + 22 + 33 + 44);
    }

    @Test
    void listsThemWithoutAPlan() {
      assertThat(outside.people())
          .filteredOn(pace -> pace.status() == PaceStatus.NO_PLAN)
          .extracting(pace -> pace.scope().toString())
          .containsExactly("person=stranger");
      assertThat(outside.products())
          .filteredOn(pace -> pace.status() == PaceStatus.NO_PLAN)
          .extracting(pace -> pace.scope().toString())
          .containsExactly("product=gadget");
    }
  }

  @Nested
  class WhenTheGoalIsATeams {
    private final PaceReport north =
        Monitor.standard()
            .watch(
                quarter.plan(
                    33_000,
                    Scope.team("north"),
                    quarter.organization().peopleIn("north"),
                    quarter.organization().products()),
                quarter.asOf(MID));

    @Test
    void leavesOutWhatOthersSell() {
      assertThat(north.whole().actual()).isEqualTo(4_000);
      assertThat(north.people()).hasSize(2);
      assertThat(north.unplanned()).isEmpty();
    }
  }
}
