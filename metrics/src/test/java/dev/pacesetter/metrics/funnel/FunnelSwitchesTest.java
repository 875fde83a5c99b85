package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.chains;
import static dev.pacesetter.metrics.funnel.Streams.days;
import static dev.pacesetter.metrics.funnel.Streams.entered;
import static dev.pacesetter.metrics.funnel.Streams.level;
import static dev.pacesetter.metrics.funnel.Streams.table;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each switch of a funnel means; how chains start and end has tests of its own. */
class FunnelSwitchesTest {
  private static final FunnelDefinition SALE = Funnel.ordered("lead", "meeting", "won");

  /** Two steps that the same event matches. */
  private static final FunnelDefinition TWICE =
      Funnel.of(Step.named("first", "call"), Step.named("second", "call"));

  @Nested
  class Order {
    @Test
    void isOrderedUnlessSaidOtherwise() {
      assertThat(SALE.order()).isEqualTo(StepOrder.ORDERED);
    }

    @Test
    void orderedTakesNoNoticeOfWhatLiesBetween() {
      assertThat(level(SALE, "lead@1 won@2 call@3 meeting@4 lead@5 won@6")).isEqualTo(3);
      assertThat(level(SALE, "won@1 meeting@2 lead@3")).isEqualTo(1);
      assertThat(level(SALE, "meeting@1 won@2")).isZero();
    }

    @Test
    void strictKnownIsBrokenByARowOfAnotherStep() {
      FunnelDefinition strict = Funnel.strict("lead", "meeting", "won");

      assertThat(level(strict, "lead@1 won@2 meeting@3")).isEqualTo(1);
      assertThat(level(strict, "lead@1 meeting@2 lead@3 won@4")).isEqualTo(2);
      assertThat(level(strict, "lead@1 call@2 meeting@3 call@4 won@5")).isEqualTo(3);
    }

    @Test
    void strictAllIsBrokenByAnyRow() {
      FunnelDefinition strict = SALE.with(StepOrder.STRICT_ALL);

      assertThat(level(strict, "lead@1 call@2 meeting@3")).isEqualTo(1);
      assertThat(level(strict, "call@1 lead@2 meeting@3 won@4 call@5")).isEqualTo(3);
    }

    @Test
    void strictFindsALaterStart() {
      assertThat(chains(Funnel.strict("lead", "meeting"), "lead@1 won@2 lead@3 meeting@4"))
          .containsExactly("lead@3 meeting@4");
    }

    @Test
    void anyOrderCountsDifferentStepsInsideOneWindow() {
      FunnelDefinition any = Funnel.anyOrder("lead", "demo", "trial").within(days(5));

      assertThat(chains(any, "trial@1 lead@2 demo@3")).containsExactly("trial@1 lead@2 demo@3");
      assertThat(level(any, "trial@1 trial@2 trial@3")).isEqualTo(1);
      assertThat(chains(any, "trial@1 lead@7 demo@8")).containsExactly("lead@7 demo@8");
    }

    @Test
    void anyOrderReportsPositionsInTime() {
      assertThat(Funnel.anyOrder("lead", "demo").over(table("demo@1")).steps())
          .extracting(FunnelStep::name)
          .containsExactly("1 of 2", "2 of 2");
    }

    @Test
    void anyAfterAnchorNeedsTheFirstStepFirst() {
      FunnelDefinition after = Funnel.anyOrderAfter("lead", "demo", "trial");

      assertThat(chains(after, "lead@1 trial@2 demo@3")).containsExactly("lead@1 trial@2 demo@3");
      assertThat(chains(after, "demo@1 lead@2")).containsExactly("lead@2");
      assertThat(level(after, "demo@1 trial@2")).isZero();
    }

    @Test
    void anyOrderGivesEveryRowToTheStepThatNeedsIt() {
      FunnelDefinition contact =
          Funnel.of(Step.named("any", "call", "mail"), Step.of("call")).with(StepOrder.ANY_ORDER);

      assertThat(level(contact, "call@1 mail@2")).isEqualTo(2);
      assertThat(level(contact, "mail@1 mail@2")).isEqualTo(1);
    }
  }

