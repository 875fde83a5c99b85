package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.compare.FunnelLimits;
import dev.pacesetter.metrics.compare.Overdispersion;
import dev.pacesetter.metrics.compare.Overdispersion.Model;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Spread of peers beyond chance, and limits that allow for it. */
final class OverdispersionTopic {
  private static final double TAIL_95 = 0.025;

  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("funnel_overdispersion", "target", in -> spread(in).target())
          .put("funnel_overdispersion", "z", scores((spread, u) -> spread.z(u, Model.NONE)))
          .put("funnel_overdispersion", "winsorisedZ", scores(Overdispersion::winsorisedZ))
          .put("funnel_overdispersion", "phi", in -> spread(in).phi())
          .put("funnel_overdispersion", "phiUsed", in -> spread(in).inflation())
          .put("funnel_overdispersion", "tau2", in -> spread(in).tauSquared())
          .put(
              "funnel_overdispersion",
              "zMultiplicative",
              scores((spread, u) -> spread.z(u, Model.MULTIPLICATIVE)))
          .put(
              "funnel_overdispersion",
              "zAdditive",
              scores((spread, u) -> spread.z(u, Model.ADDITIVE)))
          .put("funnel_overdispersion", "multiplicativeLimits95", limits(Model.MULTIPLICATIVE))
          .put("funnel_overdispersion", "additiveLimits95", limits(Model.ADDITIVE))
          .build();

  private OverdispersionTopic() {}

  private static Overdispersion spread(Inputs in) {
    return Overdispersion.ofRates(
        in.wholes("successes"), in.wholes("trials"), in.number("winsorise"));
  }

  private static Quantity scores(BiFunction<Overdispersion, Integer, OptionalDouble> score) {
    return in -> {
      Overdispersion spread = spread(in);
      return IntStream.range(0, spread.units()).mapToObj(u -> score.apply(spread, u)).toList();
    };
  }

  private static Quantity limits(Model model) {
    return in -> {
      Overdispersion spread = spread(in);
      return Arrays.stream(in.wholes("trials"))
          .mapToObj(
              trials -> {
                FunnelLimits limits = spread.limits(trials, TAIL_95, model);
                return new double[] {limits.lower(), limits.upper()};
              })
          .toList();
    };
  }
}
