package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A series taken apart into trend and season, the classical way.
 *
 * <p>The trend is the centred mean over one season; for an even number of parts the two ends count
 * half each (the 2×m mean). The index of a part is the mean of what is left without the trend, over
 * all seasons; the indices are then made to add up to 0 ({@link Seasonality#ADDITIVE}) or to have
 * the mean 1 ({@link Seasonality#MULTIPLICATIVE}). It takes two whole seasons; with less there is
 * no index. A multiplicative trend of 0 says nothing of its part and is passed over.
 *
 * @see "Macaulay (1931), The Smoothing of Time Series, National Bureau of Economic Research"
 * @see <a href="https://otexts.com/fpp3/classical-decomposition.html">Hyndman and Athanasopoulos
 *     (2021), 3.4</a>
 */
public final class SeasonalDecomposition {
  private final Unit unit;
  private final Seasonality seasonality;
  private final double[] trend;
  private final double[] indices;
  private final int[] counts;

  private SeasonalDecomposition(
      Unit unit, Seasonality seasonality, double[] trend, double[] indices, int[] counts) {
    this.unit = unit;
    this.seasonality = seasonality;
    this.trend = trend;
    this.indices = indices;
    this.counts = counts;
  }

  /**
   * Takes a series apart.
   *
   * @param unit what a value counts
   * @param seasonality how the season moves the series
   * @param period the number of parts of a season, at least 2; 12 for months in a year
   * @param series the values, evenly spaced, oldest first; the first one is part 0 of a season
   * @return trend and indices
   * @throws IllegalArgumentException if the period is below 2, or a value is not finite, above
   *     1e100 in magnitude, or below 0 for a multiplicative season
   */
  public static SeasonalDecomposition of(
      Unit unit, Seasonality seasonality, int period, double... series) {
    checkPeriod("SeasonalDecomposition", period, 2);
    double[] y =
        seasonality == Seasonality.ADDITIVE
            ? Columns.finite("SeasonalDecomposition value", series)
            : Columns.notNegative("SeasonalDecomposition value", series);
    double[] trend = trend(y, period);
    double[] sums = new double[period];
    int[] counts = new int[period];
    for (int i = 0; i < y.length; i++) {
      boolean isKnown =
          !Double.isNaN(trend[i]) && (seasonality == Seasonality.ADDITIVE || trend[i] > 0);
      if (isKnown) {
        sums[i % period] += seasonality == Seasonality.ADDITIVE ? y[i] - trend[i] : y[i] / trend[i];
        counts[i % period]++;
      }
    }
    return new SeasonalDecomposition(
        Objects.requireNonNull(unit),
        seasonality,
        trend,
        normalised(seasonality, sums, counts),
        counts);
  }

  static void checkPeriod(String subject, int period, int least) {
    checkArgument(
        period >= least, "%s period is %s; it must be at least %s", subject, period, least);
  }

  private static double[] trend(double[] y, int period) {
    double[] trend = new double[y.length];
    Arrays.fill(trend, Double.NaN);
    int half = period / 2;
    for (int i = half; i + half < y.length; i++) {
      double sum = 0;
      for (int j = i - half; j <= i + half; j++) {
        boolean isEnd = period % 2 == 0 && (j == i - half || j == i + half);
        sum += isEnd ? y[j] / 2 : y[j];
      }
      trend[i] = sum / period;
    }
    return trend;
  }

  /** Returns no indices where a part has no observation. */
  private static double[] normalised(Seasonality seasonality, double[] sums, int[] counts) {
    if (Arrays.stream(counts).anyMatch(count -> count == 0)) {
      return new double[0];
    }
    double[] indices = new double[sums.length];
    Arrays.setAll(indices, part -> sums[part] / counts[part]);
    double mean = Columns.sum(indices) / indices.length;
    if (seasonality == Seasonality.ADDITIVE) {
      Arrays.setAll(indices, part -> indices[part] - mean);
    } else {
      Arrays.setAll(indices, part -> indices[part] / mean);
    }
    return indices;
  }

  /**
   * Returns the number of values.
   *
   * @return the count, at least 0
   */
  public int n() {
    return trend.length;
  }

  /**
   * Returns the number of parts of a season.
   *
   * @return the period, at least 2
   */
  public int period() {
    return counts.length;
  }

  /**
   * Returns the trend at a value.
   *
   * @param i the value, from 0
   * @return the centred mean; empty in the first and last half season
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public OptionalDouble trend(int i) {
    Objects.checkIndex(i, trend.length);
    return Double.isNaN(trend[i]) ? OptionalDouble.empty() : OptionalDouble.of(trend[i]);
  }

  /**
   * Returns the index of a part of the season.
   *
   * @param part the part, from 0
   * @return the amount above the trend, or the factor as a {@link Unit#RATIO}, with {@code n} the
   *     number of values behind it; no data with fewer than two seasons
   * @throws IndexOutOfBoundsException if there is no such part
   */
  public Measure index(int part) {
    Objects.checkIndex(part, counts.length);
    Unit indexUnit = seasonality == Seasonality.ADDITIVE ? unit : Unit.RATIO;
    return indices.length == 0
        ? Measure.noData(indexUnit, counts[part], NoData.TOO_FEW)
        : Measure.of(indices[part], indexUnit, counts[part]);
  }

  /**
   * Returns how a year's plan spreads over the parts of a season.
   *
   * @return the profile with the indices as weights; empty with fewer than two seasons
   * @throws IllegalStateException if the season is additive, which makes no shares
   */
  public Optional<SeasonalProfile> profile() {
    if (seasonality == Seasonality.ADDITIVE) {
      throw new IllegalStateException(
          "an additive season makes no profile; decompose with MULTIPLICATIVE");
    }
    return indices.length == 0 ? Optional.empty() : Optional.of(SeasonalProfile.ofWeights(indices));
  }

  /** Returns the indices for starting a smoothing; empty with fewer than two seasons. */
  double[] indices() {
    return indices.clone();
  }
}
