package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.compare.MultipleTesting;
import java.util.Arrays;

/** Adjustment of p-values. */
final class MultipleTestingTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("adjust", "bh", by(MultipleTesting.BENJAMINI_HOCHBERG))
          .put("adjust", "by", by(MultipleTesting.BENJAMINI_YEKUTIELI))
          .put("adjust", "holm", by(MultipleTesting.HOLM))
          .put("adjust", "hochberg", by(MultipleTesting.HOCHBERG))
          .put("adjust", "bonferroni", by(MultipleTesting.BONFERRONI))
          .put("adjust", "rejectedBhAt0.05", MultipleTestingTopic::rejected)
          .build();

  private static final double LEVEL = 0.05;
  private static final double ROUNDING = 1e-15;

  private MultipleTestingTopic() {}

  private static Quantity by(MultipleTesting method) {
    return in -> method.adjust(in.numbers("p"));
  }

  /** Where an adjusted value is the level but for rounding, the count says nothing. */
  private static Object rejected(Inputs in) throws NotExpressibleException {
    double[] adjusted = MultipleTesting.BENJAMINI_HOCHBERG.adjust(in.numbers("p"));
    if (Arrays.stream(adjusted).anyMatch(p -> Math.abs(p - LEVEL) <= ROUNDING)) {
      throw new NotExpressibleException(Reason.of("knife-edge"));
    }
    return Arrays.stream(adjusted).filter(p -> p < LEVEL).count();
  }
}
