package dev.pacesetter.division;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The places of every axis in the order of their names, in which everything is computed, so that
 * the order in which a caller names them makes no difference: neither to ties nor to the last digit
 * of a sum.
 */
final class NameSort {
  private final Grid grid;
  private final int[][] given;

  NameSort(Grid grid, ImmutableList<ImmutableList<String>> names) {
    this.grid = grid;
    given =
        names.stream()
            .map(
                places ->
                    IntStream.range(0, places.size())
                        .boxed()
                        .sorted(Comparator.comparing(places::get))
                        .mapToInt(Integer::intValue)
                        .toArray())
            .toArray(int[][]::new);
  }

  /** Returns for every group in the order of names which group of the caller's it is. */
  int[] given(int mask) {
    int[] steps = grid.steps(mask);
    int[] groups = {0};
    for (int axis = 0; axis < grid.axes(); axis++) {
      if (Grid.isIn(axis, mask)) {
        int step = steps[axis];
        int[] places = given[axis];
        int[] before = groups;
        groups = new int[before.length * places.length];
        for (int group = 0; group < groups.length; group++) {
          groups[group] = before[group / places.length] + places[group % places.length] * step;
        }
      }
    }
    return groups;
  }

  double[] sorted(double[] values) {
    int[] from = given(grid.all());
    double[] sorted = new double[values.length];
    Arrays.setAll(sorted, cell -> values[from[cell]]);
    return sorted;
  }

  double[] given(double[] values, int mask) {
    int[] to = given(mask);
    double[] back = new double[values.length];
    for (int group = 0; group < to.length; group++) {
      back[to[group]] = values[group];
    }
    return back;
  }

  long[] given(long[] values, int mask) {
    int[] to = given(mask);
    long[] back = new long[values.length];
    for (int group = 0; group < to.length; group++) {
      back[to[group]] = values[group];
    }
    return back;
  }
}
