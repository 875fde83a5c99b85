package dev.pacesetter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One case computed by other software; the case's own {@code src} says which.
 *
 * @param json the whole line of the file
 */
public record Golden(JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public static List<Golden> of(String topic, String fn) {
    try (InputStream file = Golden.class.getResourceAsStream("/oracles/" + topic + ".jsonl")) {
      List<Golden> cases =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(Golden::parse)
              .filter(golden -> golden.json.get("fn").asText().equals(fn))
              .toList();
      assertThat(cases).as("golden cases of %s/%s", topic, fn).isNotEmpty();
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Golden parse(String line) {
    try {
      return new Golden(MAPPER.readTree(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode in(String name) {
    return json.path("in").path(name);
  }

  public JsonNode out(String name) {
    return json.path("out").path(name);
  }

  public static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  public static long[] longs(JsonNode array) {
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asLong();
    }
    return values;
  }

  /** Compares within the case's own tolerance: {@code |got - exp| <= tol·|exp| + atol}. */
  public void assertClose(String what, double actual, JsonNode expected) {
    assertThat(expected.isNumber()).as("%s: %s is a number", this, what).isTrue();
    double exp = expected.asDouble();
    double allowed = json.get("tol").asDouble() * Math.abs(exp) + json.get("atol").asDouble();
    assertThat(Math.abs(actual - exp))
        .as("%s: %s is %s, golden %s", this, what, actual, exp)
        .isLessThanOrEqualTo(allowed);
  }

  public void assertClose(String what, double[] actual, JsonNode expected) {
    assertThat(actual).as("%s: %s", this, what).hasSize(expected.size());
    for (int i = 0; i < actual.length; i++) {
      assertClose(what + "[" + i + "]", actual[i], expected.get(i));
    }
  }

  public void assertClose(String what, Interval actual, JsonNode expected) {
    assertClose(what, new double[] {actual.lower(), actual.upper()}, expected);
  }

  @Override
  public String toString() {
    return json.get("id").asText();
  }
}
