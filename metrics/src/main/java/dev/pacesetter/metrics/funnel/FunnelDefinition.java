package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.confidence.Confidence;
import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.style.HouseStyle;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.immutables.value.Value;

/**
 * What a funnel asks: its steps and a switch for every rule in which funnels differ. Each switch is
 * independent of the others and has a default; the answer is exact for all of them. It prints
 * itself as one line, which {@link Funnel#parse} reads.
 *
 * <p>At most 40 steps and 20 exclusions.
 */
@Value.Immutable
@HouseStyle
public abstract class FunnelDefinition {
  /** As many bits of a word as steps may take; the others are for exclusions. */
  static final int MOST_STEPS = 40;

  static final int MOST_EXCLUSIONS = 20;
  static final double DEFAULT_CONFIDENCE = 0.95;

  FunnelDefinition() {}

  /**
   * Returns an empty builder.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the steps.
   *
   * @return the steps in the order of the funnel; the first is not optional
   */
  public abstract ImmutableList<Step> steps();

  /**
   * Returns in which order the steps must be taken.
   *
   * @return the order, {@link StepOrder#ORDERED} by default
   */
  @Value.Default
  public StepOrder order() {
    return StepOrder.ORDERED;
  }

  /**
   * Returns what another row of the step just reached does.
   *
   * @return the rule, {@link Repeats#IGNORE} by default
   */
  @Value.Default
  public Repeats repeats() {
    return Repeats.IGNORE;
  }

  /**
   * Returns how much time there is for the whole funnel, counted from the row of the first step.
   *
   * @return the window, {@link Window#UNLIMITED} by default
   */
  @Value.Default
  public Window window() {
    return Window.UNLIMITED;
  }

  /**
   * Returns how many steps one row may serve.
   *
   * @return the rule, {@link RowUse#DISTINCT_ROWS} by default
   */
  @Value.Default
  public RowUse rowUse() {
    return RowUse.DISTINCT_ROWS;
  }

  /**
   * Returns whether steps may happen at the same instant.
   *
   * @return the rule, {@link Ties#ALLOW} by default
   */
  @Value.Default
  public Ties ties() {
    return Ties.ALLOW;
  }

  /**
   * Returns in which order the rows of one instant are taken.
   *
   * @return the rule, {@link InstantOrder#BY_STEP} by default
   */
  @Value.Default
  public InstantOrder instantOrder() {
    return InstantOrder.BY_STEP;
  }

  /**
   * Returns which entries count.
   *
   * @return the rule, {@link Entry#BEST} by default
   */
  @Value.Default
  public Entry entry() {
    return Entry.BEST;
  }

  /**
   * Returns after how long without any row a session ends.
   *
   * @return the gap, at which a session does not end yet; present exactly with {@link
   *     Entry#PER_SESSION}
   */
  public abstract Optional<Duration> sessionGap();

  /**
   * Returns the events that must not happen on the way.
   *
   * @return the exclusions, none by default
   */
  public abstract ImmutableList<Exclusion> exclusions();

  /**
   * Returns the dimensions whose values must be the same on all steps of a chain.
   *
   * @return the names of the dimensions, none by default
   */
  public abstract ImmutableList<String> held();

  /**
   * Returns what is counted where a subject may have several chains.
   *
   * @return the rule, {@link Counting#CHAINS} by default
   */
  @Value.Default
  public Counting counting() {
    return Counting.CHAINS;
  }

  /**
   * Returns into which groups the chains fall.
   *
   * @return the breakdown, none by default
   */
  public abstract Optional<Breakdown> breakdown();

  /**
   * Returns the level of the intervals.
   *
   * @return the level, 0.95 by default
   */
  @Value.Default
  public double confidence() {
    return DEFAULT_CONFIDENCE;
  }

  @Value.Check
  void check() {
    checkSteps();
    checkArgument(
        exclusions().size() <= MOST_EXCLUSIONS,
        "the funnel has %s exclusions; there may be at most %s",
        exclusions().size(),
        MOST_EXCLUSIONS);
    for (Exclusion exclusion : exclusions()) {
      int from = exclusionFrom(exclusion);
      int to = exclusionTo(exclusion);
      checkArgument(
          from < to,
          "exclusion of %s is from step %s to %s; it must end later than it starts",
          exclusion.events(),
          exclusion.from(),
          exclusion.to());
      checkArgument(
          isOrdered() || (from == 0 && to == steps().size() - 1),
          "exclusion of %s is between steps; in %s it must span the whole funnel",
          exclusion.events(),
          order());
    }
    checkArgument(
        (entry() == Entry.PER_SESSION) == sessionGap().isPresent(),
        "entry is %s and the session gap %s; PER_SESSION needs a gap and nothing else has one",
        entry(),
        sessionGap());
    checkArgument(
        sessionGap().map(gap -> !gap.isNegative()).orElse(true),
        "session gap is %s; it must not be negative",
        sessionGap());
    checkArgument(
        new HashSet<>(held()).size() == held().size(),
        "held dimensions are %s; each must be there once",
        held());
    breakdown().map(Breakdown::step).filter(step -> !step.isEmpty()).ifPresent(this::indexOf);
    Confidence.check("Funnel confidence", confidence());
  }