  @Nested
  class Repeated {
    @Test
    void areIgnoredUnlessSaidOtherwise() {
      assertThat(SALE.repeats()).isEqualTo(Repeats.IGNORE);
      assertThat(level(SALE, "lead@1 lead@2 meeting@3")).isEqualTo(2);
      assertThat(level(SALE.with(StepOrder.STRICT_ALL), "lead@1 lead@2 meeting@3")).isEqualTo(2);
    }

    @Test
    void breakingEndsTheChainButTheRepeatGoesOn() {
      assertThat(chains(SALE.with(Repeats.BREAK), "lead@1 lead@2 meeting@3 meeting@4 won@5"))
          .containsExactly("lead@2 meeting@4 won@5");
    }

    @Test
    void breakingInStrictOrderLeavesTheRepeatNothingToContinue() {
      FunnelDefinition strict = Funnel.strict("lead", "meeting", "won").with(Repeats.BREAK);

      assertThat(level(strict, "lead@1 meeting@2 meeting@3 won@4")).isEqualTo(2);
      assertThat(level(strict, "lead@1 lead@2 meeting@3 won@4")).isEqualTo(3);
    }

    @Test
    void breakingTakesNoNoticeOfAnEarlierStep() {
      assertThat(level(SALE.with(Repeats.BREAK), "lead@1 meeting@2 lead@3 won@4")).isEqualTo(3);
    }
  }

  @Nested
  class UseOfRows {
    @Test
    void isOneStepARowUnlessSaidOtherwise() {
      assertThat(TWICE.rowUse()).isEqualTo(RowUse.DISTINCT_ROWS);
      assertThat(level(TWICE, "call@1")).isEqualTo(1);
      assertThat(level(TWICE, "call@1 call@2")).isEqualTo(2);
    }

    @Test
    void sharedServesEveryStepTheRowMatches() {
      assertThat(chains(TWICE.with(RowUse.SHARED_ROW), "call@1")).containsExactly("call@1 call@1");
    }

    @Test
    void sharedServesStepsThatFollowEachOther() {
      FunnelDefinition thrice =
          Funnel.of(Step.named("s1", "a"), Step.named("s2", "b"), Step.named("s3", "a"))
              .with(RowUse.SHARED_ROW);

      assertThat(level(thrice, "a@1 b@2")).isEqualTo(2);
      assertThat(level(thrice.with(StepOrder.ANY_ORDER), "a@1 b@2")).isEqualTo(3);
    }

    @Test
    void sharedTakesRowsOfOneInstantAsOne() {
      FunnelDefinition thrice =
          Funnel.of(Step.named("s1", "a"), Step.named("s2", "b"), Step.named("s3", "a"))
              .with(RowUse.SHARED_ROW);

      assertThat(level(thrice, "a@1 b@1")).isEqualTo(3);
      assertThat(level(thrice.with(InstantOrder.AS_GIVEN), "a@1 b@1")).isEqualTo(2);
    }
  }

  @Nested
  class Tied {
    @Test
    void areAllowedUnlessSaidOtherwise() {
      assertThat(SALE.ties()).isEqualTo(Ties.ALLOW);
      assertThat(level(SALE, "lead@1 meeting@1 won@1")).isEqualTo(3);
    }

    @Test
    void strictlyLaterNeedsTimeBetweenSteps() {
      FunnelDefinition later = SALE.with(Ties.STRICTLY_LATER);

      assertThat(level(later, "lead@1 meeting@1 won@2")).isEqualTo(1);
      assertThat(level(later, "lead@1 meeting@2 won@3")).isEqualTo(3);
      assertThat(level(later, "lead@1#1 meeting@1#2")).isEqualTo(1);
    }

    @Test
    void strictlyLaterTakesAnInstantAsOneRowInAnyOrder() {
      FunnelDefinition later = Funnel.anyOrder("lead", "meeting", "won").with(Ties.STRICTLY_LATER);

      assertThat(level(later, "lead@1 meeting@1 won@1")).isEqualTo(1);
      assertThat(level(later, "lead@1 meeting@1 lead@2")).isEqualTo(2);
    }

    @Test
    void strictlyLaterLeavesNothingToShare() {
      FunnelDefinition later = TWICE.with(Ties.STRICTLY_LATER);

      assertThat(level(later.with(RowUse.SHARED_ROW), "call@1")).isEqualTo(1);
    }

