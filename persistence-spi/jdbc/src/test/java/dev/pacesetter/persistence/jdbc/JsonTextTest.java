package dev.pacesetter.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pacesetter.persistence.Fields;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @Test
  void isPlainJsonInTheOrderOfTheFields() {
    Fields fields =
        Fields.builder()
            .put("title", "\"Q3\" 销售\n")
            .put("units", 12)
            .put("share", 0.5)
            .put("huge", new BigDecimal("1E+400"))
            .put("open", false)
            .put("tags", List.of("a", 1, List.of()))
            .put("owner", Map.of("person", "ana"))
            .build();

    assertThat(JsonText.write(fields))
        .isEqualTo(
            "{\"title\":\"\\\"Q3\\\" 销售\\n\",\"units\":12,\"share\":0.5,\"huge\":1E+400,"
                + "\"open\":false,\"tags\":[\"a\",1,[]],\"owner\":{\"person\":\"ana\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "null",
        "{",
        "{\"a\":}",
        "{\"a\":null}",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "{\"a\":NaN}",
        "{a:1}",
        "{\"a\":1,}"
      })
  void refusesWhatItDidNotWrite(String text) {
    assertThatThrownBy(() -> JsonText.read(text)).isInstanceOf(IOException.class);
  }
}
