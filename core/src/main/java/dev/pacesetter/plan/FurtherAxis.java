package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.organization.Scope.Dimension;
import java.util.Locale;

/**
 * What a plan is divided by beside people, products and months.
 *
 * @param dimension territories, segments or channels; teams and lines follow from people and
 *     products
 * @param places distinct ids or names, at least one
 */
public record FurtherAxis(Dimension dimension, ImmutableList<String> places) {
  private static final ImmutableSet<Dimension> POSSIBLE =
      ImmutableSet.of(Dimension.TERRITORY, Dimension.SEGMENT, Dimension.CHANNEL);

  /**
   * Checks dimension and places.
   *
   * @throws IllegalArgumentException if the dimension is another, or places are none or named twice
   */
  public FurtherAxis {
    checkArgument(
        POSSIBLE.contains(dimension),
        "a plan is divided by %s; beside people, products and months it can be by %s",
        dimension,
        POSSIBLE);
    checkArgument(
        !places.isEmpty() && ImmutableSet.copyOf(places).size() == places.size(),
        "a plan is divided by the %s %s; at least one is needed, and each once",
        key(dimension),
        places);
  }

  /**
   * Returns how a part of a plan names this axis.
   *
   * @return {@code territory}, {@code segment} or {@code channel}
   */
  public String key() {
    return key(dimension);
  }

  static String key(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }
}
