package dev.pacesetter.division;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A division in whole units with places in the order of their names: what the steps work on. */
final class Problem {
  private final ImmutableList<String> axes;
  private final ImmutableList<ImmutableList<String>> places;
  private final Grid grid;
  private final double[] weights;
  private final long total;
  private final ImmutableList<Requirement> requirements;
  private final ImmutableList<ImmutableMap<String, Integer>> at;

  Problem(
      ImmutableList<String> axes,
      ImmutableList<ImmutableList<String>> places,
      Grid grid,
      double[] weights,
      long total,
      ImmutableList<Requirement> requirements) {
    this(
        axes,
        places,
        grid,
        weights,
        total,
        requirements,
        places.stream()
            .map(
                names ->
                    IntStream.range(0, names.size())
                        .boxed()
                        .collect(ImmutableMap.toImmutableMap(names::get, place -> place)))
            .collect(ImmutableList.toImmutableList()));
  }

  private Problem(
      ImmutableList<String> axes,
      ImmutableList<ImmutableList<String>> places,
      Grid grid,
      double[] weights,
      long total,
      ImmutableList<Requirement> requirements,
      ImmutableList<ImmutableMap<String, Integer>> at) {
    this.at = at;
    this.axes = axes;
    this.places = places;
    this.grid = grid;
    this.weights = weights;
    this.total = total;
    this.requirements = requirements;
  }

  ImmutableList<String> axes() {
    return axes;
  }

  ImmutableList<ImmutableList<String>> places() {
    return places;
  }

  Grid grid() {
    return grid;
  }

  /** A weight for every cell; not to be changed. */
  double[] weights() {
    return weights;
  }

  long total() {
    return total;
  }

  ImmutableList<Requirement> requirements() {
    return requirements;
  }

  /** Returns the axes on which a part has a place. */
  int mask(Part part) {
    int mask = 0;
    for (String axis : part.places().keySet()) {
      mask |= 1 << axes.indexOf(axis);
    }
    return mask;
  }

  /** Returns where a place stands on its axis. */
  int place(int axis, String name) {
    return Objects.requireNonNull(at.get(axis).get(name));
  }

  /** Returns the number of a part among all parts with places on the same axes. */
  int group(Part part) {
    int[] steps = grid.steps(mask(part));
    int group = 0;
    for (Map.Entry<String, String> place : part.places().entrySet()) {
      int axis = axes.indexOf(place.getKey());
      group += steps[axis] * place(axis, place.getValue());
    }
    return group;
  }

  /** Returns what is required, by mask of axes; those with few axes first. */
  Map<Integer, Bounds> bounds() {
    Map<Integer, Bounds> bounds = new TreeMap<>(Problem::byCount);
    bounds.put(0, new Bounds(new long[] {total}, new long[] {total}));
    for (Requirement required : requirements) {
      int mask = mask(required.part());
      bounds
          .computeIfAbsent(mask, key -> Bounds.none(grid.groups(key)))
          .narrow(group(required.part()), required.least(), required.most());
    }
    tighten(bounds);
    return bounds;
  }

  /**
   * Narrows what is pinned: where the parts of a sum need all it may be, none may have more, and
   * where they may have no more than it needs, none may have less.
   */
  private void tighten(Map<Integer, Bounds> bounds) {
    boolean isNarrower = true;
    while (isNarrower) {
      isNarrower = false;
      for (Map.Entry<Integer, Bounds> whole : bounds.entrySet()) {
        for (Map.Entry<Integer, Bounds> parts : bounds.entrySet()) {
          boolean isWithin = (whole.getKey() & ~parts.getKey()) == 0;
          if (isWithin && !whole.getKey().equals(parts.getKey())) {
            int[] of = grid.groupsOfGroups(parts.getKey(), whole.getKey());
            isNarrower |= parts.getValue().pin(of, whole.getValue());
          }
        }
      }
    }
  }

  private static int byCount(int one, int other) {
    int count = Integer.compare(Integer.bitCount(one), Integer.bitCount(other));
    return count != 0 ? count : Integer.compare(one, other);
  }

  Problem with(ImmutableList<Requirement> others) {
    return new Problem(axes, places, grid, weights, total, others, at);
  }

  Problem with(double[] others) {
    return new Problem(axes, places, grid, others, total, requirements, at);
  }
}
