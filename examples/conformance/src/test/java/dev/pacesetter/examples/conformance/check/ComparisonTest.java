package dev.pacesetter.examples.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Comparison STRICT = new Comparison(0.01, 0, false);
  private static final Comparison LENIENT = new Comparison(0.01, 0, true);

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100 | 100",
        "100.0 | 100.9",
        "100 | 99.1",
        "[1, [2.0]] | [1, [2.01]]",
        "{\"a\": true, \"b\": \"x\"} | {\"b\": \"x\", \"a\": true}",
        "null | null",
        "\"Infinity\" | 1e999"
      })
  void agreesWithinTheTolerance(String expected, String got) throws JsonProcessingException {
    assertThat(STRICT.compare("x", json(expected), json(got))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100 | 101 | x",
        "100.0 | 101.1 | x",
        "0.0 | 0.001 | x",
        "[1, [2.0]] | [1, [2.1]] | x[1][0]",
        "[1, 2] | [1] | x",
        "{\"a\": 1} | {} | x.a",
        "{} | {\"a\": 1} | x.a",
        "null | 0 | x",
        "0 | null | x",
        "true | false | x",
        "\"ok\" | \"no\" | x",
        "\"-Infinity\" | 1e999 | x"
      })
  void namesThePlaceThatDiffers(String expected, String got, String path)
      throws JsonProcessingException {
    assertThat(STRICT.compare("x", json(expected), json(got))).map(Difference::path).hasValue(path);
  }

  @Test
  void neverAgreesWithWhatIsNotANumber() throws JsonProcessingException {
    assertThat(STRICT.compare("x", json("1.0"), DoubleNode.valueOf(Double.NaN))).isPresent();
  }

  @Test
  void takesNullForNoStatementWhereTheSourceDoesNotAssert() throws JsonProcessingException {
    assertThat(LENIENT.compare("x", json("[null, 2]"), json("[7, 2]"))).isEqualTo(Optional.empty());
    assertThat(LENIENT.compare("x", json("[1, 2]"), json("[null, 2]"))).isPresent();
  }
}