  private void checkSteps() {
    checkArgument(
        !steps().isEmpty() && steps().size() <= MOST_STEPS,
        "the funnel has %s steps; there must be from 1 to %s",
        steps().size(),
        MOST_STEPS);
    HashSet<String> names = new HashSet<>();
    for (Step step : steps()) {
      checkArgument(names.add(step.name()), "there are two steps called '%s'", step.name());
      checkArgument(
          isOrdered() || (!step.isOptional() && !step.within().isLimited()),
          "step %s is optional or has a window of its own; that needs an order, not %s",
          step.name(),
          order());
    }
    checkArgument(
        !steps().get(0).isOptional() && !steps().get(0).within().isLimited(),
        "the first step %s is optional or has a window after the step before it; it can have neither",
        steps().get(0).name());
    checkArgument(
        isOrdered() || repeats() == Repeats.IGNORE,
        "repeats are %s; in %s there is no step just reached",
        repeats(),
        order());
  }

  boolean isOrdered() {
    return order() != StepOrder.ANY_ORDER && order() != StepOrder.ANY_AFTER_ANCHOR;
  }

  int exclusionFrom(Exclusion exclusion) {
    return exclusion.from().isEmpty() ? 0 : indexOf(exclusion.from());
  }

  int exclusionTo(Exclusion exclusion) {
    return exclusion.to().isEmpty() ? steps().size() - 1 : indexOf(exclusion.to());
  }

