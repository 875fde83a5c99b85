package dev.pacesetter.plan.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.testing.Business;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The second and the third quarter of 2026 have 65 and 66 working days, so that what was sold
 * before counts 66/65 of itself.
 */
class MeasuredLiftTest {
  private static final List<String> EMEA = List.of("a1", "a2", "a3", "a4");
  private static final List<String> OTHERS = List.of("b1", "b2", "b3", "b4");

  private final Business business = business();
  private final Period before = business.period("FY2026-Q2");
  private final Period after = business.period("FY2026-Q3");

  private static Business business() {
    Business business =
        Business.empty().team(Team.of("emea", "EMEA")).team(Team.of("apac", "APAC"));
    EMEA.forEach(id -> business.person(Person.of(id, id).inTeam("emea")));
    OTHERS.forEach(id -> business.person(Person.of(id, id).inTeam("apac")));
    return business;
  }

  /** Everybody sells 6,500 before; afterwards emea gains what is given beside a trend of 100. */
  private SalesFacts sold(int... gains) {
    for (int at = 0; at < EMEA.size(); at++) {
      business.won(EMEA.get(at), "2026-05-04", 6_500);
      business.won(EMEA.get(at), "2026-08-04", 6_600 + 100 + gains[at]);
      business.won(OTHERS.get(at), "2026-05-04", 6_500);
      business.won(OTHERS.get(at), "2026-08-04", 6_600 + 100 + (at % 2 == 0 ? 5 : -5));
    }
    return business.on("2026-09-30");
  }

  private MeasuredLift lift(long low, long high, SalesFacts facts) {
    Initiative push = Initiatives.push().expected(Initiatives.euros(low, high)).build();
    return MeasuredLift.ofPeople(push, facts, before, after);
  }

  @Test
  void isWhatTheWholeSliceGainedBesideTheTrendOfTheRest() {
    MeasuredLift lift = lift(1_000, 2_000, sold(390, 400, 410, 400));
    // four people with 400 each, in cents
    assertThat(lift.measured().value()).isCloseTo(1_600_00, offset(1e-6));
    assertThat(lift.parts()).isEqualTo(4);
    assertThat(lift.partsBeside()).isEqualTo(4);
    assertThat(lift.pValue().orElseThrow()).isLessThan(0.001);
    assertThat(lift.measured().interval().orElseThrow().contains(1_600_00)).isTrue();
  }

  @Nested
  class TheVerdict {
    private final SalesFacts facts = sold(390, 400, 410, 400);

    @Test
    void isWithinBelowOrAboveWhereTheIntervalAllowsToSaySo() {
      assertThat(lift(1_000, 2_000, facts).verdict()).isEqualTo(LiftVerdict.WITHIN);
      assertThat(lift(3_000, 4_000, facts).verdict()).isEqualTo(LiftVerdict.BELOW);
      assertThat(lift(0, 1_000, facts).verdict()).isEqualTo(LiftVerdict.ABOVE);
    }

    @Test
    void isTooEarlyWhereTheIntervalReachesOverAnEnd() {
      Interval interval = lift(0, 1, facts).measured().interval().orElseThrow();
      long within = Math.round(interval.upper() / 100) - 1;
      assertThat(lift(1_000, within, facts).verdict()).isEqualTo(LiftVerdict.TOO_EARLY);
      assertThat(lift(1_000, within, facts).explain(Locale.ENGLISH)).contains("too uncertain");
    }

    @Test
    void isTooEarlyWhileThePeriodRuns() {
      MeasuredLift running = lift(1_000, 2_000, business.on("2026-09-29"));
      assertThat(running.verdict()).isEqualTo(LiftVerdict.TOO_EARLY);
      assertThat(running.explain(Locale.CHINESE)).contains("尚未结束");
      assertThat(running.measured()).isEqualTo(lift(1_000, 2_000, facts).measured());
    }

    @Test
    void isTooEarlyWithoutAnybodyToCompareWith() {
      Initiative push = Initiatives.push().build();
      MeasuredLift alone =
          MeasuredLift.between(push, facts, before, after, List.of(Scope.person("a1")), List.of());
      assertThat(alone.measured().isPresent()).isFalse();
      assertThat(alone.verdict()).isEqualTo(LiftVerdict.TOO_EARLY);
      assertThat(alone.explain(Locale.ENGLISH))
          .isEqualTo(
              "“GTX Pro for small firms” is expected to bring EUR 1,000 to EUR 2,000. There"
                  + " is too little data from FY2026-Q2 to FY2026-Q3 for an interval, so it is too"
                  + " early to say.");
    }

    @Test
    void isSaidInBothLanguages() {
      assertThat(lift(3_000, 4_000, facts).explain(Locale.ENGLISH))
          .startsWith(
              "“GTX Pro for small firms” was expected to bring EUR 3,000 to EUR 4,000 and brought"
                  + " EUR 1,600 from FY2026-Q2 to FY2026-Q3, 95% interval EUR 1,5")
          .endsWith(": less than expected.");
      assertThat(lift(3_000, 4_000, facts).explain(Locale.CHINESE))
          .startsWith("举措“向小企业主推 GTX Pro”预期带来 EUR 3,000 至 EUR 4,000")
          .endsWith("：低于预期。");
    }
  }

  @Test
  void leavesOutWhoWasNotThereAllTheTimeOrChangedSides() {
    business.person(Person.of("late", "Late").inTeam("emea").since(LocalDate.of(2026, 6, 1)));
    business.person(
        Person.of("moved", "Moved").inTeam("apac").movedTo("emea", LocalDate.of(2026, 8, 1)));
    MeasuredLift lift = lift(1_000, 2_000, sold(390, 400, 410, 400));
    assertThat(lift.parts()).isEqualTo(4);
    assertThat(lift.partsBeside()).isEqualTo(4);
  }

  @Test
  void doesNotDependOnTheOrderOfParts() {
    SalesFacts facts = sold(310, 420, 410, 380);
    Initiative push = Initiatives.push().build();
    List<Scope> within = EMEA.stream().map(Scope::person).toList();
    List<Scope> beside = OTHERS.stream().map(Scope::person).toList();
    MeasuredLift one = MeasuredLift.between(push, facts, before, after, within, beside);
    MeasuredLift other =
        MeasuredLift.between(
            push,
            facts,
            before,
            after,
            ImmutableList.copyOf(within).reverse(),
            ImmutableList.copyOf(beside).reverse());
    assertThat(other).isEqualTo(one);
  }

  @Test
  void refusesPeriodsOnTheWrongSideOfTheStart() {
    SalesFacts facts = sold(0, 0, 0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeasuredLift.ofPeople(Initiatives.push().build(), facts, after, after))
        .withMessageContaining("initiative push begins on 2026-07-01")
        .withMessageContaining("must end by then");
  }

  @Test
  void refusesASliceThatIsNotMadeOfPeopleAndAPartThatIsThereTwice() {
    SalesFacts facts = sold(0, 0, 0, 0);
    Initiative product = Initiatives.push().slice(Scope.product("gtx")).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeasuredLift.ofPeople(product, facts, before, after))
        .withMessageContaining("initiative push aims at product=gtx");
    List<Scope> same = List.of(Scope.person("a1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeasuredLift.between(product, facts, before, after, same, same))
        .withMessage("initiative push is measured by the part person=a1 twice; each counts once");
  }
}
