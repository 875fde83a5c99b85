package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.forecast.Pipeline;
import dev.pacesetter.metrics.forecast.PipelineOutcome;
import dev.pacesetter.metrics.forecast.StageForecast;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The distribution of what open deals bring. */
final class PipelineTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("total_distribution", "mean", in -> pipeline(in).mean())
          .put("total_distribution", "variance", in -> pipeline(in).variance())
          .put("total_distribution", "skewness", in -> pipeline(in).skewness())
          .put("total_distribution", "minTotal", PipelineTopic::smallest)
          .put("total_distribution", "probAtLeast", PipelineTopic::atLeast)
          .put("total_distribution", "quantiles", PipelineTopic::quantiles)
          .put("total_pmf", "totals", PipelineTopic::totals)
          .put("total_pmf", "pmf", PipelineTopic::probabilities)
          .put("quota_attainment", "expectedTotal", in -> in.whole("booked") + pipeline(in).mean())
          .put("quota_attainment", "standardDeviation", in -> pipeline(in).standardDeviation())
          .put(
              "quota_attainment",
              "probAttain",
              in -> pipeline(in).outcome().probabilityOfAtLeast(remaining(in)).value())
          .put(
              "quota_attainment",
              "expectedShortfall",
              in -> pipeline(in).outcome().expectedShortfall(remaining(in)).value())
          .put(
              "quota_attainment",
              "weightedCoverage",
              in -> pipeline(in).weightedCoverage(remaining(in)))
          .put("stage_weighted", "winProbability", in -> byStage(in, StageForecast::winProbability))
          .put("stage_weighted", "expectedByStage", in -> byStage(in, StageForecast::mean))
          .put("stage_weighted", "countByStage", PipelineTopic::counts)
          .put("stage_weighted", "expectedTotal", in -> stages(in).pipeline().mean())
          .put("stage_weighted", "variance", in -> stages(in).pipeline().variance())
          .build();

  /** The cases compute with numbers of 320 binary places, and lose what is smaller. */
  private static final double LAST_PLACE = Math.scalb(1.0, -320);

  /** Nearer to a level than this, rounding decides; the cases say null there. */
  private static final double KNIFE_EDGE = 1e-9;

  private interface StageAnswer {
    double of(StageForecast forecast, int stage);
  }

  private PipelineTopic() {}

  private static Pipeline pipeline(Inputs in) {
    return Pipeline.of(in.wholes("amounts"), in.numbers("probs"));
  }

  private static long remaining(Inputs in) {
    return in.whole("target") - in.whole("booked");
  }

  private static Object smallest(Inputs in) throws NotExpressibleException {
    double allLost =
        Arrays.stream(in.numbers("probs")).filter(p -> p < 1).reduce(1, (all, p) -> all * (1 - p));
    if (allLost < LAST_PLACE) {
      throw new NotExpressibleException(Reason.of("below-last-place"));
    }
    return pipeline(in).certain();
  }

  private static Object atLeast(Inputs in) {
    PipelineOutcome outcome = pipeline(in).outcome();
    return Arrays.stream(in.wholes("targets"))
        .mapToDouble(target -> outcome.probabilityOfAtLeast(target).value())
        .toArray();
  }

  private static Object quantiles(Inputs in) {
    PipelineOutcome outcome = pipeline(in).outcome();
    return Arrays.stream(in.numbers("quantileProbs")).mapToObj(p -> quantile(outcome, p)).toArray();
  }

  private static @Nullable Object quantile(PipelineOutcome outcome, double p) {
    double below = 0;
    for (int i = 0; i < outcome.totals(); i++) {
      below += outcome.probability(i);
      if (Math.abs(below - p) < KNIFE_EDGE) {
        return null;
      }
    }
    return outcome.quantile(p).value();
  }

  private static Object totals(Inputs in) {
    PipelineOutcome outcome = pipeline(in).outcome();
    return IntStream.range(0, outcome.totals()).mapToLong(outcome::total).toArray();
  }

  private static Object probabilities(Inputs in) {
    PipelineOutcome outcome = pipeline(in).outcome();
    return IntStream.range(0, outcome.totals()).mapToDouble(outcome::probability).toArray();
  }

  private static StageForecast stages(Inputs in) {
    int[] stages = Arrays.stream(in.wholes("stageIndex")).mapToInt(Math::toIntExact).toArray();
    return StageForecast.of(in.numbers("forwardConversion"), in.wholes("amounts"), stages);
  }

  private static Object byStage(Inputs in, StageAnswer answer) {
    StageForecast forecast = stages(in);
    return IntStream.range(0, forecast.stages())
        .mapToDouble(stage -> answer.of(forecast, stage))
        .toArray();
  }

  private static Object counts(Inputs in) {
    StageForecast forecast = stages(in);
    return IntStream.range(0, forecast.stages()).mapToLong(forecast::deals).toArray();
  }
}