    @Test
    void strictlyLaterWithBreakingKeepsTheLastRepeatOfAnInstant() {
      FunnelDefinition later = SALE.with(Ties.STRICTLY_LATER).with(Repeats.BREAK);

      assertThat(level(later, "lead@1 lead@1 meeting@2")).isEqualTo(2);
      FunnelDefinition optional =
          Funnel.of(Step.of("lead"), Step.of("demo").optional(), Step.of("meeting"), Step.of("won"))
              .with(Ties.STRICTLY_LATER)
              .with(Repeats.BREAK)
              .with(InstantOrder.AS_GIVEN);
      // the first meeting follows the lead of day 3, the second, which ends it, only the demo
      assertThat(chains(optional, "lead@1 demo@2 lead@3 meeting@4 lead@4 meeting@4 won@5"))
          .containsExactly("lead@1 demo@2 meeting@4 won@5");
    }
  }

  @Nested
  class InAnInstant {
    @Test
    void rowsAreTakenByTheirStepsUnlessSaidOtherwise() {
      assertThat(SALE.instantOrder()).isEqualTo(InstantOrder.BY_STEP);
      assertThat(level(SALE, "won@1 meeting@1 lead@1")).isEqualTo(3);
    }

    @Test
    void sequenceNumbersGoBefore() {
      assertThat(level(SALE, "meeting@1#1 lead@1#2")).isEqualTo(1);
      assertThat(level(SALE, "meeting@1#2 lead@1#1")).isEqualTo(2);
    }

    @Test
    void rowsThatMatchSeveralStepsServeWhereTheyAreNeeded() {
      FunnelDefinition contact = Funnel.of(Step.named("any", "call", "mail"), Step.of("call"));

      assertThat(chains(contact, "call@1 mail@1")).containsExactly("mail@1 call@1");
    }

    @Test
    void aStepMayLetAChainThroughAGap() {
      FunnelDefinition gap =
          Funnel.of(
              Step.of("lead"),
              Step.named("demo", "demo", "won").optional(),
              Step.of("won").within(days(3)));

      assertThat(chains(gap, "lead@1 demo@9 won@9")).containsExactly("lead@1 demo@9 won@9");
      assertThat(chains(gap, "lead@1 won@9")).containsExactly("lead@1 won@9");
      assertThat(level(gap, "lead@1 won@9 won@9")).isEqualTo(3);
    }

    @Test
    void rowsAreTakenAsGivenOnRequest() {
      FunnelDefinition asGiven = SALE.with(InstantOrder.AS_GIVEN);

      assertThat(level(asGiven, "meeting@1 lead@1")).isEqualTo(1);
      assertThat(level(asGiven, "lead@1 meeting@1")).isEqualTo(2);
    }

    @Test
    void inStrictOrderRowsOfNoStepComeFirstAndThenTheLowestStep() {
      FunnelDefinition strict = SALE.with(StepOrder.STRICT_ALL);

      assertThat(level(strict, "won@1 lead@1 call@1 meeting@1")).isEqualTo(3);
      assertThat(level(strict.with(InstantOrder.AS_GIVEN), "lead@1 call@1 meeting@1")).isEqualTo(1);
    }

    @Test
    void inStrictOrderArrivalDoesNotMatterWhateverRowsMatch() {
      FunnelDefinition strict =
          Funnel.of(Step.named("any", "call", "mail"), Step.of("call"))
              .with(StepOrder.STRICT_KNOWN);

      assertThat(level(strict, "call@1 mail@1")).isEqualTo(2);
      assertThat(level(strict, "mail@1 call@1")).isEqualTo(2);
    }
  }

  @Nested
  class Optional {
    private final FunnelDefinition funnel =
        Funnel.of(Step.of("lead"), Step.of("demo").optional(), Step.of("offer"), Step.of("won"));

    @Test
    void stepsMayBeSkipped() {
      assertThat(chains(funnel, "lead@1 offer@2 won@3")).containsExactly("lead@1 offer@2 won@3");
      assertThat(level(funnel, "lead@1 offer@2 won@3")).isEqualTo(4);
    }

    @Test
    void stepsCountWhereTheBestChainTookThem() {
      String taken = "lead@1 demo@2 offer@3";
      String skipped = "lead@1 offer@2";

      assertThat(entered(funnel, taken, skipped)).containsExactly(2L, 1L, 2L, 0L);
    }

