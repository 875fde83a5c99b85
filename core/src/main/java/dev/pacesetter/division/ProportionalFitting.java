package dev.pacesetter.division;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scales a table of real numbers until its sums along some axes are what they should be: iterative
 * proportional fitting, the real-valued step of a {@link Division} alone.
 *
 * <p>The result is the table with those sums that differs least from the seed in relative entropy;
 * a cell of 0 stays 0.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177731829">Deming and Stephan (1940)</a>
 */
public final class ProportionalFitting {
  /**
   * A fitted table.
   *
   * @param cells the cells, the last axis running fastest
   * @param fit how scaling ended; where it has not converged no table has these sums, or only one
   *     with more zeros than the seed, and the cells are as they were left
   */
  public record Fitted(ImmutableDoubleArray cells, Fit fit) {}

  private final Grid grid;
  private final List<Margin> margins = new ArrayList<>();

  private ProportionalFitting(Grid grid) {
    this.grid = grid;
  }

  /**
   * Begins with the shape of the table.
   *
   * @param sizes how many places each axis has, at least 1
   * @return what collects sums
   * @throws IllegalArgumentException if there is no axis, or one without a place
   */
  public static ProportionalFitting of(int... sizes) {
    checkArgument(
        sizes.length > 0 && Arrays.stream(sizes).allMatch(size -> size > 0),
        "a table of %s; each axis needs a place",
        Arrays.toString(sizes));
    return new ProportionalFitting(new Grid(sizes));
  }

  /**
   * Adds what sums along some axes should be.
   *
   * @param axes numbers of axes from 0, in ascending order
   * @param sums finite, at least 0, one for every place on those axes together, the last running
   *     fastest
   * @return this
   * @throws IllegalArgumentException if an axis is not there or a sum is missing, negative or not
   *     finite
   */
  public ProportionalFitting withSums(int[] axes, double[] sums) {
    int mask = 0;
    for (int axis : axes) {
      checkArgument(
          axis >= 0 && axis < grid.axes() && mask < 1 << axis,
          "sums along %s of %s axes; ascending numbers from 0 are possible",
          Arrays.toString(axes),
          (Object) grid.axes());
      mask |= 1 << axis;
    }
    checkArgument(
        sums.length == grid.groups(mask)
            && Arrays.stream(sums).allMatch(sum -> Double.isFinite(sum) && sum >= 0),
        "the sums along %s are %s; %s are needed, finite and at least 0",
        Arrays.toString(axes),
        Arrays.toString(sums),
        grid.groups(mask));
    double[] exact = sums.clone();
    margins.add(new Margin(mask, exact, exact));
    return this;
  }

  /**
   * Scales.
   *
   * @param seed finite, at least 0, one for every cell, the last axis running fastest
   * @return the fitted table
   * @throws IllegalArgumentException if a cell is missing, negative or not finite
   */
  public Fitted fit(double[] seed) {
    checkArgument(
        seed.length == grid.cells()
            && Arrays.stream(seed).allMatch(cell -> Double.isFinite(cell) && cell >= 0),
        "a seed of %s cells; %s are needed, finite and at least 0",
        seed.length,
        (Object) grid.cells());
    double[] cells = seed.clone();
    Fit fit = Fitting.fit(grid, cells, margins);
    return new Fitted(ImmutableDoubleArray.copyOf(cells), fit);
  }
}
