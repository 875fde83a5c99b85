package dev.pacesetter.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private final JsonWriter json = new JsonWriter();

  @Test
  void nestsAndSeparates() {
    json.beginObject();
    json.name("a").number(1);
    json.name("b").beginArray();
    json.text("x");
    json.bool(true);
    json.nothing();
    json.endArray();
    json.endObject();

    assertThat(json.text())
        .isEqualTo("{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    true,\n    null\n  ]\n}\n");
  }

  @Test
  void leavesEmptyOnesOnOneLine() {
    json.beginObject();
    json.name("none").beginArray();
    json.endArray();
    json.endObject();

    assertThat(json.text()).isEqualTo("{\n  \"none\": []\n}\n");
  }

  @Test
  void escapesQuotesBackslashesAndControlCharacters() {
    json.text("a\"b\\c\n王");

    assertThat(json.text()).isEqualTo("\"a\\\"b\\\\c\\u000a王\"\n");
  }

  @Test
  void roundsToFourDecimalsWithoutAnExponent() {
    json.beginArray();
    json.number(2.0 / 3);
    json.number(1e-9);
    json.number(120.0);
    json.endArray();

    assertThat(json.text()).isEqualTo("[\n  0.6667,\n  0,\n  120\n]\n");
  }
}
