package dev.pacesetter.metrics.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import java.util.Arrays;

/** Index lists of golden cases. */
final class Indexes {
  private Indexes() {}

  static int[] of(JsonNode array) {
    return Arrays.stream(Golden.longs(array)).mapToInt(Math::toIntExact).toArray();
  }
}
