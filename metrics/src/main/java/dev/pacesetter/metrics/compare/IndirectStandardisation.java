package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import java.util.Arrays;

/**
 * What each unit reached, beside what the average of all would have reached with the same mix.
 *
 * <p>A unit is a person or a team; a stratum is what must not be held against it: a product, a
 * segment, a combination of them. With {@code o} successes in {@code n} trials per unit {@code u}
 * and stratum {@code s}, the pooled rate of a stratum is {@code r(s) = Σᵤ o(u,s) / Σᵤ n(u,s)} and
 * the unit's expected number {@code E(u) = Σₛ n(u,s)·r(s)}. {@code O(u)/E(u)} is 1 for somebody who
 * sells like the average, however easy or hard the mix. The expected numbers of all units add up to
 * the observed ones.
 *
 * <p>Everything is summed in whole numbers first, so the order of the rows does not change a single
 * bit. Immutable.
 *
 * @see "Rothman, Greenland and Lash, Modern Epidemiology, 3rd edition, chapter 4, on standardised
 *     ratios"
 */
public final class IndirectStandardisation {
  private final boolean counts;
  private final Unit unit;
  private final long[] observed;
  private final long[] trials;
  private final double[] expected;
  private final Ratio overall;

  private IndirectStandardisation(
      boolean counts, Unit unit, long[] observed, long[] trials, double[] expected, Ratio overall) {
    this.counts = counts;
    this.unit = unit;
    this.observed = observed;
    this.trials = trials;
    this.expected = expected;
    this.overall = overall;
  }

  /**
   * Standardises rates, such as win rates.
   *
   * @param units the number of units, at least 0
   * @param strata the number of strata, at least 0
   * @param unit per row, the unit from 0; one unit and stratum may have several rows
   * @param stratum per row, the stratum from 0
   * @param successes per row, from 0 to the trials
   * @param trials per row, at least 0
   * @return the standardised rates
   * @throws IllegalArgumentException if the columns differ in length or a number is out of range
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public static IndirectStandardisation ofRates(
      int units, int strata, int[] unit, int[] stratum, long[] successes, long[] trials) {
    return of(true, Unit.RATIO, units, strata, unit, stratum, successes, trials);
  }

  /**
   * Standardises means, such as the mean amount of won deals.
   *
   * @param measured what a sum counts, such as {@link Unit#MONEY} for minor units
   * @param units the number of units, at least 0
   * @param strata the number of strata, at least 0
   * @param unit per row, the unit from 0; one unit and stratum may have several rows
   * @param stratum per row, the stratum from 0
   * @param sums per row, the sum of the observations, at least 0
   * @param observations per row, their number, at least 0; with 0 the sum must be 0
   * @return the standardised means
   * @throws IllegalArgumentException if the columns differ in length or a number is out of range
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public static IndirectStandardisation ofMeans(
      Unit measured,
      int units,
      int strata,
      int[] unit,
      int[] stratum,
      long[] sums,
      long[] observations) {
    return of(false, measured, units, strata, unit, stratum, sums, observations);
  }

  private static IndirectStandardisation of(
      boolean counts,
      Unit measured,
      int units,
      int strata,
      int[] unit,
      int[] stratum,
      long[] successes,
      long[] trials) {
    int rows = unit.length;
    checkArgument(
        units >= 0 && strata >= 0,
        "there are %s units and %s strata; both numbers must be at least 0",
        units,
        strata);
    checkArgument(
        stratum.length == rows && successes.length == rows && trials.length == rows,
        "columns have %s units, %s strata, %s numerators and %s denominators;"
            + " they must be of one length",
        rows,
        stratum.length,
        successes.length,
        trials.length);
    long[] unitObserved = new long[units];
    long[] unitTrials = new long[units];
    long[] stratumObserved = new long[strata];
    long[] stratumTrials = new long[strata];
    Ratio overall = Ratio.NONE;
    for (int row = 0; row < rows; row++) {
      checkRow(counts, row, unit[row], units, stratum[row], strata, successes[row], trials[row]);
      int u = unit[row];
      int s = stratum[row];
      unitObserved[u] = Math.addExact(unitObserved[u], successes[row]);
      unitTrials[u] = Math.addExact(unitTrials[u], trials[row]);
      stratumObserved[s] = Math.addExact(stratumObserved[s], successes[row]);
      stratumTrials[s] = Math.addExact(stratumTrials[s], trials[row]);
    }
    for (int u = 0; u < units; u++) {
      overall = overall.plus(Ratio.of(unitObserved[u], unitTrials[u]));
    }
    double[] expected = new double[units];
    long[] cell = new long[strata];
    int[] touched = new int[strata];
    int[] byUnit = rowsByUnit(units, unit);
    int next = 0;
    for (int u = 0; u < units; u++) {
      int cells = 0;
      for (; next < rows && unit[byUnit[next]] == u; next++) {
        int s = stratum[byUnit[next]];
        if (cell[s] == 0 && trials[byUnit[next]] > 0) {
          touched[cells++] = s;
        }
        cell[s] += trials[byUnit[next]];
      }
      Arrays.sort(touched, 0, cells); // one order of addition, whatever that of the rows
      for (int i = 0; i < cells; i++) {
        int s = touched[i];
        expected[u] += cell[s] * ((double) stratumObserved[s] / stratumTrials[s]);
        cell[s] = 0;
      }
    }
    return new IndirectStandardisation(
        counts, measured, unitObserved, unitTrials, expected, overall);
  }

  private static void checkRow(
      boolean counts, int row, int u, int units, int s, int strata, long successes, long trials) {
    boolean possible = counts ? successes <= trials : trials > 0 || successes == 0;
    if (u < 0 || u >= units || s < 0 || s >= strata || successes < 0 || trials < 0 || !possible) {
      throw new IllegalArgumentException(
          ("row %d has unit %d, stratum %d, %d over %d; unit must be from 0 below %d, stratum from"
                  + " 0 below %d, neither number negative, %s")
              .formatted(
                  row,
                  u,
                  s,
                  successes,
                  trials,
                  units,
                  strata,
                  counts ? "successes at most the trials" : "no sum without observations"));
    }
  }

  private static int[] rowsByUnit(int units, int[] unit) {
    int[] start = new int[units + 1];
    for (int u : unit) {
      start[u + 1]++;
    }
    for (int u = 0; u < units; u++) {
      start[u + 1] += start[u];
    }
    int[] rows = new int[unit.length];
    for (int row = 0; row < unit.length; row++) {
      rows[start[unit[row]]++] = row;
    }
    return rows;
  }

  /**
   * Returns the number of units.
   *
   * @return the count
   */
  public int units() {
    return observed.length;
  }

