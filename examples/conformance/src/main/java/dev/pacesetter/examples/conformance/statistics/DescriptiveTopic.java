package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.QuantileType;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.WeightedSample;
import dev.pacesetter.metrics.pipeline.Concentration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Samples, with and without weights, and how concentrated a total is. */
final class DescriptiveTopic {
  /** Below this, the cases take a skewness for 0. */
  private static final double SYMMETRIC = 1e-9;

  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .putAll(LinearityTopic.FUNCTIONS)
          .put("quantiles", "type1", quantiles(QuantileType.OBSERVED))
          .put("quantiles", "type2", quantiles(QuantileType.AVERAGED))
          .put("quantiles", "type6", quantiles(QuantileType.WEIBULL))
          .put("quantiles", "type7", quantiles(QuantileType.LINEAR))
          .put("quantiles", "type8", quantiles(QuantileType.MEDIAN_UNBIASED))
          .put("moments", "n", in -> sample(in).n())
          .put("moments", "sum", in -> sample(in).sum())
          .put("moments", "mean", in -> sample(in).mean())
          .put("moments", "sd", in -> sample(in).standardDeviation())
          .put("moments", "variance", in -> variance(in, 2, Sample::variance))
          .put("moments", "populationVariance", in -> variance(in, 1, Sample::populationVariance))
          .put("moments", "skewness", in -> shape(in, Sample::skewness))
          .put("moments", "skewnessAdjusted", in -> shape(in, Sample::adjustedSkewness))
          .put("moments", "excessKurtosis", in -> shape(in, Sample::excessKurtosis))
          .put("weighted_moments", "mean", in -> weighted(in).mean())
          .put("weighted_moments", "variancePopulation", in -> weighted(in).populationVariance())
          .put("weighted_moments", "varianceReliability", in -> weighted(in).reliabilityVariance())
          .put("weighted_moments", "varianceFrequency", in -> weighted(in).frequencyVariance())
          .put("weighted_moments", "effectiveN", in -> weighted(in).effectiveN())
          .put("concentration", "n", in -> concentration(in).n())
          .put("concentration", "total", in -> concentration(in).total())
          .put("concentration", "gini", in -> concentration(in).gini())
          .put("concentration", "giniSample", in -> concentration(in).adjustedGini())
          .put("concentration", "hhi", in -> concentration(in).herfindahl())
          .put("concentration", "hhiNormalized", in -> concentration(in).normalisedHerfindahl())
          .put("concentration", "effectiveCustomers", in -> concentration(in).effectiveCustomers())
          .put("concentration", "topShare20", in -> concentration(in).topShare(0.2))
          .put(
              "concentration",
              "topShare20Interpolated",
              in -> concentration(in).interpolatedTopShare(0.2))
          .put("concentration", "customersFor80", in -> concentration(in).customersFor(0.8))
          .build();

  private DescriptiveTopic() {}

  private static Sample sample(Inputs in) {
    return Sample.of(Unit.COUNT, in.numbers("x"));
  }

  private static WeightedSample weighted(Inputs in) {
    return WeightedSample.of(Unit.COUNT, in.numbers("x"), in.numbers("weights"));
  }

  private static Concentration concentration(Inputs in) {
    return Concentration.of(in.numbers("revenue"));
  }

  private static Quantity quantiles(QuantileType type) {
    return in -> {
      Sample sample = sample(in);
      return Arrays.stream(in.numbers("probs"))
          .mapToObj(p -> sample.quantile(type, p))
          .toArray(Measure[]::new);
    };
  }

  private static OptionalDouble variance(
      Inputs in, int least, Function<Sample, OptionalDouble> quantity)
      throws NotExpressibleException {
    Sample sample = sample(in);
    OptionalDouble variance = quantity.apply(sample);
    if (variance.isEmpty() && sample.n() >= least) {
      throw new NotExpressibleException(Reason.of("beyond-double"));
    }
    return variance;
  }

  /** The cases state the shape of no sample that is symmetric or whose variance is no double. */
  private static OptionalDouble shape(Inputs in, Function<Sample, OptionalDouble> quantity)
      throws NotExpressibleException {
    Sample sample = sample(in);
    OptionalDouble skewness = sample.skewness();
    boolean stated = sample.populationVariance().orElse(0) > 0;
    if (skewness.isPresent() && (!stated || Math.abs(skewness.getAsDouble()) < SYMMETRIC)) {
      throw new NotExpressibleException(Reason.of("shape-left-open"));
    }
    return quantity.apply(sample);
  }
}
