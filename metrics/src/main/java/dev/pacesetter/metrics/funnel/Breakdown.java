package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Objects;

/**
 * Groups of a funnel: the values of one or more dimensions. Except for {@link Attribution#EVERY}
 * every chain is in exactly one group and grouping changes no chain.
 *
 * @param dimensions the names of the dimensions, at least one
 * @param attribution which row says the group
 * @param step the name of the step for {@link Attribution#STEP}, otherwise empty
 */
public record Breakdown(ImmutableList<String> dimensions, Attribution attribution, String step) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no dimension or one is there twice, or a step is
   *     named without need or missing
   */
  public Breakdown {
    Objects.requireNonNull(attribution);
    checkArgument(
        !dimensions.isEmpty() && new HashSet<>(dimensions).size() == dimensions.size(),
        "breakdown is by %s; there must be at least one dimension, each once",
        dimensions);
    checkArgument(
        (attribution == Attribution.STEP) != step.isEmpty(),
        "breakdown by %s names the step '%s'; STEP must name one and no other may",
        attribution,
        step);
  }

  /**
   * Returns groups by the row of the first step.
   *
   * @param dimensions the names of the dimensions
   * @return the breakdown
   */
  public static Breakdown by(String... dimensions) {
    return new Breakdown(ImmutableList.copyOf(dimensions), Attribution.FIRST_STEP, "");
  }

  /**
   * Returns this breakdown with another row that says the group.
   *
   * @param attribution any but {@link Attribution#STEP}
   * @return the breakdown
   */
  public Breakdown at(Attribution attribution) {
    return new Breakdown(dimensions, attribution, "");
  }

  /**
   * Returns this breakdown with the row of a step saying the group.
   *
   * @param step the name of the step
   * @return the breakdown
   */
  public Breakdown atStep(String step) {
    return new Breakdown(dimensions, Attribution.STEP, step);
  }
}
