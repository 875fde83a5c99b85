package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.chains;
import static dev.pacesetter.metrics.funnel.Streams.days;
import static dev.pacesetter.metrics.funnel.Streams.level;
import static dev.pacesetter.metrics.funnel.Streams.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.event.EventTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How much time there is. */
class FunnelWindowTest {
  private static final FunnelDefinition SALE = Funnel.ordered("lead", "meeting", "won");

  @Nested
  class OfTheFunnel {
    @Test
    void isUnlimitedUnlessSaidOtherwise() {
      assertThat(SALE.window()).isEqualTo(Window.UNLIMITED);
      assertThat(level(SALE, "lead@-1000000 meeting@0 won@1000000")).isEqualTo(3);
    }

    @Test
    void countsFromTheFirstStep() {
      assertThat(level(SALE.within(days(5)), "lead@1 meeting@5 won@6")).isEqualTo(3);
      assertThat(level(SALE.within(days(5)), "lead@1 meeting@5 won@7")).isEqualTo(2);
    }

    @Test
    void ofZeroIsTheSameInstant() {
      assertThat(level(SALE.within(Duration.ZERO), "lead@1 meeting@1 won@2")).isEqualTo(2);
    }

    @Test
    void holdsInAnyOrder() {
      FunnelDefinition any = Funnel.anyOrder("lead", "meeting", "won").within(days(5));

      assertThat(level(any, "won@1 lead@6")).isEqualTo(2);
      assertThat(level(any, "won@1 lead@7")).isEqualTo(1);
    }

    @Test
    void shorterThanTheUnitOfTheTimesIsRoundedDown() {
      assertThat(level(SALE.within(Duration.ofHours(47)), "lead@1 meeting@2 won@3")).isEqualTo(2);
    }
  }

  @Nested
  class OfAStep {
    private final FunnelDefinition funnel =
        Funnel.of(Step.of("lead"), Step.of("demo").optional(), Step.of("meeting").within(days(3)));

    @Test
    void countsFromTheStepBeforeItInTheChain() {
      assertThat(level(funnel, "lead@1 meeting@4")).isEqualTo(3);
      assertThat(chains(funnel, "lead@1 meeting@5")).containsExactly("lead@1");
      assertThat(chains(funnel, "lead@1 demo@4 meeting@7"))
          .containsExactly("lead@1 demo@4 meeting@7");
    }

    @Test
    void findsTheLaterStart() {
      assertThat(chains(funnel, "lead@1 lead@3 meeting@5")).containsExactly("lead@3 meeting@5");
    }

    @Test
    void holdsInsideThatOfTheFunnel() {
      assertThat(level(funnel.within(days(2)), "lead@1 meeting@4")).isEqualTo(1);
    }

    @Test
    void endsWhatIsPending() {
      FunnelDefinition gap = Funnel.of(Step.of("lead"), Step.of("meeting").within(days(3)));

      assertThat(gap.over(table("lead@1"), 4).step("lead").pending()).isEqualTo(1);
      assertThat(gap.over(table("lead@1"), 5).step("lead").pending()).isZero();
    }
  }

  @Nested
  class OfTheCalendar {
    private final ZoneId paris = ZoneId.of("Europe/Paris");

    private EventTable leadAndWon(String lead, String won) {
      return EventTable.builder()
          .timesIn(TimeUnit.MILLISECONDS)
          .row("ana", "lead", at(lead))
          .row("ana", "won", at(won))
          .build();
    }

    private Instant at(String local) {
      return LocalDateTime.parse(local).atZone(paris).toInstant();
    }

    private boolean wins(Window window, String lead, String won) {
      EventTable table = leadAndWon(lead, won);
      return Funnel.ordered("lead", "won").within(window).over(table).step("won").entered() == 1;
    }

    @Test
    void lastsThroughTheLastDay() {
      Window day = Window.days(1, paris);

      assertThat(wins(day, "2024-05-06T23:59", "2024-05-07T23:59:59.999")).isTrue();
      assertThat(wins(day, "2024-05-06T00:00", "2024-05-08T00:00")).isFalse();
    }

    @Test
    void ofZeroIsTheRestOfTheDay() {
      Window today = Window.days(0, paris);

      assertThat(wins(today, "2024-05-06T00:00", "2024-05-06T23:59:59.999")).isTrue();
      assertThat(wins(today, "2024-05-06T23:59", "2024-05-07T00:00")).isFalse();
    }

    @Test
    void followsTheClocks() {
      // 31 March 2024 has 23 hours, 27 October 25
      assertThat(wins(Window.days(0, paris), "2024-03-31T00:00", "2024-03-31T23:59")).isTrue();
      assertThat(wins(Window.of(Duration.ofHours(23)), "2024-03-31T00:00", "2024-04-01T00:00"))
          .isTrue();
      assertThat(wins(Window.days(0, paris), "2024-10-27T00:00", "2024-10-27T23:59")).isTrue();
      assertThat(wins(Window.of(Duration.ofHours(24)), "2024-10-27T00:00", "2024-10-27T23:59"))
          .isFalse();
    }

    @Test
    void ofAMonthEndsWithAShorterMonth() {
      Window month = Window.months(1, paris);

      assertThat(wins(month, "2024-01-31T12:00", "2024-02-29T23:59")).isTrue();
      assertThat(wins(month, "2024-01-31T12:00", "2024-03-01T00:00")).isFalse();
      assertThat(wins(month, "2023-01-31T12:00", "2023-03-01T00:00")).isFalse();
      assertThat(wins(month, "2024-02-29T12:00", "2024-03-29T23:59")).isTrue();
      assertThat(wins(month, "2024-02-29T12:00", "2024-03-30T00:00")).isFalse();
    }

