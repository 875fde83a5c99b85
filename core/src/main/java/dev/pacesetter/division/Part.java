package dev.pacesetter.division;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.util.stream.Collectors;

/**
 * A part of a table: all cells that stand at certain places on certain axes.
 *
 * <p>{@code Part.of("person", "ana").and("month", "FY2026-07")} is what Ana sells in July, over
 * everything else the table is divided by.
 *
 * @param places names of places by names of axes; none for the whole table
 */
public record Part(ImmutableMap<String, String> places) {
  /**
   * Returns the whole table.
   *
   * @return the part without a condition
   */
  public static Part all() {
    return new Part(ImmutableMap.of());
  }

  /**
   * Returns everything at one place.
   *
   * @param axis the name of an axis
   * @param place the name of a place on it
   * @return the part
   */
  public static Part of(String axis, String place) {
    return new Part(ImmutableMap.of(axis, place));
  }

  /**
   * Returns what of this part stands at one place of another axis.
   *
   * @param axis the name of the axis
   * @param place the name of a place on it
   * @return the smaller part
   * @throws IllegalArgumentException if this part has a place on that axis already
   */
  public Part and(String axis, String place) {
    checkArgument(
        !places.containsKey(axis),
        "the part %s already says %s; it cannot also be at %s",
        this,
        places.get(axis),
        place);
    return new Part(
        ImmutableMap.<String, String>builder().putAll(places).put(axis, place).buildOrThrow());
  }

  /**
   * Returns the part as text.
   *
   * @return such as {@code person=ana, month=FY2026-07}, or {@code all}
   */
  @Override
  public String toString() {
    return places.isEmpty()
        ? "all"
        : places.entrySet().stream()
            .map(place -> place.getKey() + "=" + place.getValue())
            .collect(Collectors.joining(", "));
  }
}
