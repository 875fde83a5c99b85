package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.chains;
import static dev.pacesetter.metrics.funnel.Streams.days;
import static dev.pacesetter.metrics.funnel.Streams.level;
import static dev.pacesetter.metrics.funnel.Streams.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.event.EventTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What events that must not happen on the way do. */
class FunnelExclusionTest {
  private static final FunnelDefinition SALE = Funnel.ordered("lead", "meeting", "offer", "won");
  private static final FunnelDefinition KEPT = SALE.excluding("lost");

  private static FunnelDefinition discarding(FunnelDefinition funnel) {
    return funnel.excluding(Exclusion.of("lost").with(ExclusionEffect.DISCARD_SUBJECT));
  }

  @Nested
  class Anywhere {
    @Test
    void endsTheChain() {
      assertThat(chains(KEPT, "lead@1 meeting@2 lost@3 offer@4 won@5"))
          .containsExactly("lead@1 meeting@2");
    }

    @Test
    void leavesAnotherChainToGoOn() {
      assertThat(chains(KEPT, "lead@1 lost@2 lead@3 meeting@4 offer@5 won@6"))
          .containsExactly("lead@3 meeting@4 offer@5 won@6");
    }

    @Test
    void doesNothingBeforeTheFirstStepOrAfterTheLast() {
      assertThat(level(KEPT, "lost@0 lead@1 meeting@2 offer@3 won@4 lost@5")).isEqualTo(4);
    }

    @Test
    void endsChainsInAnyOrder() {
      FunnelDefinition any = Funnel.anyOrder("lead", "meeting").excluding("lost");

      assertThat(chains(any, "meeting@1 lost@2 lead@3")).containsExactly("meeting@1");
      assertThat(level(any, "meeting@1 lead@2 lost@3")).isEqualTo(2);
      FunnelDefinition after = Funnel.anyOrderAfter("lead", "meeting").excluding("lost");
      assertThat(level(after, "lead@1 lost@2 meeting@3")).isEqualTo(1);
    }
  }

  @Nested
  class BetweenTwoSteps {
    private final FunnelDefinition funnel =
        SALE.excluding(Exclusion.of("lost").between("meeting", "won"));

    @Test
    void endsChainsThatReachedTheFirstAndNotTheLast() {
      assertThat(level(funnel, "lead@1 lost@2 meeting@3")).isEqualTo(2);
      assertThat(level(funnel, "lead@1 meeting@2 lost@3 offer@4")).isEqualTo(2);
      assertThat(level(funnel, "lead@1 meeting@2 offer@3 lost@4 won@5")).isEqualTo(3);
    }

    @Test
    void leavesChainsThatHaveNotComeSoFar() {
      assertThat(chains(funnel, "lead@1 meeting@2 lost@3 meeting@4 offer@5"))
          .containsExactly("lead@1 meeting@4 offer@5");
    }
  }

  @Nested
  class InAnInstant {
    @Test
    void actsBeforeTheSteps() {
      assertThat(level(KEPT, "lead@1 meeting@2 lost@2")).isEqualTo(1);
      assertThat(level(KEPT, "lost@1 lead@1 meeting@2")).isEqualTo(2);
      assertThat(level(KEPT, "lead@1 lost@1 meeting@2")).isEqualTo(2);
    }

    @Test
    void actsWhereItWasGivenOnRequest() {
      FunnelDefinition asGiven = KEPT.with(InstantOrder.AS_GIVEN);

      assertThat(level(asGiven, "lead@1 meeting@2 lost@2 offer@3")).isEqualTo(2);
      assertThat(level(asGiven, "lead@1 lost@1 meeting@2")).isEqualTo(1);
    }

    @Test
    void actsByItsSequenceNumber() {
      assertThat(level(KEPT, "lead@1#1 meeting@1#2 lost@1#3")).isEqualTo(2);
      assertThat(level(KEPT, "lead@1#1 lost@1#2 meeting@1#3")).isEqualTo(1);
    }

    @Test
    void ofOneRowActsBeforeItsStep() {
      FunnelDefinition restart = SALE.excluding("lead");

      assertThat(chains(restart, "lead@1 meeting@2 lead@3 meeting@4 offer@5"))
          .containsExactly("lead@3 meeting@4 offer@5");
    }
  }

  @Nested
  class ThatDiscards {
    @Test
    void leavesTheSubjectOut() {
      FunnelReport report = discarding(SALE).over(table("lead@1 lost@2 meeting@3", "lead@1"));

      assertThat(report.chains()).isEqualTo(1);
      assertThat(report.discarded()).isEqualTo(1);
      assertThat(report.step("lead").entered()).isEqualTo(1);
    }

