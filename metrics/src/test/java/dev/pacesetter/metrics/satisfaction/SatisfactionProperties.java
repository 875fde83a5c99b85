package dev.pacesetter.metrics.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SatisfactionProperties {
  @Property
  void theScoresOfPartsAddUpToThatOfTheWhole(
      @ForAll @Size(11) List<@LongRange(min = 0, max = 1_000_000) Long> one,
      @ForAll @Size(11) List<@LongRange(min = 0, max = 1_000_000) Long> two) {
    long[] first = Longs.toArray(one);
    long[] second = Longs.toArray(two);
    long[] all = new long[11];
    Arrays.setAll(all, i -> first[i] + second[i]);

    assertThat(NetPromoterScore.ofHistogram(first).plus(NetPromoterScore.ofHistogram(second)))
        .isEqualTo(NetPromoterScore.ofHistogram(all));
    assertThat(
            CustomerSatisfaction.ofHistogram(Arrays.copyOf(first, 5))
                .plus(CustomerSatisfaction.ofHistogram(Arrays.copyOf(second, 5))))
        .isEqualTo(CustomerSatisfaction.ofHistogram(Arrays.copyOf(all, 5)));
  }

  @Property
  void wholeWeightsAddUpToo(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 10) Integer> some,
      @ForAll @IntRange(min = 0, max = 20) int cut) {
    int[] answers = Ints.toArray(some);
    double[] weights = new double[answers.length];
    Arrays.setAll(weights, i -> i % 4);
    int middle = Math.min(cut, answers.length);
    WeightedNetPromoterScore first =
        WeightedNetPromoterScore.of(Arrays.copyOf(answers, middle), Arrays.copyOf(weights, middle));
    WeightedNetPromoterScore second =
        WeightedNetPromoterScore.of(
            Arrays.copyOfRange(answers, middle, answers.length),
            Arrays.copyOfRange(weights, middle, weights.length));

    assertThat(first.plus(second)).isEqualTo(WeightedNetPromoterScore.of(answers, weights));
  }

  @Property
  void everyIntervalContainsTheScoreAndStaysOnTheScale(
      @ForAll @LongRange(min = 0, max = 300) long promoters,
      @ForAll @LongRange(min = 0, max = 300) long passives,
      @ForAll @LongRange(min = 0, max = 300) long detractors,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
    NetPromoterScore nps = new NetPromoterScore(promoters, passives, detractors);
    for (NetPromoterInterval method : NetPromoterInterval.values()) {
      Measure score = nps.score(method, confidence);
      if (nps.answers() == 0) {
        assertThat(score.isPresent()).isFalse();
        continue;
      }
      Interval interval = score.interval().orElseThrow();
      assertThat(interval.contains(score.value())).isTrue();
      assertThat(interval.lower()).isGreaterThanOrEqualTo(-100);
      assertThat(interval.upper()).isLessThanOrEqualTo(100);
    }
  }

  @Property
  void promotersAndDetractorsExchangedMirrorTheScore(
      @ForAll @LongRange(min = 0, max = 1_000) long promoters,
      @ForAll @LongRange(min = 0, max = 1_000) long passives,
      @ForAll @LongRange(min = 1, max = 1_000) long detractors) {
    Measure score = new NetPromoterScore(promoters, passives, detractors).score(0.95);
    Measure mirrored = new NetPromoterScore(detractors, passives, promoters).score(0.95);

    assertThat(mirrored.value()).isCloseTo(-score.value(), within(1e-12));
    assertThat(mirrored.interval().orElseThrow().lower())
        .isCloseTo(-score.interval().orElseThrow().upper(), within(1e-9));
  }
}
