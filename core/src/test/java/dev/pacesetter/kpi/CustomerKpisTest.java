package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.SurveyKind;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CustomerKpisTest {
  private final Business business = Business.small();
  private final Period quarter = business.period("FY2026-Q1");

  private Measure of(Kpi kpi, String person) {
    return kpi.measure(business.on("2026-06-30"), Scope.person(person), quarter);
  }

  @Nested
  class Discount {
    @Test
    void isPooledOverTheLastQuotesOfTheDealsWon() {
      business
          .deal("ana", "2026-01-05")
          .quote("2026-01-06", 1000, 500)
          .quote("2026-01-07", 1000, 900)
          .won("2026-02-01");
      business.deal("ana", "2026-01-05").quote("2026-01-06", 100, 20).won("2026-02-01");
      business.deal("ana", "2026-01-05").quote("2026-01-06", 100, 1).lost("2026-02-01", "");
      Measure discount = of(Kpis.DISCOUNT_RATE, "ana");
      assertThat(discount.value())
          .as("(1,000 + 100 - 900 - 20) / 1,100, not the mean of 10 % and 80 %")
          .isCloseTo(180 / 1100.0, within(1e-12));
      assertThat(discount.n()).isEqualTo(2);
    }

    @Test
    void isUnknownWhereNoQuoteIsRecordedAtAll() {
      business.won("ana", "2026-02-01", 100);
      assertThat(of(Kpis.DISCOUNT_RATE, "ana").reason()).hasValue(NoData.NOT_RECORDED);
    }

    @Test
    void isNotObservedWhereOnlyOthersQuoted() {
      business.won("ana", "2026-02-01", 100);
      business.deal("bo", "2026-01-05").quote("2026-01-06", 100, 90).won("2026-02-01");
      assertThat(of(Kpis.DISCOUNT_RATE, "ana").reason()).hasValue(NoData.NOTHING_OBSERVED);
    }
  }

  @Nested
  class Satisfaction {
    private void answers(SurveyKind survey, int... scores) {
      for (int score : scores) {
        business.deal("ana", "2026-01-05").answer("2026-02-01", survey, score);
      }
    }

    @Test
    void isTheShareOfFoursAndFives() {
      answers(SurveyKind.CSAT, 5, 4, 3, 1);
      answers(SurveyKind.NPS, 0);
      business.deal("ana", "2026-01-05").answer("2026-04-01", SurveyKind.CSAT, 1);
      Measure csat = of(Kpis.CSAT, "ana");
      assertThat(csat.value()).isEqualTo(0.5);
      assertThat(csat.n()).isEqualTo(4);
      assertThat(csat.interval()).isPresent();
    }

    @Test
    void isUnknownWhereNobodyIsAskedAndNotObservedWhereOthersAre() {
      assertThat(of(Kpis.CSAT, "ana").reason()).hasValue(NoData.NOT_RECORDED);
      answers(SurveyKind.CSAT, 5);
      assertThat(of(Kpis.CSAT, "bo").reason()).hasValue(NoData.NOTHING_OBSERVED);
      assertThat(of(Kpis.NPS, "ana").reason()).hasValue(NoData.NOT_RECORDED);
    }

    @Test
    void recommendationIsPromotersLessDetractors() {
      answers(SurveyKind.NPS, 10, 9, 9, 8, 7, 6, 0, 10, 10, 8);
      answers(SurveyKind.CSAT, 1);
      Measure nps = of(Kpis.NPS, "ana");
      assertThat(nps.unit()).isEqualTo(Unit.SCORE);
      assertThat(nps.value()).as("5 promoters and 2 detractors of 10").isEqualTo(30);
      // one more of either: 25 ± 1.959964 · 100 · sqrt((6/12 + 3/12 - (3/12)²) / 12)
      assertThat(nps.interval().orElseThrow().lower()).isCloseTo(-21.913, within(1e-3));
      assertThat(nps.interval().orElseThrow().upper()).isCloseTo(71.913, within(1e-3));
    }
  }

  @Nested
  class Activities {
    @Test
    void areCreditedToWhoeverDidThem() {
      business
          .deal("ana", "2026-01-05")
          .activity("2026-01-06", "bo", ActivityKind.CALL)
          .activity("2026-01-07", "ana", ActivityKind.VISIT)
          .activity("2026-04-07", "ana", ActivityKind.VISIT);
      assertThat(of(Kpis.ACTIVITY_COUNT, "ana")).isEqualTo(Measure.of(1, Unit.COUNT, 1));
      assertThat(of(Kpis.ACTIVITY_COUNT, "bo")).isEqualTo(Measure.of(1, Unit.COUNT, 1));
      assertThat(of(Kpis.ACTIVITY_COUNT, "cy")).isEqualTo(Measure.of(0, Unit.COUNT, 0));
    }

    @Test
    void areCountedForSomebodyWhoIsNowhereListed() {
      business.deal("ana", "2026-01-05").activity("2026-01-06", "assistant", ActivityKind.CALL);
      assertThat(of(Kpis.ACTIVITY_COUNT, "assistant").value()).isEqualTo(1);
    }

    @Test
    void areUnknownWhereNoneIsRecorded() {
      business.won("ana", "2026-02-01", 100);
      assertThat(of(Kpis.ACTIVITY_COUNT, "ana"))
          .isEqualTo(Measure.noData(Unit.COUNT, 0, NoData.NOT_RECORDED));
    }
  }
}
