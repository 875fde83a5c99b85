package dev.pacesetter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FieldsTest {

  @Test
  void keepEveryKindOfValueUnderItsName() {
    Fields fields =
        Fields.builder()
            .put("title", "EMEA new revenue")
            .put("units", 12)
            .put("share", 0.1)
            .put("open", true)
            .put("tags", List.of("q3", 7))
            .put("owner", Map.of("person", "ana"))
            .build();

    assertThat(fields.text("title")).isEqualTo("EMEA new revenue");
    assertThat(fields.whole("units")).isEqualTo(12);
    assertThat(fields.decimal("units")).isEqualTo("12");
    assertThat(fields.decimal("share")).isEqualTo("0.1");
    assertThat(fields.flag("open")).isTrue();
    assertThat(fields.list("tags")).isEqualTo(ImmutableList.of("q3", 7L));
    assertThat(fields.fields("owner").text("person")).isEqualTo("ana");
    assertThat(fields.value("reason")).isEmpty();
    assertThat(fields.asMap().keySet())
        .containsExactly("title", "units", "share", "open", "tags", "owner");
  }

  @Test
  void areEqualWhateverTheOrder() {
    Fields one = Fields.builder().put("a", 1).put("b", 2).build();
    Fields other = Fields.builder().put("b", 2).put("a", 1).build();

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(Fields.of(Map.of("a", 1)));
  }

  @Nested
  class Numbers {
    @Test
    void areEqualWhenTheirValueIs() {
      Fields one = Fields.of(Map.of("n", 1L));

      for (Number same :
          List.of(
              1,
              (short) 1,
              (byte) 1,
              1.0,
              BigInteger.ONE,
              new BigDecimal("1.00"),
              new BigDecimal("10E-1"))) {
        assertThat(Fields.of(Map.of("n", same))).as("%s", same.getClass()).isEqualTo(one);
      }
    }

    @Test
    void keepEveryDigit() {
      BigDecimal beyondDouble = new BigDecimal("12345678901234567890.123456789");
      Fields fields =
          Fields.of(
              Map.of(
                  "max",
                  Long.MAX_VALUE,
                  "min",
                  Long.MIN_VALUE,
                  "beyondLong",
                  BigInteger.TWO.pow(63),
                  "beyondDouble",
                  beyondDouble));

      assertThat(fields.whole("max")).isEqualTo(Long.MAX_VALUE);
      assertThat(fields.whole("min")).isEqualTo(Long.MIN_VALUE);
      assertThat(fields.decimal("beyondLong")).isEqualByComparingTo("9223372036854775808");
      assertThat(fields.decimal("beyondDouble")).isEqualTo(beyondDouble);
    }

    @Test
    void doNotExpandHugeExponents() {
      Fields fields = Fields.of(Map.of("n", new BigDecimal("1E+2000000000")));

      assertThat(fields.decimal("n").scale()).isEqualTo(-2_000_000_000);
    }

    @Test
    void mustBeFinite() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.of(Map.of("rate", Double.NaN)))
          .withMessage("Field \"rate\" is NaN; a number must be finite");
    }

    @Test
    void areNotReadAsIntegersWhenTheyHaveAFraction() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.of(Map.of("units", 1.5)).whole("units"))
          .withMessage("Field \"units\" is 1.5; it must be an integer from -2^63 to 2^63-1");
    }
  }

  @Nested
  class Refuse {
    @Test
    void anUnknownTypeAndNameThePath() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> Fields.of(Map.of("goal", Map.of("tiers", List.of(1, DayOfWeek.MONDAY)))))
          .withMessageStartingWith("Field \"goal.tiers[1]\" is a java.time.DayOfWeek (MONDAY)")
          .withMessageContaining("allowed are String");
    }

    @Test
    void nullAsAValue() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.of(Collections.singletonMap("a", null)))
          .withMessageStartingWith("Field \"a\" is null");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.of(Map.of("a", Arrays.asList(1, null))))
          .withMessageStartingWith("Field \"a[1]\" is null");
    }

    @Test
    void aNameThatIsNoText() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.of(Map.of("a", Map.of(1, 2))))
          .withMessage("Field \"a\" has the name 1; a name must be a String");
    }

    @Test
    void aNameGivenTwice() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.builder().put("a", 1).put("a", 1))
          .withMessage("Field \"a\" is given twice; a name is allowed once");
    }

    @Test
    void halfACharacter() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.of(Map.of("note", "x\uD83D")))
          .withMessage(
              "Field \"note\" has the lone surrogate U+d83d at index 1; it must be well-formed"
                  + " Unicode");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.of(Map.of("note", "\uDE00\uD83D")));
      assertThatIllegalArgumentException().isThrownBy(() -> Fields.of(Map.of("\uD83D", "x")));
      assertThat(Fields.of(Map.of("note", "😀")).text("note")).isEqualTo("😀");
    }

    @Test
    void aTreeThatIsTooDeep() {
      Fields deepest = Fields.of(ImmutableMap.of("leaf", 1));
      for (int level = 1; level < Fields.MAX_DEPTH; level++) {
        deepest = Fields.of(ImmutableMap.of("a", deepest));
      }
      Fields full = deepest;

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.of(ImmutableMap.of("a", full)))
          .withMessage("Field \"a\" is nested 65 levels deep; at most 64 are allowed");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fields.of(ImmutableMap.of("a", ImmutableList.of(full))));
      assertThat(full.fields("a")).isNotEqualTo(full);
    }

    @Test
    void toReadWhatIsNotThereOrOfAnotherKind() {
      Fields fields = Fields.builder().put("a", "x").put("b", true).build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> fields.text("c"))
          .withMessage("Field \"c\" is missing; there are [a, b]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> fields.flag("a"))
          .withMessage("Field \"a\" is x; it must be true or false");
    }
  }
}