    @Test
    void keepsASubjectWithAnotherChainAsDeep() {
      assertThat(chains(discarding(SALE), "lead@1 lost@2 lead@3")).containsExactly("lead@3");
      assertThat(chains(discarding(SALE), "lead@1 meeting@2 lost@3 lead@4")).isEmpty();
    }

    @Test
    void keepsASubjectWhoseTimeWasOver() {
      FunnelDefinition inFiveDays = discarding(SALE).within(days(5));

      assertThat(chains(inFiveDays, "lead@1 lost@6")).isEmpty();
      assertThat(chains(inFiveDays, "lead@1 lost@7")).containsExactly("lead@1");
    }

    @Test
    void keepsASubjectWhoseChainAnotherRuleEnded() {
      FunnelDefinition both = discarding(SALE.excluding("stop"));

      assertThat(chains(both, "lead@1 meeting@2 stop@3 lost@4"))
          .containsExactly("lead@1 meeting@2");
      assertThat(
              chains(
                  discarding(SALE.with(StepOrder.STRICT_KNOWN)), "lead@1 meeting@2 lead@3 lost@4"))
          .containsExactly("lead@1 meeting@2");
    }

    @Test
    void keepsASubjectThatReachedTheLastStep() {
      assertThat(level(discarding(SALE), "lead@1 meeting@2 offer@3 won@4 lost@5")).isEqualTo(4);
    }

    @Test
    void looksAtTheChainWithTheLatestEntry() {
      FunnelDefinition inFiveDays = discarding(SALE).within(days(5));

      // the chain from day 1 had run out on day 7, the one from day 3 had not
      assertThat(chains(inFiveDays, "lead@1 lead@3 meeting@4 lost@7")).isEmpty();
    }

    @Test
    void givesWayToAnExclusionNamedBeforeIt() {
      assertThat(chains(discarding(SALE.excluding("lost")), "lead@1 lost@2"))
          .containsExactly("lead@1");
      assertThat(chains(discarding(SALE).excluding("lost"), "lead@1 lost@2")).isEmpty();
    }

    @Test
    void leavesASubjectOutOnlyIfAllItsKeysAre() {
      FunnelDefinition subjects = discarding(SALE.holding("product")).counting(Counting.SUBJECTS);
      FunnelReport report =
          subjects.over(table("lead@1/crm lost@2/crm lead@3/erp", "lead@1/crm lost@2/crm"));

      assertThat(report.chains()).isEqualTo(1);
      assertThat(report.discarded()).isEqualTo(1);
    }

    @Test
    void leavesASubjectOutInAnyOrder() {
      FunnelDefinition any = discarding(Funnel.anyOrder("lead", "meeting"));

      assertThat(chains(any, "lead@1 lost@2 meeting@3")).containsExactly("meeting@3");
      assertThat(chains(any, "lead@1 lost@2")).isEmpty();
      assertThat(chains(any.within(days(5)), "lead@1 lost@7")).containsExactly("lead@1");
    }
  }

  @Nested
  class BesideOptionalSteps {
    private final FunnelDefinition funnel =
        Funnel.of(Step.of("lead"), Step.of("demo").optional(), Step.of("meeting"), Step.of("won"))
            .within(days(5))
            .excluding(Exclusion.of("lost").between("lead", "demo"));

    @Test
    void aChainOfAnOlderEntryDoesNotTakeThePlaceOfOneThatHasMoreTime() {
      assertThat(chains(funnel, "lead@3 demo@4 lead@5 meeting@6 lost@7 meeting@8 won@10"))
          .containsExactly("lead@5 meeting@6 won@10");
    }
  }

  @Nested
  class InTheReport {
    @Test
    void aChainThatTookThePlaceOfAnEndedOneIsNotBroken() {
      FunnelDefinition any =
          Funnel.anyOrder("lead", "meeting", "won")
              .with(InstantOrder.AS_GIVEN)
              .within(days(5))
              .excluding("lost");
      EventTable table = table("lead@1 meeting@2 lost@2 lead@2 meeting@2");

      assertThat(chains(any, table, 50)).containsExactly("lead@2 meeting@2");
      assertThat(any.over(table, 50).times("2 of 3").broken()).isZero();
    }

    @Test
    void endedChainsAreBrokenAndNotOutOfTime() {
      FunnelReport report =
          KEPT.within(days(5)).over(table("lead@1 lost@2", "lead@1", "lead@1 lost@7"), 50);

      assertThat(report.step("lead").dropped()).isEqualTo(3);
      assertThat(report.times("lead").broken()).isEqualTo(1);
      assertThat(report.times("lead").open()).isEqualTo(2);
    }
  }
}
