package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.event.EventTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** What holds of every funnel over every table. */
class FunnelProperties {
  private static final int SUBJECTS = 12;

  /** A funnel, what it is asked of, and its answer. */
  private record Answered(
      FunnelDefinition definition,
      List<RandomFunnels.Given> rows,
      EventTable table,
      long asOf,
      FunnelReport report) {
    static Answered of(long seed) {
      RandomFunnels random = new RandomFunnels(seed);
      FunnelDefinition definition = random.definition();
      List<RandomFunnels.Given> rows = random.rows(SUBJECTS, 7);
      EventTable table = RandomFunnels.table(rows);
      long asOf = random.asOf();
      return new Answered(definition, rows, table, asOf, definition.over(table, asOf));
    }

    /** The steps of the whole and of every group. */
    List<List<FunnelStep>> counted() {
      List<List<FunnelStep>> counted = new ArrayList<>();
      counted.add(report.steps());
      report.groups().forEach(group -> counted.add(group.steps()));
      return counted;
    }
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void countsOfStepsThatMustBeTakenNeverRise(@ForAll long seed) {
    for (List<FunnelStep> steps : Answered.of(seed).counted()) {
      long[] required =
          steps.stream()
              .filter(step -> !step.isOptional())
              .mapToLong(FunnelStep::entered)
              .toArray();

      for (int k = 1; k < required.length; k++) {
        assertThat(required[k]).isLessThanOrEqualTo(required[k - 1]);
      }
    }
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void whoEnteredWentOnDroppedOrIsPending(@ForAll long seed) {
    for (List<FunnelStep> steps : Answered.of(seed).counted()) {
      for (FunnelStep step : steps) {
        assertThat(step.converted() + step.dropped() + step.pending()).isEqualTo(step.entered());
        assertThat(step.converted()).isNotNegative();
        assertThat(step.dropped()).isNotNegative();
        assertThat(step.pending()).isNotNegative();
      }
    }
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void whoWentOnEnteredTheNextStepThatMustBeTaken(@ForAll long seed) {
    List<FunnelStep> steps =
        Answered.of(seed).report().steps().stream().filter(step -> !step.isOptional()).toList();

    for (int k = 1; k < steps.size(); k++) {
      assertThat(steps.get(k - 1).converted()).isEqualTo(steps.get(k).entered());
    }
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void everyChainEntersTheFirstStepAndNoRateIsAboveOne(@ForAll long seed) {
    Answered one = Answered.of(seed);

    assertThat(one.report().steps().get(0).entered()).isEqualTo(one.report().chains());
    for (List<FunnelStep> steps : one.counted()) {
      for (FunnelStep step : steps) {
        if (step.entered() > 0) {
          assertThat(step.rate().value()).isBetween(0.0, 1.0);
          assertThat(step.totalRate().value()).isBetween(0.0, 1.0);
        }
      }
    }
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void groupsThatDoNotOverlapAddUpToTheWhole(@ForAll long seed) {
    Answered one = Answered.of(seed);
    boolean overlap =
        one.definition()
            .breakdown()
            .map(breakdown -> breakdown.attribution() == Attribution.EVERY)
            .orElse(true);
    for (int k = 0; k < one.definition().steps().size() && !overlap; k++) {
      long[] sums = new long[5];
      for (FunnelGroup group : one.report().groups()) {
        add(sums, group.steps().get(k));
      }
      long[] whole = new long[5];
      add(whole, one.report().steps().get(k));
      assertThat(sums).containsExactly(whole);
    }
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void aGroupOfItsOwnIsTheFunnelOverItsRows(@ForAll long seed) {
    Answered one = Answered.of(seed);
    FunnelReport whole =
        one.definition()
            .by(Breakdown.by("region").at(Attribution.EVERY))
            .over(one.table(), one.asOf());
    for (String region : List.of("north", "south")) {
      List<RandomFunnels.Given> rows =
          one.rows().stream().filter(row -> row.region().equals(region)).toList();
      FunnelReport alone = one.definition().over(RandomFunnels.table(rows), one.asOf());

      assertThat(whole.group(region).map(FunnelGroup::steps))
          .isEqualTo(Optional.of(alone.steps()).filter(steps -> steps.get(0).entered() > 0));
    }
  }

  private static void add(long[] sums, FunnelStep step) {
    sums[0] += step.entered();
    sums[1] += step.converted();
    sums[2] += step.dropped();
    sums[3] += step.pending();
    sums[4] += step.value();
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void rowsOfAChainAreInOrderAndInsideTheWindow(@ForAll long seed) {
    Answered one = Answered.of(seed);
    FunnelEvidence evidence = one.definition().evidence(one.table(), one.asOf());

    for (int chain = 0; chain < evidence.size(); chain++) {
      List<Long> times = new ArrayList<>();
      for (int step = 0; step < one.definition().steps().size(); step++) {
        OptionalInt row = evidence.row(chain, step);
        row.ifPresent(at -> times.add(one.table().time(at)));
      }
      assertThat(times).isSorted();
      long last = times.get(times.size() - 1);
      assertThat(last).isLessThanOrEqualTo(one.asOf());
      assertThat(last)
          .isLessThanOrEqualTo(ReferenceWindows.end(one.definition().window(), times.get(0)));
    }
  }

  @Property(tries = 4_000, shrinking = ShrinkingMode.OFF)
  void whenAStepWasReachedDoesNotChangeAsLaterOnesAre(@ForAll long seed) {
    Answered one = Answered.of(seed);
    FunnelDefinition definition = neverEndingChainsIn(one.definition());
    FunnelEvidence early = definition.evidence(one.table(), one.asOf());
    FunnelEvidence late = definition.evidence(one.table(), Long.MAX_VALUE);

    int other = 0; // a chain a subject, and who entered once has entered later too
    for (int chain = 0; chain < early.size(); chain++) {
      while (late.subject(other) < early.subject(chain)) {
        other++;
      }
      if (times(late, other, 1).equals(times(early, chain, 1))) {
        int level = early.level(chain);
        assertThat(times(late, other, level)).isEqualTo(times(early, chain, level));
      }
    }
  }

  /** Takes away whatever may end a chain but the window of the whole. */
  private static FunnelDefinition neverEndingChainsIn(FunnelDefinition definition) {
    return FunnelDefinition.builder()
        .from(definition)
        .order(StepOrder.ORDERED)
        .steps(definition.steps().stream().map(step -> step.within(Window.UNLIMITED)).toList())
        .repeats(Repeats.IGNORE)
        .exclusions(List.of())
        .held(List.of())
        .entry(definition.entry() == Entry.FIRST ? Entry.FIRST : Entry.BEST)
        .sessionGap(Optional.empty())
        .build();
  }

  private static List<Long> times(FunnelEvidence evidence, int chain, int level) {
    List<Long> times = new ArrayList<>();
    for (int step = 0; step < level; step++) {
      OptionalInt row = evidence.row(chain, step);
      times.add(row.isPresent() ? evidence.table().time(row.getAsInt()) : Long.MIN_VALUE);
    }
    return times;
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void aFunnelThatExcludesWhatNeverHappensIsTheSame(@ForAll long seed) {
    Answered one = Answered.of(seed);
    FunnelDefinition plain =
        Funnel.ordered("A", "B", "C", "D").within(one.definition().window()).by("region");
    FunnelReport report = plain.over(one.table(), one.asOf());
    FunnelReport same = plain.excluding("never").over(one.table(), one.asOf());

    assertThat(same.steps()).isEqualTo(report.steps());
    assertThat(same.groups()).isEqualTo(report.groups());
    for (FunnelStep step : report.steps()) {
      assertThat(same.times(step.name()).incidence().table())
          .isEqualTo(report.times(step.name()).incidence().table());
    }
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void theOrderOfArrivalChangesNoCount(@ForAll long seed) {
    Answered one = Answered.of(seed);
    FunnelDefinition bySteps = one.definition().with(InstantOrder.BY_STEP);
    List<RandomFunnels.Given> shuffled = new ArrayList<>(one.rows());
    Collections.shuffle(shuffled, new Random(seed));
    FunnelReport report = bySteps.over(one.table(), one.asOf());
    FunnelReport other = bySteps.over(RandomFunnels.table(shuffled), one.asOf());

    assertThat(other.discarded()).isEqualTo(report.discarded());
    assertThat(counts(other)).isEqualTo(counts(report));
  }

  private static List<List<Long>> counts(FunnelReport report) {
    return report.steps().stream()
        .map(step -> List.of(step.entered(), step.converted(), step.dropped(), step.pending()))
        .toList();
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void theOrderOfArrivalChangesNothingWhereRowsAreNumbered(@ForAll long seed) {
    Answered one = Answered.of(seed);
    List<RandomFunnels.Given> numbered = new ArrayList<>();
    for (RandomFunnels.Given row : one.rows()) {
      numbered.add(row.numbered(numbered.size() + 1));
    }
    FunnelReport report = one.definition().over(RandomFunnels.table(numbered), one.asOf());
    Collections.shuffle(numbered, new Random(seed));

    FunnelReport other = one.definition().over(RandomFunnels.table(numbered), one.asOf());
    assertThat(other.steps()).isEqualTo(report.steps());
    assertThat(other.groups()).isEqualTo(report.groups());
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void partsAddUpToTheWhole(@ForAll long seed, @ForAll @IntRange(min = 2, max = 15) int parts) {
    Answered one = Answered.of(seed);
    FunnelReport split = one.definition().over(one.table(), one.asOf(), Runnable::run, parts);

    assertThat(split.steps()).isEqualTo(one.report().steps());
    assertThat(split.groups()).isEqualTo(one.report().groups());
    assertThat(split.discarded()).isEqualTo(one.report().discarded());
    long[] sums = new long[one.definition().steps().size()];
    for (EventTable slice : one.table().partition(parts)) {
      List<FunnelStep> steps = one.definition().over(slice, one.asOf()).steps();
      Arrays.setAll(sums, k -> sums[k] + steps.get(k).entered());
    }
    assertThat(sums)
        .containsExactly(one.report().steps().stream().mapToLong(FunnelStep::entered).toArray());
  }
}
