package dev.pacesetter.division;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Golden values of apportionment, made by exact arithmetic elsewhere; each names its source. */
final class Oracle {
  private Oracle() {}

  static Stream<JsonNode> cases(String function) {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Oracle.class.getResourceAsStream("/oracles/apportionment.jsonl")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(
              line -> {
                try {
                  return json.readTree(line);
                } catch (IOException broken) {
                  throw new UncheckedIOException(broken);
                }
              })
          .filter(node -> node.path("fn").asText().equals(function))
          .toList()
          .stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static long[] longs(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }

  static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /** Returns the numbers of an array of arrays, of any depth, in order. */
  static double[] flat(JsonNode array) {
    return array.isArray()
        ? StreamSupport.stream(array.spliterator(), false)
            .map(Oracle::flat)
            .flatMapToDouble(java.util.Arrays::stream)
            .toArray()
        : new double[] {array.asDouble()};
  }
}
