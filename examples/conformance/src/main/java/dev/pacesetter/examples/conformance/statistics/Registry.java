package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;

/** What the library can be asked: by topic, the quantities of each function. */
final class Registry {
  private static final ImmutableMap<String, ImmutableTable<String, String, Quantity>> TOPICS =
      ImmutableMap.<String, ImmutableTable<String, String, Quantity>>builder()
          .put("apportionment", ApportionmentTopic.FUNCTIONS)
          .put("binomial_intervals", BinomialIntervalsTopic.FUNCTIONS)
          .put("control_charts", ControlChartsTopic.FUNCTIONS)
          .put("descriptive", DescriptiveTopic.FUNCTIONS)
          .put("multiple_testing", MultipleTestingTopic.FUNCTIONS)
          .put("nps_csat", SatisfactionTopic.FUNCTIONS)
          .put("shrinkage_funnel", ShrinkageFunnelTopic.FUNCTIONS)
          .put("survival", SurvivalTopic.FUNCTIONS)
          .put("two_sample", TwoSampleTopic.FUNCTIONS)
          .buildOrThrow();

  private Registry() {}

  /** Returns the quantities of a function that the library has, by name. */
  static ImmutableMap<String, Quantity> quantities(String topic, String function) {
    return TOPICS.getOrDefault(topic, ImmutableTable.of()).row(function);
  }
}
