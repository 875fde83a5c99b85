package dev.pacesetter.examples.conformance.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pacesetter.examples.conformance.check.Fields;
import dev.pacesetter.examples.conformance.check.MalformedCaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  private static boolean holds(String op, String value, String props)
      throws JsonProcessingException {
    String condition = "{\"prop\": \"p\", \"op\": \"%s\", \"value\": %s}".formatted(op, value);
    return Condition.parse(Fields.of(json(condition), "where")).holds(json(props));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eq | 2 | 2.0 | true",
        "eq | true | \"true\" | true",
        "eq | \"a\" | \"A\" | false",
        "ne | \"a\" | \"b\" | true",
        "lt | 10 | 9 | true",
        "le | 10 | 10 | true",
        "gt | 10 | 10 | false",
        "ge | 10 | 10 | true",
        "gt | \"2024-01-31\" | \"2024-02-01\" | true",
        "in | [1, 2] | 2 | true",
        "in | [] | 2 | false",
        "not_in | [1, 2] | 3 | true",
        "not_in | [1, 2] | 1 | false",
        "is_null | null | 0 | false",
        "contains_ci | \"ANOTHER\" | \"one another\" | true"
      })
  void comparesNumbersByValueAndTheRestByText(
      String op, String value, String property, boolean expected) throws JsonProcessingException {
    assertThat(holds(op, value, "{\"p\": " + property + "}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"p\": null}"})
  void aMissingPropertyIsNullAndNothingElse(String props) throws JsonProcessingException {
    assertThat(holds("is_null", "null", props)).isTrue();
    assertThat(holds("ne", "1", props)).isFalse();
    assertThat(holds("not_in", "[1]", props)).isFalse();
  }

  @Test
  void refusesAnOperatorItDoesNotKnow() {
    assertThatThrownBy(() -> holds("like", "1", "{}"))
        .isInstanceOf(MalformedCaseException.class)
        .hasMessageContaining("where.op is \"like\"");
  }
}
