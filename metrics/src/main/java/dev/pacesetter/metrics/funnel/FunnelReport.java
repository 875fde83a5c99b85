package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a funnel: what was counted at every step, in every group, and how long it took.
 *
 * <p>Immutable.
 */
public final class FunnelReport {
  private static final Comparator<Optional<String>> NONE_LAST =
      Comparator.comparing(value -> value.orElse(null), Comparator.nullsLast(String::compareTo));

  private final FunnelDefinition definition;
  private final long asOf;
  private final FunnelTally tally;
  private final ImmutableSet<String> unknownEvents;
  private final ImmutableList<FunnelStep> steps;

  /** The groups' numbers in the tally and their values, ordered by the values. */
  private final ImmutableList<KnownGroup> groups;

  private record KnownGroup(int number, ImmutableList<Optional<String>> values) {}

  private FunnelReport(
      FunnelTally tally,
      long asOf,
      ImmutableList<KnownGroup> groups,
      ImmutableSet<String> unknownEvents) {
    this.definition = tally.funnel().definition;
    this.asOf = asOf;
    this.tally = tally;
    this.groups = groups;
    this.unknownEvents = unknownEvents;
    steps = tally.counts().steps(0);
  }

  static FunnelReport of(
      FunnelTally tally,
      long asOf,
      LongFunction<ImmutableList<Optional<String>>> values,
      ImmutableSet<String> unknownEvents) {
    List<KnownGroup> groups = new ArrayList<>();
    @Nullable GroupTally counted = tally.groups();
    for (int group = 0; counted != null && group < counted.size(); group++) {
      groups.add(new KnownGroup(group, values.apply(counted.key(group))));
    }
    groups.sort(Comparator.comparing(KnownGroup::values, FunnelReport::compare));
    return new FunnelReport(tally, asOf, ImmutableList.copyOf(groups), unknownEvents);
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

  /**
   * Returns the question.
   *
   * @return the definition
   */
  public FunnelDefinition definition() {
    return definition;
  }

  /**
   * Returns up to when rows counted.
   *
   * @return the time, included, in the unit of the table
   */
  public long asOf() {
    return asOf;
  }

  /**
   * Returns the steps.
   *
   * @return the steps in the order of the funnel
   */
  public ImmutableList<FunnelStep> steps() {
    return steps;
  }

  /**
   * Returns a step.
   *
   * @param name its name
   * @return the step
   * @throws IllegalArgumentException if the funnel has no such step
   */
  public FunnelStep step(String name) {
    return steps.get(index(name));
  }

  private int index(String name) {
    for (int k = 0; k < steps.size(); k++) {
      if (steps.get(k).name().equals(name)) {
        return k;
      }
    }
    throw new IllegalArgumentException(
        "the funnel has no step '"
            + name
            + "'; it has "
            + steps.stream().map(FunnelStep::name).toList());
  }

  /**
   * Returns how many chains were counted.
   *
   * @return the number of subjects, keys, attempts or sessions that reached the first step
   */
  public long chains() {
    return tally.chains();
  }

  /**
   * Returns how many units an exclusion left out.
   *
   * @return the number of subjects, keys, attempts or sessions; of subjects alone where subjects
   *     are counted
   */
  public long discarded() {
    return tally.discarded();
  }

  /**
   * Returns the events of the definition that no row of the table has: nobody did them, or their
   * names are misspelt.
   *
   * @return their names in the order of the definition
   */
  public ImmutableSet<String> unknownEvents() {
    return unknownEvents;
  }

  /**
   * Returns the groups of the breakdown.
   *
   * @return the groups by their values in natural order, those without a value last; empty without
   *     a breakdown
   */
  public ImmutableList<FunnelGroup> groups() {
    return groups.stream().map(this::toGroup).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns a group of the breakdown.
   *
   * @param values the values in the order of the breakdown's dimensions
   * @return the group, empty if there is no chain in it
   */
  public Optional<FunnelGroup> group(String... values) {
    List<Optional<String>> wanted = Arrays.stream(values).map(Optional::of).toList();
    return groups.stream()
        .filter(group -> group.values().equals(wanted))
        .findFirst()
        .map(this::toGroup);
  }

  private FunnelGroup toGroup(KnownGroup group) {
    @Nullable GroupTally counted = tally.groups();
    return new FunnelGroup(
        group.values(),
        counted == null ? ImmutableList.of() : counted.counts().steps(group.number()));
  }

  /**
   * Returns how long chains took from a step to the next one that is not optional.
   *
   * @param name the name of the step from which it is counted
   * @return the times
   * @throws IllegalArgumentException if the funnel has no such step
   */
  public StepTimes times(String name) {
    boolean overlaps =
        definition
            .breakdown()
            .map(breakdown -> breakdown.attribution() == Attribution.EVERY)
            .orElse(false);
    return StepTimes.of(
        tally.durations(index(name)),
        group -> !overlaps || group == GroupTally.NONE,
        tally.funnel().unit,
        definition.confidence());
  }

  /**
   * Returns how long the chains of a group took from a step to the next one that is not optional.
   *
   * @param name the name of the step from which it is counted
   * @param group a group of this report
   * @return the times
   * @throws IllegalArgumentException if the funnel has no such step or group
   */
  public StepTimes times(String name, FunnelGroup group) {
    KnownGroup known =
        groups.stream()
            .filter(candidate -> candidate.values().equals(group.values()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("the report has no group " + group.values()));
    return StepTimes.of(
        tally.durations(index(name)),
        number -> number == known.number(),
        tally.funnel().unit,
        definition.confidence());
  }
}