  int indexOf(String step) {
    for (int i = 0; i < steps().size(); i++) {
      if (steps().get(i).name().equals(step)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "the funnel has no step '"
            + step
            + "'; it has "
            + steps().stream().map(Step::name).toList());
  }

  /**
   * Returns this funnel with a limit of elapsed time.
   *
   * @param elapsed from the row of the first step on, the end included
   * @return the definition
   * @throws IllegalArgumentException if it is negative
   */
  public FunnelDefinition within(Duration elapsed) {
    return within(Window.of(elapsed));
  }

  /**
   * Returns this funnel with a limit of time.
   *
   * @param window from the row of the first step on
   * @return the definition
   */
  public FunnelDefinition within(Window window) {
    return copy().window(window).build();
  }

  /**
   * Returns this funnel with its steps in another order.
   *
   * @param order the order
   * @return the definition
   * @throws IllegalArgumentException if the steps or exclusions do not allow it
   */
  public FunnelDefinition with(StepOrder order) {
    return copy().order(order).build();
  }

  /**
   * Returns this funnel with another rule for repeats.
   *
   * @param repeats the rule
   * @return the definition
   * @throws IllegalArgumentException if the order does not allow it
   */
  public FunnelDefinition with(Repeats repeats) {
    return copy().repeats(repeats).build();
  }

  /**
   * Returns this funnel with another rule on how many steps a row may serve.
   *
   * @param rowUse the rule
   * @return the definition
   */
  public FunnelDefinition with(RowUse rowUse) {
    return copy().rowUse(rowUse).build();
  }

  /**
   * Returns this funnel with another rule for steps of one instant.
   *
   * @param ties the rule
   * @return the definition
   */
  public FunnelDefinition with(Ties ties) {
    return copy().ties(ties).build();
  }

  /**
   * Returns this funnel with another order inside an instant.
   *
   * @param instantOrder the rule
   * @return the definition
   */
  public FunnelDefinition with(InstantOrder instantOrder) {
    return copy().instantOrder(instantOrder).build();
  }

  /**
   * Returns this funnel with another rule on which entries count.
   *
   * @param entry any but {@link Entry#PER_SESSION}
   * @return the definition
   * @throws IllegalArgumentException if it is {@link Entry#PER_SESSION}
   */
  public FunnelDefinition with(Entry entry) {
    return copy().entry(entry).sessionGap(Optional.empty()).build();
  }

  /**
   * Returns this funnel counted once a session.
   *
   * @param gap after how long without any row a session ends; at this gap it does not yet
   * @return the definition
   * @throws IllegalArgumentException if it is negative
   */
  public FunnelDefinition perSession(Duration gap) {
    return copy().entry(Entry.PER_SESSION).sessionGap(gap).build();
  }

  /**
   * Returns this funnel with a further exclusion.
   *
   * @param exclusion which events must not happen, and where
   * @return the definition
   * @throws IllegalArgumentException if it names a step that is not there
   */
  public FunnelDefinition excluding(Exclusion exclusion) {
    return copy().addExclusions(exclusion).build();
  }

  /**
   * Returns this funnel with events that end a chain anywhere between the first step and the last.
   *
   * @param events their names
   * @return the definition
   */
  public FunnelDefinition excluding(String... events) {
    return excluding(Exclusion.of(events));
  }

  /**
   * Returns this funnel with dimensions that must have the same value on all steps of a chain. A
   * subject has a chain for every key; rows without a value in one of them take part in none.
   *
   * @param dimensions the names of the dimensions
   * @return the definition
   */
  public FunnelDefinition holding(String... dimensions) {
    return copy().held(ImmutableList.copyOf(dimensions)).build();
  }

  /**
   * Returns this funnel with another rule on what is counted.
   *
   * @param counting the rule
   * @return the definition
   */
  public FunnelDefinition counting(Counting counting) {
    return copy().counting(counting).build();
  }

  /**
   * Returns this funnel broken down by the values that the row of the first step has.
   *
   * @param dimensions the names of the dimensions
   * @return the definition
   */
  public FunnelDefinition by(String... dimensions) {
    return by(Breakdown.by(dimensions));
  }

  /**
   * Returns this funnel broken down into groups.
   *
   * @param breakdown the groups
   * @return the definition
   */
  public FunnelDefinition by(Breakdown breakdown) {
    return copy().breakdown(breakdown).build();
  }

  /**
   * Returns this funnel with another level of its intervals.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the definition
   * @throws IllegalArgumentException if it is out of range
   */
  public FunnelDefinition withConfidence(double confidence) {
    return copy().confidence(confidence).build();
  }

  private Builder copy() {
    Builder builder = builder();
    builder.from(this);
    return builder;
  }

  /**
   * Returns the funnel over all rows of a table, as of its latest row.
   *
   * @param table the events
   * @return the report
   * @throws IllegalArgumentException if the table lacks a dimension that the funnel names
   * @throws ArithmeticException if a sum of values does not fit a {@code long}; it names the step
   */
  public FunnelReport over(EventTable table) {
    return over(table, table.lastTime().orElse(0));
  }

  /**
   * Returns the funnel as of a point in time: later rows do not count, and what is still inside its
   * window then is pending.
   *
   * @param table the events
   * @param asOf up to when rows count, included, in the table's unit
   * @return the report
   * @throws IllegalArgumentException if the table lacks a dimension that the funnel names
   * @throws ArithmeticException if a sum of values does not fit a {@code long}; it names the step
   */
  public FunnelReport over(EventTable table, long asOf) {
    return over(table, asOf, Runnable::run, 1);
  }

  /**
   * Returns the funnel as of a point in time, computed in parts on the caller's executor. The
   * answer does not depend on the number of parts.
   *
   * @param table the events
   * @param asOf up to when rows count, included, in the table's unit
   * @param executor runs the parts; may run them in the calling thread
   * @param parts into how many parts the subjects are divided, at least 1
   * @return the report
   * @throws IllegalArgumentException if the table lacks a dimension that the funnel names
   * @throws ArithmeticException if a sum of values does not fit a {@code long}; it names the step
   */
  public FunnelReport over(EventTable table, long asOf, Executor executor, int parts) {
    return new FunnelRun(this, table, asOf).report(executor, parts);
  }

  /**
   * Returns which rows made the chains that {@link #over(EventTable, long)} counts.
   *
   * @param table the events
   * @param asOf up to when rows count, included, in the table's unit
   * @return the chains in the order of the subjects
   * @throws IllegalArgumentException if the table lacks a dimension that the funnel names
   */
  public FunnelEvidence evidence(EventTable table, long asOf) {
    return new FunnelRun(this, table, asOf).evidence();
  }

  /**
   * Returns an empty funnel to which events are given one by one, as they arrive. Times are in
   * milliseconds.
   *
   * @param lateness how long after the latest event an earlier one may still arrive, at least 0
   * @return the live funnel
   * @throws IllegalArgumentException if the lateness is negative
   */
  public LiveFunnel live(Duration lateness) {
    return LiveFunnel.of(this, lateness, TimeUnit.MILLISECONDS);
  }

  /**
   * Reads like {@code lead > meeting = call or visit > won, within 90d}; what is so by default is
   * left out. {@link Funnel#parse} has the grammar and undoes it.
   */
  @Override
  public String toString() {
    return FunnelPrinter.print(this);
  }

  /** Collects a definition. */
  public static final class Builder extends ImmutableFunnelDefinition.Builder {
    Builder() {}
  }
}
