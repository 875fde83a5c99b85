package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that a report knows. Two are equal if they say the same, in whatever order they came by it.
 *
 * @param lazyDurations one a step, with the numbers of the groups; computed when asked for
 */
record ReportContent(
    FunnelDefinition definition,
    TimeUnit unit,
    long asOf,
    ImmutableSet<String> unknownEvents,
    long discarded,
    StepCounts counts,
    ReportGroups groups,
    Supplier<ImmutableList<Durations>> lazyDurations) {

  /** What was counted, which must not change any more. */
  static ReportContent of(
      CompiledFunnel funnel,
      FunnelTally tally,
      long asOf,
      Supplier<ImmutableList<Durations>> durations,
      LongFunction<ImmutableList<Optional<String>>> values,
      ImmutableSet<String> unknownEvents) {
    return new ReportContent(
        funnel.definition,
        funnel.unit,
        asOf,
        unknownEvents,
        tally.discarded(),
        tally.counts(),
        ReportGroups.of(funnel.definition, tally.groups(), values),
        Suppliers.memoize(durations));
  }

  ImmutableList<Durations> durations() {
    return Objects.requireNonNull(lazyDurations.get());
  }

  ReportContent merge(ReportContent other) {
    checkArgument(
        definition.equals(other.definition),
        "one report is of '%s' and one of '%s'; both must be of the same funnel",
        definition,
        other.definition);
    checkArgument(
        unit == other.unit && asOf == other.asOf,
        "one report is as of %s %s and one as of %s %s; both must be of the same time",
        asOf,
        unit,
        other.asOf,
        other.unit);
    int steps = definition.steps().size();
    StepCounts sums = new StepCounts(definition, 1);
    sums.add(0, counts, 0);
    sums.add(0, other.counts, 0);
    ReportGroups merged = groups.merge(other.groups, definition);
    int[] here = groups.numbersIn(merged);
    int[] there = other.groups.numbersIn(merged);
    return new ReportContent(
        definition,
        unit,
        asOf,
        unknownEvents.stream()
            .filter(other.unknownEvents::contains)
            .collect(ImmutableSet.toImmutableSet()),
        Math.addExact(discarded, other.discarded),
        sums,
        merged,
        Suppliers.ofInstance(
            IntStream.range(0, steps)
                .mapToObj(k -> join(durations().get(k), here, other.durations().get(k), there))
                .collect(ImmutableList.toImmutableList())));
  }

  private Durations join(Durations one, int[] groupsOfOne, Durations other, int[] groupsOfOther) {
    Durations both = new Durations(definition.breakdown().isPresent());
    both.addAll(one, groupsOfOne);
    both.addAll(other, groupsOfOther);
    return both;
  }

  /** The durations of a step in an order of their own. */
  SortedDurations sortedDurations(int step) {
    return SortedDurations.of(durations().get(step), groups.places(), groups.values().size());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReportContent that
        && definition.equals(that.definition)
        && unit == that.unit
        && asOf == that.asOf
        && unknownEvents.equals(that.unknownEvents)
        && discarded == that.discarded
        && counts.isEqual(0, that.counts, 0)
        && groups.sayTheSameAs(that.groups)
        && IntStream.range(0, definition.steps().size())
            .allMatch(k -> sortedDurations(k).isEqual(that.sortedDurations(k)));
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        definition, unit, asOf, unknownEvents, discarded, counts.hash(0), groups.values());
  }
}
