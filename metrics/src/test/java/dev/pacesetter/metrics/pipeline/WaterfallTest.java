package dev.pacesetter.metrics.pipeline;

import static dev.pacesetter.metrics.pipeline.DealHistory.NO_CLOSE_DAY;
import static dev.pacesetter.metrics.pipeline.DealStatus.LOST;
import static dev.pacesetter.metrics.pipeline.DealStatus.OPEN;
import static dev.pacesetter.metrics.pipeline.DealStatus.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
  private static final PipelineScope THIRD_QUARTER =
      PipelineScope.closingIn(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 1));
  private static final long BEFORE = Instant.parse("2026-06-15T09:00:00Z").toEpochMilli();
  private static final long AUGUST = Instant.parse("2026-08-15T09:00:00Z").toEpochMilli();
  private static final long SEPTEMBER = Instant.parse("2026-09-15T09:00:00Z").toEpochMilli();
  private static final long IN_QUARTER = LocalDate.of(2026, 9, 30).toEpochDay();
  private static final long NEXT_QUARTER = LocalDate.of(2026, 11, 30).toEpochDay();

  private final DealHistory.Builder history = DealHistory.builder();

  private Waterfall quarter() {
    return Waterfall.between(JULY, OCTOBER, history.build(), THIRD_QUARTER);
  }

  @Test
  void withoutChangesThePipelineStaysAsItIs() {
    history.add(1, BEFORE, OPEN, 100, IN_QUARTER);
    Waterfall waterfall = quarter();

    assertThat(waterfall.start()).isEqualTo(new Movement(1, 100));
    assertThat(waterfall.end()).isEqualTo(new Movement(1, 100));
    assertThat(waterfall.created()).isEqualTo(Movement.NONE);
  }

  @Test
  void aDealCreatedIsCreatedAndOneClosedIsWonOrLost() {
    history.add(1, AUGUST, OPEN, 100, IN_QUARTER);
    history.add(2, BEFORE, OPEN, 70, IN_QUARTER).add(2, AUGUST, WON, 70, IN_QUARTER);
    history.add(3, BEFORE, OPEN, 50, IN_QUARTER).add(3, AUGUST, LOST, 50, IN_QUARTER);
    Waterfall waterfall = quarter();

    assertThat(waterfall.start()).isEqualTo(new Movement(2, 120));
    assertThat(waterfall.created()).isEqualTo(new Movement(1, 100));
    assertThat(waterfall.won()).isEqualTo(new Movement(1, 70));
    assertThat(waterfall.lost()).isEqualTo(new Movement(1, 50));
    assertThat(waterfall.end()).isEqualTo(new Movement(1, 100));
  }

  @Nested
  class ADealChangedTwiceAtOnce {
    @Test
    void growsInsideTheScopeThenLeavesAtTheNewAmount() {
      history.add(1, BEFORE, OPEN, 100, IN_QUARTER).add(1, AUGUST, OPEN, 150, NEXT_QUARTER);
      Waterfall waterfall = quarter();

      assertThat(waterfall.increased()).isEqualTo(new Movement(1, 50));
      assertThat(waterfall.pushedOut()).isEqualTo(new Movement(1, 150));
      assertThat(waterfall.end()).isEqualTo(Movement.NONE);
    }

    @Test
    void entersAtTheNewAmountWithoutAnIncreaseOutside() {
      history.add(1, BEFORE, OPEN, 100, NEXT_QUARTER).add(1, AUGUST, OPEN, 150, IN_QUARTER);
      Waterfall waterfall = quarter();

      assertThat(waterfall.increased()).isEqualTo(Movement.NONE);
      assertThat(waterfall.pulledIn()).isEqualTo(new Movement(1, 150));
      assertThat(waterfall.end()).isEqualTo(new Movement(1, 150));
    }

    @Test
    void isWonAtTheFinalAmount() {
      history.add(1, BEFORE, OPEN, 100, IN_QUARTER).add(1, AUGUST, WON, 80, IN_QUARTER);
      Waterfall waterfall = quarter();

      assertThat(waterfall.decreased()).isEqualTo(new Movement(1, 20));
      assertThat(waterfall.won()).isEqualTo(new Movement(1, 80));
    }

    @Test
    void isPulledInWhenWonEarlierThanExpected() {
      history.add(1, BEFORE, OPEN, 100, NEXT_QUARTER).add(1, AUGUST, WON, 100, IN_QUARTER);
      Waterfall waterfall = quarter();

      assertThat(waterfall.pulledIn()).isEqualTo(new Movement(1, 100));
      assertThat(waterfall.won()).isEqualTo(new Movement(1, 100));
    }
  }

  @Test
  void aDealPushedOutAndBackInCountsBothTimes() {
    history
        .add(1, BEFORE, OPEN, 100, IN_QUARTER)
        .add(1, AUGUST, OPEN, 100, NEXT_QUARTER)
        .add(1, SEPTEMBER, OPEN, 100, IN_QUARTER);
    Waterfall waterfall = quarter();

    assertThat(waterfall.pushedOut()).isEqualTo(new Movement(1, 100));
    assertThat(waterfall.pulledIn()).isEqualTo(new Movement(1, 100));
    assertThat(waterfall.end()).isEqualTo(waterfall.start());
  }

  @Test
  void aDealRecordedOnlyWhenWonIsCreatedAndWon() {
    history.add(1, AUGUST, WON, 100, IN_QUARTER);
    Waterfall waterfall = quarter();

    assertThat(waterfall.created()).isEqualTo(new Movement(1, 100));
    assertThat(waterfall.won()).isEqualTo(new Movement(1, 100));
  }

  @Test
  void aClosingRowWithoutACloseDateKeepsTheLastOne() {
    history.add(1, BEFORE, OPEN, 100, IN_QUARTER).add(1, AUGUST, LOST, 100, NO_CLOSE_DAY);

    assertThat(quarter().lost()).isEqualTo(new Movement(1, 100));
    assertThat(quarter().pushedOut()).isEqualTo(Movement.NONE);
  }

  @Test
  void anOpenDealWhoseCloseDateIsTakenAwayLeavesThePeriodButNotThePipeline() {
    history.add(1, BEFORE, OPEN, 100, IN_QUARTER).add(1, AUGUST, OPEN, 100, NO_CLOSE_DAY);
    Waterfall all = Waterfall.between(JULY, OCTOBER, history.build(), PipelineScope.allOpen());

    assertThat(quarter().pushedOut()).isEqualTo(new Movement(1, 100));
    assertThat(all.pushedOut()).isEqualTo(Movement.NONE);
    assertThat(all.end()).isEqualTo(new Movement(1, 100));
  }

  @Nested
  class AClosedDeal {
    @Test
    void isReopenedAtItsNewAmount() {
      history.add(1, BEFORE, LOST, 100, IN_QUARTER).add(1, AUGUST, OPEN, 60, IN_QUARTER);
      Waterfall waterfall = quarter();

      assertThat(waterfall.start()).isEqualTo(Movement.NONE);
      assertThat(waterfall.reopened()).isEqualTo(new Movement(1, 60));
      assertThat(waterfall.end()).isEqualTo(new Movement(1, 60));
    }

    @Test
    void correctedFromWonToLostIsReopenedFirst() {
      history
          .add(1, BEFORE, OPEN, 100, IN_QUARTER)
          .add(1, AUGUST, WON, 100, IN_QUARTER)
          .add(1, SEPTEMBER, LOST, 100, IN_QUARTER);
      Waterfall waterfall = quarter();

      assertThat(waterfall.won()).isEqualTo(new Movement(1, 100));
      assertThat(waterfall.reopened()).isEqualTo(new Movement(1, 100));
      assertThat(waterfall.lost()).isEqualTo(new Movement(1, 100));
    }

    @Test
    void movesNothingWhenItsAmountIsCorrected() {
      history.add(1, BEFORE, WON, 100, IN_QUARTER).add(1, AUGUST, WON, 130, IN_QUARTER);

      assertThat(quarter())
          .isEqualTo(
              Waterfall.between(JULY, OCTOBER, DealHistory.builder().build(), THIRD_QUARTER));
    }
  }

  @Nested
  class TheWindow {
    @Test
    void includesItsStartAndNotItsEnd() {
      history.add(1, JULY.toEpochMilli(), OPEN, 10, IN_QUARTER);
      history.add(2, OCTOBER.toEpochMilli(), OPEN, 20, IN_QUARTER);
      Waterfall waterfall = quarter();

      assertThat(waterfall.start()).isEqualTo(Movement.NONE);
      assertThat(waterfall.created()).isEqualTo(new Movement(1, 10));
      assertThat(waterfall.end()).isEqualTo(new Movement(1, 10));
    }

    @Test
    void mayStartBetweenTwoMilliseconds() {
      history.add(1, JULY.toEpochMilli(), OPEN, 10, IN_QUARTER);

      assertThat(history.build().openBefore(JULY.plusNanos(1), THIRD_QUARTER))
          .isEqualTo(new Movement(1, 10));
      assertThat(history.build().openBefore(JULY, THIRD_QUARTER)).isEqualTo(Movement.NONE);
    }

    @Test
    void doesNotEndBeforeItStarts() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> Waterfall.between(OCTOBER, JULY, history.build(), PipelineScope.allOpen()))
          .withMessageContaining("must not end before it starts");
    }
  }

  @Nested
  class RowsOfOneInstant {
    @Test
    void goBySequenceWhereThereIsOne() {
      history.add(1, BEFORE, 2, OPEN, 50, IN_QUARTER).add(1, BEFORE, 1, OPEN, 80, IN_QUARTER);

      assertThat(quarter().start()).isEqualTo(new Movement(1, 50));
    }

    @Test
    void closeLastOtherwise() {
      history.add(1, BEFORE, WON, 80, IN_QUARTER).add(1, BEFORE, OPEN, 80, IN_QUARTER);

      assertThat(quarter().start()).isEqualTo(Movement.NONE);
    }
  }

  @Nested
  class Refuses {
    @Test
    void negativeAmounts() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> history.add(7, BEFORE, OPEN, -1, IN_QUARTER))
          .withMessage("amount of deal 7 is -1 minor units; it must be at least 0");
    }

    @Test
    void totalsThatDoNotFit() {
      history.add(1, BEFORE, OPEN, Long.MAX_VALUE, IN_QUARTER).add(2, BEFORE, OPEN, 1, IN_QUARTER);

      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(WaterfallTest.this::quarter);
    }

    @Test
    void linesThatDoNotAddUp() {
      Movement one = new Movement(1, 1);
      Movement none = Movement.NONE;

      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new Waterfall(
                      JULY,
                      OCTOBER,
                      THIRD_QUARTER,
                      one,
                      none,
                      none,
                      none,
                      none,
                      none,
                      none,
                      none,
                      none,
                      none))
          .withMessageContaining("residual of 1 minor units");
    }

    @Test
    void periodsWithoutADay() {
      LocalDate day = LocalDate.of(2026, 7, 1);

      assertThatIllegalArgumentException().isThrownBy(() -> PipelineScope.closingIn(day, day));
    }
  }

  @Test
  void scopesReadWell() {
    assertThat(THIRD_QUARTER).hasToString("closing in [2026-07-01, 2026-10-01)");
    assertThat(PipelineScope.allOpen()).hasToString("all open").isNotEqualTo(THIRD_QUARTER);
  }
}
