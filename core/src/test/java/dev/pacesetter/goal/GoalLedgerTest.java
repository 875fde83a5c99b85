package dev.pacesetter.goal;

import static dev.pacesetter.testing.Business.day;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.pacesetter.goal.GoalChange.Difference;
import dev.pacesetter.goal.GoalChange.Field;
import dev.pacesetter.goal.IllegalEntryException.Refusal;
import dev.pacesetter.goal.LedgerEntry.GoalSet;
import dev.pacesetter.goal.LedgerEntry.GoalWithdrawn;
import dev.pacesetter.goal.LedgerEntry.PeriodClosed;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GoalLedgerTest {
  private static final Text WHY = Text.of("as planned", "按计划");
  private static final LocalDate JANUARY = day("2026-01-01");
  private static final LocalDate FEBRUARY = day("2026-02-01");
  private static final LocalDate MARCH = day("2026-03-01");
  private static final LocalDate APRIL = day("2026-04-01");

  private final Business business = Business.small();

  private final SalesGoal first = SmartCase.goal(business).build();
  private final SalesGoal lower = SmartCase.goal(business).atLeast(euros(30_000)).build();
  private final SalesGoal year =
      SmartCase.goal(business).id("year").period(business.period("FY2026")).build();

  private static Instant on(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  private static GoalSet set(String id, String recorded, SalesGoal goal, LocalDate from) {
    return new GoalSet(id, on(recorded), "mia", WHY, goal, from);
  }

  private PeriodClosed closing(String id, String recorded, String period) {
    return new PeriodClosed(
        id, on(recorded), "mia", WHY, Optional.empty(), business.period(period));
  }

  private static GoalWithdrawn withdrawn(String id, String recorded, String goal, LocalDate from) {
    return new GoalWithdrawn(id, on(recorded), "mia", WHY, Optional.empty(), goal, from);
  }

  private static void refuses(GoalLedger ledger, LedgerEntry entry, Refusal refusal) {
    assertThatExceptionOfType(IllegalEntryException.class)
        .isThrownBy(() -> ledger.with(entry))
        .satisfies(
            e -> {
              assertThat(e.refusal()).isEqualTo(refusal);
              assertThat(e.entry()).isSameAs(entry);
            });
  }

  /** Set in December for the quarter, lowered in late January from February on. */
  private final GoalLedger ledger =
      GoalLedger.of(
          List.of(
              set("e1", "2025-12-10", first, JANUARY), set("e2", "2026-01-28", lower, FEBRUARY)));

  @Nested
  class AsOfTwoDates {
    @Test
    void tellsWhatHoldsByWhatIsKnown() {
      assertThat(ledger.goalsAsOf(JANUARY, on("2026-01-28"))).containsExactly(first);
      assertThat(ledger.goalsAsOf(FEBRUARY, on("2026-01-28"))).containsExactly(lower);
      assertThat(ledger.goalsAsOf(FEBRUARY, on("2026-01-27"))).containsExactly(first);
      assertThat(ledger.goalsAsOf(FEBRUARY, on("2025-12-09"))).isEmpty();
      assertThat(ledger.goalsAsOf(JANUARY.minusDays(1), on("2026-01-28"))).isEmpty();
      assertThat(ledger.goalAsOf("g", MARCH, on("2026-01-28"))).hasValue(lower);
      assertThat(ledger.goalAsOf("other", MARCH, on("2026-01-28"))).isEmpty();
    }

    @Test
    void seesACorrectionOnceItIsRecordedAndKeepsWhatWasBelieved() {
      GoalSet correction =
          new GoalSet(
              "e3",
              on("2026-02-10"),
              "mia",
              Text.of("typed wrongly"),
              Optional.empty(),
              lower,
              JANUARY,
              Optional.of(day("2026-01-15")));
      GoalLedger corrected = ledger.with(correction);
      assertThat(corrected.goalAsOf("g", JANUARY, on("2026-02-09"))).hasValue(first);
      assertThat(corrected.goalAsOf("g", JANUARY, on("2026-02-10"))).hasValue(lower);
      assertThat(corrected.goalAsOf("g", day("2026-01-15"), on("2026-02-10"))).hasValue(first);
      assertThat(corrected.knownAt(on("2026-02-09"))).isEqualTo(ledger);
    }

    @Test
    void keepsWhatWasWithdrawnOnTheDaysBefore() {
      GoalLedger without = ledger.with(withdrawn("e3", "2026-02-20", "g", MARCH));
      assertThat(without.goalAsOf("g", FEBRUARY, on("2026-02-20"))).hasValue(lower);
      assertThat(without.goalAsOf("g", MARCH, on("2026-02-20"))).isEmpty();
      assertThat(without.goalAsOf("g", MARCH, on("2026-02-19"))).hasValue(lower);
    }
  }

  @Nested
  class Refuses {
    @Test
    void whatIsRecordedBeforeTheLastEntryOrTwice() {
      refuses(ledger, set("e3", "2026-01-27", first, MARCH), Refusal.BACK_IN_TIME);
      refuses(ledger, set("e1", "2026-01-28", first, MARCH), Refusal.DUPLICATE_ID);
      assertThat(ledger.with(set("e3", "2026-01-28", first, MARCH)).entries()).hasSize(3);
    }

    @Test
    void changesOfAGoalThatIsOverOrNeverWas() {
      refuses(ledger, withdrawn("e3", "2026-02-01", "moon", MARCH), Refusal.UNKNOWN_GOAL);
      GoalLedger over = ledger.with(withdrawn("e3", "2026-02-20", "g", MARCH));
      refuses(over, set("e4", "2026-02-20", first, APRIL), Refusal.WITHDRAWN_GOAL);
      refuses(over, withdrawn("e4", "2026-02-20", "g", APRIL), Refusal.WITHDRAWN_GOAL);
    }

    @Test
    void changesOnDaysOfAClosedPeriod() {
      GoalLedger closed =
          ledger
              .with(set("e3", "2026-01-28", year, JANUARY))
              .with(closing("e4", "2026-04-10", "FY2026-Q1"));
      assertThat(closed.isClosed(MARCH)).isTrue();
      assertThat(closed.isClosed(APRIL)).isFalse();
      assertThat(closed.closedPeriods()).containsExactly(business.period("FY2026-Q1"));
      refuses(closed, set("e5", "2026-04-11", year, APRIL.minusDays(1)), Refusal.CLOSED_DAYS);
      assertThatExceptionOfType(IllegalEntryException.class)
          .isThrownBy(() -> closed.with(set("e5", "2026-04-11", year, MARCH)))
          .withMessage(
              "ledger entry e5 by mia on goal year from 2026-03-01 is refused: the days"
                  + " [2026-03-01..2026-04-01) are closed; choose days outside");
      SalesGoal higher =
          SmartCase.goal(business)
              .id("year")
              .period(business.period("FY2026"))
              .atLeast(euros(99_000))
              .build();
      assertThat(closed.with(set("e5", "2026-04-11", higher, APRIL)).goalsAsOf(APRIL, Instant.MAX))
          .containsExactly(lower, higher);
    }

    @Test
    void changesOfGoalsWhosePeriodIsClosedOnWhateverDay() {
      GoalLedger closed = ledger.with(closing("e3", "2026-04-10", "FY2026-Q1"));
      refuses(closed, set("e4", "2026-04-11", first, APRIL), Refusal.GOAL_OF_CLOSED_PERIOD);
      refuses(closed, withdrawn("e4", "2026-04-11", "g", APRIL), Refusal.GOAL_OF_CLOSED_PERIOD);
      SalesGoal moved = SmartCase.goal(business).period(business.period("FY2026-Q2")).build();
      refuses(closed, set("e4", "2026-04-11", moved, APRIL), Refusal.GOAL_OF_CLOSED_PERIOD);
    }

    @Test
    void closingWhatIsClosed() {
      GoalLedger closed = ledger.with(closing("e3", "2026-04-10", "FY2026-Q1"));
      refuses(closed, closing("e4", "2026-04-10", "FY2026-02"), Refusal.ALREADY_CLOSED);
      assertThat(closed.with(closing("e4", "2027-01-10", "FY2026")).isClosed(APRIL)).isTrue();
    }

    @Test
    void allOfSeveralWhenOneIsNotAllowed() {
      assertThatExceptionOfType(IllegalEntryException.class)
          .isThrownBy(
              () ->
                  ledger.with(
                      List.of(
                          set("e3", "2026-02-01", first, MARCH),
                          set("e3", "2026-02-01", first, MARCH))));
      assertThat(ledger.entries()).hasSize(2);
    }

    @Test
    void entriesWithoutAReason() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new GoalSet("e", on("2026-01-01"), "mia", Text.of(""), first, JANUARY))
          .withMessage("ledger entry e has the reason ''; it must not be blank");
    }
  }

  @Nested
  class AHistory {
    private final SalesGoal handed =
        SmartCase.goal(business).atLeast(euros(30_000)).owner("bo").contributesTo("team").build();
    private final GoalLedger longer =
        ledger
            .with(
                new GoalSet(
                    "e3",
                    on("2026-02-10"),
                    "mia",
                    Text.of("Ana is away", "Ana 休假"),
                    Optional.of("smart.S1"),
                    handed,
                    MARCH,
                    Optional.of(day("2026-03-15"))))
            .with(withdrawn("e4", "2026-03-20", "g", APRIL));

    @Test
    void tellsBeforeAndAfter() {
      assertThat(longer.history("g"))
          .extracting(GoalChange::before, GoalChange::after)
          .containsExactly(
              tuple(Optional.empty(), Optional.of(first)),
              tuple(Optional.of(first), Optional.of(lower)),
              tuple(Optional.of(lower), Optional.of(handed)),
              tuple(Optional.of(lower), Optional.empty()));
      assertThat(longer.history("moon")).isEmpty();
    }

    @Test
    void tellsFieldByField() {
      assertThat(longer.history("g").get(1).differences())
          .containsExactly(
              new Difference(
                  Field.TARGET,
                  Optional.of(Text.of("at least EUR 36,000", "不低于 EUR 36,000")),
                  Optional.of(Text.of("at least EUR 30,000", "不低于 EUR 30,000"))));
      assertThat(longer.history("g").get(2).differences())
          .extracting(Difference::field)
          .containsExactly(Field.OWNER, Field.PARENT);
      assertThat(longer.history("g").get(3).differences()).hasSize(6);
    }

    @Test
    void isSaidInBothLanguages() {
      assertThat(longer.history("g"))
          .extracting(change -> change.explain(Locale.ENGLISH, business.organization()))
          .containsExactly(
              "mia set the goal, to hold from 2026-01-01 (title: Win more; owner: ana; metric: Won"
                  + " value (won.value, version 1); target: at least EUR 36,000; scope: person=ana;"
                  + " period: FY2026-Q1 (2026-01-01 to 2026-03-31)). Reason: “as planned”.",
              "mia changed the goal from 2026-02-01 on (target: at least EUR 36,000 → at least EUR"
                  + " 30,000). Reason: “as planned”.",
              "mia changed the goal from 2026-03-01 to 2026-03-14 (owner: ana → bo; contributes"
                  + " to: none → team). Reason: “Ana is away”. Rule: smart.S1.",
              "mia withdrew the goal from 2026-04-01 on. Reason: “as planned”.");
      assertThat(longer.history("g").get(2).explain(Locale.CHINESE, business.organization()))
          .isEqualTo(
              "mia 更改该目标在 2026-03-01 至 2026-03-14 的内容（负责人：ana → bo；上级目标：无 →"
                  + " team）。理由：“Ana 休假”。规则：smart.S1。");
      GoalLedger again = ledger.with(set("e9", "2026-02-10", lower, MARCH));
      assertThat(again.history("g").get(2).explain(Locale.ENGLISH, business.organization()))
          .isEqualTo("mia recorded the goal from 2026-03-01 on as it was. Reason: “as planned”.");
    }
  }

  @Nested
  class TwoLedgers {
    private final GoalLedger here = ledger.with(set("h", "2026-02-01", first, MARCH));
    private final GoalLedger there = ledger.with(set("t", "2026-02-01", year, JANUARY));

    @Test
    void ofTheSameEntriesAreEqual() {
      assertThat(GoalLedger.of(here.entries())).isEqualTo(here).hasSameHashCodeAs(here);
      assertThat(here).isNotEqualTo(there);
    }

    @Test
    void mergeInTheOrderOfRecordingWhicheverIsAsked() {
      assertThat(here.mergedWith(there).entries())
          .extracting(LedgerEntry::id)
          .containsExactly("e1", "e2", "h", "t");
      assertThat(there.mergedWith(here)).isEqualTo(here.mergedWith(there));
      assertThat(here.mergedWith(ledger)).isEqualTo(here);
      assertThat(ledger.mergedWith(here)).isEqualTo(here);
      assertThat(here.mergedWith(there).mergedWith(there)).isEqualTo(here.mergedWith(there));
    }

    @Test
    void doNotMergeWhereTheyContradict() {
      GoalLedger other = ledger.with(set("h", "2026-02-01", lower, MARCH));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> here.mergedWith(other))
          .withMessageContaining("'h' stands for both");
      GoalLedger reordered =
          ledger
              .with(set("t", "2026-02-01", year, JANUARY))
              .with(set("h", "2026-02-01", first, MARCH));
      GoalLedger ordered =
          ledger
              .with(set("h", "2026-02-01", first, MARCH))
              .with(set("t", "2026-02-01", year, JANUARY));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ordered.mergedWith(reordered))
          .withMessageContaining("in one order here and in another there");
      GoalLedger closed = ledger.with(closing("c", "2026-01-30", "FY2026-Q1"));
      assertThatExceptionOfType(IllegalEntryException.class)
          .isThrownBy(() -> here.mergedWith(closed))
          .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.CLOSED_DAYS));
    }
  }
}
