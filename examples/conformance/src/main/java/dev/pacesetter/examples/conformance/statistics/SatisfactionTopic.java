package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.satisfaction.CustomerSatisfaction;
import dev.pacesetter.metrics.satisfaction.NetPromoterScore;
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
          .put("nps", "standardError", in -> nps(in).standardError())
          .put("nps", "lower", in -> limit(in, Interval::lower))
          .put("nps", "upper", in -> limit(in, Interval::upper))
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

  private static Measure score(Inputs in) {
    return nps(in).score(in.number("confidence"));
  }

  /** With all answers in one class the library claims no certainty, and gives no interval. */
  private static @Nullable Object limit(Inputs in, ToDoubleFunction<Interval> end)
      throws NotExpressibleException {
    Measure score = score(in);
    if (score.isPresent() && score.interval().isEmpty()) {
      throw new NotExpressibleException(Reason.of("one-class"));
    }
    return score.interval().map(end::applyAsDouble).orElse(null);
  }

  private static CustomerSatisfaction csat(Inputs in) {
    return CustomerSatisfaction.ofHistogram(in.wholes("histogram1to5"));
  }

  private static Measure share(Inputs in) {
    return csat(in).share(in.number("confidence"));
  }
}
