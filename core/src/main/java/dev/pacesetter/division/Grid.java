package dev.pacesetter.division;

/**
 * The shape of a dense table: so many places along each axis, the last axis running fastest.
 *
 * <p>A set of axes is a bit mask. The places on a set of axes together are groups of cells,
 * numbered as the cells of a table of those axes alone.
 */
final class Grid {
  private final int[] sizes;
  private final int[] steps;
  private final int cells;

  Grid(int... sizes) {
    this.sizes = sizes.clone();
    steps = new int[sizes.length];
    long count = 1;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      steps[axis] = Math.toIntExact(count);
      count = Math.multiplyExact(count, sizes[axis]);
    }
    cells = Math.toIntExact(count);
  }

  int axes() {
    return sizes.length;
  }

  int size(int axis) {
    return sizes[axis];
  }

  int cells() {
    return cells;
  }

  /** The mask of all axes. */
  int all() {
    return (1 << sizes.length) - 1;
  }

  /** Returns where a cell stands on an axis. */
  int place(int cell, int axis) {
    return cell / steps[axis] % sizes[axis];
  }

  /** Returns the shape of some axes alone. */
  Grid of(int mask) {
    int[] kept = new int[Integer.bitCount(mask)];
    int count = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (isIn(axis, mask)) {
        kept[count++] = sizes[axis];
      }
    }
    return new Grid(kept);
  }

  int groups(int mask) {
    int groups = 1;
    for (int axis = 0; axis < sizes.length; axis++) {
      groups *= isIn(axis, mask) ? sizes[axis] : 1;
    }
    return groups;
  }

  /** Returns by how much the number of a group grows with a place on each axis, 0 off the mask. */
  int[] steps(int mask) {
    int[] along = new int[sizes.length];
    int count = 1;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      if (isIn(axis, mask)) {
        along[axis] = count;
        count *= sizes[axis];
      }
    }
    return along;
  }

  /** Returns the group of every cell. */
  int[] groupsOfCells(int mask) {
    int[] groups = new int[cells];
    int length = sizes[sizes.length - 1];
    int step = isIn(sizes.length - 1, mask) ? 1 : 0;
    eachRun(
        mask,
        (from, group) -> {
          for (int at = 0; at < length; at++) {
            groups[from + at] = group + at * step;
          }
        });
    return groups;
  }

  /** Returns for every group of some axes which group of fewer of these axes it is in. */
  int[] groupsOfGroups(int mask, int fewer) {
    int within = 0;
    int at = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (isIn(axis, mask)) {
        within |= isIn(axis, fewer) ? 1 << at : 0;
        at++;
      }
    }
    return of(mask).groupsOfCells(within);
  }

  /** Does something with every run of cells along the last axis. */
  private void eachRun(int mask, Run run) {
    int[] along = steps(mask);
    int last = sizes.length - 1;
    int[] at = new int[sizes.length];
    int group = 0;
    for (int from = 0; from < cells; from += sizes[last]) {
      run.of(from, group);
      for (int axis = last - 1; axis >= 0; axis--) {
        group += along[axis];
        if (++at[axis] < sizes[axis]) {
          break;
        }
        group -= along[axis] * sizes[axis];
        at[axis] = 0;
      }
    }
  }

  @FunctionalInterface
  private interface Run {
    /** Takes the first cell of a run and the group of it. */
    void of(int from, int group);
  }

  /** Returns the sums of all groups. */
  double[] sums(double[] values, int mask) {
    if (mask == all()) {
      return values.clone();
    }
    double[] sums = new double[groups(mask)];
    int length = sizes[sizes.length - 1];
    if (isIn(sizes.length - 1, mask)) {
      eachRun(
          mask,
          (from, group) -> {
            for (int at = 0; at < length; at++) {
              sums[group + at] += values[from + at];
            }
          });
    } else {
      eachRun(
          mask,
          (from, group) -> {
            double sum = 0;
            for (int at = 0; at < length; at++) {
              sum += values[from + at];
            }
            sums[group] += sum;
          });
    }
    return sums;
  }

  /** Returns the sums of all groups. */
  long[] sums(long[] values, int mask) {
    long[] sums = new long[groups(mask)];
    int length = sizes[sizes.length - 1];
    int step = isIn(sizes.length - 1, mask) ? 1 : 0;
    eachRun(
        mask,
        (from, group) -> {
          for (int at = 0; at < length; at++) {
            sums[group + at * step] += values[from + at];
          }
        });
    return sums;
  }

  /** Multiplies every cell by the factor of its group. */
  void multiply(double[] values, int mask, double[] factors) {
    int length = sizes[sizes.length - 1];
    if (isIn(sizes.length - 1, mask)) {
      eachRun(
          mask,
          (from, group) -> {
            for (int at = 0; at < length; at++) {
              values[from + at] *= factors[group + at];
            }
          });
    } else {
      eachRun(
          mask,
          (from, group) -> {
            double factor = factors[group];
            for (int at = 0; at < length && factor != 1; at++) {
              values[from + at] *= factor;
            }
          });
    }
  }

  static boolean isIn(int axis, int mask) {
    return (mask >> axis & 1) == 1;
  }
}
