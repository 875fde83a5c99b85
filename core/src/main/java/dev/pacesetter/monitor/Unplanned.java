package dev.pacesetter.monitor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something sold that has no cell in the plan.
 *
 * @param personId who is credited, null when nobody is recorded
 * @param productId what was sold, null when nothing is recorded
 * @param actual minor units for money, whole things for a count
 * @param credits how many credits that is
 */
public record Unplanned(
    @Nullable String personId, @Nullable String productId, long actual, int credits) {

  /**
   * Returns who is credited.
   *
   * @return the person's id, empty when nobody is recorded
   */
  public Optional<String> person() {
    return Optional.ofNullable(personId);
  }

  /**
   * Returns what was sold.
   *
   * @return the product's id, empty when nothing is recorded
   */
  public Optional<String> product() {
    return Optional.ofNullable(productId);
  }
}
