package dev.pacesetter.persistence.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.goal.Agreement;
import dev.pacesetter.goal.AgreementStep.Accepted;
import dev.pacesetter.goal.AgreementStep.Countered;
import dev.pacesetter.goal.AgreementStep.Questioned;
import dev.pacesetter.goal.GoalLedger;
import dev.pacesetter.goal.LedgerEntry.GoalSet;
import dev.pacesetter.goal.LedgerEntry.GoalWithdrawn;
import dev.pacesetter.goal.LedgerEntry.PeriodClosed;
import dev.pacesetter.goal.Proposal;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.persistence.repository.DivergedException;
import dev.pacesetter.persistence.repository.LoopStore;
import dev.pacesetter.persistence.repository.Repository;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agreements and the goal ledger only go on from what is stored: nothing in them is ever lost. */
interface AgreedGoalsContract extends Setting {

  Text WHY = Text.of("as planned", "按计划");

  Period QUARTER =
      new Period(
          PeriodKind.QUARTER, "FY2026-Q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 1));

  private LoopStore loop() {
    return LoopStore.of(store(), workspace());
  }

  private static SalesGoal goal(String id) {
    return SalesGoal.builder()
        .id(id)
        .title("Win 60")
        .kpi(Kpis.WON_COUNT)
        .atLeast(60)
        .period(QUARTER)
        .build();
  }

  private static Agreement proposed() {
    return Agreement.propose(
        "mia", NOON, Proposal.of(goal("q3"), Map.of("ana", 36L, "bo", 24L)), WHY);
  }

  private static GoalSet entry(String id) {
    return new GoalSet(id, NOON, "mia", WHY, goal(id), QUARTER.start());
  }

  @Test
  default void givesBackAnAgreementStepByStep() {
    Agreement talked = proposed().with(new Questioned("bo", NOON, WHY));
    Agreement agreed = talked.with(new Accepted("bo", NOON.plusSeconds(1), 24));

    loop().agreements().save(talked, NOON);
    loop().agreements().save(agreed, NOON.plusSeconds(1));

    assertThat(loop().agreements().find("q3")).contains(agreed);
    assertThat(loop().agreements().findAsOf("q3", NOON)).contains(talked);
  }

  @Test
  default void refusesAnAgreementThatForgetsAStep() {
    Repository<Agreement> agreements = loop().agreements();
    agreements.save(proposed().with(new Accepted("bo", NOON, 24)), NOON);

    for (Agreement other :
        List.of(proposed(), proposed().with(new Countered("ana", NOON, 30, WHY)))) {
      assertThatExceptionOfType(DivergedException.class)
          .isThrownBy(() -> agreements.save(other, NOON))
          .withMessageStartingWith("agreement q3 at revision 1 does not lead to");
      assertThatExceptionOfType(DivergedException.class)
          .isThrownBy(() -> agreements.save(other, 1, NOON));
    }
    assertThat(agreements.history("q3")).hasSize(1);
  }

  @Test
  default void givesBackALedgerEntryByEntry() {
    GoalLedger ledger =
        GoalLedger.empty()
            .with(entry("e1"))
            .with(
                new GoalSet(
                    "e2",
                    NOON,
                    "mia",
                    WHY,
                    Optional.of("smart.A2"),
                    goal("e1"),
                    QUARTER.start(),
                    Optional.of(QUARTER.lastDay())))
            .with(
                new GoalWithdrawn(
                    "e3", NOON.plusSeconds(1), "mia", WHY, Optional.empty(), "e1", QUARTER.end()))
            .with(
                new PeriodClosed("e4", NOON.plusSeconds(2), "bo", WHY, Optional.empty(), QUARTER));

    assertThat(loop().ledger().load()).isEqualTo(GoalLedger.empty());
    assertThat(loop().ledger().append(ledger.knownAt(NOON))).isEqualTo(2);
    assertThat(loop().ledger().append(ledger)).isEqualTo(2);
    assertThat(loop().ledger().append(ledger)).isZero();
    assertThat(loop().ledger().append(ledger.knownAt(NOON))).isZero();
    assertThat(loop().ledger().load()).isEqualTo(ledger);
    if (isDurable()) {
      reopen();
      assertThat(loop().ledger().load()).isEqualTo(ledger);
    }
  }

  @Test
  default void refusesALedgerThatForgetsAnEntry() {
    loop().ledger().append(GoalLedger.empty().with(entry("e1")));

    assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(
            () -> loop().ledger().append(GoalLedger.empty().with(entry("e2")).with(entry("e3"))))
        .withMessageStartingWith("the ledger has other entries")
        .satisfies(e -> assertThat(e.subject()).isEqualTo("the ledger"));
    assertThat(loop().ledger().load().entries()).containsExactly(entry("e1"));
  }

  @Test
  default void letsOneOfSeveralWhoAppendAtOnceGoFirst() {
    List<Boolean> won =
        Together.run(
            IntStream.range(0, 4)
                .mapToObj(writer -> (Callable<Boolean>) () -> appends(writer))
                .toList());

    GoalLedger ledger = loop().ledger().load();
    assertThat(won).containsOnlyOnce(true);
    assertThat(ledger.entries()).hasSize(3);
    assertThat(ledger.entries())
        .extracting(entry -> entry.id().substring(0, 1))
        .containsOnly(Integer.toString(won.indexOf(true)));
  }

  /** Whether a writer, who has read an empty ledger, got its entries into it. */
  private boolean appends(int writer) {
    GoalLedger own =
        GoalLedger.of(
            IntStream.range(0, 3).mapToObj(number -> entry(writer + "-" + number)).toList());
    try {
      return loop().ledger().append(own) == 3;
    } catch (DivergedException e) {
      return false;
    }
  }
}
