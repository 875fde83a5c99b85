package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.chains;
import static dev.pacesetter.metrics.funnel.Streams.days;
import static dev.pacesetter.metrics.funnel.Streams.entered;
import static dev.pacesetter.metrics.funnel.Streams.level;
import static dev.pacesetter.metrics.funnel.Streams.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Collections2;
import dev.pacesetter.metrics.event.EventTable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What users of other funnels reported as wrong, each with the fewest rows that show it. */
class FunnelFaultsTest {
  private static final FunnelDefinition SALE = Funnel.ordered("lead", "meeting", "won");

  /** The same data gave other results on each run: ClickHouse PR 18884, issue 12596. */
  @Test
  void rowsOfOneInstantGiveOneResultInWhateverOrderTheyArrive() {
    for (List<String> rows : Collections2.permutations(List.of("lead@1", "meeting@1", "won@1"))) {
      assertThat(level(SALE, String.join(" ", rows))).isEqualTo(3);
    }
  }

  /** One row counted for two steps: ClickHouse 34986, 21835; PostHog 4813. */
  @Test
  void oneRowServesOneStep() {
    FunnelDefinition twice = Funnel.of(Step.named("first", "call"), Step.named("second", "call"));

    assertThat(level(twice, "call@1")).isEqualTo(1);
    assertThat(level(twice, "call@1 call@1")).isEqualTo(2);
  }

  /** Repeats at one instant hid the rest: PostHog 25048. */
  @Test
  void repeatsAtOneInstantDoNotHideTheNextStep() {
    assertThat(level(SALE, "lead@1 lead@1 lead@1 meeting@1 meeting@1 won@1")).isEqualTo(3);
  }

  /** Exponential work on many rows at one instant: PostHog PR 25403. */
  @Test
  @Timeout(60)
  void manyRowsAtOneInstantAreNoMoreWorkThanElsewhere() {
    FunnelDefinition sharing =
        Funnel.of(
            Step.named("s1", "a", "b"),
            Step.named("s2", "b", "c"),
            Step.named("s3", "a", "c"),
            Step.named("s4", "b"),
            Step.named("s5", "never"));
    String instant = "a@1 b@1 c@1 ".repeat(30_000);

    assertThat(level(sharing, instant)).isEqualTo(4);
    assertThat(level(sharing.with(StepOrder.STRICT_KNOWN), instant)).isPositive();
    assertThat(level(Funnel.ordered("a", "b", "c", "never"), instant)).isEqualTo(3);
    assertThat(level(sharing.with(StepOrder.ANY_ORDER), instant)).isEqualTo(4);
    assertThat(level(sharing.with(StepOrder.ANY_AFTER_ANCHOR), instant)).isEqualTo(4);
  }

  /** The same of a subject that does much, and of one with many keys. */
  @Test
  @Timeout(60)
  void manyRowsOfOneSubjectAreNoMoreWorkThanOfMany() {
    StringBuilder rows = new StringBuilder("once@0 ");
    for (int day = 1; day <= 60_000; day++) {
      rows.append(day % 3 == 0 ? "a" : "b").append('@').append(day).append("/key").append(day);
      rows.append(' ');
    }
    String stream = rows.toString();
    FunnelDefinition wanting =
        Funnel.of(
            Step.named("s1", "once", "a"),
            Step.named("s2", "once"),
            Step.named("s3", "once", "b"),
            Step.named("s4", "once"));

    assertThat(level(wanting, stream)).isEqualTo(1);
    assertThat(level(wanting.with(StepOrder.ANY_ORDER), stream)).isEqualTo(3);
    assertThat(level(wanting.with(StepOrder.ANY_AFTER_ANCHOR), stream)).isEqualTo(2);
    assertThat(level(Funnel.anyOrderAfter("once", "a", "b", "never"), stream)).isEqualTo(3);
    assertThat(chains(Funnel.ordered("a", "b").holding("product"), stream)).hasSize(20_000);
  }

  /** The same where every row may serve any of several steps, and no chain is ever complete. */
  @Test
  @Timeout(60)
  void rowsThatMatchSeveralStepsAreNoMoreWorkThanOthers() {
    StringBuilder rows = new StringBuilder();
    for (int day = 1; day <= 100_000; day++) {
      rows.append("a@").append(day).append(' ');
    }
    String stream = rows.toString();
    FunnelDefinition calls =
        Funnel.of(
            Step.named("s1", "a"),
            Step.named("s2", "a", "b"),
            Step.named("s3", "a", "c"),
            Step.named("s4", "never"));
    FunnelDefinition inTenDays = calls.within(days(10));

    assertThat(level(calls, stream)).isEqualTo(3);
    assertThat(level(inTenDays, stream)).isEqualTo(3);
    for (StepOrder order : List.of(StepOrder.ANY_ORDER, StepOrder.ANY_AFTER_ANCHOR)) {
      assertThat(level(calls.with(order), stream)).isEqualTo(3);
      assertThat(level(inTenDays.with(order), stream)).isEqualTo(3);
      assertThat(level(calls.with(order).with(Ties.STRICTLY_LATER), stream)).isEqualTo(3);
      assertThat(chains(calls.with(order).with(Entry.EACH), stream)).isNotEmpty();
    }
  }

