package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Booleans;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often intervals hold the truth and effects are seen, where the truth is known. */
@Tag("simulation")
class EffectSimulation {
  private static final int RUNS = 10_000;
  private static final double EFFECT = 4;

  /** A share of 95 % in so many runs strays by 0.65 points at three standard errors. */
  private static final double POINTS = 0.015;

  /** Ten periods' worth of a person: a level, and chance that differs by period. */
  private static double[] person(Random random, int periods) {
    double level = 50 + 8 * random.nextGaussian();
    double[] figures = new double[periods];
    for (int period = 0; period < periods; period++) {
      figures[period] = level + 6 * random.nextGaussian();
    }
    return figures;
  }

  /** How many rows a person has before and after. */
  private enum Rows {
    THREE_EACH {
      @Override
      int before(Random random, int who) {
        return 3;
      }

      @Override
      int after(Random random, int who) {
        return 3;
      }
    },
    ONE_TO_SIX {
      @Override
      int before(Random random, int who) {
        return 1 + random.nextInt(6);
      }

      @Override
      int after(Random random, int who) {
        return 1 + random.nextInt(6);
      }
    },
    MANY_OF_ONE_PERSON_A_GROUP {
      @Override
      int before(Random random, int who) {
        return who == 0 ? 12 : 1 + random.nextInt(3);
      }

      @Override
      int after(Random random, int who) {
        return who == 0 ? 12 : 1 + random.nextInt(3);
      }
    },
    SOME_COME_AND_SOME_GO {
      @Override
      int before(Random random, int who) {
        return who % 5 == 3 ? 0 : 1 + random.nextInt(6);
      }

      @Override
      int after(Random random, int who) {
        return who % 5 == 4 ? 0 : 1 + random.nextInt(6);
      }
    };

    abstract int before(Random random, int who);

    abstract int after(Random random, int who);
  }

  private static DifferenceInDifferences did(
      Random random, int trained, int untrained, IntFunction<int[]> beforeAndAfter) {
    IntStream.Builder person = IntStream.builder();
    List<Boolean> isTrained = new ArrayList<>();
    List<Boolean> isAfter = new ArrayList<>();
    DoubleStream.Builder outcome = DoubleStream.builder();
    for (int who = 0; who < trained + untrained; who++) {
      int[] rows = beforeAndAfter.apply(who < trained ? who : who - trained);
      double[] figures = person(random, rows[0] + rows[1]);
      for (int row = 0; row < figures.length; row++) {
        boolean after = row >= rows[0];
        person.add(who);
        isTrained.add(who < trained);
        isAfter.add(after);
        outcome.add(figures[row] + (after ? who < trained ? 3 + EFFECT : 3 : 0));
      }
    }
    return DifferenceInDifferences.of(
        Unit.SCORE,
        person.build().toArray(),
        Booleans.toArray(isTrained),
        Booleans.toArray(isAfter),
        outcome.build().toArray());
  }

  @ParameterizedTest
  @EnumSource
  void aDifferenceInDifferencesHoldsTheEffect(Rows rows) {
    print("difference in differences, " + rows, "coverage of 95 %, with CR1 errors");
    int[][] designs = {
      {40, 40}, {20, 20}, {10, 10}, {5, 5}, {3, 3}, {2, 2}, {10, 40}, {5, 40}, {40, 5}, {3, 40},
      {2, 40}
    };
    for (int[] people : designs) {
      Random random = new Random(1);
      int held = 0;
      int textbook = 0;
      for (int run = 0; run < RUNS; run++) {
        DifferenceInDifferences did =
            did(
                random,
                people[0],
                people[1],
                who -> new int[] {rows.before(random, who), rows.after(random, who)});
        held += holds(did.effect()) ? 1 : 0;
        textbook += holds(did.withTextbookErrors().effect()) ? 1 : 0;
      }
      double coverage = (double) held / RUNS;
      print(
          people[0] + " trained, " + people[1] + " not",
          String.format(Locale.ROOT, "%.4f, %.4f", coverage, (double) textbook / RUNS));
      // rows that differ in number leave less to judge from than was assumed, never more
      assertThat(coverage)
          .isBetween(0.95 - POINTS, rows == Rows.THREE_EACH && people[0] >= 5 ? 0.95 + POINTS : 1);
    }
  }

  @Test
  void powerIsAsComputed() {
    print("power", "computed, simulated");
    for (int[] people : new int[][] {{20, 20}, {10, 40}}) {
      for (int periods : new int[] {1, 3, 6}) {
        StudyDesign design = new StudyDesign(people[0], people[1], periods, periods, 10, 0.64);
        Random random = new Random(2);
        int seen = 0;
        for (int run = 0; run < RUNS; run++) {
          Effect effect =
              did(random, people[0], people[1], who -> new int[] {periods, periods}).effect();
          seen += effect.pValue().orElseThrow() <= 0.05 ? 1 : 0;
        }
        double simulated = (double) seen / RUNS;
        double computed = design.power(EFFECT, 0.05);
        print(
            people[0] + " against " + people[1] + ", " + periods + " periods before and after",
            String.format(Locale.ROOT, "%.3f, %.3f", computed, simulated));
        assertThat(simulated).isEqualTo(computed, within(0.02));
      }
    }
  }

