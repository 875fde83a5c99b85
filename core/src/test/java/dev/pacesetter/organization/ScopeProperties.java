package dev.pacesetter.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.organization.Scope.Dimension;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScopeProperties {
  @Provide
  Arbitrary<Map<Dimension, String>> conditions() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.strings().withChars(",=%2C35D a").ofMaxLength(8))
            .filter(text -> !text.isBlank());
    return Arbitraries.maps(Arbitraries.of(Dimension.class), value);
  }

  @Property
  void parsingUndoesPrinting(@ForAll("conditions") Map<Dimension, String> conditions) {
    Scope scope = new Scope(ImmutableSortedMap.copyOf(conditions));
    assertThat(Scope.parse(scope.toString())).isEqualTo(scope);
  }
}
