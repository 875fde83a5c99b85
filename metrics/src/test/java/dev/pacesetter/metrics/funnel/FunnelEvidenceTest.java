package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.chains;
import static dev.pacesetter.metrics.funnel.Streams.days;
import static dev.pacesetter.metrics.funnel.Streams.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pacesetter.metrics.event.EventTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which rows made a chain. */
class FunnelEvidenceTest {
  private static final FunnelDefinition SALE =
      Funnel.of(Step.of("lead"), Step.of("demo").optional(), Step.of("won"));

  private final EventTable table =
      table("won@3 lead@1 call@2", "call@1", "lead@1 demo@2", "lead@1");
  private final FunnelEvidence evidence = SALE.evidence(table, 3);

  @Test
  void namesTheRowOfEveryStepThatWasTaken() {
    assertThat(evidence.row(0, 0)).hasValue(table.start(0));
    assertThat(evidence.row(0, 1)).isEmpty();
    assertThat(evidence.row(0, 2)).hasValue(table.start(0) + 2);
    assertThat(evidence.table()).isSameAs(table);
  }

  @Test
  void isInTheOrderOfTheSubjectsThatEntered() {
    assertThat(evidence.size()).isEqualTo(3);
    assertThat(evidence.subject(0)).isEqualTo(0);
    assertThat(evidence.subject(1)).isEqualTo(2);
    assertThat(evidence.subject(2)).isEqualTo(3);
  }

  @Test
  void tellsHowFarAChainCame() {
    assertThat(evidence.level(0)).isEqualTo(3);
    assertThat(evidence.lastStep(0)).isEqualTo("won");
    assertThat(evidence.level(1)).isEqualTo(2);
    assertThat(evidence.lastStep(1)).isEqualTo("demo");
    assertThat(evidence.lastStep(2)).isEqualTo("lead");
  }

  @Test
  void leavesOutWhatCameLater() {
    assertThat(SALE.evidence(table, 2).level(0)).isEqualTo(1);
    assertThat(SALE.evidence(table, 0).size()).isZero();
  }

  @Test
  void leavesOutWhoIsDiscarded() {
    FunnelDefinition discarding =
        SALE.excluding(Exclusion.of("call").with(ExclusionEffect.DISCARD_SUBJECT));

    assertThat(discarding.evidence(table("lead@1 call@2", "lead@1"), 2).subject(0)).isEqualTo(1);
  }

  @Test
  void inAnyOrderIsInTheOrderOfTime() {
    EventTable reversed = table("won@1 call@2 lead@3");
    FunnelEvidence chain = Funnel.anyOrder("lead", "won").evidence(reversed, 3);

    assertThat(chain.row(0, 0)).hasValue(0);
    assertThat(chain.row(0, 1)).hasValue(2);
  }

  @Nested
  class OfChainsThatAreElseEqual {
    private final FunnelDefinition sale = Funnel.ordered("lead", "meeting", "won");
    private final FunnelDefinition withDemo =
        Funnel.of(Step.of("lead"), Step.of("demo").optional(), Step.of("meeting"), Step.of("won"));

    @Test
    void everyStepIsReachedByItsEarliestRow() {
      assertThat(chains(sale, "lead@0 meeting@1 meeting@5 won@6"))
          .containsExactly("lead@0 meeting@1 won@6");
    }

    @Test
    void whenAStepWasReachedDoesNotChangeAsTheNextIs() {
      assertThat(chains(sale, "lead@0 meeting@1 meeting@5")).containsExactly("lead@0 meeting@1");
      assertThat(chains(withDemo, "lead@0 meeting@1 demo@2 meeting@3"))
          .containsExactly("lead@0 meeting@1");
      assertThat(chains(withDemo, "lead@0 meeting@1 demo@2 meeting@3 won@4"))
          .containsExactly("lead@0 meeting@1 won@4");
    }

    @Test
    void theEntryIsTheLatestAndTheFirstRowOfItsTime() {
      assertThat(chains(sale, "lead@0 meeting@1 lead@2 meeting@3 meeting@4 won@5"))
          .containsExactly("lead@2 meeting@3 won@5");
      EventTable twoAtOnce = table("lead@0 lead@1 lead@1 meeting@2 meeting@2 won@3");
      FunnelEvidence chain = sale.evidence(twoAtOnce, 3);
      assertThat(chain.row(0, 0)).hasValue(1);
      assertThat(chain.row(0, 1)).hasValue(3);
    }

    @Test
    void asFewOptionalStepsAsPossibleArePassedOverFromTheEnd() {
      FunnelDefinition two =
          Funnel.of(
              Step.of("lead"),
              Step.of("demo").optional(),
              Step.of("trial").optional(),
              Step.of("won"));

      assertThat(chains(two, "lead@0 demo@1 demo@2 won@3")).containsExactly("lead@0 demo@1 won@3");
      assertThat(chains(two, "lead@0 trial@1 demo@2 won@3"))
          .containsExactly("lead@0 trial@1 won@3");
    }

    @Test
    void aStepIsReachedByItsLatestRowWhereTheNextHasAWindowOfItsOwn() {
      FunnelDefinition soon =
          Funnel.of(
              Step.of("lead"),
              Step.of("demo"),
              Step.of("meeting"),
              Step.of("won").within(days(3)),
              Step.of("paid"));

      assertThat(
              chains(soon, "lead@0 demo@1 demo@2 meeting@3 meeting@4 meeting@5 won@6 won@7 paid@8"))
          .containsExactly("lead@0 demo@1 meeting@5 won@6 paid@8");
    }

    @Test
    void aWindowOfAStepAfterAnOptionalOneAsksForTheLatestRowToo() {
      FunnelDefinition soon =
          Funnel.of(Step.of("lead"), Step.of("demo").optional(), Step.of("won").within(days(3)));

      assertThat(chains(soon, "lead@0 demo@1 demo@2 won@5")).containsExactly("lead@0 demo@2 won@5");
    }

    @Test
    void aStepIsReachedByTheLastRowOfARunWhereARepeatBreaks() {
      assertThat(chains(sale.with(Repeats.BREAK), "lead@0 meeting@1 meeting@5 won@6"))
          .containsExactly("lead@0 meeting@5 won@6");
    }

    @Test
    void aStepIsReachedAnewAfterAnExclusionEndedItsChains() {
      FunnelDefinition clean = sale.excluding(Exclusion.of("lost").between("meeting", "won"));

      assertThat(chains(clean, "lead@0 meeting@1 lost@2 meeting@3 meeting@4 won@5"))
          .containsExactly("lead@0 meeting@3 won@5");
    }

    @Test
    void strictStepsAreReachedByTheirEarliestRow() {
      assertThat(chains(sale.with(StepOrder.STRICT_KNOWN), "lead@0 meeting@1 meeting@5 won@6"))
          .containsExactly("lead@0 meeting@1 won@6");
    }

    @Test
    void strictlyLaterStepsAreReachedByTheirEarliestRow() {
      assertThat(
              chains(
                  sale.with(Ties.STRICTLY_LATER),
                  "lead@0 meeting@0 meeting@1 meeting@5 won@5 won@6"))
          .containsExactly("lead@0 meeting@1 won@5");
    }

    @Test
    void stepsInAnyOrderAreServedByTheirEarliestRows() {
      assertThat(
              chains(Funnel.anyOrder("lead", "meeting", "won"), "lead@0 meeting@1 meeting@5 won@6"))
          .containsExactly("lead@0 meeting@1 won@6");
    }
  }

  @Test
  void refusesAStepThatIsNotThere() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> evidence.row(0, 3))
        .withMessageContaining("step");
  }
}
