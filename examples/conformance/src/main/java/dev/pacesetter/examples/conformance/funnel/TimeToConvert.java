package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.Optional;

/**
 * How long it took from one step to another, with a histogram: {@code k + 1} bins from the shortest
 * time on, each {@code ⌈(longest - shortest)/k⌉} wide and 60 where that is 0; {@code k} is given or
 * {@code ⌈∛n⌉} within 1 to 60.
 */
final class TimeToConvert {
  private static final int MOST_BINS = 60;
  private static final double NARROW = 60;

  private TimeToConvert() {}

  static JsonNode of(ImmutableList<Double> seconds, int from, int to, Optional<Integer> binCount) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("from", from).put("to", to);
    ArrayNode bins = result.putArray("bins");
    if (seconds.isEmpty()) {
      return result.putNull("average_seconds");
    }
    result.put(
        "average_seconds", seconds.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    int k =
        binCount.orElse(
            Math.min(MOST_BINS, Math.max(1, (int) Math.ceil(Math.cbrt(seconds.size())))));
    double shortest = Collections.min(seconds);
    double rounded = Math.ceil((Collections.max(seconds) - shortest) / k);
    double width = rounded == 0 ? NARROW : rounded;
    long[] counts = new long[k + 1];
    for (double time : seconds) {
      counts[(int) ((time - shortest) / width)]++;
    }
    for (int bin = 0; bin < counts.length; bin++) {
      bins.addArray().add(shortest + bin * width).add(counts[bin]);
    }
    return result;
  }
}
