package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.examples.conformance.check.Fields;
import java.util.Arrays;
import java.util.Locale;

/**
 * A condition on a property. A missing or null property fulfils none but {@link Op#IS_NULL}.
 *
 * @param prop the name of the property
 * @param op how it is compared
 * @param value what it is compared with
 */
record Condition(String prop, Op op, JsonNode value) {
  enum Op {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    IN,
    NOT_IN,
    IS_NULL,
    CONTAINS_CI
  }

  static Condition parse(Fields fields) {
    String name = fields.text("op");
    Op op =
        Arrays.stream(Op.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst()
            .orElseThrow(() -> fields.wrong("op", "operator"));
    if (op == Op.IN || op == Op.NOT_IN) {
      fields.list("value");
    }
    return new Condition(fields.text("prop"), op, fields.get("value"));
  }

  boolean holds(JsonNode props) {
    JsonNode property = props.path(prop);
    if (property.isNull() || property.isMissingNode()) {
      return op == Op.IS_NULL;
    }
    return switch (op) {
      case EQ -> isEqual(property, value);
      case NE -> !isEqual(property, value);
      case LT -> compare(property) < 0;
      case LE -> compare(property) <= 0;
      case GT -> compare(property) > 0;
      case GE -> compare(property) >= 0;
      case IN -> isAnyOf(property);
      case NOT_IN -> !isAnyOf(property);
      case IS_NULL -> false;
      case CONTAINS_CI ->
          property
              .asText()
              .toLowerCase(Locale.ROOT)
              .contains(value.asText().toLowerCase(Locale.ROOT));
    };
  }

  private boolean isAnyOf(JsonNode property) {
    for (JsonNode one : value) {
      if (isEqual(property, one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEqual(JsonNode property, JsonNode value) {
    return compare(property, value) == 0;
  }

  private int compare(JsonNode property) {
    return compare(property, value);
  }

  /** Numbers by value, everything else by its text: days and names sort as they are written. */
  private static int compare(JsonNode property, JsonNode value) {
    return property.isNumber() && value.isNumber()
        ? property.decimalValue().compareTo(value.decimalValue())
        : property.asText().compareTo(value.asText());
  }
}
