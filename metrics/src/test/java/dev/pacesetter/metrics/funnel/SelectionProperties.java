package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SelectionProperties {

  /** Sizes around the chunks and the sorted rest; ranges from one value to all there are. */
  @Property(tries = 60)
  void findsWhatSortingFinds(
      @ForAll @IntRange(min = 1, max = 70_000) int n,
      @ForAll @IntRange(min = 0, max = 63) int bits,
      @ForAll @IntRange(min = 0, max = 63) int outlierBits,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LongChunks[] lists = {new LongChunks(), new LongChunks()};
    LongChunks.Writer writer = new LongChunks.Writer(lists);
    long[] sorted = new long[n];
    for (int i = 0; i < n; i++) {
      int most = random.nextInt(1000) == 0 ? outlierBits : bits;
      sorted[i] = most == 0 ? 7 : random.nextLong() >>> (Long.SIZE - most);
      writer.reserve(1);
      writer.add(random.nextInt(2), sorted[i]);
    }
    writer.flush();
    Arrays.sort(sorted);
    int[] ranks =
        IntStream.concat(IntStream.of(0, n / 2, n - 1), random.ints(5, 0, n))
            .sorted()
            .distinct()
            .toArray();

    assertThat(Selection.of(ImmutableList.of(lists[0], lists[1]), ranks))
        .isEqualTo(Arrays.stream(ranks).mapToLong(rank -> sorted[rank]).toArray());
    assertThat(lists[0].size() + lists[1].size()).isEqualTo(n);
  }
}