    @Test
    void hasTheSameEndAskedOnceOrOften() {
      for (TimeUnit unit : List.of(TimeUnit.MILLISECONDS, TimeUnit.HOURS, TimeUnit.DAYS)) {
        Window window = Window.days(2, paris);
        CalendarEnds ends = Objects.requireNonNull(window.calendarEnds(unit));
        long step = Math.max(1, unit.convert(97, TimeUnit.MINUTES));
        long start = unit.convert(19_000, TimeUnit.DAYS);
        for (int i = 0; i < 40_000; i++) {
          long at = start + (i % 3) * step + i / 3 * step;
          assertThat(ends.end(at)).isEqualTo(window.calendarDeadline(at, unit));
        }
        assertThat(ends.end(Long.MIN_VALUE))
            .isEqualTo(window.calendarDeadline(Long.MIN_VALUE, unit));
        assertThat(ends.end(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
      }
    }

    @Test
    void dependsOnTheZone() {
      EventTable table = leadAndWon("2024-05-06T23:30", "2024-05-07T00:30");
      FunnelDefinition funnel = Funnel.ordered("lead", "won");

      assertThat(funnel.within(Window.days(0, paris)).over(table).step("won").entered()).isZero();
      assertThat(
              funnel
                  .within(Window.days(0, ZoneId.of("America/New_York")))
                  .over(table)
                  .step("won")
                  .entered())
          .isEqualTo(1);
    }

    @Test
    void holdsFromStepToStepToo() {
      EventTable table = leadAndWon("2024-05-06T23:30", "2024-05-07T00:30");
      Step won = Step.of("won");

      assertThat(
              Funnel.of(Step.of("lead"), won.within(Window.days(0, paris)))
                  .over(table)
                  .step("won")
                  .entered())
          .isZero();
      assertThat(
              Funnel.of(Step.of("lead"), won.within(Window.days(1, paris)))
                  .over(table)
                  .step("won")
                  .entered())
          .isEqualTo(1);
    }
  }

  @Nested
  class AtTheLimits {
    private static final long MIN = Long.MIN_VALUE;
    private static final long MAX = Long.MAX_VALUE;

    @Test
    void negativeWindowsAreRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Window.of(Duration.ofNanos(-1)))
          .withMessage("window is PT-0.000000001S; it must not be negative");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Window.days(-1, ZoneOffset.UTC))
          .withMessage("window is -1 calendar days; it must not be negative");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Window.months(-1, ZoneOffset.UTC))
          .withMessage("window is -1 calendar months; it must not be negative");
    }

    @Test
    void timesBeforeTheEpochAreTimesAsOthers() {
      assertThat(chains(SALE.within(days(5)), "lead@-9 meeting@-6 won@-4"))
          .containsExactly("lead@-9 meeting@-6 won@-4");
      assertThat(level(SALE.within(days(5)), "lead@-3 meeting@0 won@3")).isEqualTo(2);
    }

    @Test
    void theFirstAndTheLastTimeThereIsCount() {
      assertThat(level(SALE, "lead@" + MIN + " meeting@0 won@" + MAX)).isEqualTo(3);
      assertThat(level(SALE.with(Ties.STRICTLY_LATER), "lead@" + MIN + " won@" + MAX)).isEqualTo(1);
      assertThat(level(Funnel.anyOrder("lead", "won"), "won@" + MIN + " lead@" + MAX)).isEqualTo(2);
    }

    @Test
    void aWindowBeyondTheLastTimeHasNoEnd() {
      String stream = "lead@" + (MAX - 1) + " meeting@" + MAX;

      assertThat(level(SALE.within(days(5)), stream)).isEqualTo(2);
      assertThat(SALE.within(days(5)).over(table(stream)).step("meeting").pending()).isEqualTo(1);
      assertThat(level(SALE.within(days(5)), "lead@" + MIN + " meeting@" + (MIN + 6))).isEqualTo(1);
    }

    @Test
    void aCalendarWindowOutsideTheCalendarHasNoEnd() {
      FunnelDefinition funnel = SALE.within(Window.days(1, ZoneId.of("Europe/Paris")));

      assertThat(level(funnel, "lead@" + (MAX - 9) + " meeting@" + MAX)).isEqualTo(2);
      assertThat(level(funnel, "lead@" + MIN + " meeting@0")).isEqualTo(2);
    }

    @Test
    void aTimeThatDoesNotFitIsTheLongestThereIs() {
      FunnelReport report = SALE.over(table("lead@" + MIN + " meeting@" + MAX));

      assertThat(report.times("lead").converted().sum()).isEqualTo((double) MAX);
    }

    @Test
    void aSessionGapLongerThanTheTimesMeansOneSession() {
      FunnelDefinition sessions = SALE.perSession(Duration.ofSeconds(Long.MAX_VALUE));
      EventTable nanos =
          EventTable.builder()
              .timesIn(TimeUnit.NANOSECONDS)
              .row(1, "lead", MIN)
              .row(1, "meeting", MAX)
              .build();

      assertThat(sessions.over(nanos).step("meeting").entered()).isEqualTo(1);
    }

    @Test
    void asOfBeforeEverythingCountsNothing() {
      assertThat(SALE.over(table("lead@1 meeting@2"), 0).chains()).isZero();
      assertThat(SALE.over(table("lead@1 meeting@2"), MIN).chains()).isZero();
      assertThat(SALE.over(table("lead@1 meeting@2"), MAX).step("meeting").pending()).isEqualTo(1);
    }
  }
}
