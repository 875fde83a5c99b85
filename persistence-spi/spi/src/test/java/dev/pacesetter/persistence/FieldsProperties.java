package dev.pacesetter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FieldsProperties {

  @Property
  void whatCameInAsADoubleGoesOutAsThatDouble(@ForAll double real) {
    assertThat(Fields.of(Map.of("n", real)).decimal("n").doubleValue()).isEqualTo(real + 0.0);
  }

  @Property
  void whatCameInAsALongGoesOutAsThatLong(@ForAll long whole) {
    assertThat(Fields.of(Map.of("n", whole)).whole("n")).isEqualTo(whole);
    assertThat(Fields.of(Map.of("n", BigDecimal.valueOf(whole))))
        .isEqualTo(Fields.of(Map.of("n", whole)));
  }

  @Property
  void equalNumbersAreEqualWhateverTheirScale(@ForAll BigDecimal number) {
    BigDecimal sameValue = number.setScale(number.scale() + 3);

    assertThat(Fields.of(Map.of("n", sameValue)))
        .isEqualTo(Fields.of(Map.of("n", number)))
        .hasSameHashCodeAs(Fields.of(Map.of("n", number)));
    assertThat(Fields.of(Map.of("n", number)).decimal("n")).isEqualByComparingTo(number);
  }
}
