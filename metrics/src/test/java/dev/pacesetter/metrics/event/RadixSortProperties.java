package dev.pacesetter.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RadixSortProperties {
  @Property
  void sortsLikeTheLibraryAndKeepsCompanions(@ForAll long[] numbers) {
    long[] expected = numbers.clone();
    Arrays.sort(expected);

    RadixSort sorted = new RadixSort(numbers.clone(), IntStream.range(0, numbers.length).toArray());

    assertThat(sorted.numbers()).isEqualTo(expected);
    assertThat(sorted.companions()).doesNotHaveDuplicates();
    for (int i = 0; i < numbers.length; i++) {
      assertThat(numbers[sorted.companions()[i]]).isEqualTo(expected[i]);
    }
  }
}
