package dev.pacesetter.examples.conformance.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.forecast.BrierScore;
import dev.pacesetter.metrics.forecast.IntervalScores;
import dev.pacesetter.metrics.forecast.PointAccuracy;
import dev.pacesetter.metrics.forecast.QuantileScores;
import dev.pacesetter.metrics.forecast.RankedProbabilityScore;
import dev.pacesetter.metrics.forecast.ReliabilityTable;
import dev.pacesetter.metrics.forecast.SeasonalDecomposition;
import dev.pacesetter.metrics.forecast.SeasonalNaive;
import dev.pacesetter.metrics.forecast.Seasonality;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Series, their forecasts, and how good forecasts were. */
final class ForecastingTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .putAll(SmoothingTopic.FUNCTIONS)
          .put("seasonal_indices", "trend", ForecastingTopic::trend)
          .put("seasonal_indices", "indices", ForecastingTopic::indices)
          .put("seasonal_naive", "sigma", in -> naive(in).sigma())
          .put("seasonal_naive", "forecast", in -> naive(in, Measure::value))
          .put("seasonal_naive", "lower95", in -> naive(in, end(Interval::lower)))
          .put("seasonal_naive", "upper95", in -> naive(in, end(Interval::upper)))
          .put("point_accuracy", "me", in -> accuracy(in).meanError())
          .put("point_accuracy", "mae", in -> accuracy(in).meanAbsoluteError())
          .put("point_accuracy", "rmse", in -> accuracy(in).rootMeanSquaredError())
          .put("point_accuracy", "mape", in -> percent(accuracy(in).meanAbsolutePercentageError()))
          .put("point_accuracy", "smape", in -> percent(accuracy(in).symmetricPercentageError()))
          .put("point_accuracy", "wape", in -> accuracy(in).weightedPercentageError())
          .put(
              "point_accuracy",
              "mase",
              in -> accuracy(in).scaledAbsoluteError(in.numbers("training"), period(in)))
          .put(
              "point_accuracy",
              "rmsse",
              in -> accuracy(in).scaledRootError(in.numbers("training"), period(in)))
          .put("quantile_interval_scores", "pinball", ForecastingTopic::pinballs)
          .put("quantile_interval_scores", "meanPinball", in -> quantiles(in).meanPinball())
          .put("quantile_interval_scores", "coverage", in -> intervals(in).coverage())
          .put("quantile_interval_scores", "meanWidth", in -> intervals(in).meanWidth())
          .put("quantile_interval_scores", "winklerScore", in -> intervals(in).winkler())
          .put(
              "crps_normal",
              "crps",
              in ->
                  RankedProbabilityScore.ofNormal(
                      in.number("observation"), in.number("mean"), in.number("sd")))
          .put(
              "crps_ensemble",
              "crps",
              in ->
                  RankedProbabilityScore.ofEnsemble(
                      in.number("observation"), in.numbers("members")))
          .put(
              "crps_ensemble",
              "crpsFair",
              in ->
                  RankedProbabilityScore.ofFairEnsemble(
                      in.number("observation"), in.numbers("members")))
          .put("brier", "brier", in -> brier(in).score())
          .put("brier", "uncertainty", in -> brier(in).uncertainty())
          .put("brier", "skillScore", in -> brier(in).skill())
          .put("brier", "logLoss", in -> brier(in).logarithmicLoss())
          .put("brier", "exact", in -> decomposition(brier(in).byProbability()))
          .put("brier", "binned", ForecastingTopic::binned)
          .build();

  private ForecastingTopic() {}

  private static int period(Inputs in) {
    return Math.toIntExact(in.whole("period"));
  }

  private static SeasonalDecomposition decompose(Inputs in) {
    Seasonality seasonality =
        in.fields().text("type").equals("additive")
            ? Seasonality.ADDITIVE
            : Seasonality.MULTIPLICATIVE;
    return SeasonalDecomposition.of(Unit.COUNT, seasonality, period(in), in.numbers("y"));
  }

  private static Object trend(Inputs in) {
    SeasonalDecomposition parts = decompose(in);
    return IntStream.range(0, parts.n()).mapToObj(parts::trend).toArray();
  }

  private static Object indices(Inputs in) {
    SeasonalDecomposition parts = decompose(in);
    return IntStream.range(0, parts.period()).mapToObj(parts::index).toArray();
  }

  private static SeasonalNaive naive(Inputs in) {
    return SeasonalNaive.of(Unit.COUNT, period(in), in.numbers("y")).takenAsKnown();
  }

  private static Object naive(Inputs in, ToDoubleFunction<Measure> shown) {
    SeasonalNaive naive = naive(in);
    return IntStream.rangeClosed(1, Math.toIntExact(in.whole("horizon")))
        .mapToDouble(step -> shown.applyAsDouble(naive.forecast(step, 0.95)))
        .toArray();
  }

  static ToDoubleFunction<Measure> end(ToDoubleFunction<Interval> end) {
    return measure -> end.applyAsDouble(measure.interval().orElseThrow());
  }

  private static PointAccuracy accuracy(Inputs in) {
    return PointAccuracy.of(Unit.COUNT, in.numbers("actual"), in.numbers("forecast"));
  }

  private static @Nullable Object percent(Measure ratio) {
    return ratio.isPresent() ? 100 * ratio.value() : null;
  }

  private static QuantileScores quantiles(Inputs in) {
    return QuantileScores.of(
        Unit.COUNT, in.numbers("taus"), rows(in).toArray(double[][]::new), in.numbers("actual"));
  }

  private static List<double[]> rows(Inputs in) {
    return in.list("quantiles").stream().map(ForecastingTopic::row).toList();
  }

  private static double[] row(JsonNode row) {
    return IntStream.range(0, row.size()).mapToDouble(i -> row.get(i).doubleValue()).toArray();
  }

  private static Object pinballs(Inputs in) {
    QuantileScores scores = quantiles(in);
    return IntStream.range(0, in.numbers("taus").length).mapToObj(scores::pinball).toArray();
  }

  /** Of the first and the last quantile, whose levels the case names. */
  private static IntervalScores intervals(Inputs in) {
    double[] levels = in.numbers("intervalTaus");
    List<double[]> rows = rows(in);
    return IntervalScores.of(
        Unit.COUNT,
        levels[1] - levels[0],
        rows.stream().mapToDouble(row -> row[0]).toArray(),
        rows.stream().mapToDouble(row -> row[row.length - 1]).toArray(),
        in.numbers("actual"));
  }

  private static BrierScore brier(Inputs in) {
    long[] outcomes = in.wholes("outcome");
    boolean[] happened = new boolean[outcomes.length];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = outcomes[i] == 1;
    }
    return BrierScore.of(in.numbers("probability"), happened);
  }

  private static ImmutableMap<String, Object> decomposition(ReliabilityTable table) {
    return ImmutableMap.of("reliability", table.reliability(), "resolution", table.resolution());
  }

  private static Object binned(Inputs in) {
    ReliabilityTable table = brier(in).byBins(Math.toIntExact(in.whole("bins")));
    return ImmutableMap.builder()
        .putAll(decomposition(table))
        .put("withinBinVariance", table.varianceWithin())
        .put("withinBinCovariance", table.covarianceWithin())
        .put("calibrationError", table.calibrationError())
        .buildOrThrow();
  }
}
