package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.plan.Apportionment;

/** Whole parts of a whole. */
final class ApportionmentTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.of(
          "split_integer",
          "hamilton",
          in -> Apportionment.largestRemainder(in.whole("total"), in.numbers("weights")));

  private ApportionmentTopic() {}
}
