package dev.pacesetter.metrics.effect;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Arrays;

/**
 * The effect of a training given to one group after another, each compared with people who have not
 * had it yet.
 *
 * <p>For the people {@code g} first trained in period {@code g} and each period {@code t ≥ g},
 *
 * <pre>{@code
 * effect(g, t) = mean of y(t) - y(g-1) over g
 *              - mean of y(t) - y(g-1) over all who are trained after t or never
 * }</pre>
 *
 * and the overall effect is the mean over all {@code (g, t)} that can be compared, weighted by the
 * number of people in {@code g}. A regression on fixed effects would also use people already
 * trained as a comparison, which can turn the sign of an effect that grows with time.
 *
 * <p>Every such effect is a sum of {@code mean over g of h(person)}, {@code h} a fixed combination
 * of a person's periods, the same for all people trained together. Its variance is therefore {@code
 * Σ s²(h)/n} over these groups: people are the units, however their periods depend on each other,
 * and no simulation is needed. Who is in which group counts as given. Degrees of freedom are
 * Satterthwaite's; there is no standard error when a group involved is one person.
 *
 * <p>It assumes that without training all would have changed alike, and that nobody changes in
 * anticipation. {@link #effectAfter} with a negative number puts this to the test.
 *
 * @see <a href="https://doi.org/10.1016/j.jeconom.2020.12.001">Callaway and Sant'Anna (2021)</a>
 */
public final class StagedRollout {
  /** Marks a person who is not trained within the periods. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final Unit unit;
  private final double[][] outcomes; // by person, then by period
  private final int[] trainedIn;
  private final int[] groups; // the periods in which people are first trained, sorted, NEVER last
  private final int[] sizes;
  private final int periods;
  private final double confidence;

  private StagedRollout(
      Unit unit, double[][] outcomes, int[] trainedIn, int periods, double confidence) {
    this.unit = unit;
    this.outcomes = outcomes;
    this.trainedIn = trainedIn;
    this.periods = periods;
    this.confidence = confidence;
    this.groups = Arrays.stream(trainedIn).sorted().distinct().toArray();
    this.sizes = new int[groups.length];
    for (int period : trainedIn) {
      sizes[Arrays.binarySearch(groups, period)]++;
    }
  }

  /**
   * Returns the comparison at 95 % confidence.
   *
   * @param unit what an outcome counts
   * @param outcomes a row of figures for each person, one for each period from 0; all rows of one
   *     length, figures at most 1e100 in magnitude; copied
   * @param trainedIn the first period in which each person counts as trained, or {@link #NEVER};
   *     whoever is trained in period 0 has no figure before and takes no part
   * @return the comparison
   * @throws IllegalArgumentException if there is not one period of training a person, rows differ
   *     in length, a figure is out of range or a period negative
   */
  public static StagedRollout of(Unit unit, double[][] outcomes, int[] trainedIn) {
    checkArgument(
        outcomes.length == trainedIn.length,
        "There are rows of %s people and %s periods of training; there must be one each a person",
        outcomes.length,
        trainedIn.length);
    int periods = outcomes.length == 0 ? 0 : outcomes[0].length;
    double[][] rows = new double[outcomes.length][];
    int[] first = new int[trainedIn.length];
    for (int person = 0; person < rows.length; person++) {
      checkArgument(
          outcomes[person].length == periods,
          "Person %s has %s periods and person 0 has %s; all must have the same",
          person,
          outcomes[person].length,
          periods);
      checkArgument(
          trainedIn[person] >= 0,
          "Person %s is trained in period %s; it must be at least 0",
          person,
          trainedIn[person]);
      Figures.check("Person " + person + " in period", outcomes[person]);
      rows[person] = outcomes[person].clone();
      first[person] = trainedIn[person] >= periods ? NEVER : trainedIn[person];
    }
    return new StagedRollout(unit, rows, first, periods, 0.95);
  }