  /**
   * With strictly later steps the last row overwrote an earlier one: ClickHouse 52844, 93789; Doris
   * PR 68093. Equal steps: StarRocks 24348.
   */
  @Test
  void strictlyLaterStepsFindTheEarlierStart() {
    assertThat(chains(SALE.with(Ties.STRICTLY_LATER), "lead@1 lead@2 meeting@2 won@3"))
        .containsExactly("lead@1 meeting@2 won@3");
    FunnelDefinition twice = Funnel.of(Step.named("first", "call"), Step.named("second", "call"));
    assertThat(chains(twice.with(Ties.STRICTLY_LATER), "call@1 call@1 call@2"))
        .containsExactly("call@1 call@2");
  }

  /** A later start was lost, or overwrote an older one: Doris PR 62043, 38954, 40459. */
  @Test
  void neitherALaterNorAnEarlierStartIsLost() {
    FunnelDefinition inFiveDays = SALE.within(days(5));

    assertThat(chains(inFiveDays, "lead@1 meeting@2 lead@10 meeting@11 won@12"))
        .containsExactly("lead@10 meeting@11 won@12");
    assertThat(chains(inFiveDays, "lead@1 meeting@2 lead@3 won@4"))
        .containsExactly("lead@1 meeting@2 won@4");
  }

  /** Rules for repeats returned a wrong level: ClickHouse 27469, 37177, 40263, 58711. */
  @Test
  void aRepeatEndsTheChainsAtItsStepAndNoOthers() {
    FunnelDefinition breaking = SALE.with(Repeats.BREAK);

    assertThat(level(breaking, "lead@1 meeting@2 lead@3 won@4")).isEqualTo(3);
    assertThat(level(breaking, "lead@1 meeting@2 meeting@3 won@4")).isEqualTo(3);
    assertThat(level(breaking.with(StepOrder.STRICT_KNOWN), "lead@1 meeting@2 meeting@3 won@4"))
        .isEqualTo(2);
    assertThat(level(SALE.with(StepOrder.STRICT_KNOWN), "lead@1 meeting@2 meeting@3 won@4"))
        .isEqualTo(3);
  }

  /** What an option meant was unclear or changed: ClickHouse 27469, 36256, 86916; Doris V1, V2. */
  @Test
  void noSwitchChangesWhatAnotherMeans() {
    String stream = "lead@1 lead@1 call@2 meeting@3 won@3";

    assertThat(level(SALE, stream)).isEqualTo(3);
    assertThat(level(SALE.with(Ties.STRICTLY_LATER), stream)).isEqualTo(2);
    assertThat(level(SALE.with(StepOrder.STRICT_KNOWN), stream)).isEqualTo(3);
    assertThat(level(SALE.with(StepOrder.STRICT_KNOWN).with(Repeats.BREAK), stream)).isEqualTo(3);
    assertThat(level(SALE.with(StepOrder.STRICT_ALL), stream)).isEqualTo(1);
    assertThat(level(SALE.with(StepOrder.STRICT_KNOWN).with(Ties.STRICTLY_LATER), stream))
        .isEqualTo(2);
  }

  /** The distribution of levels was taken for the counts of steps: ClickHouse 41615. */
  @Test
  void aStepCountsAllThatCameAtLeastSoFar() {
    assertThat(entered(SALE, "lead@1", "lead@1 meeting@2", "lead@1 meeting@2 won@3"))
        .containsExactly(3L, 2L, 1L);
  }

  /**
   * Grouping before matching cut chains, 17 % of conversions: Openpanel PR 436; ClickHouse 5365.
   */
  @Test
  void aBreakdownCutsNoChain() {
    FunnelReport report = SALE.by("region").over(table("lead@1//north meeting@2//south won@3"));

    assertThat(report.step("won").entered()).isEqualTo(1);
    assertThat(report.group("north").orElseThrow().steps())
        .extracting(FunnelStep::entered)
        .containsExactly(1L, 1L, 1L);
    assertThat(report.groups()).hasSize(1);
  }

  /** Events sent in one batch, with one time, were dropped: Openpanel PR 442. */
  @Test
  void stepsOfOneInstantCount() {
    assertThat(level(SALE, "lead@1 meeting@1 won@1")).isEqualTo(3);
  }