  @Test
  void cupedHoldsTheEffectInANarrowerInterval() {
    print("figures before taken into account", "coverage of 95 %, width beside plain");
    for (int half : new int[] {10, 30}) {
      Random random = new Random(3);
      int held = 0;
      double width = 0;
      double plain = 0;
      for (int run = 0; run < RUNS; run++) {
        boolean[] trained = new boolean[2 * half];
        double[] before = new double[2 * half];
        double[] after = new double[2 * half];
        for (int i = 0; i < trained.length; i++) {
          double[] figures = person(random, 2);
          trained[i] = i < half;
          before[i] = figures[0];
          after[i] = figures[1] + (trained[i] ? EFFECT : 0);
        }
        Cuped cuped = Cuped.of(Unit.SCORE, trained, before, after);
        held += holds(cuped.adjusted()) ? 1 : 0;
        width += cuped.adjusted().estimate().interval().orElseThrow().width();
        plain += cuped.unadjusted().estimate().interval().orElseThrow().width();
      }
      double coverage = (double) held / RUNS;
      print(
          half + " in each group",
          String.format(Locale.ROOT, "%.4f, %.2f", coverage, width / plain));
      assertThat(coverage).isEqualTo(0.95, within(POINTS));
      assertThat(width).isLessThan(plain);
    }
  }

  @Test
  void aPairedChangeHoldsTheEffect() {
    print("the same people before and after", "coverage of 95 %");
    for (int people : new int[] {5, 10, 50}) {
      Random random = new Random(5);
      int held = 0;
      for (int run = 0; run < RUNS; run++) {
        double[] before = new double[people];
        double[] after = new double[people];
        for (int who = 0; who < people; who++) {
          double[] figures = person(random, 2);
          before[who] = figures[0];
          after[who] = figures[1] + EFFECT;
        }
        held += holds(PairedChange.of(Unit.SCORE, before, after).change()) ? 1 : 0;
      }
      double coverage = (double) held / RUNS;
      print(people + " people", String.format(Locale.ROOT, "%.4f", coverage));
      assertThat(coverage).isEqualTo(0.95, within(POINTS));
    }
  }

  @Test
  void aStagedRolloutHoldsTheEffect() {
    print("staged rollout in periods 2, 4, 6 of 8", "coverage of 95 %");
    for (int each : new int[] {5, 10, 20}) {
      Random random = new Random(4);
      int held = 0;
      for (int run = 0; run < RUNS; run++) {
        double[][] outcomes = new double[4 * each][];
        int[] trainedIn = new int[outcomes.length];
        for (int who = 0; who < outcomes.length; who++) {
          outcomes[who] = person(random, 8);
          trainedIn[who] = who % 4 == 3 ? StagedRollout.NEVER : 2 + 2 * (who % 4);
          for (int period = 0; period < 8; period++) {
            outcomes[who][period] += 2 * period + (period >= trainedIn[who] ? EFFECT : 0);
          }
        }
        held += holds(StagedRollout.of(Unit.SCORE, outcomes, trainedIn).effect()) ? 1 : 0;
      }
      double coverage = (double) held / RUNS;
      print(each + " people a stage", coverage);
      assertThat(coverage).isEqualTo(0.95, within(POINTS));
    }
  }

  @Test
  void theLowestRecoverByThemselvesAndTheCorrectionKnowsIt() {
    print("lowest fifth trained to no effect", "coverage of 95 %: raw, given, compared");
    for (int people : new int[] {50, 200}) {
      Random random = new Random(5);
      int raw = 0;
      int given = 0;
      int compared = 0;
      for (int run = 0; run < RUNS; run++) {
        double[][] figures = new double[people][];
        for (int i = 0; i < people; i++) {
          figures[i] = person(random, 2);
        }
        Arrays.sort(figures, (one, other) -> Double.compare(one[0], other[0]));
        int low = people / 5;
        double[] before = column(figures, 0, 0, low);
        double[] after = column(figures, 1, 0, low);
        RegressionToTheMean known = RegressionToTheMean.given(Unit.SCORE, before, after, 50, 0.64);
        RegressionToTheMean estimated =
            RegressionToTheMean.comparedWith(
                Unit.SCORE,
                before,
                after,
                column(figures, 0, low, people),
                column(figures, 1, low, people));
        raw += holds(known.change(), 0) ? 1 : 0;
        given += holds(known.corrected(), 0) ? 1 : 0;
        compared += holds(estimated.corrected(), 0) ? 1 : 0;
      }
      print(
          people + " people",
          String.format(
              Locale.ROOT,
              "%.4f, %.4f, %.4f",
              (double) raw / RUNS,
              (double) given / RUNS,
              (double) compared / RUNS));
      assertThat((double) raw / RUNS).as("the raw change misleads").isLessThan(0.6);
      assertThat((double) given / RUNS).isEqualTo(0.95, within(POINTS));
      assertThat((double) compared / RUNS).isEqualTo(0.95, within(POINTS));
    }
  }

  private static double[] column(double[][] rows, int column, int from, int to) {
    return Arrays.stream(rows, from, to).mapToDouble(row -> row[column]).toArray();
  }

  private static boolean holds(Effect effect) {
    return holds(effect, EFFECT);
  }

  private static boolean holds(Effect effect, double truth) {
    Interval interval = effect.estimate().interval().orElseThrow();
    return interval.contains(truth);
  }

  private static void print(String what, Object figures) {
    System.out.printf(Locale.ROOT, "%-40s %s%n", what, figures);
  }
}