  /**
   * Returns what a unit reached as it is: successes over trials, or the sum over the observations.
   *
   * @param u the unit, from 0
   * @return the ratio
   * @throws IndexOutOfBoundsException if there is no such unit
   */
  public Ratio observed(int u) {
    checkElementIndex(u, units(), "unit");
    return Ratio.of(observed[u], trials[u]);
  }

  /**
   * Returns what the average of all would have reached with this unit's mix: successes or a sum.
   *
   * @param u the unit, from 0
   * @return the expected number, {@code E(u)}; 0 without trials
   * @throws IndexOutOfBoundsException if there is no such unit
   */
  public double expected(int u) {
    checkElementIndex(u, units(), "unit");
    return expected[u];
  }

  /**
   * Returns the rate or mean that the average of all would have reached with this unit's mix,
   * {@code E(u)/n(u)}: what to test the unit against, with {@link ProportionTest} or {@link
   * FunnelLimits}.
   *
   * @param u the unit, from 0
   * @return the expected rate in the unit of the rate; no data without trials
   * @throws IndexOutOfBoundsException if there is no such unit
   */
  public Measure expectedRate(int u) {
    checkElementIndex(u, units(), "unit");
    if (trials[u] == 0) {
      return Measure.noData(unit, 0, NoData.NOTHING_OBSERVED);
    }
    double rate = expected[u] / trials[u];
    return Measure.of(counts ? Math.min(1, rate) : rate, unit, trials[u]);
  }

  /**
   * Returns the standardised ratio {@code O(u)/E(u)} as a {@link Unit#RATIO}: above 1 is better
   * than the mix explains.
   *
   * <p>For rates with the Wilson interval of the unit's own rate over the expected one, which is
   * taken as known; for means without an interval, since sums do not tell how far observations
   * spread.
   *
   * @param u the unit, from 0
   * @param confidence the level, strictly between 0 and 1
   * @return the ratio; no data when nothing was expected
   * @throws IndexOutOfBoundsException if there is no such unit
   */
  public Measure ratio(int u, double confidence) {
    return scaled(u, confidence, 1, Unit.RATIO);
  }

  /**
   * Returns the standardised rate or mean: {@link #ratio} times that of all units together.
   *
   * <p>The rates of different units are comparable as far as the strata matter alike for all; with
   * an easy mix, or a small expectation, a standardised rate can exceed 1.
   *
   * @param u the unit, from 0
   * @param confidence the level, strictly between 0 and 1
   * @return the rate; no data when nothing was expected
   * @throws IndexOutOfBoundsException if there is no such unit
   */
  public Measure rate(int u, double confidence) {
    return scaled(u, confidence, overall.value().orElse(0), unit);
  }

  /**
   * Returns all units together: the ratio of sums.
   *
   * @return successes over trials, or the sum over the observations
   */
  public Ratio overall() {
    return overall;
  }

  private Measure scaled(int u, double confidence, double factor, Unit in) {
    checkElementIndex(u, units(), "unit");
    if (expected[u] == 0) {
      return Measure.noData(in, trials[u], NoData.NOTHING_OBSERVED);
    }
    Measure measure = Measure.of(observed[u] / expected[u] * factor, in, trials[u]);
    if (!counts) {
      return measure;
    }
    Interval own = ProportionInterval.WILSON.of(observed[u], trials[u], confidence);
    double scale = factor * trials[u] / expected[u];
    return measure.withInterval(new Interval(own.lower() * scale, own.upper() * scale, confidence));
  }
}
