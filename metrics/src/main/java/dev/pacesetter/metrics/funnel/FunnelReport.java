package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Supplier;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a funnel: what was counted at every step, in every group, and how long it took.
 *
 * <p>Counts are there at once. How long the steps took is computed from the table when it is first
 * asked for, by {@link #times}, by comparing, merging or writing the report; until then the report
 * holds on to the table.
 *
 * <p>Immutable; two reports that say the same are equal. Reports of different subjects can be
 * merged, and written as bytes for that on the way.
 */
public final class FunnelReport {
  private final ReportContent content;
  private final ImmutableList<FunnelStep> steps;

  private FunnelReport(ReportContent content) {
    this.content = content;
    steps = content.counts().steps(0);
  }

  /** What was counted, which must not change any more. */
  static FunnelReport of(
      CompiledFunnel funnel,
      FunnelTally tally,
      long asOf,
      Supplier<ImmutableList<Durations>> durations,
      LongFunction<ImmutableList<Optional<String>>> values,
      ImmutableSet<String> unknownEvents) {
    return new FunnelReport(
        ReportContent.of(funnel, tally, asOf, durations, values, unknownEvents));
  }

  /**
   * Returns the report of bytes that {@link #toBytes} gave, here or elsewhere.
   *
   * @param bytes the bytes
   * @return the report
   * @throws IllegalArgumentException if they are no report, of another version of the format, cut
   *     off or damaged
   */
  public static FunnelReport fromBytes(byte[] bytes) {
    return new FunnelReport(ReportReader.read(bytes));
  }

  /**
   * Returns this report as bytes, for another machine or another day. They begin with the version
   * of their format and end with a checksum; definition, names and values are in them, so that
   * nothing else is needed to read them. All durations are in them, sorted, mostly in two to five
   * bytes each. Equal reports whose definitions read alike give the same bytes.
   *
   * @return the bytes
   * @throws ArithmeticException if there are more than 2<sup>31</sup>-1
   */
  public byte[] toBytes() {
    return ReportWriter.write(content);
  }

  /**
   * Returns the report of the subjects of this report and of another one together. No subject may
   * be in both. Groups are joined by their values; an event is unknown if it is in both. In which
   * order reports are merged makes no difference.
   *
   * @param other of the same definition, unit and time
   * @return the report of all
   * @throws IllegalArgumentException if it is of another definition, unit or time
   * @throws ArithmeticException if a count or a sum of values does not fit a {@code long}, or there
   *     are more than 2<sup>31</sup>-1 durations of a step
   */
  public FunnelReport merge(FunnelReport other) {
    return new FunnelReport(content.merge(other.content));
  }

  /**
   * Returns the question.
   *
   * @return the definition
   */
  public FunnelDefinition definition() {
    return content.definition();
  }

  /**
   * Returns the unit of the times.
   *
   * @return the unit of the table
   */
  public TimeUnit timeUnit() {
    return content.unit();
  }

  /**
   * Returns up to when rows counted.
   *
   * @return the time, included, in {@link #timeUnit()} since 1970-01-01T00:00Z
   */
  public long asOf() {
    return content.asOf();
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
    return content.counts().entered(0, 0);
  }

  /**
   * Returns how many units an exclusion left out.
   *
   * @return the number of subjects, keys, attempts or sessions; of subjects alone where subjects
   *     are counted
   */
  public long discarded() {
    return content.discarded();
  }

  /**
   * Returns the events of the definition that no row of the table has: nobody did them, or their
   * names are misspelt.
   *
   * @return their names in the order of the definition
   */
  public ImmutableSet<String> unknownEvents() {
    return content.unknownEvents();
  }

  /**
   * Returns the groups of the breakdown.
   *
   * @return the groups by their values in natural order, those without a value last; empty without
   *     a breakdown
   */
  public ImmutableList<FunnelGroup> groups() {
    return content.groups().values().stream()
        .map(this::toGroup)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns a group of the breakdown.
   *
   * @param values the values in the order of the breakdown's dimensions
   * @return the group, empty if there is no chain in it
   */
  public Optional<FunnelGroup> group(String... values) {
    ImmutableList<Optional<String>> wanted =
        Arrays.stream(values).map(Optional::of).collect(ImmutableList.toImmutableList());
    return content.groups().number(wanted) == GroupTally.NONE
        ? Optional.empty()
        : Optional.of(toGroup(wanted));
  }

  private FunnelGroup toGroup(ImmutableList<Optional<String>> values) {
    ReportGroups groups = content.groups();
    return new FunnelGroup(values, groups.counts().steps(groups.number(values)));
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
        content
            .definition()
            .breakdown()
            .map(breakdown -> breakdown.attribution() == Attribution.EVERY)
            .orElse(false);
    return times(name, group -> !overlaps || group == GroupTally.NONE);
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
    int wanted = content.groups().number(group.values());
    checkArgument(wanted != GroupTally.NONE, "the report has no group %s", group.values());
    return times(name, number -> number == wanted);
  }

  private StepTimes times(String name, IntPredicate belongs) {
    return StepTimes.of(
        content.durations().get(index(name)),
        belongs,
        content.unit(),
        content.definition().confidence());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FunnelReport that && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  /**
   * Reads like {@code lead > won, within 90d, as of 1767225600000 MILLISECONDS: lead 120, won 31}.
   */
  @Override
  public String toString() {
    return steps.stream()
        .map(step -> NameText.of(step.name()) + " " + step.entered())
        .collect(
            Collectors.joining(
                ", ", content.definition() + ", as of " + asOf() + " " + timeUnit() + ": ", ""));
  }
}
