package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;

/**
 * A step of a funnel: which rows match it.
 *
 * @param name what the step is called
 * @param events the names of the events that match; empty for any event
 * @param where for each named dimension the values that match; all must hold, and a row without a
 *     value matches none
 * @param isOptional whether the step may be skipped
 * @param within how long after the step before it in the chain, that row included
 */
public record Step(
    String name,
    ImmutableSet<String> events,
    ImmutableMap<String, ImmutableSet<String>> where,
    boolean isOptional,
    Window within) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the name is blank or a dimension has no values
   */
  public Step {
    checkArgument(!name.isBlank(), "a step is called '%s'; it needs a name", name);
    where.forEach(
        (dimension, values) ->
            checkArgument(!values.isEmpty(), "step %s asks for no value of %s", name, dimension));
  }

  /**
   * Returns the step of an event, called like it.
   *
   * @param event the name of the event
   * @return the step
   */
  public static Step of(String event) {
    return new Step(event, ImmutableSet.of(event), ImmutableMap.of(), false, Window.UNLIMITED);
  }

  /**
   * Returns a step that any of some events match.
   *
   * @param name what the step is called
   * @param events the names of the events; none for any event at all
   * @return the step
   */
  public static Step named(String name, String... events) {
    return new Step(name, ImmutableSet.copyOf(events), ImmutableMap.of(), false, Window.UNLIMITED);
  }

  /**
   * Returns this step for rows with some values in a dimension only.
   *
   * @param dimension the name of the dimension
   * @param values the values that match, at least one
   * @return the step
   */
  public Step where(String dimension, String... values) {
    return new Step(
        name,
        events,
        ImmutableMap.<String, ImmutableSet<String>>builder()
            .putAll(where)
            .put(dimension, ImmutableSet.copyOf(values))
            .buildKeepingLast(),
        isOptional,
        within);
  }

  /**
   * Returns this step as one that may be skipped.
   *
   * @return the step
   */
  public Step optional() {
    return new Step(name, events, where, true, within);
  }

  /**
   * Returns this step with a limit on the time since the step before it.
   *
   * @param window the limit
   * @return the step
   */
  public Step within(Window window) {
    return new Step(name, events, where, isOptional, window);
  }

  /**
   * Returns this step with a limit on the time since the step before it.
   *
   * @param elapsed the limit, included
   * @return the step
   */
  public Step within(Duration elapsed) {
    return within(Window.of(elapsed));
  }
}
