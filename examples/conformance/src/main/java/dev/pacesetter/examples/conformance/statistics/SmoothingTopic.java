package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.forecast.SeasonalUpdate;
import dev.pacesetter.metrics.forecast.Seasonality;
import dev.pacesetter.metrics.forecast.SmoothedSeries;
import dev.pacesetter.metrics.forecast.SmoothingModel;
import dev.pacesetter.metrics.forecast.SmoothingParameters;
import dev.pacesetter.metrics.forecast.SmoothingState;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Exponential smoothing; functions of the topic of forecasting. */
final class SmoothingTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS = functions();

  private SmoothingTopic() {}

  private static ImmutableTable<String, String, Quantity> functions() {
    ImmutableTable.Builder<String, String, Quantity> functions = ImmutableTable.builder();
    for (String function : new String[] {"ses", "holt", "holt_winters"}) {
      functions
          .put(function, "fitted", in -> fitted(smoothed(in)))
          .put(function, "forecast", in -> forecasts(in, smoothed(in), 0.95, Measure::value))
          .put(function, "level", in -> smoothed(in).state().level())
          .put(function, "trend", in -> smoothed(in).state().trend())
          .put(function, "seasonal", in -> seasons(smoothed(in).state()))
          .put(function, "sse", in -> smoothed(in).sumOfSquaredErrors());
    }
    functions
        .put("ets_prediction_interval", "fitted", in -> fitted(errorCorrected(in)))
        .put(
            "ets_prediction_interval",
            "mean",
            in -> forecasts(in, errorCorrected(in), 0.95, Measure::value))
        .put("ets_prediction_interval", "variance", SmoothingTopic::variances);
    for (int percent : new int[] {80, 95}) {
      functions
          .put("ets_prediction_interval", "lower" + percent, limits(percent, Interval::lower))
          .put("ets_prediction_interval", "upper" + percent, limits(percent, Interval::upper));
    }
    return functions.build();
  }

  private static SmoothingModel model(Inputs in, Seasonality seasonality) {
    SmoothingModel model = SmoothingModel.simple();
    if (in.fields().has("trend0")) {
      model = in.number("phi") < 1 ? model.withDampedTrend() : model.withTrend();
    }
    return in.fields().has("seasonal0")
        ? model.withSeason(seasonality, Math.toIntExact(in.whole("period")))
        : model;
  }

  private static SmoothingState start(Inputs in) {
    SmoothingState level = SmoothingState.ofLevel(in.number("level0"));
    SmoothingState trend = in.fields().has("trend0") ? level.withTrend(in.number("trend0")) : level;
    return in.fields().has("seasonal0") ? trend.withSeasons(in.numbers("seasonal0")) : trend;
  }

  private static double numberOrNone(Inputs in, String name) {
    return in.fields().has(name) ? in.number(name) : 0;
  }

  private static SmoothedSeries smoothed(Inputs in) {
    Seasonality seasonality =
        in.fields().text("seasonal", "add").equals("mul")
            ? Seasonality.MULTIPLICATIVE
            : Seasonality.ADDITIVE;
    SeasonalUpdate update =
        in.fields().text("variant", "fpp").equals("fpp")
            ? SeasonalUpdate.FORECAST_LEVEL
            : SeasonalUpdate.SMOOTHED_LEVEL;
    SmoothingParameters parameters =
        new SmoothingParameters(
            in.number("alpha"),
            numberOrNone(in, "beta"),
            numberOrNone(in, "gamma"),
            in.number("phi"));
    return model(in, seasonality)
        .updating(update)
        .smooth(Unit.COUNT, parameters, start(in), in.numbers("y"));
  }

  /**
   * There beta multiplies the error itself, ours the change of level, which is alpha times that.
   */
  private static SmoothedSeries errorCorrected(Inputs in) {
    double alpha = in.number("alpha");
    SmoothingParameters parameters =
        new SmoothingParameters(
            alpha, numberOrNone(in, "beta") / alpha, numberOrNone(in, "gamma"), in.number("phi"));
    return model(in, Seasonality.ADDITIVE)
        .smooth(Unit.COUNT, parameters, start(in), in.numbers("y"))
        .withErrorVariance(in.number("sigma2"));
  }

  private static Object fitted(SmoothedSeries series) {
    return IntStream.range(0, series.n()).mapToDouble(series::fitted).toArray();
  }

  private static Object forecasts(
      Inputs in, SmoothedSeries series, double confidence, ToDoubleFunction<Measure> shown) {
    return IntStream.rangeClosed(1, Math.toIntExact(in.whole("horizon")))
        .mapToDouble(step -> shown.applyAsDouble(series.forecast(step, confidence)))
        .toArray();
  }

  private static Quantity limits(int percent, ToDoubleFunction<Interval> end) {
    return in -> forecasts(in, errorCorrected(in), percent / 100.0, ForecastingTopic.end(end));
  }

  private static Object variances(Inputs in) {
    SmoothedSeries series = errorCorrected(in);
    return IntStream.rangeClosed(1, Math.toIntExact(in.whole("horizon")))
        .mapToDouble(series::variance)
        .toArray();
  }

  private static @Nullable Object seasons(SmoothingState state) {
    return state.period() == 0
        ? null
        : IntStream.range(0, state.period()).mapToDouble(state::season).toArray();
  }
}
