package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;

/** Samples. */
final class DescriptiveTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .putAll(LinearityTopic.FUNCTIONS)
          .put("quantiles", "type7", DescriptiveTopic::quantiles)
          .put("moments", "n", in -> sample(in).n())
          .put("moments", "sum", in -> sample(in).sum())
          .put("moments", "mean", in -> sample(in).mean())
          .build();

  private DescriptiveTopic() {}

  private static Sample sample(Inputs in) {
    return Sample.of(Unit.COUNT, in.numbers("x"));
  }

  private static Object quantiles(Inputs in) {
    Sample sample = sample(in);
    return Arrays.stream(in.numbers("probs")).mapToObj(sample::quantile).toArray(Measure[]::new);
  }
}
