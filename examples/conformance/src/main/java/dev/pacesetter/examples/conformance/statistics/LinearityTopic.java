package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.forecast.Linearity;

/** How evenly bookings came in; a function of the topic of samples. */
final class LinearityTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("linearity", "linearityIndex", in -> linearity(in).index())
          .put(
              "linearity",
              "hockeyStick",
              in -> linearity(in).hockeyStick(Math.toIntExact(in.whole("lastPeriods"))))
          .put("linearity", "maxGap", in -> linearity(in).largestGap())
          .put("linearity", "meanGap", in -> linearity(in).meanGap())
          .build();

  private LinearityTopic() {}

  private static Linearity linearity(Inputs in) {
    return Linearity.of(in.numbers("bookings"));
  }
}
