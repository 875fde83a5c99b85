package dev.pacesetter.review;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What everybody did in one metric, ready for comparison. A group is a mark per person, so that one
 * person, a team and the rest of a team are asked alike.
 */
abstract class PeerSamples {

  /**
   * A test of a group.
   *
   * @param pValue two-sided, from 0 to 1
   * @param sign 1 when the group tends to larger values, -1 to smaller ones, 0 to neither
   */
  record Difference(double pValue, int sign) {}

  private final PeerMetric metric;

  PeerSamples(PeerMetric metric) {
    this.metric = metric;
  }

  final PeerMetric metric() {
    return metric;
  }

  /** The name of the test. */
  abstract String test();

  /** The number of observations of everybody. */
  abstract long n();

  /** The number of observations of a group. */
  abstract long n(boolean[] group);

  /** What everybody reached together. */
  abstract OptionalDouble company();

  /** What the average of all would have reached with the group's products. */
  abstract OptionalDouble expected(boolean[] group);

  /** A group against its expectation. It has observations, and so have the others. */
  abstract Difference againstMix(boolean[] group);

  /** A group against everybody, whatever the products. */
  abstract Difference againstCompany(boolean[] group);

  /** A group against another one, products considered. Both have observations. */
  abstract Difference against(boolean[] group, boolean[] others);

  /** How many observations of a group it takes to notice a difference that matters. */
  abstract OptionalLong needed(boolean[] group, ReviewSettings settings);
}
