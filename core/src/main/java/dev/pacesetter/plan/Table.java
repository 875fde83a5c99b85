package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.List;

/** A dense table of real numbers along three axes: people, products and months. */
final class Table {
  /** So many sweeps are quicker than one Newton step; where they do not do, it helps. */
  private static final int SWEEPS_BETWEEN_STEPS = 50;

  private static final int MOST_STEPS = 100;

  /** What sums along an axis must be: places are grouped, and each group has a target. */
  static final class Margin {
    private final int axis;
    private final int[] group;
    private final double[] targets;

    Margin(int axis, int[] group, long[] targets) {
      this.axis = axis;
      this.group = group;
      this.targets = Arrays.stream(targets).mapToDouble(target -> target).toArray();
    }

    /** Returns a margin with a target for every place. */
    static Margin of(int axis, long[] targets) {
      int[] each = new int[targets.length];
      Arrays.setAll(each, place -> place);
      return new Margin(axis, each, targets);
    }

    int axis() {
      return axis;
    }

    int groups() {
      return targets.length;
    }

    int group(int place) {
      return group[place];
    }

    double target(int group) {
      return targets[group];
    }
  }

  private final int[] size;
  private final double[] cells;

  Table(int[] size, double[] cells) {
    checkArgument(
        cells.length == size[0] * size[1] * size[2],
        "a table of %s has %s cells",
        Arrays.toString(size),
        cells.length);
    this.size = size;
    this.cells = cells;
  }

  /** Returns the cells themselves, person by person, then product by product, then by month. */
  double[] cells() {
    return cells;
  }

  int size(int axis) {
    return size[axis];
  }

  /** Returns the sums of an axis. */
  double[] sums(int axis) {
    double[] sums = new double[size[axis]];
    int stride = stride(axis);
    int run = stride * size[axis];
    for (int from = 0; from < cells.length; from += run) {
      for (int place = 0, cell = from; place < size[axis]; place++) {
        double sum = 0;
        for (int end = cell + stride; cell < end; cell++) {
          sum += cells[cell];
        }
        sums[place] += sum;
      }
    }
    return sums;
  }

  /** Returns the sums of a margin's groups. */
  double[] sums(Margin margin) {
    double[] sums = new double[margin.targets.length];
    double[] bySize = sums(margin.axis);
    for (int place = 0; place < bySize.length; place++) {
      sums[margin.group[place]] += bySize[place];
    }
    return sums;
  }

  /** Returns the sums of every pair of places on two axes, the first axis before the second. */
  double[][] sums(int first, int second) {
    double[][] sums = new double[size[first]][size[second]];
    for (int cell = 0; cell < cells.length; cell++) {
      sums[place(cell, first)][place(cell, second)] += cells[cell];
    }
    return sums;
  }

  /** Returns where a cell stands on an axis. */
  int place(int cell, int axis) {
    return cell / stride(axis) % size[axis];
  }

  private int stride(int axis) {
    return axis == 0 ? size[1] * size[2] : axis == 1 ? size[2] : 1;
  }

  /**
   * Scales to margins in turn until all are met: the table with these margins that differs least
   * from this one in relative entropy. A cell of 0 stays 0. Where that creeps, every so many sweeps
   * are followed by a {@link NewtonStep}.
   *
   * @see <a href="https://doi.org/10.1214/aoms/1177731829">Deming and Stephan (1940)</a>
   * @see <a href="https://doi.org/10.1007/s10479-013-1468-3">Pukelsheim (2014): it converges where
   *     some table has these margins and no other zeros</a>
   */
  Fit fit(List<Margin> margins) {
    int sweeps = 0;
    double deviation = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= MOST_STEPS && deviation > Fit.TOLERANCE; step++) {
      if (step > 0) {
        NewtonStep.take(this, margins);
      }
      for (int sweep = 0; sweep < SWEEPS_BETWEEN_STEPS && deviation > Fit.TOLERANCE; sweep++) {
        deviation = scale(margins);
        sweeps++;
        if (sweeps > 1 && Double.isInfinite(deviation)) {
          return new Fit(sweeps, deviation);
        }
      }
    }
    return new Fit(sweeps, deviation);
  }

  /** Scales to every margin and returns how far from any the sums were. */
  private double scale(List<Margin> margins) {
    double deviation = 0;
    for (Margin margin : margins) {
      deviation = Math.max(deviation, scale(margin));
    }
    return deviation;
  }

  /** Scales to a margin and returns how far from it the sums were. */
  private double scale(Margin margin) {
    double[] sums = sums(margin);
    double deviation = 0;
    double[] factors = new double[sums.length];
    for (int group = 0; group < sums.length; group++) {
      double target = margin.targets[group];
      factors[group] = sums[group] == 0 ? 1 : target / sums[group];
      if (sums[group] != target) {
        deviation =
            Math.max(
                deviation,
                target == 0 || sums[group] == 0
                    ? Double.POSITIVE_INFINITY
                    : Math.abs(sums[group] / target - 1));
      }
    }
    multiply(margin, factors);
    return deviation;
  }

  private void multiply(Margin margin, double[] factors) {
    int stride = stride(margin.axis);
    int places = size[margin.axis];
    for (int from = 0; from < cells.length; from += stride * places) {
      for (int place = 0, cell = from; place < places; place++) {
        double factor = factors[margin.group[place]];
        for (int end = cell + stride; cell < end; cell++) {
          cells[cell] *= factor;
        }
      }
    }
  }
}
