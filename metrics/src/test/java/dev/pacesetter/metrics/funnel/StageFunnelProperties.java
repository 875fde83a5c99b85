package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.StageModel.Deal;
import dev.pacesetter.metrics.funnel.StageModel.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class StageFunnelProperties {
  private static final int STAGES = StageModel.STAGES;
  private static final int OPEN = StageModel.CREATED;
  private static final long LATEST = 30;
  private static final StageFunnel ALL =
      StageFunnel.of("a", "b", "c", "d").created("Created").won("Won").lost("Lost");

  @Provide
  Arbitrary<List<Fact>> histories() {
    return facts(Arbitraries.just(0L));
  }

  @Provide
  Arbitrary<List<Fact>> sequencedHistories() {
    return facts(Arbitraries.longs().between(0, 3));
  }

  private static Arbitrary<List<Fact>> facts(Arbitrary<Long> sequences) {
    Arbitrary<Fact> fact =
        Combinators.combine(
                Arbitraries.longs().between(1, 6),
                Arbitraries.integers().between(0, StageModel.UNKNOWN),
                Arbitraries.longs().between(0, LATEST),
                sequences)
            .as(Fact::new);
    return fact.list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<StageFunnel> funnels() {
    return Combinators.combine(
            Arbitraries.of(ReachRule.values()), Arbitraries.of(VisitTime.values()), cohorts())
        .as((reach, time, cohort) -> ALL.with(reach).with(time).with(cohort));
  }

  private static Arbitrary<StageCohort> cohorts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs().between(-1, LATEST),
            Arbitraries.longs().between(1, 20))
        .as(
            (kind, from, length) -> {
              Instant start = Instant.ofEpochMilli(from);
              Instant end = Instant.ofEpochMilli(from + length);
              return switch (kind) {
                case 0 -> StageCohort.all();
                case 1 -> StageCohort.createdIn(start, end);
                case 2 -> StageCohort.enteredIn("b", start, end);
                default -> StageCohort.closedIn(start, end);
              };
            });
  }

  @Property
  void equalsTheFunnelFromFirstPrinciples(
      @ForAll("sequencedHistories") List<Fact> facts,
      @ForAll("funnels") StageFunnel funnel,
      @ForAll @LongRange(min = 0, max = LATEST + 1) long asOf) {
    StageFunnelReport report = over(funnel, facts, asOf);
    StageModel model = new StageModel(funnel.cohort(), facts, asOf);

    assertThat(report.deals().total()).isEqualTo(model.deals.size());
    assertThat(report.age().lifeTable()).isEqualTo(model.ages());
    assertThat(report.ageInStages().lifeTable()).isEqualTo(model.agesInStages());
    assertThat(report.paths(Integer.MAX_VALUE)).isEqualTo(model.paths());
    for (int stage = 0; stage < STAGES; stage++) {
      int at = stage;
      StageStep step = report.steps().get(stage);
      List<Deal> reached =
          model.deals.stream().filter(deal -> deal.reached(at, funnel.reach())).toList();
      assertThat(step.reached()).isEqualTo(reached.size());
      assertThat(step.dropped())
          .isEqualTo(count(reached, deal -> deal.end() == End.LOST && deal.deepest() == at));
      assertThat(step.pending())
          .isEqualTo(count(reached, deal -> deal.end() == End.OPEN && deal.deepest() == at));
      assertThat(step.ends().won()).isEqualTo(count(reached, deal -> deal.end() == End.WON));
      assertThat(step.ends().lost()).isEqualTo(count(reached, deal -> deal.end() == End.LOST));
      assertThat(step.implied()).isEqualTo(count(reached, deal -> deal.to(at).isEmpty()));
      assertThat(step.skipped())
          .isEqualTo(count(model.deals, deal -> deal.deepest() > at && deal.to(at).isEmpty()));
      assertThat(step.visits())
          .isEqualTo(model.deals.stream().mapToLong(deal -> deal.to(at).size()).sum());
      assertThat(step.running()).isEqualTo(model.moves(stage, OPEN));
      assertThat(step.time().lifeTable()).isEqualTo(model.times(stage, funnel.time()));
      for (int other = 0; other < STAGES; other++) {
        assertThat(report.transitions().count(name(stage), name(other)))
            .isEqualTo(model.moves(stage, other));
      }
      for (End end : End.values()) {
        assertThat(report.transitions().count(name(stage), end))
            .isEqualTo(model.moves(stage, place(end)));
        assertThat(report.transitions().count(end, name(stage)))
            .isEqualTo(model.moves(place(end), stage));
      }
    }
  }

  private static long count(List<Deal> deals, Predicate<Deal> which) {
    return deals.stream().filter(which).count();
  }

  private static String name(int stage) {
    return StageModel.NAMES.get(stage);
  }

  private static int place(End end) {
    return switch (end) {
      case OPEN -> OPEN;
      case WON -> StageModel.WON;
      case LOST -> StageModel.LOST;
    };
  }

  @Property
  void everyStepAddsUpAndNoRateExceedsOne(
      @ForAll("histories") List<Fact> facts,
      @ForAll("funnels") StageFunnel funnel,
      @ForAll @LongRange(min = 0, max = LATEST + 1) long asOf) {
    StageFunnelReport report = over(funnel, facts, asOf);

    for (StageStep step : report.steps()) {
      assertThat(step.converted() + step.dropped() + step.pending()).isEqualTo(step.reached());
      assertThat(step.pending()).isNotNegative();
      assertThat(step.skipped()).isNotNegative();
      assertThat(step.ends().total()).isEqualTo(step.reached());
      assertThat(step.time().ended() + step.time().n(End.OPEN))
          .isEqualTo(step.reached() - step.implied());
      assertThat(step.visits() - step.reentries()).isEqualTo(step.reached() - step.implied());
      for (var rate :
          List.of(step.stepRate(), step.decidedRate(), step.totalRate(), step.wonRate())) {
        assertThat(rate.isPresent() ? rate.value() : 0).isBetween(0.0, 1.0);
      }
    }
    assertThat(report.unstaged().total()).isLessThanOrEqualTo(report.deals().total());
  }

  @Property
  void countsNeverIncreaseDownTheFunnelWhenPassedStagesCount(
      @ForAll("histories") List<Fact> facts,
      @ForAll("funnels") StageFunnel funnel,
      @ForAll @LongRange(min = 0, max = LATEST + 1) long asOf) {
    StageFunnelReport report = over(funnel.with(ReachRule.REACHED_OR_PASSED), facts, asOf);

    for (int i = 0; i < STAGES; i++) {
      long next = i + 1 < STAGES ? report.steps().get(i + 1).reached() : report.won();
      assertThat(report.steps().get(i).converted()).isEqualTo(next);
      assertThat(next).isLessThanOrEqualTo(report.steps().get(i).reached());
    }
    assertThat(report.won()).isEqualTo(report.deals().won());
    assertThat(report.steps().get(0).reached())
        .isEqualTo(report.deals().total() - report.unstaged().open() - report.unstaged().lost());
  }

  @Property
  void whatComesToAPlaceLeavesItOrStays(
      @ForAll("histories") List<Fact> facts,
      @ForAll("funnels") StageFunnel funnel,
      @ForAll @LongRange(min = 0, max = LATEST + 1) long asOf) {
    StageFunnelReport report = over(funnel, facts, asOf);
    StageTransitions moves = report.transitions();

    for (StageStep step : report.steps()) {
      long came = 0;
      for (End end : End.values()) {
        came += moves.count(end, step.stage());
      }
      for (String other : funnel.stages()) {
        came += moves.count(other, step.stage());
      }
      assertThat(moves.visits(step.stage())).isEqualTo(came).isEqualTo(step.visits());
      assertThat(moves.count(step.stage(), step.stage())).isZero();
    }
    assertThat(moves.visits(End.OPEN)).isEqualTo(report.deals().total());
    assertThat(moves.count(End.WON, End.WON)).isEqualTo(report.deals().won());
    assertThat(moves.count(End.LOST, End.LOST)).isEqualTo(report.deals().lost());
    assertThat(report.paths(Integer.MAX_VALUE).stream().mapToLong(StagePath::deals).sum())
        .isEqualTo(report.deals().total());
  }

  @Property
  void theOrderOfArrivalAndRepeatedFactsDoNotMatter(
      @ForAll("sequencedHistories") List<Fact> facts,
      @ForAll("funnels") StageFunnel funnel,
      @ForAll long seed) {
    List<Fact> known = facts.stream().filter(f -> f.what() != StageModel.UNKNOWN).toList();
    List<Fact> shuffled = new ArrayList<>(known);
    shuffled.addAll(known);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(over(funnel, shuffled, 20)).isEqualTo(over(funnel, known, 20));
  }

  @Property
  void whichNumberADealHasDoesNotMatter(
      @ForAll("histories") List<Fact> facts,
      @ForAll("funnels") StageFunnel funnel,
      @ForAll long mask) {
    List<Fact> renamed =
        facts.stream().map(f -> new Fact(f.deal() ^ mask, f.what(), f.at(), 0)).toList();

    assertThat(over(funnel, renamed, 20)).isEqualTo(over(funnel, facts, 20));
  }

  @Property
  void asOfAnInstantIsAsIfNothingHadHappenedSince(
      @ForAll("sequencedHistories") List<Fact> facts,
      @ForAll("funnels") StageFunnel funnel,
      @ForAll @LongRange(min = 0, max = LATEST) long asOf) {
    List<Fact> until = facts.stream().filter(fact -> fact.at() <= asOf).toList();

    assertThat(over(funnel, facts, asOf)).isEqualTo(over(funnel, until, asOf));
  }

  @Property
  void reportsOfTwoSetsOfDealsMergeToThatOfAll(
      @ForAll("histories") List<Fact> facts,
      @ForAll("funnels") StageFunnel funnel,
      @ForAll @IntRange(min = 0, max = 63) int first) {
    List<Fact> some = facts.stream().filter(f -> (first >> f.deal() & 1) == 1).toList();
    List<Fact> others = facts.stream().filter(f -> (first >> f.deal() & 1) == 0).toList();
    StageFunnelReport whole = over(funnel, facts, 20);

    assertThat(over(funnel, some, 20).merge(over(funnel, others, 20))).isEqualTo(whole);
    assertThat(over(funnel, others, 20).merge(over(funnel, some, 20)))
        .isEqualTo(whole)
        .hasSameHashCodeAs(whole);
  }

  @Property(tries = 200)
  void partsOnAnExecutorAnswerTheSame(
      @ForAll("histories") List<Fact> facts,
      @ForAll("funnels") StageFunnel funnel,
      @ForAll @IntRange(min = 1, max = 9) int parts) {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      assertThat(funnel.over(table(facts), Instant.ofEpochMilli(20), executor, parts))
          .isEqualTo(over(funnel, facts, 20));
    } finally {
      executor.shutdownNow();
    }
  }

  @Property
  void quantilesAreThoseOfASortedSample(
      @ForAll("histories") List<Fact> facts, @ForAll("funnels") StageFunnel funnel) {
    for (StageStep step : over(funnel, facts, 25).steps()) {
      Sample sample = step.time().sample();

      assertThat(step.time().quantilesOfEnded(0, 0.5, 0.9, 1))
          .containsExactly(
              sample.quantile(0), sample.median(), sample.quantile(0.9), sample.quantile(1));
    }
  }

  @Property(tries = 200)
  void whichVisitsMakeTheTimeDoesNotChangeCounts(
      @ForAll @IntRange(min = 1, max = 40) int stages,
      @ForAll @IntRange(min = 0, max = 4_000) int rows,
      @ForAll long seed) {
    List<String> names = IntStream.range(0, stages).mapToObj(stage -> "stage " + stage).toList();
    List<String> events = new ArrayList<>(names);
    Collections.addAll(events, "Created", "Won", "Lost", "unknown");
    Random random = new Random(seed);
    EventTable.Builder table = EventTable.builder();
    for (int row = 0; row < rows; row++) {
      String event = events.get(random.nextInt(events.size()));
      table.row(random.nextInt(1 + rows / 7), event, random.nextInt(20));
    }
    StageFunnel funnel = StageFunnel.of(names).created("Created").won("Won").lost("Lost");

    StageFunnelReport totals = funnel.over(table.build(), Instant.ofEpochMilli(15));
    StageFunnelReport lasts =
        funnel.with(VisitTime.LAST).over(table.build(), Instant.ofEpochMilli(15));

    assertThat(totals.transitions()).isEqualTo(lasts.transitions());
    assertThat(totals.deals()).isEqualTo(lasts.deals());
    assertThat(totals.unstaged()).isEqualTo(lasts.unstaged());
    assertThat(totals.ignored()).isEqualTo(lasts.ignored());
    assertThat(totals.steps())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("time")
        .isEqualTo(lasts.steps());
    for (int stage = 0; stage < stages; stage++) {
      for (End left : End.values()) {
        assertThat(totals.steps().get(stage).time().n(left))
            .isEqualTo(lasts.steps().get(stage).time().n(left));
      }
    }
  }

  private static StageFunnelReport over(StageFunnel funnel, List<Fact> facts, long asOf) {
    return funnel.over(table(facts), Instant.ofEpochMilli(asOf));
  }

  private static EventTable table(List<Fact> facts) {
    EventTable.Builder table = EventTable.builder();
    for (Fact fact : facts) {
      table
          .row(fact.deal(), StageModel.NAMES.get(fact.what()), fact.at())
          .sequence(fact.sequence());
    }
    return table.build();
  }
}
