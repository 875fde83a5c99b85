package dev.pacesetter.examples.conformance.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.compare.FunnelLimits;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** Rates of peers, and limits between which a rate falls by chance. */
final class ShrinkageFunnelTopic {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .putAll(PeerShrinkageTopic.FUNCTIONS)
          .put("funnel_exact_binomial_limits", "limits", limits(UnaryOperator.identity()))
          .put("funnel_exact_binomial_limits", "limitsClipped", limits(FunnelLimits::clipped))
          .putAll(OverdispersionTopic.FUNCTIONS)
          .build();

  private ShrinkageFunnelTopic() {}

  private static Quantity limits(UnaryOperator<FunnelLimits> shown) {
    return in ->
        in.list("probs").stream()
            .mapToDouble(probability -> limit(in, probability, shown))
            .toArray();
  }

  private static double limit(Inputs in, JsonNode probability, UnaryOperator<FunnelLimits> shown) {
    BigDecimal p = in.decimal(probability);
    boolean isLower = p.compareTo(HALF) < 0;
    BigDecimal tail = isLower ? p : BigDecimal.ONE.subtract(p);
    FunnelLimits limits =
        shown.apply(
            FunnelLimits.exactBinomial(
                in.number("target"), in.whole("denominator"), tail.doubleValue()));
    return isLower ? limits.lower() : limits.upper();
  }
}
