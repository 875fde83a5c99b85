package dev.pacesetter.examples.benchmarks;

import com.google.common.collect.ImmutableList;

/**
 * What both sides say about the stages.
 *
 * @param furthest deals by the furthest stage they reached, those won last
 * @param lost deals that are lost
 * @param times for every stage the median and the 90th percentile of the milliseconds there
 */
record StageAnswer(ImmutableList<Long> furthest, long lost, ImmutableList<Double> times) {
  /** The won among all deals that reached a stage. */
  double wonRate() {
    return furthest.get(furthest.size() - 1)
        / (double) furthest.stream().mapToLong(Long::longValue).sum();
  }
}
