package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class StageFunnelProperties {
  private static final int STAGES = 4;
  private static final int LOST = STAGES;
  private static final int WON = STAGES + 1;

  record Fact(long deal, int what, long at) {}

  @Provide
  Arbitrary<List<Fact>> histories() {
    Arbitrary<Fact> fact =
        Combinators.combine(
                Arbitraries.longs().between(1, 6),
                Arbitraries.integers().between(-1, WON),
                Arbitraries.longs().between(0, 30))
            .as(Fact::new);
    return fact.list().ofMaxSize(40);
  }

  @Property
  void everyStepAddsUpAndNoRateExceedsOne(
      @ForAll("histories") List<Fact> facts,
      @ForAll ReachRule rule,
      @ForAll @LongRange(min = 0, max = 31) long asOf) {
    StageFunnelReport funnel = funnel(facts, rule, asOf);

    for (StageStep step : funnel.steps()) {
      assertThat(step.converted() + step.dropped() + step.pending()).isEqualTo(step.reached());
      assertThat(step.pending()).isNotNegative();
      assertThat(step.days().n() + step.running()).isEqualTo(step.reached() - step.implied());
      for (var rate : List.of(step.stepRate(), step.decidedRate(), step.totalRate())) {
        assertThat(rate.isPresent() ? rate.value() : 0).isBetween(0.0, 1.0);
      }
    }
    assertThat(funnel.unstaged().total()).isLessThanOrEqualTo(funnel.deals().total());
  }

  @Property
  void countsNeverIncreaseDownTheFunnelWhenPassedStagesCount(
      @ForAll("histories") List<Fact> facts, @ForAll @LongRange(min = 0, max = 31) long asOf) {
    StageFunnelReport funnel = funnel(facts, ReachRule.REACHED_OR_PASSED, asOf);

    for (int i = 0; i < STAGES; i++) {
      long next = i + 1 < STAGES ? funnel.steps().get(i + 1).reached() : funnel.won();
      assertThat(funnel.steps().get(i).converted()).isEqualTo(next);
      assertThat(next).isLessThanOrEqualTo(funnel.steps().get(i).reached());
    }
    assertThat(funnel.won()).isEqualTo(funnel.deals().won());
    assertThat(funnel.steps().get(0).reached())
        .isEqualTo(funnel.deals().total() - funnel.unstaged().open() - funnel.unstaged().lost());
  }

  @Property
  void equalsTheCountsFromFirstPrinciples(
      @ForAll("histories") List<Fact> facts,
      @ForAll ReachRule rule,
      @ForAll @LongRange(min = 0, max = 31) long asOf) {
    StageFunnelReport funnel = funnel(facts, rule, asOf);

    for (int stage = 0; stage < STAGES; stage++) {
      long reached = 0;
      long dropped = 0;
      for (long deal = 1; deal <= 6; deal++) {
        long wanted = deal;
        List<Fact> own =
            facts.stream()
                .filter(fact -> fact.deal == wanted && fact.at <= asOf && fact.what >= 0)
                .sorted(Comparator.comparing(Fact::at).thenComparing(Fact::what))
                .toList();
        int last = own.isEmpty() ? -1 : own.get(own.size() - 1).what;
        int deepest = own.stream().mapToInt(Fact::what).filter(w -> w < LOST).max().orElse(-1);
        int at = stage;
        boolean in =
            rule == ReachRule.ENTERED
                ? own.stream().anyMatch(fact -> fact.what == at)
                : last == WON || stage <= deepest;
        reached += in ? 1 : 0;
        dropped += in && last == LOST && stage == deepest ? 1 : 0;
      }

      assertThat(funnel.steps().get(stage).reached()).isEqualTo(reached);
      assertThat(funnel.steps().get(stage).dropped()).isEqualTo(dropped);
    }
  }

  @Property
  void theOrderOfArrivalAndRepeatedFactsDoNotMatter(
      @ForAll("histories") List<Fact> facts, @ForAll ReachRule rule, @ForAll long seed) {
    List<Fact> shuffled = new ArrayList<>(facts);
    shuffled.addAll(facts);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(funnel(shuffled, rule, 20)).isEqualTo(funnel(facts, rule, 20));
  }

  @Property
  void whichNumberADealHasDoesNotMatter(
      @ForAll("histories") List<Fact> facts, @ForAll ReachRule rule, @ForAll long mask) {
    List<Fact> renamed =
        facts.stream().map(fact -> new Fact(fact.deal ^ mask, fact.what, fact.at)).toList();

    assertThat(funnel(renamed, rule, 20)).isEqualTo(funnel(facts, rule, 20));
  }

  private static StageFunnelReport funnel(List<Fact> facts, ReachRule rule, long asOf) {
    StageHistory.Builder history = StageHistory.builder("a", "b", "c", "d");
    for (Fact fact : facts) {
      switch (fact.what) {
        case -1 -> history.created(fact.deal, fact.at);
        case LOST -> history.lost(fact.deal, fact.at);
        case WON -> history.won(fact.deal, fact.at);
        default -> history.entered(fact.deal, fact.what, fact.at);
      }
    }
    return StageFunnel.withDefaults().with(rule).over(history.build(), Instant.ofEpochMilli(asOf));
  }
}
