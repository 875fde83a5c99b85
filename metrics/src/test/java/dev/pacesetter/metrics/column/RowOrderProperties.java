package dev.pacesetter.metrics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RowOrderProperties {
  @Property
  void sortsLikeTheStableSortOfTheLibrary(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 20) Integer> keys) {
    RowOrder order = (a, b) -> Integer.compare(keys.get(a), keys.get(b));
    int[] expected =
        IntStream.range(0, keys.size())
            .boxed()
            .sorted(Comparator.comparing(keys::get))
            .mapToInt(Integer::intValue)
            .toArray();

    assertThat(order.sorted(keys.size())).isEqualTo(expected);
  }
}
