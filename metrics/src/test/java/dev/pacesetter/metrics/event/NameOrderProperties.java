package dev.pacesetter.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NameOrderProperties {
  /** Names with much in common, of narrow and of wide characters. */
  @Provide
  Arbitrary<List<String>> names() {
    Arbitrary<String> narrow = Arbitraries.strings().withChars('\0', 'a', 'b', 'ÿ').ofMaxLength(12);
    Arbitrary<String> wide = Arbitraries.strings().withChars('a', '张', '\uffff').ofMaxLength(7);
    Arbitrary<List<String>> lists =
        Arbitraries.oneOf(
            narrow.list().ofMaxSize(60),
            wide.list().ofMaxSize(60),
            Arbitraries.oneOf(narrow, wide).list().ofMaxSize(60),
            Arbitraries.strings().list().ofMaxSize(20));
    return Arbitraries.of("", "deal-")
        .flatMap(start -> lists.map(list -> list.stream().map(start::concat).toList()));
  }

  @Property
  void isThatOfTheLibrary(@ForAll("names") List<String> names) {
    List<String> expected = names.stream().sorted().toList();

    int[] order = NameOrder.of(names);

    assertThat(Arrays.stream(order).mapToObj(names::get).toList()).isEqualTo(expected);
    assertThat(order).doesNotHaveDuplicates();
  }
}