  /** Windows of 0, below 0 or huge crashed: StarRocks 5935, 5976, 5956, 5951; PostHog's tests. */
  @Test
  void windowsOfAnyLengthAreDefined() {
    assertThat(level(SALE.within(Duration.ZERO), "lead@1 meeting@1 won@2")).isEqualTo(2);
    assertThat(level(SALE.within(Duration.ofSeconds(Long.MAX_VALUE)), "lead@1 meeting@9 won@99"))
        .isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SALE.within(days(-1)))
        .withMessage("window is PT-24H; it must not be negative");
  }

  /** A condition on something that is missing crashed: StarRocks 9190. */
  @Test
  void aRowWithoutAValueMeetsNoCondition() {
    FunnelDefinition inTheNorth =
        Funnel.of(Step.of("lead"), Step.of("won").where("region", "north"));

    assertThat(level(inTheNorth, "lead@1 won@2")).isEqualTo(1);
    assertThat(level(inTheNorth, "lead@1 won@2//north")).isEqualTo(2);
  }

  /**
   * Times were outside the window, of another chain, or negative: PostHog 5677, 7267, PR 5174;
   * ClickHouse PR 79636.
   */
  @Test
  void timesAreThoseOfTheChainThatCounts() {
    FunnelReport report =
        SALE.within(days(5)).over(table("won@0 lead@1 meeting@3 lead@9 meeting@10 won@14 won@40"));

    assertThat(report.times("lead").converted().sum()).isEqualTo(1);
    assertThat(report.times("meeting").converted().sum()).isEqualTo(4);
  }

  /** Rates above 100 %: PostHog 5575. */
  @Test
  void noRateIsAboveOne() {
    FunnelReport report = SALE.over(table("lead@1 meeting@2 meeting@3 won@4 won@5", "won@1"));

    for (FunnelStep step : report.steps()) {
      assertThat(step.rate().value()).isBetween(0.0, 1.0);
      assertThat(step.totalRate().value()).isBetween(0.0, 1.0);
    }
  }

  /** Recent periods looked like a drop: PostHog 4369, 8179, 7645, 33605; Amplitude's FAQ. */
  @Test
  void whoStillHasTimeIsPendingAndNotDropped() {
    FunnelReport report =
        SALE.within(days(30)).over(table("lead@1", "lead@80", "lead@85 meeting@90"), 100);

    FunnelStep lead = report.step("lead");
    assertThat(lead.converted()).isEqualTo(1);
    assertThat(lead.pending()).isEqualTo(1);
    assertThat(lead.dropped()).isEqualTo(1);
  }

  /** Days of the calendar and hours that passed were mixed: PostHog's tests of time zones. */
  @Test
  void elapsedTimeIgnoresTheClocksAndCalendarDaysDoNot() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    long noon = 475_475; // 2024-03-29T12:00+01:00, a day and 14 hours before the clocks change
    EventTable table = table(TimeUnit.HOURS, "lead@" + noon + " won@" + (noon + 48));
    FunnelDefinition funnel = Funnel.ordered("lead", "won"); // won at 13:00+02:00

    assertThat(chains(funnel.within(days(2)), table, noon + 48))
        .containsExactly("lead@475475 won@475523");
    assertThat(chains(funnel.within(Window.days(2, paris)), table, noon + 48))
        .containsExactly("lead@475475 won@475523");
    EventTable midnight = table(TimeUnit.HOURS, "lead@" + noon + " won@" + (noon + 59)); // 1 April
    assertThat(chains(funnel.within(Window.days(2, paris)), midnight, noon + 59))
        .containsExactly("lead@475475");
    assertThat(chains(funnel.within(Duration.ofHours(59)), midnight, noon + 59))
        .containsExactly("lead@475475 won@475534");
  }

  /** Late delivery changed the order of events: PostHog PR 103191, issue 39127. */
  @Test
  void theTimeOfAnEventDecidesAndNotItsArrival() {
    assertThat(chains(SALE, "won@3 lead@1 meeting@2")).containsExactly("lead@1 meeting@2 won@3");
  }

  /** Counts were wrong where only some subjects were asked for: PostHog 21527, 10272. */
  @Test
  void aPartOfTheSubjectsCountsAsItDoesInTheWhole() {
    EventTable table = table("lead@1 meeting@2", "lead@1 won@2", "lead@1 meeting@2 won@3");

    assertThat(SALE.over(table.slice(1, 3)).steps())
        .extracting(FunnelStep::entered)
        .containsExactly(2L, 1L, 1L);
  }

  /** Partial states that were merged crashed: StarRocks 11273, 21474, 9190. */
  @Test
  void anyNumberOfPartsGivesWhatTheWholeGives() {
    EventTable table = table("lead@1 meeting@2", "", "lead@1 won@2", "lead@1 meeting@2 won@3");

    for (int parts = 1; parts <= 5; parts++) {
      FunnelReport report = SALE.by("region").over(table, 3, Runnable::run, parts);
      assertThat(report.steps()).isEqualTo(SALE.over(table).steps());
      assertThat(report.groups()).isEqualTo(SALE.by("region").over(table).groups());
    }
    assertThat(SALE.over(table(), 3, Runnable::run, 5).chains()).isZero();
  }

  /** Whether the end of a window is inside: all but Pinot say yes. */
  @Test
  void theEndOfAWindowIsInside() {
    assertThat(level(SALE.within(days(5)), "lead@1 meeting@6 won@7")).isEqualTo(2);
  }
}
