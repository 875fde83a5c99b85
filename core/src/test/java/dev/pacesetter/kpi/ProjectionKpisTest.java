package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the pipeline is worth, where a period ends, and how evenly it filled, by hand. */
class ProjectionKpisTest {
  private final Business business = Business.small().process("Lead", "Proposal");

  private Measure on(String day, Kpi kpi) {
    return kpi.measure(business.on(day), Scope.company(), business.period("FY2026-Q2"));
  }

  /** Of four deals closed, all once leads, one was won; the two that had a proposal: one. */
  private void history() {
    business.deal("ana", "2026-01-01").stage("2026-01-01", "Lead").lost("2026-01-05", "price");
    business.deal("ana", "2026-01-01").stage("2026-01-01", "Lead").lost("2026-01-05", "price");
    business
        .deal("ana", "2026-01-01")
        .stage("2026-01-01", "Lead")
        .stage("2026-01-02", "Proposal")
        .lost("2026-01-05", "price");
    business
        .deal("ana", "2026-01-01")
        .amount("2026-01-01", 1_000)
        .stage("2026-01-01", "Lead")
        .stage("2026-01-02", "Proposal")
        .won("2026-03-01");
  }

  /** A lead over 800 due in the second quarter, a proposal over 600 due in the third. */
  private void pipeline() {
    business
        .deal("ana", "2026-04-01")
        .amount("2026-04-01", 800)
        .stage("2026-04-01", "Lead")
        .expected("2026-04-01", "2026-06-01");
    business
        .deal("bo", "2026-04-01")
        .amount("2026-04-01", 600)
        .stage("2026-04-01", "Proposal")
        .expected("2026-04-01", "2026-08-01");
  }

  @Nested
  class WeightedPipeline {
    @Test
    void takesTheWinRateOfTheStage() {
      history();
      pipeline();
      assertThat(on("2026-04-30", Kpis.WEIGHTED_PIPELINE).value())
          .as("800 · 1/4 + 600 · 1/2")
          .isEqualTo(500_00);
    }

    @Test
    void takesPercentagesThatAreGiven() {
      pipeline();
      Kpi byPercent = Kpis.weightedPipeline(ImmutableMap.of("Lead", 10, "Proposal", 50));
      assertThat(on("2026-04-30", byPercent).value()).as("80 + 300").isEqualTo(380_00);
      assertThat(byPercent.id()).isEqualTo("pipeline.weighted(Lead=10,Proposal=50)");
      assertThat(Kpis.get(byPercent.id())).isEqualTo(byPercent);
      assertThat(on("2026-04-30", Kpis.weightedPipeline(Map.of("Lead", 10))).value())
          .isEqualTo(80_00);
    }

    @Test
    void refusesPercentagesThatAreNone() {
      for (Map<String, Integer> wrong :
          List.<Map<String, Integer>>of(
              Map.of(), Map.of("Lead", 101), Map.of("a,b", 1), Map.of(" ", 1))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Kpis.weightedPipeline(wrong))
            .withMessageContaining("from 0 to 100");
      }
    }

    @Test
    void isSilentWhereNothingClosed() {
      pipeline();
      assertThat(on("2026-04-30", Kpis.WEIGHTED_PIPELINE).reason())
          .hasValue(NoData.NOTHING_OBSERVED);
    }
  }

  @Nested
  class Projection {
    @Test
    void addsWhatIsDueToWhatIsWon() {
      history();
      pipeline();
      business.won("ana", "2026-04-10", 100);
      // two of five closed deals are won now, but no closed lead or proposal was added
      assertThat(on("2026-04-30", Kpis.PROJECTION).value()).as("100 + 800 · 1/4").isEqualTo(300_00);
      assertThat(on("2026-06-30", Kpis.PROJECTION).value()).as("over").isEqualTo(100_00);
    }

    @Test
    void mayAddWhatUsedToComeUnseen() {
      business.lost("ana", "2025-10-01");
      // half of the days of the fourth quarter over: not in sight, and in sight
      business.deal("ana", "2025-12-01").amount("2025-12-01", 500).won("2025-12-10");
      business
          .deal("ana", "2025-10-05")
          .amount("2025-10-05", 900)
          .expected("2025-10-05", "2025-12-01")
          .won("2025-12-10");
      // too early in the first quarter, and late in it
      business.won("ana", "2026-01-10", 4_000);
      business.won("ana", "2026-03-10", 300);
      business.won("ana", "2026-05-01", 100);
      assertThat(on("2026-05-15", Kpis.PROJECTION_WITH_EXPECTED).value())
          .as("100 + (500 + 300) / 2")
          .isEqualTo(500_00);
      assertThat(on("2026-06-30", Kpis.PROJECTION_WITH_EXPECTED).value()).isEqualTo(100_00);
    }

    @Test
    void mayGoOnAtTheRunRate() {
      business.won("ana", "2026-04-10", 100);
      // 22 of 65 working days: April has 22, the quarter 65
      assertThat(on("2026-04-30", Kpis.PROJECTION_LINEAR).value())
          .isCloseTo(100_00 * 65 / 22.0, within(1e-6));
      assertThat(on("2026-03-31", Kpis.PROJECTION_LINEAR).isPresent()).isFalse();
    }

    @Test
    void isScoredOnceThePeriodIsOver() {
      business.lost("ana", "2026-01-02");
      business.won("ana", "2026-01-01", 60);
      business.won("ana", "2026-04-10", 100);
      // on the eve nothing was due; the first quarter had brought 60 that was not in sight
      assertThat(on("2026-06-30", Kpis.FORECAST_ACCURACY).value()).isCloseTo(0.6, within(1e-12));
      assertThat(on("2026-06-30", Kpis.FORECAST_BIAS).value()).isCloseTo(-0.4, within(1e-12));
      assertThat(on("2026-06-29", Kpis.FORECAST_BIAS).reason()).hasValue(NoData.TOO_FEW);
    }
  }

  @Nested
  class LinearityOfWins {
    @Test
    void tellsTheLastThirdTheWeeksAndTheLag() {
      business.won("ana", "2026-04-01", 100).won("ana", "2026-06-30", 300);
      assertThat(on("2026-06-30", Kpis.LAST_THIRD).value()).isEqualTo(0.75);
      // 100 and 300 in 2 of 13 weeks: Σ(2i - 14)·x(i) / (13 · 400), i = 12 and 13
      assertThat(on("2026-06-30", Kpis.LINEARITY_GINI).value())
          .isCloseTo((10 * 100 + 12 * 300) / (13 * 400.0), within(1e-12));
      // after 12 weeks 60 of the 65 working days are over and a quarter has come
      assertThat(on("2026-06-30", Kpis.LINEARITY_GAP).value())
          .isCloseTo(60 / 65.0 - 0.25, within(1e-12));
    }

    @Test
    void isNotAskedOfAPeriodThatRuns() {
      business.won("ana", "2026-04-01", 100);
      assertThat(on("2026-06-29", Kpis.LAST_THIRD).reason()).hasValue(NoData.TOO_FEW);
    }
  }
}
