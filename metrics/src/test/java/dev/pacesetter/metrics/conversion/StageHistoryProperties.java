package dev.pacesetter.metrics.conversion;

import static dev.pacesetter.metrics.conversion.End.LOST;
import static dev.pacesetter.metrics.conversion.End.OPEN;
import static dev.pacesetter.metrics.conversion.End.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Measure;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class StageHistoryProperties {
  @Provide
  Arbitrary<List<StageDeal>> deals() {
    return StageDeal.lists();
  }

  @Property
  void wonLostAndOpenAddUpToOneAtEveryAge(
      @ForAll("deals") List<StageDeal> deals, @ForAll @IntRange(min = 0, max = 11) int age) {
    CumulativeIncidence curves = StageDeal.history(deals).stillThereAt(age);
    for (int row = 0; row < curves.table().rows(); row++) {
      assertThat(curves.share(WON, row) + curves.share(LOST, row) + curves.share(OPEN, row))
          .isCloseTo(1, within(1e-13));
    }
  }

  @Property
  void everyChanceLiesWithinZeroAndOneAndItsInterval(
      @ForAll("deals") List<StageDeal> deals,
      @ForAll @IntRange(min = 0, max = 11) int age,
      @ForAll @IntRange(min = 0, max = 21) int ahead,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
    StageHistory history = StageDeal.history(deals).withConfidence(confidence);
    Measure within = history.winChance(age, ahead);
    Measure eventually = history.winChance(age);

    assertChance(within);
    assertChance(eventually);
    assertThat(eventually.n()).isEqualTo(deals.stream().filter(d -> d.stay() > age).count());
    if (within.isPresent() && eventually.isPresent()) {
      assertThat(within.value()).isLessThanOrEqualTo(eventually.value() + 1e-12);
    }
  }

  private static void assertChance(Measure chance) {
    if (chance.isPresent()) {
      assertThat(chance.value()).isBetween(0.0, 1.0);
      assertThat(chance.interval().orElseThrow().lower()).isBetween(0.0, chance.value() + 1e-12);
      assertThat(chance.interval().orElseThrow().upper()).isBetween(chance.value() - 1e-12, 1.0);
    }
  }

  @Property
  void theHistoriesOfPartsAnswerAsThatOfTheWhole(
      @ForAll("deals") List<StageDeal> one,
      @ForAll("deals") List<StageDeal> two,
      @ForAll @IntRange(min = 0, max = 11) int age) {
    List<StageDeal> all = new ArrayList<>(one);
    all.addAll(two);
    StageHistory whole = StageDeal.history(all);
    StageHistory sum = StageDeal.history(two).plus(StageDeal.history(one));

    assertThat(sum.n()).isEqualTo(whole.n());
    assertThat(sum.winChance(age)).isEqualTo(whole.winChance(age));
    assertThat(sum.winChance(age, 5)).isEqualTo(whole.winChance(age, 5));
    assertThat(sum.stallLimit(0.8)).isEqualTo(whole.stallLimit(0.8));
  }

  @Property
  void aLargerShareHasNoEarlierLimitAndEachLiesInItsInterval(
      @ForAll("deals") List<StageDeal> deals, @ForAll @IntRange(min = 1, max = 98) int percent) {
    StageHistory history = StageDeal.history(deals).withConfidence(0.5);
    Measure limit = history.stallLimit(percent / 100.0);
    Measure later = history.stallLimit((percent + 1) / 100.0);
    if (later.isPresent()) {
      assertThat(limit.value()).isLessThanOrEqualTo(later.value());
    }
    limit.interval().ifPresent(interval -> assertThat(interval.contains(limit.value())).isTrue());
  }

  @Property
  void withoutOpenDealsTheLimitIsTheQuantileOfThoseWhoWentOn(
      @ForAll("deals") List<StageDeal> deals, @ForAll @IntRange(min = 1, max = 99) int percent) {
    List<StageDeal> left =
        deals.stream().filter(d -> d.end() != OPEN || d.stay() < d.age()).toList();
    long[] stays =
        left.stream()
            .filter(d -> d.end() == WON || d.stay() < d.age())
            .mapToLong(StageDeal::stay)
            .sorted()
            .toArray();
    Measure limit = StageDeal.history(left).stallLimit(percent / 100.0);
    if (stays.length == 0) {
      assertThat(limit.isPresent()).isFalse();
    } else {
      int rank = (int) Math.ceil(percent * stays.length / 100.0 - 1e-9);
      assertThat(limit.value()).isEqualTo((double) stays[Math.max(rank, 1) - 1]);
      assertThat(limit.n()).isEqualTo(stays.length);
    }
  }
}
