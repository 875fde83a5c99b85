package dev.pacesetter.examples.conformance.statistics;

import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import org.jspecify.annotations.Nullable;

/** Asks the library for one quantity. */
@FunctionalInterface
interface Quantity {
  /**
   * Returns the library's answer.
   *
   * @param in the inputs of the case
   * @return a number, truth value, text, {@link java.util.OptionalDouble}, {@link
   *     dev.pacesetter.metrics.Interval}, {@link dev.pacesetter.metrics.Measure}, or an array, list
   *     or map by name of these; null where the library says that there is no answer
   * @throws NotExpressibleException if the library does not answer this for these inputs
   */
  @Nullable Object of(Inputs in) throws NotExpressibleException;
}
