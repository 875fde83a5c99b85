package dev.pacesetter.examples.conformance.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The library's answers in the form in which the cases state theirs. */
final class Answers {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Answers() {}

  static JsonNode toJson(@Nullable Object answer) {
    if (answer == null) {
      return JSON.nullNode();
    }
    if (answer instanceof Double number) {
      return JSON.numberNode(number.doubleValue());
    }
    if (answer instanceof Long || answer instanceof Integer) {
      return JSON.numberNode(((Number) answer).longValue());
    }
    if (answer instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    }
    if (answer instanceof String text) {
      return JSON.textNode(text);
    }
    if (answer instanceof Measure measure) {
      return measure.isPresent() ? JSON.numberNode(measure.value()) : JSON.nullNode();
    }
    if (answer instanceof OptionalDouble number) {
      return number.isPresent() ? JSON.numberNode(number.getAsDouble()) : JSON.nullNode();
    }
    if (answer instanceof Interval interval) {
      return array(Doubles.asList(interval.lower(), interval.upper()));
    }
    if (answer instanceof double[] numbers) {
      return array(Doubles.asList(numbers));
    }
    if (answer instanceof long[] wholes) {
      return array(Longs.asList(wholes));
    }
    if (answer instanceof Object[] answers) {
      return array(Arrays.asList(answers));
    }
    if (answer instanceof List<?> answers) {
      return array(answers);
    }
    if (answer instanceof Map<?, ?> fields) {
      ObjectNode object = JSON.objectNode();
      fields.forEach((name, field) -> object.set(String.valueOf(name), toJson(field)));
      return object;
    }
    throw new IllegalArgumentException(
        "an answer is a " + answer.getClass().getSimpleName() + "; it cannot be compared");
  }

  private static ArrayNode array(List<?> answers) {
    ArrayNode array = JSON.arrayNode();
    answers.forEach(answer -> array.add(toJson(answer)));
    return array;
  }
}
