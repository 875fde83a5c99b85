package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Unit;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EffectProperties {
  /** People with figures in two or more periods each; everybody also once before and after. */
  private static final class Rows {
    final int[] person;
    final boolean[] trained;
    final boolean[] after;
    final double[] outcome;

    Rows(int people, long seed, double trend, boolean shuffled) {
      SplittableRandom random = new SplittableRandom(seed);
      int rows = people * 4;
      person = new int[rows];
      trained = new boolean[rows];
      after = new boolean[rows];
      outcome = new double[rows];
      int[] place = new int[rows];
      for (int i = 0; i < rows; i++) {
        place[i] = i;
      }
      if (shuffled) {
        SplittableRandom shuffle = new SplittableRandom(seed + 1);
        for (int i = rows - 1; i > 0; i--) {
          int j = shuffle.nextInt(i + 1);
          int swapped = place[i];
          place[i] = place[j];
          place[j] = swapped;
        }
      }
      for (int i = 0; i < rows; i++) {
        int at = place[i];
        person[at] = i / 4 * 7 - 3;
        trained[at] = i / 4 % 2 == 0;
        after[at] = i % 2 == 1;
        outcome[at] = random.nextInt(1_000) / 8.0 + (after[at] ? trend : 0);
      }
    }

    Effect effect() {
      return DifferenceInDifferences.of(Unit.MONEY, person, trained, after, outcome).effect();
    }
  }

  @Property
  void theOrderOfRowsChangesNotASingleBit(
      @ForAll @IntRange(min = 2, max = 12) int people, @ForAll long seed) {
    Effect effect = new Rows(people, seed, 0, false).effect();
    Effect shuffled = new Rows(people, seed, 0, true).effect();

    assertThat(shuffled.estimate()).isEqualTo(effect.estimate());
    assertThat(shuffled.standardError()).isEqualTo(effect.standardError());
  }

  @Property
  void whatChangesForEverybodyIsNoEffect(
      @ForAll @IntRange(min = 4, max = 12) int people,
      @ForAll long seed,
      @ForAll @IntRange(min = -1000, max = 1000) int trend) {
    Effect without = new Rows(people, seed, 0, false).effect();
    Effect with = new Rows(people, seed, trend, false).effect();

    assertThat(with.estimate().value()).isEqualTo(without.estimate().value(), within(1e-9));
    assertThat(with.standardError().isPresent()).isEqualTo(without.standardError().isPresent());
  }

  @Property
  void aStagedRolloutIsBlindToPersonAndPeriod(
      @ForAll @IntRange(min = 6, max = 12) int people, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] plain = new double[people][5];
    double[][] moved = new double[people][5];
    int[] trainedIn = new int[people];
    double[] periods = random.doubles(5, -50, 50).toArray();
    for (int person = 0; person < people; person++) {
      trainedIn[person] = new int[] {1, 3, StagedRollout.NEVER}[person % 3];
      double level = random.nextDouble() * 100;
      for (int period = 0; period < 5; period++) {
        plain[person][period] = random.nextDouble() * 10;
        moved[person][period] = plain[person][period] + level + periods[period];
      }
    }
    Effect effect = StagedRollout.of(Unit.SCORE, plain, trainedIn).effect();
    Effect other = StagedRollout.of(Unit.SCORE, moved, trainedIn).effect();

    assertThat(other.estimate().value()).isEqualTo(effect.estimate().value(), within(1e-9));
    assertThat(other.standardError().orElseThrow())
        .isEqualTo(effect.standardError().orElseThrow(), within(1e-9));
  }

  @Property
  void anEffectAddedToTheTrainedIsFound(
      @ForAll @IntRange(min = 4, max = 30) int people,
      @ForAll long seed,
      @ForAll @IntRange(min = -100, max = 100) int effect) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] trained = new boolean[people];
    double[] before = new double[people];
    double[] none = new double[people];
    double[] some = new double[people];
    for (int i = 0; i < people; i++) {
      trained[i] = i % 2 == 0;
      before[i] = 20; // so that nothing is adjusted and the effect is additive
      none[i] = random.nextDouble() * 10;
      some[i] = none[i] + (trained[i] ? effect : 0);
    }
    double base = Cuped.of(Unit.SCORE, trained, before, none).adjusted().estimate().value();

    assertThat(Cuped.of(Unit.SCORE, trained, before, some).adjusted().estimate().value())
        .isEqualTo(base + effect, within(1e-9));
    assertThat(PairedChange.of(Unit.SCORE, none, some).change().estimate().value())
        .isEqualTo(effect * ((people + 1) / 2) / (double) people, within(1e-9));
  }

  @Property
  void lookingTheOtherWayTurnsTheSign(
      @ForAll @IntRange(min = 3, max = 30) int people, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] before = random.doubles(people, 0, 10).toArray();
    double[] after = random.doubles(people, 0, 10).toArray();
    PairedChange there = PairedChange.of(Unit.SCORE, before, after);
    PairedChange back = PairedChange.of(Unit.SCORE, after, before);

    assertThat(back.change().estimate().value())
        .isEqualTo(-there.change().estimate().value(), within(1e-12));
    assertThat(back.change().pValue().orElseThrow())
        .isEqualTo(there.change().pValue().orElseThrow(), within(1e-12));
    assertThat(back.signedRankPValue().orElseThrow())
        .isEqualTo(there.signedRankPValue().orElseThrow(), within(1e-12));
  }
}
