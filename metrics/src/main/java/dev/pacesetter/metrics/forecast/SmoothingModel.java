package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Unit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exponential smoothing: what a series is made of, each part following its values at its own speed.
 *
 * <p>With {@code y} the value, {@code l} the level, {@code b} the trend, {@code s} the season and
 * {@code ₋} marking what was before:
 *
 * <pre>{@code
 * l = α·(y - s₋) + (1-α)·(l₋ + φb₋)        y / s₋ for a multiplicative season
 * b = β·(l - l₋) + (1-β)·φb₋
 * s = γ·(y - l₋ - φb₋) + (1-γ)·s₋          see SeasonalUpdate
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1016/j.ijforecast.2003.09.015">Holt (1957), reprinted 2004</a>
 * @see <a href="https://doi.org/10.1287/mnsc.6.3.324">Winters (1960)</a>
 * @see <a href="https://doi.org/10.1287/mnsc.31.10.1237">Gardner and McKenzie (1985) on the damped
 *     trend</a>
 */
public final class SmoothingModel {
  private final boolean hasTrend;
  private final boolean isDamped;
  private final @Nullable Seasonality seasonality;
  private final int period;
  private final SeasonalUpdate update;

  private SmoothingModel(
      boolean hasTrend,
      boolean isDamped,
      @Nullable Seasonality seasonality,
      int period,
      SeasonalUpdate update) {
    this.hasTrend = hasTrend;
    this.isDamped = isDamped;
    this.seasonality = seasonality;
    this.period = period;
    this.update = update;
  }

  /**
   * Returns simple exponential smoothing: a level alone.
   *
   * @return the model
   */
  public static SmoothingModel simple() {
    return new SmoothingModel(false, false, null, 0, SeasonalUpdate.FORECAST_LEVEL);
  }

  /**
   * Returns this model with a trend that goes on (Holt).
   *
   * @return the model
   */
  public SmoothingModel withTrend() {
    return new SmoothingModel(true, false, seasonality, period, update);
  }

  /**
   * Returns this model with a trend that dies away by the factor phi.
   *
   * @return the model
   */
  public SmoothingModel withDampedTrend() {
    return new SmoothingModel(true, true, seasonality, period, update);
  }

  /**
   * Returns this model with a season (Holt-Winters).
   *
   * @param seasonality how the season moves the series
   * @param period the number of parts of a season, at least 2
   * @return the model
   * @throws IllegalArgumentException if the period is below 2
   */
  public SmoothingModel withSeason(Seasonality seasonality, int period) {
    SeasonalDecomposition.checkPeriod("SmoothingModel", period, 2);
    return new SmoothingModel(
        hasTrend, isDamped, Objects.requireNonNull(seasonality), period, update);
  }

  /**
   * Returns this model with another way of following the season.
   *
   * @param update which level a new season is measured against
   * @return the model
   */
  public SmoothingModel updating(SeasonalUpdate update) {
    return new SmoothingModel(
        hasTrend, isDamped, seasonality, period, Objects.requireNonNull(update));
  }

  /**
   * Smooths a series with given parameters from a given state.
   *
   * @param unit what a value counts
   * @param parameters how fast each part forgets
   * @param start the state before the first value; its number of seasons is the model's period
   * @param series the values, evenly spaced, oldest first
   * @return the smoothed series; its error variance is the mean of the squared one-step errors
   * @throws IllegalArgumentException if a value is not finite or above 1e100 in magnitude, the
   *     state does not fit the model, or in a multiplicative model a value, a season or the level
   *     with its trend is not above 0
   */
  public SmoothedSeries smooth(
      Unit unit, SmoothingParameters parameters, SmoothingState start, double... series) {
    checkArgument(
        start.period() == period,
        "SmoothingModel of period %s starts with %s seasons; there must be one for each part",
        period,
        start.period());
    Smoothing run = new Smoothing(this, SmoothingWeights.of(parameters), start);
    double[] values = values(series);
    double[] fitted = new double[values.length];
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      fitted[i] = run.forecast();
      checkArgument(
          run.isAlive(),
          "a multiplicative SmoothingModel comes to level and trend %s and season %s before value"
              + " %s; both must be above 0",
          run.base(),
          run.season(),
          i);
      double error = values[i] - fitted[i];
      squares += error * error;
      run.see(values[i]);
    }
    checkArgument(
        Double.isFinite(squares),
        "the errors of a SmoothingModel over %s values are beyond all numbers",
        values.length);
    double variance = values.length == 0 ? 0 : squares / values.length;
    return new SmoothedSeries(unit, this, parameters, run.state(), fitted, squares, variance, null);
  }

  /**
   * Smooths a series with the parameters that make the squared one-step errors least.
   *
   * <p>The start comes from the beginning of the series: seasons by {@link SeasonalDecomposition},
   * level and trend by a straight line through the first values without them. The parameters are
   * searched between 0.0001 and 0.9999, phi between 0.8 and 0.98, from the best of a grid by the
   * simplex method; the result is the same on every run. The error variance divides by the number
   * of values less that of parameters and start states. Intervals of the forecasts allow for all
   * that the values leave open.
   *
   * @param unit what a value counts
   * @param series the values, evenly spaced, oldest first
   * @return the smoothed series; empty with fewer than {@link #leastValues()}, or where no point of
   *     the grid keeps a multiplicative model above 0
   * @throws IllegalArgumentException if a value is not finite or above 1e100 in magnitude, or not
   *     above 0 in a multiplicative model
   * @see <a href="https://doi.org/10.18637/jss.v027.i03">Hyndman and Khandakar (2008), 3.1 on the
   *     start</a>
   */
  public Optional<SmoothedSeries> fit(Unit unit, double... series) {
    double[] values = values(series);
    if (values.length < leastValues()) {
      return Optional.empty();
    }
    return new SmoothingFit(this, values)
        .parameters()
        .map(
            best -> {
              SmoothedSeries smoothed =
                  smooth(unit, best, SmoothingFit.start(this, values), values);
              int free = values.length - estimates();
              return smoothed.fittedTo(smoothed.sumOfSquaredErrors() / free, values);
            });
  }

  /**
   * Returns how many values {@link #fit} needs: one more than it estimates, and two whole seasons.
   *
   * @return the count, at least 3
   */
  public int leastValues() {
    return Math.max(2 * period, estimates() + 1);
  }

  /** Parameters and start states; the seasons have one degree of freedom less than their number. */
  private int estimates() {
    int level = 2;
    int trend = hasTrend ? 2 : 0;
    int damping = isDamped ? 1 : 0;
    int season = seasonality == null ? 0 : period;
    return level + trend + damping + season;
  }

  private double[] values(double[] series) {
    double[] values = Columns.finite("SmoothingModel value", series);
    if (isMultiplicative()) {
      for (int i = 0; i < values.length; i++) {
        if (!(values[i] > 0)) {
          throw new IllegalArgumentException(
              "SmoothingModel value "
                  + i
                  + " is "
                  + values[i]
                  + "; it must be above 0 in a multiplicative model");
        }
      }
    }
    return values;
  }

  boolean hasTrend() {
    return hasTrend;
  }

  boolean isDamped() {
    return isDamped;
  }

  boolean isMultiplicative() {
    return seasonality == Seasonality.MULTIPLICATIVE;
  }

  Optional<Seasonality> seasonality() {
    return Optional.ofNullable(seasonality);
  }

  int period() {
    return period;
  }

  SeasonalUpdate update() {
    return update;
  }
}
