package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.chains;
import static dev.pacesetter.metrics.funnel.Streams.days;
import static dev.pacesetter.metrics.funnel.Streams.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which chains of a subject count. */
class FunnelEntryTest {
  private static final FunnelDefinition SALE = Funnel.ordered("lead", "meeting", "won");

  @Nested
  class Best {
    @Test
    void isTheDefault() {
      assertThat(SALE.entry()).isEqualTo(Entry.BEST);
    }

    @Test
    void isTheDeepest() {
      assertThat(chains(SALE.within(days(5)), "lead@1 meeting@2 lead@20 meeting@21 won@22 lead@40"))
          .containsExactly("lead@20 meeting@21 won@22");
    }

    @Test
    void ofThoseTheOneThatGotThereFirst() {
      assertThat(chains(SALE, "lead@1 meeting@2 won@3 lead@4 meeting@5 won@6"))
          .containsExactly("lead@1 meeting@2 won@3");
    }

    @Test
    void ofThoseTheOneWithTheLatestEntry() {
      assertThat(chains(SALE, "lead@1 lead@2 meeting@3")).containsExactly("lead@2 meeting@3");
      assertThat(chains(Funnel.anyOrder("lead", "meeting"), "lead@1 lead@2 meeting@3"))
          .containsExactly("lead@2 meeting@3");
    }
  }

  @Nested
  class First {
    private final FunnelDefinition funnel = SALE.with(Entry.FIRST);

    @Test
    void isTheFirstRowOfTheFirstStep() {
      assertThat(chains(funnel, "meeting@0 lead@1 lead@2 meeting@3"))
          .containsExactly("lead@1 meeting@3");
    }

    @Test
    void isNotReplacedByALaterOneThatCameDeeper() {
      assertThat(chains(funnel.within(days(5)), "lead@1 lead@20 meeting@21"))
          .containsExactly("lead@1");
    }

    @Test
    void inAnyOrderIsTheFirstRowOfAnyStep() {
      FunnelDefinition any =
          Funnel.anyOrder("lead", "meeting", "won").with(Entry.FIRST).within(days(5));

      assertThat(chains(any, "won@1 lead@20 meeting@21")).containsExactly("won@1");
    }

    @Test
    void ofSeveralAnchorsInOneInstantTakesTheOneThatLeavesMost() {
      FunnelDefinition contact =
          Funnel.of(Step.named("any", "call", "mail"), Step.of("call"))
              .with(StepOrder.ANY_AFTER_ANCHOR)
              .with(Entry.FIRST);

      assertThat(chains(contact, "call@1 mail@1")).containsExactly("mail@1 call@1");
    }
  }

  @Nested
  class Each {
    private final FunnelDefinition funnel = SALE.with(Entry.EACH);

    @Test
    void attemptIsCounted() {
      FunnelReport report = funnel.over(table("lead@1 meeting@2 won@3 lead@4 meeting@5 lead@6"));

      assertThat(report.chains()).isEqualTo(2);
      assertThat(report.steps()).extracting(FunnelStep::entered).containsExactly(2L, 2L, 1L);
    }

    @Test
    void attemptEndsByCompletion() {
      assertThat(chains(funnel, "lead@1 meeting@2 won@3 won@4 lead@5 meeting@6 won@7"))
          .containsExactly("lead@1 meeting@2 won@3", "lead@5 meeting@6 won@7");
    }

    @Test
    void attemptStartsNoOtherWhileItLasts() {
      assertThat(chains(funnel, "lead@1 lead@2 meeting@3 lead@4 won@5"))
          .containsExactly("lead@1 meeting@3 won@5");
    }

    @Test
    void attemptEndsWhereItsWindowIsOver() {
      assertThat(chains(funnel.within(days(5)), "lead@1 meeting@2 lead@6 lead@7 meeting@8"))
          .containsExactly("lead@1 meeting@2", "lead@7 meeting@8");
    }

    @Test
    void attemptEndsWhereNoStepCanFollowInTime() {
      FunnelDefinition gap =
          Funnel.of(Step.of("lead"), Step.of("meeting").within(days(3))).with(Entry.EACH);

      assertThat(chains(gap, "lead@1 lead@4 lead@5 meeting@6"))
          .containsExactly("lead@1", "lead@5 meeting@6");
    }

    @Test
    void attemptEndsByAnExclusion() {
      assertThat(chains(funnel.excluding("lost"), "lead@1 meeting@2 lost@3 won@4 lead@5 meeting@6"))
          .containsExactly("lead@1 meeting@2", "lead@5 meeting@6");
    }

