package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.conversion.ProportionInterval;

/** Intervals of a share. */
final class BinomialIntervalsTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("interval", "wilson", of(ProportionInterval.WILSON))
          .put("interval", "wilsonCc", of(ProportionInterval.WILSON_CORRECTED))
          .put("interval", "clopperPearson", of(ProportionInterval.CLOPPER_PEARSON))
          .put("interval", "jeffreys", of(ProportionInterval.JEFFREYS))
          .put("interval", "agrestiCoull", of(ProportionInterval.AGRESTI_COULL))
          .build();

  private BinomialIntervalsTopic() {}

  private static Quantity of(ProportionInterval method) {
    return in -> method.of(in.whole("successes"), in.whole("trials"), in.number("confidence"));
  }
}
