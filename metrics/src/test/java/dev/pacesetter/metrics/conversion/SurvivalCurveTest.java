package dev.pacesetter.metrics.conversion;

import static dev.pacesetter.metrics.conversion.End.LOST;
import static dev.pacesetter.metrics.conversion.End.OPEN;
import static dev.pacesetter.metrics.conversion.End.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurvivalCurveTest {
  static List<Golden> curves() {
    return Golden.of("survival", "kaplan_meier");
  }

  static List<Golden> lateEntries() {
    return Golden.of("survival", "kaplan_meier_left_truncated");
  }

  static List<Golden> ages() {
    return Golden.of("survival", "survival_at");
  }

  static List<Golden> hazards() {
    return Golden.of("survival", "nelson_aalen");
  }

  static List<Golden> quantiles() {
    return Golden.of("survival", "quantile");
  }

  static List<Golden> restrictedMeans() {
    return Golden.of("survival", "restricted_mean");
  }

  @ParameterizedTest
  @MethodSource("curves")
  void agreesWithTheGoldenCurves(Golden golden) {
    SurvivalCurve curve =
        SurvivalCurve.of(Observation.table(golden.in("time"), golden.in("event")))
            .withConfidence(golden.in("confidence").asDouble());
    LifeTable table = curve.table();

    assertRows(golden, curve);
    for (int row = 0; row < table.rows(); row++) {
      assertThat(table.count(OPEN, row)).isEqualTo(golden.out("nCensor").get(row).asLong());
      assertLimits(golden, "logLog", curve, row);
      assertLimits(golden, "log", curve.with(SurvivalInterval.LOG), row);
    }
  }

  @ParameterizedTest
  @MethodSource("lateEntries")
  void agreesWithTheGoldenCurvesOfThoseWhoEnteredLate(Golden golden) {
    byte[] ends = Observation.codes(golden.in("event"));
    LifeTable days =
        LifeTable.ofDays(
            Golden.doubles(golden.in("entry")), Golden.doubles(golden.in("exit")), ends);
    LifeTable ticks =
        LifeTable.ofTicks(
            1,
            Golden.longs(golden.in("entry")),
            Golden.longs(golden.in("exit")),
            ends,
            ends.length);

    assertRows(golden, SurvivalCurve.of(days));
    assertRows(golden, SurvivalCurve.of(ticks));
  }

  private static void assertRows(Golden golden, SurvivalCurve curve) {
    LifeTable table = curve.table();
    assertThat(table.rows()).as("%s: rows", golden).isEqualTo(golden.out("time").size());
    for (int row = 0; row < table.rows(); row++) {
      golden.assertClose("time", table.days(row), golden.out("time").get(row));
      assertThat(table.atRisk(row)).isEqualTo(golden.out("nRisk").get(row).asLong());
      assertThat(table.count(WON, row)).isEqualTo(golden.out("nEvent").get(row).asLong());
      golden.assertClose("survival", curve.survival(row), golden.out("survival").get(row));
      assertClose(
          golden, "variance", curve.variance(row), golden.out("greenwoodVariance").get(row));
    }
  }

  private static void assertLimits(Golden golden, String kind, SurvivalCurve curve, int row) {
    Optional<Interval> interval = curve.interval(row);
    JsonNode lower = golden.out(kind + "Lower").get(row);
    JsonNode upper = golden.out(kind + "Upper").get(row);
    assertThat(interval.isPresent()).isEqualTo(!lower.isNull()).isEqualTo(!upper.isNull());
    if (interval.isPresent()) {
      golden.assertClose(kind + " lower", interval.get().lower(), lower);
      golden.assertClose(kind + " upper", interval.get().upper(), upper);
    }
  }

  private static void assertClose(
      Golden golden, String what, OptionalDouble actual, JsonNode expected) {
    assertThat(actual.isPresent()).as("%s: %s", golden, what).isEqualTo(!expected.isNull());
    if (actual.isPresent()) {
      golden.assertClose(what, actual.getAsDouble(), expected);
    }
  }

  @ParameterizedTest
  @MethodSource("ages")
  void agreesWithTheGoldenSharesAtAnyAge(Golden golden) {
    SurvivalCurve curve =
        SurvivalCurve.of(Observation.table(golden.in("time"), golden.in("event")));
    for (int i = 0; i < golden.in("at").size(); i++) {
      double age = golden.in("at").get(i).asDouble();

      golden.assertClose("at", curve.at(age).value(), golden.out("survival").get(i));
      assertThat(curve.table().isBeyondFollowUp(age))
          .isEqualTo(golden.out("beyondFollowUp").get(i).asBoolean());
    }
  }

  @ParameterizedTest
  @MethodSource("hazards")
  void agreesWithTheGoldenHazards(Golden golden) {
    SurvivalCurve curve =
        SurvivalCurve.of(Observation.table(golden.in("time"), golden.in("event")));
    for (int row = 0; row < golden.out("time").size(); row++) {
      golden.assertClose(
          "hazard", curve.cumulativeHazard(row), golden.out("cumulativeHazard").get(row));
      golden.assertClose(
          "variance", curve.cumulativeHazardVariance(row), golden.out("variance").get(row));
    }
  }

  @ParameterizedTest
  @MethodSource("quantiles")
  void agreesWithTheGoldenQuantilesAndTheirLimits(Golden golden) {
    SurvivalCurve curve =
        SurvivalCurve.of(Observation.table(golden.in("time"), golden.in("event")))
            .withConfidence(golden.in("confidence").asDouble());
    for (int i = 0; i < golden.in("probs").size(); i++) {
      double p = golden.in("probs").get(i).asDouble();
      Measure quantile = curve.quantile(p);

      assertClose(
          golden,
          "quantile",
          quantile.isPresent() ? OptionalDouble.of(quantile.value()) : OptionalDouble.empty(),
          golden.out("quantile").get(i));
      assertClose(golden, "lower", curve.quantileLower(p), golden.out("lower").get(i));
      assertClose(golden, "upper", curve.quantileUpper(p), golden.out("upper").get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("restrictedMeans")
  void agreesWithTheGoldenRestrictedMeans(Golden golden) {
    SurvivalCurve curve =
        SurvivalCurve.of(Observation.table(golden.in("time"), golden.in("event")));
    double tau = golden.in("tau").asDouble();

    golden.assertClose("mean", curve.restrictedMean(tau).value(), golden.out("rmst"));
    assertClose(golden, "error", curve.restrictedMeanError(tau), golden.out("standardError"));
  }

  /** Ended after 10 and 30 days, last seen open after 20 and 40: S is 3/4, then 3/8. */
  private static SurvivalCurve small() {
    return SurvivalCurve.of(
        LifeTable.ofDays(
            new double[] {10, 20, 30, 40},
            new byte[] {WON.code(), OPEN.code(), LOST.code(), OPEN.code()}));
  }

  @Test
  void dropsAtTheAgeItself() {
    assertThat(small().at(9.99)).isEqualTo(Measure.of(1, Unit.RATIO, 4));
    assertThat(small().at(10).value()).isEqualTo(0.75);
    assertThat(small().at(29.99).value()).isEqualTo(0.75);
    assertThat(small().at(30).value()).isEqualTo(0.375);
  }

  @Test
  void repeatsTheLastValueBeyondFollowUp() {
    assertThat(small().at(Double.POSITIVE_INFINITY)).isEqualTo(small().at(40));
    assertThat(small().table().isBeyondFollowUp(40)).isFalse();
    assertThat(small().table().isBeyondFollowUp(40.01)).isTrue();
  }

  @Test
  void aQuantileHasNoIntervalWhereOneLimitIsNotReached() {
    Measure median = small().quantile(0.5);

    assertThat(median).isEqualTo(Measure.of(30, Unit.DAYS, 4));
    assertThat(small().quantileLower(0.5)).hasValue(10);
    assertThat(small().quantileUpper(0.5)).isEmpty();
  }

  @Test
  void aQuantileHasAnIntervalWhereBothLimitsAreReached() {
    // R 4.2.2: quantile(survfit(Surv(1:20, rep(1, 20)) ~ 1, conf.type = "log-log"), 0.5)
    long[] days = new long[20];
    byte[] ends = new byte[20];
    for (int i = 0; i < days.length; i++) {
      days[i] = i + 1L;
      ends[i] = WON.code();
    }

    assertThat(SurvivalCurve.of(LifeTable.ofTicks(1, days, ends, 20)).quantile(0.5))
        .isEqualTo(Measure.of(10.5, Unit.DAYS, 20).withInterval(new Interval(5, 15, 0.95)));
  }

  @Test
  void theRestrictedMeanCarriesItsIntervalWithinItsRange() {
    // area 10 + 0.75·20 + 0.375·10 = 28.75; A is 18.75 at 10 days and 3.75 at 30
    // se² = 18.75²·1/(4·3) + 3.75²·1/(2·1) = 36.328125
    Measure mean = small().withConfidence(0.5).restrictedMean(40);

    assertThat(mean.value()).isEqualTo(28.75);
    assertThat(small().restrictedMeanError(40).getAsDouble())
        .isCloseTo(Math.sqrt(36.328125), within(1e-12));
    // two ends: qt(0.75, 1) = 1, and the error of a sample is √2 times as large
    assertThat(mean.interval().orElseThrow().upper())
        .isCloseTo(28.75 + Math.sqrt(2 * 36.328125), within(1e-6));
    assertThat(small().restrictedMean(40).interval().orElseThrow().upper()).isEqualTo(40);
  }

  @Test
  void theRestrictedMeanGoesBeyondFollowUpOnlyWhenNobodyIsOpen() {
    SurvivalCurve allEnded =
        SurvivalCurve.of(
            LifeTable.ofDays(new double[] {2, 4}, new byte[] {WON.code(), LOST.code()}));

    assertThat(allEnded.restrictedMean(100).value()).isEqualTo(3);
    assertThat(small().restrictedMean(41)).isEqualTo(Measure.noData(Unit.DAYS, 4, NoData.TOO_FEW));
    assertThat(small().restrictedMeanError(41)).isEmpty();
  }

  @Test
  void millisecondsAreAnsweredInDays() {
    long day = 86_400_000;
    byte[] won = {WON.code(), WON.code(), OPEN.code()};
    SurvivalCurve curve =
        SurvivalCurve.of(LifeTable.ofTicks(day, new long[] {day / 2, 3 * day, 4 * day}, won, 3));

    assertThat(curve.at(0.5).value()).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(curve.quantile(0.5).value()).isEqualTo(3);
  }

  @Nested
  class WithoutMuchToSee {
    @Test
    void nothingObservedIsNoData() {
      SurvivalCurve none = SurvivalCurve.of(LifeTable.ofDays(new double[0], new byte[0]));

      assertThat(none.at(5)).isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
      assertThat(none.quantile(0.5))
          .isEqualTo(Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED));
      assertThat(none.restrictedMean(5)).isEqualTo(none.quantile(0.5));
      assertThat(none.restrictedMeanError(5)).isEmpty();
      assertThat(none.quantileLower(0.5)).isEmpty();
      assertThat(none.table().isBeyondFollowUp(0)).isTrue();
    }

    @Test
    void allStillOpenIsAShareOfOneWithoutInterval() {
      SurvivalCurve open =
          SurvivalCurve.of(LifeTable.ofDays(new double[] {3, 7}, new byte[] {0, 0}));

      assertThat(open.at(7)).isEqualTo(Measure.of(1, Unit.RATIO, 2));
      assertThat(open.quantile(0.01)).isEqualTo(Measure.noData(Unit.DAYS, 2, NoData.TOO_FEW));
      assertThat(open.restrictedMean(5)).isEqualTo(Measure.of(5, Unit.DAYS, 2));
      assertThat(open.cumulativeHazard(1)).isZero();
    }

    @Test
    void allEndedAtOnceIsAStepToZeroWithoutInterval() {
      SurvivalCurve tied =
          SurvivalCurve.of(LifeTable.ofDays(new double[] {4, 4, 4}, new byte[] {1, 2, 1}));

      assertThat(tied.at(4)).isEqualTo(Measure.of(0, Unit.RATIO, 3));
      assertThat(tied.variance(0)).isEmpty();
      assertThat(tied.quantile(0.5)).isEqualTo(Measure.of(4, Unit.DAYS, 3));
      assertThat(tied.restrictedMean(9)).isEqualTo(Measure.of(4, Unit.DAYS, 3));
    }

    @Test
    void oneObservationHasAMedianOnlyWhenItEnded() {
      SurvivalCurve won = SurvivalCurve.of(LifeTable.ofDays(new double[] {7}, new byte[] {1}));
      SurvivalCurve open = SurvivalCurve.of(LifeTable.ofDays(new double[] {7}, new byte[] {0}));

      assertThat(won.quantile(0.5)).isEqualTo(Measure.of(7, Unit.DAYS, 1));
      assertThat(open.quantile(0.5)).isEqualTo(Measure.noData(Unit.DAYS, 1, NoData.TOO_FEW));
    }

    @Test
    void aQuantileSmallerThanTheSlackIsStillTheFirstEnd() {
      LifeTable table =
          LifeTable.ofCounts(
              1, new long[] {1, 2}, new long[] {0, 500}, new long[2], new long[] {10, 500});

      assertThat(SurvivalCurve.of(table).quantile(1e-9).value()).isEqualTo(2);
    }
  }

  @Nested
  class Refuses {
    @Test
    void aLevelShareOrAgeThatIsNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> small().withConfidence(95))
          .withMessageContaining("confidence is 95.0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> small().quantile(1))
          .withMessageContaining("quantile is 1.0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> small().at(Double.NaN))
          .withMessageContaining("age is NaN");
      assertThatIllegalArgumentException().isThrownBy(() -> small().at(-1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> small().restrictedMean(0))
          .withMessageContaining("restricted to 0.0 days");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> small().restrictedMean(Double.POSITIVE_INFINITY));
    }
  }
}
