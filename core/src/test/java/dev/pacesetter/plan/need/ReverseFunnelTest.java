package dev.pacesetter.plan.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import dev.pacesetter.testing.Bundles;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReverseFunnelTest {
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private static final StepRecord VISITS =
      StepRecord.of("visit", 40, 100).withPeers(new long[] {45, 38}, new long[] {100, 100});
  private static final StepRecord PROPOSALS =
      StepRecord.of("proposal", 10, 30).withPeers(new long[] {12, 8}, new long[] {30, 30});

  private static ReverseFunnel funnel() {
    return ReverseFunnel.of(VISITS, PROPOSALS).within(CALENDAR.period("FY2026-Q3"), CALENDAR, JULY);
  }

  private static LeadTimes wonAfter(double... days) {
    byte[] ends = new byte[days.length];
    Arrays.fill(ends, End.WON.code());
    return LeadTimes.of(LifeTable.ofDays(days, ends));
  }

  @Nested
  class ForDeals {
    private final Need need = funnel().needFor(10, 0.8);

    @Test
    void takesMoreThanOnAverageToBeSure() {
      StepNeed proposals = need.step("proposal");
      assertThat(proposals.onAverage()).isCloseTo(10 / proposals.rate().value(), within(1e-9));
      assertThat(proposals.number().orElseThrow()).isGreaterThan((long) proposals.onAverage());
      assertThat(need.step("visit").onAverage())
          .isCloseTo(proposals.onAverage() / need.step("visit").rate().value(), within(1e-9));
    }

    @Test
    void isTheLeastNumberWithTheConfidence() {
      StepRate rate = PROPOSALS.rate();
      Chance chance = new Chance(List.of(rate), won -> won >= 10 ? 1 : 0);
      long number = need.step("proposal").number().orElseThrow();
      assertThat(chance.of(number)).isGreaterThanOrEqualTo(0.8);
      assertThat(chance.of(number - 1)).isLessThan(0.8);
    }

    @Test
    void shrinksTheOwnRateToThatOfPeers() {
      StepRecord lucky =
          StepRecord.of("proposal", 4, 4).withPeers(new long[] {12, 8}, new long[] {30, 30});
      assertThat(lucky.rate().estimate().value()).isBetween(0.34, 0.7);
      // the beta distribution has the mean of the estimate
      StepRate rate = lucky.rate();
      assertThat(rate.alpha() / (rate.alpha() + rate.beta()))
          .isCloseTo(rate.estimate().value(), within(1e-12));
    }

    @Test
    void growsWithConfidenceAndGoal() {
      long usual = need.step("visit").number().orElseThrow();
      assertThat(funnel().needFor(10, 0.9).step("visit").number().orElseThrow())
          .isGreaterThan(usual);
      assertThat(funnel().needFor(11, 0.8).step("visit").number().orElseThrow())
          .isGreaterThan(usual);
    }

    @Test
    void growsWithUncertainty() {
      long usual = need.step("proposal").number().orElseThrow();
      StepRecord few = StepRecord.of("proposal", 5, 15);
      long unsure =
          ReverseFunnel.of(few)
              .within(CALENDAR.period("FY2026-Q3"), CALENDAR, JULY)
              .needFor(10, 0.8)
              .step("proposal")
              .number()
              .orElseThrow();
      assertThat(unsure).isGreaterThan(usual);
    }
  }

  @Nested
  class InTime {
    // the third quarter of 2026 has 92 days and 66 working days
    private final Need need =
        funnel().withLeadTimes("proposal", wonAfter(10, 20, 30, 40)).sharedBy(2).needFor(10, 0.75);

    @Test
    void mustHappenBeforeTheLeadTime() {
      assertThat(need.step("proposal").latest()).contains(LocalDate.of(2026, 8, 31));
      assertThat(need.step("visit").latest()).isEmpty();
    }

    @Test
    void mustExistAlreadyForDealsThatCloseSoon() {
      // of 92 days: 10 with all, then 10 each with 3/4, 1/2 and 1/4 of it begun before
      assertThat(need.step("proposal").existing().orElseThrow())
          .isCloseTo(25 / 92.0, within(1e-12));
    }

    @Test
    void isSharedByPeopleAndWeeksOfWork() {
      // 44 working days up to 31 August are 8.8 weeks
      StepNeed proposals = need.step("proposal");
      long toCome = (long) Math.ceil(proposals.number().orElseThrow() * (1 - 25 / 92.0));
      assertThat(proposals.toCome()).hasValue(toCome);
      assertThat(proposals.perPersonAndWeek().orElseThrow())
          .isCloseTo(toCome / (2 * 8.8), within(1e-9));
      assertThat(need.step("visit").perPersonAndWeek().orElseThrow())
          .isCloseTo(need.step("visit").number().orElseThrow() / (2 * 13.2), within(1e-9));
    }

    @Test
    void hasNoWeekLeftWhereTheLeadTimeIsLongerThanTheRest() {
      StepNeed late =
          funnel().withLeadTimes("visit", wonAfter(100, 120)).needFor(10, 0.8).step("visit");
      assertThat(late.existing()).hasValue(1);
      assertThat(late.toCome()).hasValue(0);
      assertThat(late.perPersonAndWeek()).isEmpty();
    }
  }

  @Nested
  class ForMoney {
    private final DealValues values =
        DealValues.of(new long[] {80_000, 100_000, 120_000}, new long[] {90_000, 110_000});

    @Test
    void takesMoreThanTheDealsOfAverageWorth() {
      Need money =
          funnel().withValues(values).needFor(Money.ofMinor(CurrencyUnit.EUR, 1_000_000), 0.8);
      assertThat(money.step("proposal").onAverage())
          .isCloseTo(10 / money.step("proposal").rate().value(), within(1e-9));
      assertThat(money.step("proposal").number().orElseThrow())
          .isGreaterThanOrEqualTo(
              funnel().needFor(10, 0.8).step("proposal").number().orElseThrow());
    }

    @Test
    void isNotKnownWithoutTheValueOfDeals() {
      Need money = funnel().needFor(Money.ofMinor(CurrencyUnit.EUR, 1_000_000), 0.8);
      assertThat(money.steps()).isEmpty();
      assertThat(money.missing())
          .containsExactly(
              new MissingEvidence(MissingEvidence.VALUE, MissingEvidence.Lacking.CASES, 2));
    }
  }

  @Nested
  class WithoutEnoughData {
    private final Need need =
        ReverseFunnel.of(StepRecord.of("visit", 2, 3), StepRecord.of("proposal", 0, 12))
            .within(CALENDAR.period("FY2026-Q3"), CALENDAR, JULY)
            .needFor(10, 0.8);

    @Test
    void saysWhatIsMissing() {
      assertThat(need.steps()).isEmpty();
      assertThat(need.missing())
          .containsExactly(
              new MissingEvidence("visit", MissingEvidence.Lacking.CASES, 7),
              new MissingEvidence("proposal", MissingEvidence.Lacking.SUCCESSES, 1));
      assertThat(need.explain(Locale.ENGLISH))
          .isEqualTo(
              """
              There is not enough data to say what it takes to win 10 deals in FY2026-Q3 with 80% confidence:
              – visits: 7 more with a known outcome are needed
              – proposals: none has led to the next step so far; at least 1 is needed""");
    }
  }

  @Nested
  class ReadsAs {
    private final Need need =
        funnel().withLeadTimes("proposal", wonAfter(10, 20, 30, 40)).needFor(10, 0.8);

    @Test
    void aLineForEachStep() {
      assertThat(need.explain(Locale.ENGLISH))
          .startsWith("To win 10 deals in FY2026-Q3 with 80% confidence, you need:\n– ")
          .contains(
              "%d proposals (".formatted(need.step("proposal").number().orElseThrow()),
              "of them must already exist today; 2026-08-21 is the last day",
              "per person and week.");
      assertThat(need.explain(Locale.CHINESE)).startsWith("要以 80% 的把握在 FY2026-Q3 完成 10 笔赢单");
    }

    @Test
    void theSamePhrasesInBothLanguages() {
      assertThat(Bundles.keys(Need.PHRASES, Locale.CHINESE))
          .isEqualTo(Bundles.keys(Need.PHRASES, Locale.ENGLISH))
          .allSatisfy(
              key ->
                  assertThat(Bundles.placeholders(Need.PHRASES, Locale.CHINESE, key))
                      .isEqualTo(Bundles.placeholders(Need.PHRASES, Locale.ENGLISH, key)));
    }
  }

  @Nested
  class IsRefused {
    @Test
    void withoutAPeriod() {
      assertThatIllegalStateException()
          .isThrownBy(() -> ReverseFunnel.of(VISITS).needFor(10, 0.8))
          .withMessageContaining("it is not said when the deals are to be won");
    }

    @Test
    void forAPeriodThatIsOver() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  funnel()
                      .within(CALENDAR.period("FY2026-Q3"), CALENDAR, LocalDate.of(2026, 10, 1)))
          .withMessage("today is 2026-10-01; FY2026-Q3 is over by then");
    }

    @Test
    void forAStepTwice() {
      assertThatIllegalArgumentException().isThrownBy(() -> ReverseFunnel.of(VISITS, VISITS));
    }
  }
}
