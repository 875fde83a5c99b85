package dev.pacesetter.persistence.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.Fields;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes in comes out, whatever it is. */
interface ContentContract extends Setting {

  @Test
  default void keepsTextOfEveryScript() {
    assertIsKept(
        Fields.builder()
            .put("empty", "")
            .put("spaces", "  a\tb\r\n ")
            .put("chinese", "销售管理闭环")
            .put("rightToLeft", "מכירות")
            .put("emoji", "👩🏽‍💼📈")
            .put("combining", "e\u0301 is not é")
            .put("controls", "\u0000\u0001\u001F\u007F\u0085\u2028\u2029\uFEFF")
            .put("hostile", "'; DROP TABLE event; -- \\ \" <script> ${x} {0} %s ?")
            .build());
  }

  @Test
  default void keepsNamesOfEveryScript() {
    assertIsKept(
        Fields.builder()
            .put("", "empty name")
            .put("负责人", "ana")
            .put("📈", 1)
            .put("a.b", 2)
            .put("$where", 3)
            .put("@type", 4)
            .put("with \"quotes\" and \u0000", 5)
            .build());
  }

  @Test
  default void keepsEveryDigitOfANumber() {
    assertIsKept(
        Fields.builder()
            .put("zero", 0)
            .put("max", Long.MAX_VALUE)
            .put("min", Long.MIN_VALUE)
            .put("beyondLong", BigInteger.TWO.pow(200).add(BigInteger.ONE))
            .put("third", 1.0 / 3)
            .put("tiny", Double.MIN_VALUE)
            .put("huge", Double.MAX_VALUE)
            .put("decimal", new BigDecimal("-12345678901234567890.123456789012345678901"))
            .put("exponent", new BigDecimal("1E+400"))
            .build());
  }

  @Test
  default void keepsNestedListsAndFields() {
    Fields deep = Fields.of(Map.of("leaf", true));
    for (int level = 1; level < Fields.MAX_DEPTH; level++) {
      deep = Fields.of(Map.of("next", deep));
    }
    assertIsKept(deep);
    assertIsKept(
        Fields.of(
            Map.of(
                "emptyList", List.of(),
                "emptyFields", Fields.empty(),
                "mixed", List.of("a", 1, 1.5, false, List.of(List.of()), Map.of("b", 2)))));
    assertIsKept(Fields.empty());
  }

  @Test
  default void keepsAPayloadOfSeveralMegabytes() {
    assertIsKept(Fields.of(Map.of("text", "商机📈ab".repeat(500_000))));
  }

  @Test
  default void keepsTypesKindsAndIdsOfEveryScriptAtFullLength() {
    String type = "阶段".repeat(50);
    String id = "😀".repeat(100);
    EventRecord event = new EventRecord(id, NOON, type, Fields.empty());
    DocumentKey key = DocumentKey.of("目".repeat(64), id);

    journal().append(List.of(event));
    documents().save(key, Fields.empty(), 0, NOON);

    assertThat(stored()).containsExactly(event);
    assertThat(journal().append(List.of(event)).duplicates()).isEqualTo(1);
    assertThat(documents().list(key.kind()))
        .singleElement()
        .satisfies(revision -> assertThat(revision.key()).isEqualTo(key));
  }

  private void assertIsKept(Fields content) {
    EventRecord event = new EventRecord("e" + content.hashCode(), NOON, "content", content);
    DocumentKey key = DocumentKey.of("content", event.id());

    journal().append(List.of(event));
    documents().save(key, content, 0, NOON);

    assertThat(stored()).contains(event);
    assertThat(storedAsOf(NOON)).contains(event);
    assertThat(journal().append(List.of(event)).duplicates()).isEqualTo(1);
    assertThat(documents().latest(key))
        .hasValueSatisfying(revision -> assertThat(revision.body()).isEqualTo(content));
    assertThat(documents().saveIfChanged(key, content, NOON).revision()).isEqualTo(1);
  }
}