  /**
   * Returns the comparison with another confidence.
   *
   * @param level the level, strictly between 0 and 1
   * @return the comparison
   * @throws IllegalArgumentException if the level is out of range
   */
  public StagedRollout withConfidence(double level) {
    Confidence.check("Effect confidence", level);
    return new StagedRollout(unit, outcomes, trainedIn, periods, level);
  }

  /**
   * Returns the effect over all groups and all their periods from the training on.
   *
   * @return the weighted mean; no data when nobody can be compared with anybody
   */
  public Effect effect() {
    return weighted((group, period) -> period >= group);
  }

  /**
   * Returns the effect a number of periods after the training began, over all groups.
   *
   * @param since 0 for the first trained period; below -1 for periods before, where there should be
   *     no effect: one that is seen there says that the groups were not alike
   * @return the weighted mean; no data when nobody can be compared, and for -1, which is what all
   *     is compared with
   */
  public Effect effectAfter(int since) {
    return weighted((group, period) -> period - group == since);
  }

  /**
   * Returns the effect on the people trained in one period, in one period.
   *
   * @param trained the first period in which they were trained
   * @param at the period looked at
   * @return the effect; no data when they cannot be compared with anybody
   */
  public Effect effect(int trained, int at) {
    return weighted((group, period) -> group == trained && period == at);
  }

  private interface Choice {
    boolean includes(int group, int period);
  }

  /** A weight for each period of each group, such that the effect is the sum over the means. */
  private Effect weighted(Choice choice) {
    double[][] weights = new double[groups.length][periods];
    boolean[] involved = new boolean[groups.length];
    long total = 0;
    for (int g = 0; g < groups.length; g++) {
      for (int t = 0; t < periods; t++) {
        long controls = controls(g, t);
        if (groups[g] > 0
            && groups[g] != NEVER
            && t != groups[g] - 1
            && controls > 0
            && choice.includes(groups[g], t)) {
          total += sizes[g];
          add(weights, involved, g, t, controls);
        }
      }
    }
    if (total == 0) {
      return Effect.noData(unit, outcomes.length);
    }
    double value = 0;
    long people = 0;
    boolean judged = true;
    Spread spread = Spread.NONE;
    for (int g = 0; g < groups.length; g++) {
      if (involved[g]) {
        double[] combined = combined(g, weights[g], total);
        value += Figures.mean(combined);
        people += sizes[g];
        judged &= sizes[g] >= 2;
        if (judged) {
          spread = spread.plus(Figures.variance(combined) / sizes[g], sizes[g] - 1);
        }
      }
    }
    return judged
        ? Effect.of(
            value,
            unit,
            people,
            Math.sqrt(spread.variance()),
            spread.degreesOfFreedom(),
            Figures.scale(outcomes),
            confidence)
        : Effect.uncertain(value, unit, people);
  }

  /** Others who are trained neither at the period nor at the one everything is compared with. */
  private long controls(int group, int period) {
    long controls = 0;
    for (int other = 0; other < groups.length; other++) {
      controls += isControl(group, period, other) ? sizes[other] : 0;
    }
    return controls;
  }

  private boolean isControl(int group, int period, int other) {
    return other != group && groups[other] > Math.max(period, groups[group] - 1);
  }

  private void add(double[][] weights, boolean[] involved, int group, int period, long controls) {
    int base = groups[group] - 1;
    double weight = sizes[group];
    involved[group] = true;
    weights[group][period] += weight;
    weights[group][base] -= weight;
    for (int other = 0; other < groups.length; other++) {
      if (isControl(group, period, other)) {
        double share = weight * sizes[other] / controls;
        involved[other] = true;
        weights[other][period] -= share;
        weights[other][base] += share;
      }
    }
  }

  private double[] combined(int group, double[] weights, long total) {
    double[] combined = new double[sizes[group]];
    int next = 0;
    for (int person = 0; person < outcomes.length; person++) {
      if (trainedIn[person] == groups[group]) {
        double sum = 0;
        for (int period = 0; period < periods; period++) {
          sum += weights[period] / total * outcomes[person][period];
        }
        combined[next++] = sum;
      }
    }
    return combined;
  }
}
