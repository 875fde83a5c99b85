package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.days;
import static dev.pacesetter.metrics.funnel.Streams.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import dev.pacesetter.metrics.event.EventTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a report says of the chains that count. */
class FunnelCountsTest {
  private static final FunnelDefinition SALE = Funnel.ordered("lead", "meeting", "won");

  @Nested
  class AStep {
    private final EventTable table =
        table("lead@1=5 meeting@2=7 won@3=9", "lead@1=5 meeting@2=7", "lead@90=5", "lead@1=5");
    private final FunnelReport report = SALE.within(days(30)).over(table, 100);

    @Test
    void tellsWhoWentOnWhoDroppedAndWhoIsThere() {
      FunnelStep lead = report.step("lead");

      assertThat(lead.entered()).isEqualTo(4);
      assertThat(lead.converted()).isEqualTo(2);
      assertThat(lead.dropped()).isEqualTo(1);
      assertThat(lead.pending()).isEqualTo(1);
      assertThat(report.step("won").converted()).isEqualTo(1);
      assertThat(report.chains()).isEqualTo(4);
      assertThat(report.asOf()).isEqualTo(100);
    }

    @Test
    void carriesRatesWithWilsonIntervals() {
      assertThat(report.step("lead").rate()).isEqualTo(wilson(2, 4));
      assertThat(report.step("lead").decidedRate()).isEqualTo(wilson(2, 3));
      assertThat(report.step("won").totalRate()).isEqualTo(wilson(1, 4));
    }

    @Test
    void hasNoRateWhereNothingEntered() {
      assertThat(SALE.over(table("won@1")).step("lead").rate().reason())
          .contains(NoData.NOTHING_OBSERVED);
    }

    @Test
    void addsUpTheValuesOfItsRows() {
      assertThat(report.steps()).extracting(FunnelStep::value).containsExactly(20L, 14L, 9L);
    }

    @Test
    void isPendingWhileAnyChainAsDeepMayGoOn() {
      FunnelDefinition inFiveDays = SALE.within(days(5));

      assertThat(inFiveDays.over(table("lead@1 lead@20"), 21).step("lead").pending()).isEqualTo(1);
      assertThat(inFiveDays.over(table("lead@1 meeting@2 lead@20"), 21).step("lead").pending())
          .isZero();
    }

