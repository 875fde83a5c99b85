package dev.pacesetter.metrics.conversion;

import static dev.pacesetter.metrics.conversion.End.LOST;
import static dev.pacesetter.metrics.conversion.End.OPEN;
import static dev.pacesetter.metrics.conversion.End.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CurveProperties {
  @Provide
  Arbitrary<List<Observation>> observations() {
    return Observation.lists();
  }

  @Property
  void theOrderOfTheObservationsChangesNothing(
      @ForAll("observations") List<Observation> observations, @ForAll long seed) {
    List<Observation> shuffled = new ArrayList<>(observations);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Observation.table(shuffled)).isEqualTo(Observation.table(observations));
  }

  @Property
  void theTablesOfPartsAddUpToTheTableOfTheWhole(
      @ForAll("observations") List<Observation> one,
      @ForAll("observations") List<Observation> two) {
    List<Observation> all = new ArrayList<>(one);
    all.addAll(two);
    LifeTable whole = Observation.table(all);
    LifeTable sum = Observation.table(one).plus(Observation.table(two));

    assertThat(sum).isEqualTo(whole);
    assertThat(Observation.table(two).plus(Observation.table(one))).isEqualTo(whole);
    for (int row = 0; row < whole.rows(); row++) {
      assertThat(sum.atRisk(row)).isEqualTo(whole.atRisk(row));
      assertThat(SurvivalCurve.of(sum).survival(row))
          .isEqualTo(SurvivalCurve.of(whole).survival(row));
    }
  }

  @Property
  void theTablesOfThoseWhoEnteredLateAddUpToo(
      @ForAll("observations") List<Observation> one,
      @ForAll("observations") List<Observation> two) {
    List<Observation> all = new ArrayList<>(one);
    all.addAll(two);

    assertThat(late(one).plus(late(two))).isEqualTo(late(all));
    assertThat(late(one).plus(late(two)).n()).isEqualTo(all.size());
  }

  /** Everybody entered at half the age at which observation ended. */
  private static LifeTable late(List<Observation> observations) {
    long[] ends = Observation.days(observations);
    long[] entries = new long[ends.length];
    for (int i = 0; i < ends.length; i++) {
      entries[i] = ends[i] / 2;
      ends[i]++;
    }
    return LifeTable.ofTicks(1, entries, ends, Observation.ends(observations), ends.length);
  }

  @Property
  void fractionsOfADayAndTicksMakeTheSameCurve(
      @ForAll("observations") List<Observation> observations) {
    double[] days = new double[observations.size()];
    for (int i = 0; i < days.length; i++) {
      days[i] = observations.get(i).days();
    }
    SurvivalCurve ticks = SurvivalCurve.of(Observation.table(observations));
    SurvivalCurve fractions =
        SurvivalCurve.of(LifeTable.ofDays(days, Observation.ends(observations)));
    for (int day = 0; day <= 21; day++) {
      assertThat(fractions.at(day)).isEqualTo(ticks.at(day));
    }
  }

  @Property
  void theShareStillOpenFallsFromOneToZeroAtTheMost(
      @ForAll("observations") List<Observation> observations) {
    assertFalls(SurvivalCurve.of(Observation.table(observations)));
    assertFalls(SurvivalCurve.of(late(observations)));
  }

  private static void assertFalls(SurvivalCurve curve) {
    double before = 1;
    for (int row = 0; row < curve.table().rows(); row++) {
      assertThat(curve.survival(row)).isBetween(0.0, before);
      before = curve.survival(row);
    }
  }

  @Property
  void wonLostAndOpenAddUpToOneAtEveryAge(@ForAll("observations") List<Observation> observations) {
    for (LifeTable table : List.of(Observation.table(observations), late(observations))) {
      CumulativeIncidence curves = CumulativeIncidence.of(table);
      for (int row = 0; row < table.rows(); row++) {
        double won = curves.share(WON, row);
        double lost = curves.share(LOST, row);
        assertThat(won).isBetween(row == 0 ? 0 : curves.share(WON, row - 1), 1.0);
        assertThat(lost).isBetween(row == 0 ? 0 : curves.share(LOST, row - 1), 1.0);
        assertThat(won + lost + curves.share(OPEN, row)).isCloseTo(1, within(1e-13));
        assertThat(curves.share(OPEN, row)).isEqualTo(SurvivalCurve.of(table).survival(row));
      }
    }
  }

  @Property
  void nothingLostMakesTheShareWonOneMinusTheShareOpen(
      @ForAll("observations") List<Observation> observations) {
    LifeTable table =
        Observation.table(
            observations.stream()
                .map(o -> new Observation(o.days(), o.end() == LOST ? WON : o.end()))
                .toList());
    SurvivalCurve curve = SurvivalCurve.of(table);
    CumulativeIncidence curves = CumulativeIncidence.of(table);
    for (int row = 0; row < table.rows(); row++) {
      assertThat(curves.share(WON, row)).isCloseTo(1 - curve.survival(row), within(1e-13));
      assertThat(curves.variance(WON, row)).isCloseTo(curve.variance(row).orElse(0), within(1e-13));
      Optional<Interval> won = curves.interval(WON, row);
      Optional<Interval> open = curve.interval(row);
      assertThat(won.isPresent()).isEqualTo(open.isPresent());
      if (open.isPresent()) {
        assertThat(won.orElseThrow().lower()).isCloseTo(1 - open.get().upper(), within(1e-9));
        assertThat(won.orElseThrow().upper()).isCloseTo(1 - open.get().lower(), within(1e-9));
      }
    }
  }

  @Property
  void withoutOpenDealsTheSharesAreThoseOfCounts(
      @ForAll("observations") List<Observation> observations) {
    List<Observation> closed = observations.stream().filter(o -> o.end() != OPEN).toList();
    CumulativeIncidence curves = CumulativeIncidence.of(Observation.table(closed));
    double n = closed.size();
    for (int day = 0; day <= 20 && n > 0; day++) {
      int age = day;
      double share = closed.stream().filter(o -> o.end() == WON && o.days() <= age).count() / n;
      int row = curves.table().rowAt(day);

      assertThat(curves.at(WON, day).value()).isCloseTo(share, within(1e-13));
      if (row >= 0) {
        assertThat(curves.variance(WON, row)).isCloseTo(share * (1 - share) / n, within(1e-13));
      }
    }
  }

  @Property
  void intervalsContainTheirEstimateAndStayWithinZeroAndOne(
      @ForAll("observations") List<Observation> observations,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
    LifeTable table = Observation.table(observations);
    CumulativeIncidence curves = CumulativeIncidence.of(table).withConfidence(confidence);
    SurvivalCurve curve = SurvivalCurve.of(table).withConfidence(confidence);
    for (int day = 0; day <= 21; day++) {
      for (End end : End.values()) {
        assertContains(curves.at(end, day), 1);
      }
      assertContains(curve.at(day), 1);
      assertContains(curve.with(SurvivalInterval.LOG).at(day), 1);
      if (day > 0) {
        assertContains(curve.restrictedMean(day), day);
      }
    }
  }

  private static void assertContains(Measure measure, double largest) {
    if (measure.isPresent()) {
      assertThat(measure.value()).isBetween(0.0, largest);
      measure
          .interval()
          .ifPresent(
              interval -> {
                assertThat(interval.contains(measure.value())).as("%s", measure).isTrue();
                assertThat(interval.lower()).isBetween(0.0, largest);
                assertThat(interval.upper()).isBetween(0.0, largest);
              });
    }
  }

  @Property
  void quantilesInvertTheirCurves(
      @ForAll("observations") List<Observation> observations,
      @ForAll @IntRange(min = 1, max = 99) int percent) {
    LifeTable table = Observation.table(observations);
    SurvivalCurve curve = SurvivalCurve.of(table);
    CumulativeIncidence curves = CumulativeIncidence.of(table);
    double p = percent / 100.0;

    Measure ended = curve.quantile(p);
    if (ended.isPresent()) {
      assertThat(curve.at(ended.value()).value()).isLessThanOrEqualTo(1 - p + 1e-7);
      assertContains(ended, 20);
    } else {
      assertThat(table.n() == 0 || curve.at(20).value() > 1 - p).isTrue();
    }
    for (End end : List.of(WON, LOST)) {
      Measure quantile = curves.quantile(end, p);
      if (quantile.isPresent()) {
        assertThat(curves.at(end, quantile.value()).value()).isGreaterThanOrEqualTo(p - 1e-12);
        assertThat(curves.at(end, Math.max(0, quantile.value() - 1e-9)).value())
            .satisfies(before -> assertThat(before < p || quantile.value() == 0).isTrue());
        assertContains(quantile, 20);
      } else {
        assertThat(table.n() == 0 || curves.at(end, 20).value() < p).isTrue();
      }
    }
  }

  @Property
  void theChanceGivenTheAgeIsTheRestOfTheCurveOfThoseStillOpen(
      @ForAll("observations") List<Observation> observations,
      @ForAll @IntRange(min = 0, max = 20) int age) {
    CumulativeIncidence curves = CumulativeIncidence.of(Observation.table(observations));
    Measure later = curves.givenOpenAt(age).at(WON, 20);
    if (later.isPresent()) {
      double reached = curves.at(WON, age).value();
      assertThat(later.value() * curves.at(OPEN, age).value() + reached)
          .isCloseTo(curves.at(WON, 20).value(), within(1e-12));
    } else {
      assertThat(observations).noneMatch(o -> o.days() > age);
    }
  }
}
