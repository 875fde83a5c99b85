package dev.pacesetter.metrics.funnel;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a report by their values, so that they mean the same whatever table they come from.
 * A group that no chain is in is not there.
 */
final class ReportGroups {
  private static final Comparator<Optional<String>> NONE_LAST =
      Comparator.comparing(value -> value.orElse(null), Comparator.nullsLast(String::compareTo));

  /** By value after value, those without one last. */
  static final Comparator<ImmutableList<Optional<String>>> ORDER = ReportGroups::compare;

  /**
   * Ordered by the values; the numbers are places in the counts and in durations. Looked up when
   * first asked for: there may be many, and not every reader of a report wants them.
   */
  private final Supplier<ImmutableMap<ImmutableList<Optional<String>>, Integer>> numbers;

  private final StepCounts counts;

  /**
   * Returns groups.
   *
   * @param numbers ordered by the values
   * @param counts those of the groups with these numbers
   */
  ReportGroups(ImmutableMap<ImmutableList<Optional<String>>, Integer> numbers, StepCounts counts) {
    this(Suppliers.ofInstance(numbers), counts);
  }

  private ReportGroups(
      Supplier<ImmutableMap<ImmutableList<Optional<String>>, Integer>> numbers, StepCounts counts) {
    this.numbers = numbers;
    this.counts = counts;
  }

  static ReportGroups of(
      FunnelDefinition definition,
      @Nullable GroupTally tally,
      LongFunction<ImmutableList<Optional<String>>> values) {
    if (tally == null) {
      return new ReportGroups(ImmutableMap.of(), new StepCounts(definition, 0));
    }
    return new ReportGroups(Suppliers.memoize(() -> numbers(tally, values)), tally.counts());
  }

  private static ImmutableMap<ImmutableList<Optional<String>>, Integer> numbers(
      GroupTally tally, LongFunction<ImmutableList<Optional<String>>> values) {
    Map<ImmutableList<Optional<String>>, Integer> numbers = new TreeMap<>(ORDER);
    for (int group = 0; group < tally.size(); group++) {
      if (tally.counts().entered(group, 0) > 0) {
        numbers.put(values.apply(tally.key(group)), group);
      }
    }
    return ImmutableMap.copyOf(numbers);
  }

  private static int compare(ImmutableList<Optional<String>> a, ImmutableList<Optional<String>> b) {
    for (int i = 0; i < a.size(); i++) {
      int c = NONE_LAST.compare(a.get(i), b.get(i));
      if (c != 0) {
        return c;
      }
    }
    return 0;
  }

  private ImmutableMap<ImmutableList<Optional<String>>, Integer> numbers() {
    return Objects.requireNonNull(numbers.get());
  }

  /** The values of the groups, in their order. */
  ImmutableList<ImmutableList<Optional<String>>> values() {
    return numbers().keySet().asList();
  }

  /** The number of a group, or {@link GroupTally#NONE}. */
  int number(ImmutableList<Optional<String>> values) {
    return numbers().getOrDefault(values, GroupTally.NONE);
  }

  StepCounts counts() {
    return counts;
  }

  /** The groups of both, numbered in their order. */
  ReportGroups merge(ReportGroups other, FunnelDefinition definition) {
    ImmutableList<ImmutableList<Optional<String>>> all =
        ImmutableSortedSet.orderedBy(ORDER)
            .addAll(values())
            .addAll(other.values())
            .build()
            .asList();
    ImmutableMap.Builder<ImmutableList<Optional<String>>, Integer> merged = ImmutableMap.builder();
    StepCounts sums = new StepCounts(definition, all.size());
    for (int group = 0; group < all.size(); group++) {
      merged.put(all.get(group), group);
      addTo(sums, group, all.get(group));
      other.addTo(sums, group, all.get(group));
    }
    return new ReportGroups(merged.buildOrThrow(), sums);
  }

  private void addTo(StepCounts sums, int group, ImmutableList<Optional<String>> values) {
    int number = number(values);
    if (number != GroupTally.NONE) {
      sums.add(group, counts, number);
    }
  }

  /** For every number of a group here, the number that it has among others. */
  int[] numbersIn(ReportGroups others) {
    int[] there = new int[numbers().values().stream().mapToInt(n -> n + 1).max().orElse(0)];
    numbers().forEach((values, number) -> there[number] = others.number(values));
    return there;
  }

  /** For every number of a group its place in the order. */
  int[] places() {
    int[] places = new int[numbers().values().stream().mapToInt(n -> n + 1).max().orElse(0)];
    int place = 0;
    for (int number : numbers().values()) {
      places[number] = place++;
    }
    return places;
  }

  boolean sayTheSameAs(ReportGroups other) {
    return numbers().keySet().equals(other.numbers().keySet())
        && numbers().entrySet().stream()
            .allMatch(
                group ->
                    counts.isEqual(group.getValue(), other.counts, other.number(group.getKey())));
  }
}