    @Test
    void isUnknownByAnotherName() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> report.step("demo"))
          .withMessage("the funnel has no step 'demo'; it has [lead, meeting, won]");
    }

    private Measure wilson(long part, long whole) {
      return ProportionInterval.WILSON.measure(Ratio.of(part, whole), 0.95);
    }
  }

  @Nested
  class Times {
    @Test
    void areThoseFromAStepToTheNextThatIsNotOptional() {
      FunnelDefinition funnel =
          Funnel.of(Step.of("lead"), Step.of("demo").optional(), Step.of("won"));
      FunnelReport report = funnel.over(table("lead@1 demo@3 won@8", "lead@1 won@2"));

      assertThat(report.times("lead").converted().sum()).isEqualTo(8);
      assertThat(report.times("lead").converted().n()).isEqualTo(2);
      assertThat(report.times("demo").converted().sum()).isEqualTo(5);
      assertThat(report.times("won").converted().n()).isZero();
    }

    @Test
    void ofThoseThatDidNotGoOnAreCountedByWhatEndedThem() {
      FunnelReport report =
          SALE.with(StepOrder.STRICT_KNOWN)
              .within(days(30))
              .over(table("lead@1 won@2", "lead@1", "lead@90", "lead@1 meeting@4"), 100);

      assertThat(report.times("lead").converted().n()).isEqualTo(1);
      assertThat(report.times("lead").broken()).isEqualTo(1);
      assertThat(report.times("lead").open()).isEqualTo(2);
    }

    @Test
    void areInDaysWhateverTheUnitOfTheTable() {
      EventTable hours = table(java.util.concurrent.TimeUnit.HOURS, "lead@0 meeting@36");

      assertThat(SALE.over(hours).times("lead").converted().sum()).isEqualTo(1.5);
    }

    @Test
    void areToldForEveryGroup() {
      FunnelReport report =
          SALE.by("region").over(table("lead@1//north meeting@2", "lead@1//south meeting@9"));

      FunnelGroup south = report.group("south").orElseThrow();
      assertThat(report.times("lead", south).converted().sum()).isEqualTo(8);
      assertThat(report.times("lead").converted().sum()).isEqualTo(9);
      FunnelGroup other =
          new FunnelGroup(ImmutableList.of(Optional.of("west")), ImmutableList.of());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> report.times("lead", other))
          .withMessageContaining("west");
    }
  }

  @Nested
  class Groups {
    private final EventTable table =
        table(
            "won@0//east lead@1//north meeting@2//south won@3",
            "lead@1//north lead@5//south",
            "lead@1");

    private List<String> groups(Breakdown breakdown) {
      return SALE.by(breakdown).over(table).groups().stream()
          .map(
              group ->
                  group.values().get(0).orElse("none")
                      + " "
                      + group.steps().stream().map(FunnelStep::entered).toList())
          .toList();
    }

    @Test
    void goByTheFirstStepUnlessSaidOtherwise() {
      // of the second subject the best chain starts on day 1: both are as deep, it got there first
      assertThat(groups(Breakdown.by("region")))
          .containsExactly("north [2, 1, 1]", "none [1, 0, 0]");
    }

    @Test
    void goByAStepOnRequest() {
      assertThat(groups(Breakdown.by("region").atStep("meeting")))
          .containsExactly("south [1, 1, 1]", "none [2, 0, 0]");
    }

    @Test
    void goByTheLastStepReachedOnRequest() {
      assertThat(groups(Breakdown.by("region").at(Attribution.LAST_REACHED)))
          .containsExactly("north [1, 0, 0]", "none [2, 1, 1]");
    }

    @Test
    void goByTheFirstRowOfAnyStepOnRequest() {
      assertThat(groups(Breakdown.by("region").at(Attribution.FIRST_EVER)))
          .containsExactly("east [1, 1, 1]", "north [1, 0, 0]", "none [1, 0, 0]");
    }

    @Test
    void areFunnelsOfTheirOwnOnRequest() {
      FunnelReport report = SALE.by(Breakdown.by("region").at(Attribution.EVERY)).over(table);

      assertThat(groups(Breakdown.by("region").at(Attribution.EVERY)))
          .containsExactly("north [2, 0, 0]", "south [1, 0, 0]");
      assertThat(report.steps()).extracting(FunnelStep::entered).containsExactly(3L, 1L, 1L);
      assertThat(report.times("lead").open()).isEqualTo(2);
    }

    @Test
    void mayBeOfSeveralDimensions() {
      FunnelReport report =
          SALE.by("product", "region").over(table("lead@1/crm/north", "lead@1/crm"));

      assertThat(report.group("crm", "north").orElseThrow().steps().get(0).entered()).isEqualTo(1);
      assertThat(report.groups().get(1).values())
          .containsExactly(Optional.of("crm"), Optional.empty());
      assertThat(report.group("crm", "south")).isEmpty();
    }

    @Test
    void areNoneWithoutABreakdown() {
      assertThat(SALE.over(table).groups()).isEmpty();
    }
  }

  @Nested
  class UnknownNames {
    @Test
    void ofEventsAreReported() {
      FunnelReport report =
          Funnel.ordered("lead", "wno").excluding("lots").over(table("lead@1 won@2"));

      assertThat(report.unknownEvents()).containsExactly("wno", "lots");
      assertThat(report.step("lead").entered()).isEqualTo(1);
      assertThat(SALE.over(table("lead@1 meeting@2 won@3")).unknownEvents()).isEmpty();
    }

    @Test
    void ofDimensionsAreRefused() {
      EventTable table = table("lead@1");

      for (FunnelDefinition funnel :
          List.of(
              SALE.by("sector"),
              SALE.holding("sector"),
              Funnel.of(Step.of("lead").where("sector", "public")))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> funnel.over(table))
            .withMessage("the table has no dimension 'sector'; it has [product, region]");
      }
    }
  }

  @Nested
  class AnEmptyTable {
    @Test
    void givesAnEmptyReport() {
      FunnelReport report = SALE.by("region").over(table());

      assertThat(report.chains()).isZero();
      assertThat(report.steps()).extracting(FunnelStep::entered).containsExactly(0L, 0L, 0L);
      assertThat(report.groups()).isEmpty();
      assertThat(report.unknownEvents()).containsExactly("lead", "meeting", "won");
    }
  }

  @Nested
  class Values {
    private static final String HUGE = "=" + Long.MAX_VALUE;

    @Test
    void thatDoNotFitAreRefusedWithTheStepAndTheSum() {
      EventTable table = table("lead@1 meeting@2" + HUGE, "lead@1 meeting@2=1");

      for (FunnelDefinition funnel : List.of(SALE, SALE.with(Entry.FIRST), SALE.by("region"))) {
        assertThatThrownBy(() -> funnel.over(table))
            .isInstanceOf(ArithmeticException.class)
            .hasMessage(
                "the values of step 'meeting' add up to 9223372036854775808;"
                    + " a sum must fit 64 bits");
      }
      assertThatThrownBy(() -> SALE.over(table, 2, Runnable::run, 2))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("step 'meeting'");
      assertThatThrownBy(() -> Funnel.anyOrder("lead", "meeting").over(table))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("step '2 of 2'");
    }

    @Test
    void upToTheLargestAddUp() {
      EventTable table = table("lead@1" + HUGE, "lead@1=" + Long.MIN_VALUE, "lead@1=1");

      assertThat(SALE.over(table).step("lead").value()).isZero();
    }
  }
}
