package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pacesetter.metrics.event.EventTable;
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

  @Test
  void refusesAStepThatIsNotThere() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> evidence.row(0, 3))
        .withMessageContaining("step");
  }
}
