package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;

/**
 * Events that must not happen on the way from one step to another: after {@code from} was reached
 * and before {@code to} was, while the chain still has time. The step that a chain has reached
 * decides: with {@code from} the second step and {@code to} the fourth, chains that have reached
 * the second or third end. A row that is excluded and matches a step ends chains first and may then
 * start or continue others. At the same instant as a step the order of the instant decides, {@link
 * InstantOrder}. In any order an exclusion spans the whole funnel.
 *
 * <p>One limit: where an exclusion ends only chains that have not taken an optional step yet, and a
 * step that may come after the next has a window of its own ({@link Step#within}), the next step
 * may be reached again by a chain that entered earlier than one that waits there. The later arrival
 * then goes on alone, although the other had more time in the window of the whole.
 *
 * @param events the names of the events, at least one
 * @param from the name of the step after which they count, or empty for the first
 * @param to the name of the step up to which they count, or empty for the last
 * @param effect what happens
 */
public record Exclusion(
    ImmutableSet<String> events, String from, String to, ExclusionEffect effect) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no event
   */
  public Exclusion {
    checkArgument(!events.isEmpty(), "an exclusion needs at least one event");
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(effect);
  }

  /**
   * Returns events that end a chain anywhere between the first step and the last.
   *
   * @param events their names
   * @return the exclusion
   */
  public static Exclusion of(String... events) {
    return new Exclusion(ImmutableSet.copyOf(events), "", "", ExclusionEffect.BREAK_ATTEMPT);
  }

  /**
   * Returns this exclusion between two steps only.
   *
   * @param from the name of the step after which the events count
   * @param to the name of the step up to which they count
   * @return the exclusion
   */
  public Exclusion between(String from, String to) {
    return new Exclusion(events, from, to, effect);
  }

  /**
   * Returns this exclusion with another effect.
   *
   * @param effect what happens
   * @return the exclusion
   */
  public Exclusion with(ExclusionEffect effect) {
    return new Exclusion(events, from, to, effect);
  }
}
