package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.satisfaction.CustomerSatisfaction;
import dev.pacesetter.metrics.satisfaction.NetPromoterInterval;
import dev.pacesetter.metrics.satisfaction.NetPromoterScore;
import dev.pacesetter.metrics.satisfaction.WeightedNetPromoterScore;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Net promoter score and customer satisfaction. */
final class SatisfactionTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("nps", "n", in -> nps(in).answers())
          .put("nps", "promoters", in -> nps(in).promoters())
          .put("nps", "passives", in -> nps(in).passives())
          .put("nps", "detractors", in -> nps(in).detractors())
          .put("nps", "nps", in -> score(in))
          .put("nps", "variance", in -> nps(in).variance())
          .put("nps", "standardError", in -> nps(in).standardError())
          .put("nps", "standardErrorUnbiased", in -> nps(in).unbiasedStandardError())
          .put("nps", "marginOfError", in -> nps(in).marginOfError(in.number("confidence")))
          .put("nps", "lower", in -> limit(in, Interval::lower))
          .put("nps", "upper", in -> limit(in, Interval::upper))
          .put("weighted_nps", "nps", in -> weighted(in).score(in.number("confidence")))
          .put("weighted_nps", "standardError", in -> weighted(in).standardError())
          .put(
              "weighted_nps",
              "marginOfError",
              in -> weighted(in).marginOfError(in.number("confidence")))
          .put("weighted_nps", "effectiveN", in -> weighted(in).effectiveAnswers())
          .put("csat", "n", in -> csat(in).answers())
          .put("csat", "topTwo", in -> csat(in).satisfied())
          .put("csat", "csat", in -> share(in))
          .put("csat", "wilson", in -> share(in).interval().orElse(null))
          .put("csat", "mean", in -> csat(in).meanAnswer(in.number("confidence")))
          .build();

  private SatisfactionTopic() {}

  private static NetPromoterScore nps(Inputs in) {
    return NetPromoterScore.ofHistogram(in.wholes("histogram0to10"));
  }

  /** The cases state the usual interval, which the library gives when asked for it by name. */
  private static Measure score(Inputs in) {
    return nps(in).score(NetPromoterInterval.WALD, in.number("confidence"));
  }

  private static @Nullable Object limit(Inputs in, ToDoubleFunction<Interval> end) {
    return score(in).interval().map(end::applyAsDouble).orElse(null);
  }

  private static WeightedNetPromoterScore weighted(Inputs in) {
    int[] answers = Arrays.stream(in.wholes("scores")).mapToInt(Math::toIntExact).toArray();
    return WeightedNetPromoterScore.of(answers, in.numbers("weights"));
  }

  private static CustomerSatisfaction csat(Inputs in) {
    return CustomerSatisfaction.ofHistogram(in.wholes("histogram1to5"));
  }

  private static Measure share(Inputs in) {
    return csat(in).share(in.number("confidence"));
  }
}
