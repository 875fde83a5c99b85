package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.conversion.ProportionInterval;

/** Intervals of a share. */
final class BinomialIntervalsTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("interval", "wilson", of(ProportionInterval.WILSON))
          .put("interval", "wilsonCc", of(ProportionInterval.WILSON_CORRECTED))
          .put("interval", "clopperPearson", of(ProportionInterval.CLOPPER_PEARSON))
          .put("interval", "jeffreys", of(ProportionInterval.JEFFREYS))
          .put("interval", "jeffreysRaw", raw(ProportionInterval.JEFFREYS))
          .put("interval", "agrestiCoull", of(ProportionInterval.AGRESTI_COULL))
          .put("interval", "agrestiCoullRaw", raw(ProportionInterval.AGRESTI_COULL))
          .put("interval", "z", BinomialIntervalsTopic::internal)
          .build();

  private BinomialIntervalsTopic() {}

  private static Quantity of(ProportionInterval method) {
    return in -> interval(method, in);
  }

  private static Interval interval(ProportionInterval method, Inputs in) {
    return method.of(in.whole("successes"), in.whole("trials"), in.number("confidence"));
  }

  /** The bare formula, which is the library's answer where no end is 0 or 1 by rule. */
  private static Quantity raw(ProportionInterval method) {
    return in -> {
      Interval interval = interval(method, in);
      if (interval.lower() == 0 || interval.upper() == 1) {
        throw new NotExpressibleException(Reason.of("end-by-rule"));
      }
      return interval;
    };
  }

  private static Object internal(Inputs in) throws NotExpressibleException {
    throw new NotExpressibleException(Reason.of("internal"));
  }
}