    @Test
    void attemptEndedByAnExclusionIsLeftOutAlone() {
      FunnelDefinition discarding =
          funnel.excluding(Exclusion.of("lost").with(ExclusionEffect.DISCARD_SUBJECT));
      FunnelReport report = discarding.over(table("lead@1 lost@2 lead@3 meeting@4"));

      assertThat(report.chains()).isEqualTo(1);
      assertThat(report.discarded()).isEqualTo(1);
    }

    @Test
    void attemptGoesOnWhileOneOfItsChainsDoes() {
      FunnelDefinition partly = funnel.excluding(Exclusion.of("cancel").between("meeting", "won"));

      assertThat(chains(partly, "lead@1 meeting@2 cancel@3 lead@4 meeting@5 won@6"))
          .containsExactly("lead@1 meeting@5 won@6");
    }

    @Test
    void attemptThatIsBrokenLeavesTheRowToTheNext() {
      FunnelDefinition strict = funnel.with(StepOrder.STRICT_KNOWN);

      assertThat(chains(strict, "lead@1 meeting@2 lead@3 meeting@4 won@5"))
          .containsExactly("lead@1 meeting@2", "lead@3 meeting@4 won@5");
      assertThat(chains(funnel.with(Repeats.BREAK), "lead@1 lead@2 meeting@3"))
          .containsExactly("lead@1", "lead@2 meeting@3");
    }

    @Test
    void attemptWithNothingLeftToDoEndsWhereAnotherStarts() {
      FunnelDefinition review =
          Funnel.of(Step.of("lead"), Step.of("won"), Step.of("review").optional()).with(Entry.EACH);

      assertThat(chains(review, "lead@1 won@2 lead@3 won@4 review@5 lead@6"))
          .containsExactly("lead@1 won@2", "lead@3 won@4 review@5", "lead@6");
    }

    @Test
    void instantCompletesOneAttempt() {
      FunnelDefinition contact =
          Funnel.of(Step.named("any", "call", "mail"), Step.of("call")).with(Entry.EACH);

      for (String stream : List.of("call@1 call@1 mail@1", "mail@1 call@1 call@1")) {
        assertThat(chains(contact, stream)).containsExactly("mail@1 call@1");
        assertThat(chains(contact.with(StepOrder.ANY_ORDER), stream)).hasSize(1);
      }
    }

    @Test
    void rowIsAnAttemptAtASingleStep() {
      FunnelDefinition single = Funnel.ordered("call").with(Entry.EACH);

      assertThat(single.over(table("call@1 call@1 call@2")).chains()).isEqualTo(3);
    }

    @Test
    void attemptInAnyOrderStartsAtAnyStep() {
      FunnelDefinition any = Funnel.anyOrder("lead", "demo").with(Entry.EACH).within(days(5));

      assertThat(chains(any, "demo@1 lead@2 lead@3 lead@9 demo@10"))
          .containsExactly("demo@1 lead@2", "lead@3", "lead@9 demo@10");
    }

    @Test
    void subjectCountsOnceOnRequest() {
      FunnelDefinition subjects = funnel.counting(Counting.SUBJECTS);

      assertThat(subjects.over(table("lead@1 meeting@2 won@3 lead@4")).chains()).isEqualTo(1);
    }
  }

  @Nested
  class PerSession {
    private final FunnelDefinition funnel = SALE.perSession(days(3));

    @Test
    void theBestChainCounts() {
      assertThat(chains(funnel, "lead@1 lead@2 meeting@3 lead@10 meeting@11 won@12"))
          .containsExactly("lead@2 meeting@3", "lead@10 meeting@11 won@12");
    }

    @Test
    void endsWhereNothingHappensForLongerThanTheGap() {
      assertThat(chains(funnel, "lead@1 meeting@4")).containsExactly("lead@1 meeting@4");
      assertThat(chains(funnel, "lead@1 meeting@5")).containsExactly("lead@1");
    }

    @Test
    void anyEventKeepsItGoing() {
      assertThat(chains(funnel, "lead@1 call@3 call@6 meeting@8"))
          .containsExactly("lead@1 meeting@8");
    }

    @Test
    void isPendingUntilTheGapIsOver() {
      assertThat(funnel.over(table("lead@1"), 4).step("lead").pending()).isEqualTo(1);
      assertThat(funnel.over(table("lead@1"), 5).step("lead").pending()).isZero();
    }

    @Test
    void isOfEveryKeyWhereDimensionsAreHeld() {
      assertThat(
              chains(
                  funnel.holding("product"), "lead@1/crm lead@3/erp meeting@5/crm meeting@6/erp"))
          .containsExactly("lead@1", "lead@3 meeting@6");
    }
  }
}
