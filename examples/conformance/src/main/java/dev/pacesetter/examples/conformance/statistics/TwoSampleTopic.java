package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import com.google.common.primitives.Doubles;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.compare.RankTest;
import java.util.HashSet;

/** Comparison of two groups. */
final class TwoSampleTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("mann_whitney", "auc", in -> test(in).superiority())
          .put("mann_whitney", "pExact", in -> pValue(in, true))
          .put("mann_whitney", "pAsymptoticCorrected", in -> pValue(in, false))
          .build();

  /** The library's p-value is exact up to this many pairs without ties. */
  private static final long MOST_PAIRS = 2_500;

  private TwoSampleTopic() {}

  private static RankTest test(Inputs in) {
    return RankTest.twoSided(in.numbers("x"), in.numbers("y"));
  }

  private static Object pValue(Inputs in, boolean exact) throws NotExpressibleException {
    double[] x = in.numbers("x");
    double[] y = in.numbers("y");
    HashSet<Double> distinct = new HashSet<>(Doubles.asList(Doubles.concat(x, y)));
    if (distinct.size() == 1) {
      throw new NotExpressibleException(Reason.of("all-equal"));
    }
    boolean isExact =
        distinct.size() == x.length + y.length && (long) x.length * y.length <= MOST_PAIRS;
    if (isExact != exact) {
      throw new NotExpressibleException(Reason.of(isExact ? "exact-here" : "approximate-here"));
    }
    return test(in).pValue();
  }
}