    @Test
    void aLaterEntryGoesBeforeAnOptionalStep() {
      assertThat(chains(funnel, "lead@1 demo@2 lead@3 offer@4")).containsExactly("lead@3 offer@4");
    }

    @Test
    void stepsHaveARateOfTheirOwn() {
      FunnelReport report =
          funnel.over(table("lead@1 demo@2 offer@3", "lead@1 demo@2", "lead@1 offer@3", "lead@1"));

      assertThat(report.step("demo").converted()).isEqualTo(1);
      assertThat(report.step("demo").entered()).isEqualTo(2);
      assertThat(report.step("lead").converted()).isEqualTo(2);
      assertThat(report.step("demo").isOptional()).isTrue();
    }

    @Test
    void anOptionalEndIsNoDrop() {
      FunnelDefinition review = Funnel.of(Step.of("won"), Step.of("review").optional());
      FunnelStep won = review.within(days(2)).over(table("won@1"), 50).step("won");

      assertThat(won.converted()).isEqualTo(1);
      assertThat(won.dropped()).isZero();
    }
  }

  @Nested
  class Held {
    private final FunnelDefinition funnel = SALE.holding("product");

    @Test
    void dimensionsMustBeTheSameOnAllSteps() {
      assertThat(chains(funnel, "lead@1/crm meeting@2/erp won@3/crm")).containsExactly("lead@1");
      assertThat(chains(funnel, "lead@1/crm lead@2/erp meeting@3/crm won@4/crm meeting@5/erp"))
          .containsExactly("lead@1 meeting@3 won@4", "lead@2 meeting@5");
    }

    @Test
    void aRowWithoutAValueTakesNoPart() {
      assertThat(chains(funnel, "lead@1 meeting@2")).isEmpty();
      assertThat(chains(funnel, "lead@1/crm meeting@2 meeting@3/crm"))
          .containsExactly("lead@1 meeting@3");
    }

    @Test
    void severalDimensionsAreHeldTogether() {
      FunnelDefinition both = SALE.holding("product", "region");

      assertThat(chains(both, "lead@1/crm/north meeting@2/crm/south meeting@3/crm/north"))
          .containsExactly("lead@1 meeting@3");
    }
  }

  @Nested
  class Counted {
    private final String twoProducts = "lead@1/crm lead@2/erp meeting@3/erp";

    @Test
    void isEveryChainUnlessSaidOtherwise() {
      assertThat(SALE.counting()).isEqualTo(Counting.CHAINS);
      assertThat(entered(SALE.holding("product"), twoProducts)).containsExactly(2L, 1L, 0L);
    }

    @Test
    void isEverySubjectOnRequest() {
      FunnelDefinition subjects = SALE.holding("product").counting(Counting.SUBJECTS);

      assertThat(entered(subjects, twoProducts)).containsExactly(1L, 1L, 0L);
      assertThat(chains(subjects, twoProducts)).containsExactly("lead@2 meeting@3");
    }

    @Test
    void isTheChainThatTookAnOptionalStepWhereTheyAreElseEqual() {
      FunnelDefinition subjects =
          Funnel.of(Step.of("lead"), Step.of("meeting").optional(), Step.of("proposal"))
              .holding("product")
              .counting(Counting.SUBJECTS);

      assertThat(
              entered(
                  subjects, "lead@1/crm lead@1/erp meeting@1/erp proposal@1/crm proposal@1/erp"))
          .containsExactly(1L, 1L, 1L);
      assertThat(
              entered(
                  subjects, "proposal@1/erp meeting@1/erp lead@1/erp proposal@1/crm lead@1/crm"))
          .containsExactly(1L, 1L, 1L);
    }

    @Test
    void aSubjectIsPendingWhereAnyOfItsChainsAsDeepIs() {
      FunnelDefinition subjects =
          SALE.holding("product").counting(Counting.SUBJECTS).within(days(5));

      assertThat(subjects.over(table("lead@1/crm lead@9/erp"), 10).step("lead").pending())
          .isEqualTo(1);
      assertThat(subjects.over(table("lead@1/crm lead@9/erp"), 20).step("lead").pending()).isZero();
    }
  }
}
