package dev.pacesetter.metrics.effect;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What {@link DifferenceInDifferences} will be able to see, asked before a training starts.
 *
 * <p>With {@code a} and {@code b} periods before and after, {@code n} and {@code m} people with and
 * without training, a deviation {@code s} of a person's figure in a period and a correlation {@code
 * r} of two periods of a person, the effect has standard error
 *
 * <pre>{@code s·√((1-r)·(1/a + 1/b)·(1/n + 1/m))}</pre>
 *
 * and the power follows from the noncentral t distribution with the degrees of freedom that Welch's
 * test has where both groups vary alike. It assumes that all pairs of periods correlate alike, and
 * roughly normal means.
 *
 * @param trained the number of people to be trained, from 2 to 10<sup>9</sup>
 * @param untrained the number of people they are compared with, from 2 to 10<sup>9</sup>
 * @param periodsBefore the number of periods before the training, at least 1
 * @param periodsAfter the number of periods after it, at least 1
 * @param deviation the standard deviation of one figure of one person, over people and periods;
 *     from 1e-100 to 1e100
 * @param correlation the correlation of two periods of one person, at least 0 and below 1
 * @see <a href="https://doi.org/10.1002/sim.4780111304">Frison and Pocock (1992)</a>
 */
public record StudyDesign(
    long trained,
    long untrained,
    long periodsBefore,
    long periodsAfter,
    double deviation,
    double correlation) {
  private static final long MOST = 1_000_000_000;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public StudyDesign {
    checkArgument(
        trained >= 2 && untrained >= 2 && trained <= MOST && untrained <= MOST,
        "StudyDesign has %s people to train and %s to compare with; there must be from 2 to"
            + " 1000000000 of each",
        trained,
        untrained);
    checkArgument(
        periodsBefore >= 1 && periodsAfter >= 1,
        "StudyDesign has %s periods before and %s after; there must be 1 or more of each",
        periodsBefore,
        periodsAfter);
    checkArgument(
        deviation >= 1e-100 && deviation <= 1e100,
        "StudyDesign deviation is %s; it must be from 1e-100 to 1e100",
        deviation);
    checkArgument(
        correlation >= 0 && correlation < 1,
        "StudyDesign correlation is %s; it must be at least 0 and below 1",
        correlation);
  }

  /**
   * Returns the design with deviation and correlation as past periods had them.
   *
   * <p>From the analysis of variance by person and period, {@code MB} and {@code ME} the mean
   * squares between people and of the rest and {@code T} the periods: {@code v = max(0,
   * (MB-ME)/T)}, {@code s² = v + ME}, {@code r = v/s²}. What a period changes for everybody is left
   * out, as the comparison removes it.
   *
   * @param history a row of figures for each person, one for each past period; at least two people
   *     and two periods, all rows of one length, figures at most 1e100 in magnitude
   * @param trained the number of people to be trained, from 2 to 10<sup>9</sup>
   * @param untrained the number of people they are compared with, from 2 to 10<sup>9</sup>
   * @param periodsBefore the number of periods before the training, at least 1
   * @param periodsAfter the number of periods after it, at least 1
   * @return the design
   * @throws IllegalArgumentException if a number is out of range, or people differ by the same in
   *     all periods, which leaves no chance to plan for
   * @see "Searle, Casella and McCulloch (1992), Variance Components, 4.2"
   */
  public static StudyDesign basedOn(
      double[][] history, long trained, long untrained, long periodsBefore, long periodsAfter) {
    int people = history.length;
    checkArgument(people >= 2, "The history is of %s people; there must be 2 or more", people);
    int periods = history[0].length;
    checkArgument(periods >= 2, "The history has %s periods; there must be 2 or more", periods);
    double[] byPerson = new double[people];
    for (int person = 0; person < people; person++) {
      checkArgument(
          history[person].length == periods,
          "Person %s has %s periods and person 0 has %s; all must have the same",
          person,
          history[person].length,
          periods);
      Figures.check("Person " + person + " in period", history[person]);
      byPerson[person] = Figures.mean(history[person]);
    }
    double mean = Figures.mean(byPerson);
    double[] squares = new double[people * periods];
    double[] column = new double[people];
    for (int period = 0; period < periods; period++) {
      for (int person = 0; person < people; person++) {
        column[person] = history[person][period];
      }
      double trend = Figures.mean(column) - mean;
      for (int person = 0; person < people; person++) {
        double rest = column[person] - byPerson[person] - trend;
        squares[period * people + person] = rest * rest;
      }
    }
    double within = Figures.sum(squares) / ((people - 1.0) * (periods - 1.0));
    double scale = Figures.scale(history);
    checkArgument(
        Math.sqrt(within) > 1e-13 * scale,
        "The history of %s people over %s periods has no chance variation to plan for;"
            + " people must differ by more in some periods than in others",
        people,
        periods);
    double between = Math.max(0, Figures.variance(byPerson) - within / periods);
    return new StudyDesign(
        trained,
        untrained,
        periodsBefore,
        periodsAfter,
        Math.sqrt(between + within),
        between / (between + within));
  }

  /**
   * Returns the standard error that the effect will have.
   *
   * @return the error in the unit of the deviation
   */
  public double standardError() {
    return deviation
        * Math.sqrt(
            (1 - correlation)
                * (1.0 / periodsBefore + 1.0 / periodsAfter)
                * (1.0 / trained + 1.0 / untrained));
  }

  /**
   * Returns the probability of seeing an effect.
   *
   * @param effect the true effect in the unit of the deviation, finite; the sign does not matter
   * @param alpha the level of the two-sided test, strictly between 0 and 1
   * @return the power, about {@code alpha} for no effect, up to 1
   * @throws IllegalArgumentException if an argument is out of range
   */
  public double power(double effect, double alpha) {
    checkArgument(Double.isFinite(effect), "StudyDesign effect is %s; it must be finite", effect);
    checkLevel("alpha", alpha);
    return test(alpha).power(effect / standardError());
  }

  /**
   * Returns the smallest effect that is seen with a given probability.
   *
   * @param alpha the level of the two-sided test, strictly between 0 and 1
   * @param power the probability of seeing the effect, above {@code alpha} and below 1
   * @return the effect in the unit of the deviation, above 0
   * @throws IllegalArgumentException if an argument is out of range
   */
  public double minimumDetectableEffect(double alpha, double power) {
    checkLevel("alpha", alpha);
    checkArgument(
        power > alpha && power < 1,
        "StudyDesign power is %s; it must be above alpha, %s, and below 1",
        power,
        alpha);
    return test(alpha).shiftFor(power) * standardError();
  }

  private ShiftedTest test(double alpha) {
    double perTrained = 1.0 / trained;
    double perUntrained = 1.0 / untrained;
    double sum = perTrained + perUntrained;
    double df =
        sum
            * sum
            / (perTrained * perTrained / (trained - 1.0)
                + perUntrained * perUntrained / (untrained - 1.0));
    return new ShiftedTest(TDistribution.of(df).inverseSurvivalProbability(alpha / 2), df);
  }

  private static void checkLevel(String what, double level) {
    checkArgument(
        level > 0 && level < 1,
        "StudyDesign %s is %s; it must be between 0 and 1, both excluded",
        what,
        level);
  }
}
