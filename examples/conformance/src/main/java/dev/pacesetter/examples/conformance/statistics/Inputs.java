package dev.pacesetter.examples.conformance.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.conformance.check.Fields;
import java.math.BigDecimal;

/**
 * The inputs of a case.
 *
 * @param fields the object {@code in}
 */
record Inputs(Fields fields) {
  double number(String name) {
    return fields.number(name);
  }

  long whole(String name) {
    return fields.whole(name);
  }

  /** A number as it is written: 0.95 is 19/20. */
  BigDecimal decimal(JsonNode number) {
    return new BigDecimal(number.asText());
  }

  ImmutableList<JsonNode> list(String name) {
    return fields.list(name);
  }

  double[] numbers(String name) {
    return fields.list(name).stream().mapToDouble(node -> number(name, node)).toArray();
  }

  private double number(String name, JsonNode node) {
    if (!node.isNumber()) {
      throw fields.wrong(name, "numbers");
    }
    return node.doubleValue();
  }

  long[] wholes(String name) {
    return fields.list(name).stream().mapToLong(node -> whole(name, node)).toArray();
  }

  private long whole(String name, JsonNode node) {
    if (!node.isIntegralNumber()) {
      throw fields.wrong(name, "wholes");
    }
    return node.longValue();
  }
}
