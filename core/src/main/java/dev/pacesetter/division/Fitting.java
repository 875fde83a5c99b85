package dev.pacesetter.division;

import java.util.Arrays;
import java.util.List;

/**
 * Scales a table until every margin lies between its bounds: the table that does so and differs
 * least from this one in relative entropy. A cell of 0 stays 0.
 *
 * <p>Margins are met in turn. Each group has a factor of its own, 1 as long as its sum without the
 * factor lies between the bounds, and otherwise what brings it to the bound that is overstepped.
 * With exact sums that is iterative proportional fitting; with bounds it is coordinate ascent of
 * the same dual problem, which is concave, so where it comes to rest the table is the one sought.
 * Where it creeps, every so many sweeps are followed by a {@link NewtonStep}.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177731829">Deming and Stephan (1940)</a>
 * @see <a href="https://doi.org/10.1016/0041-5553(67)90040-7">Bregman (1967): the method with
 *     inequalities</a>
 * @see <a href="https://doi.org/10.1007/s10479-013-1468-3">Pukelsheim (2014): it converges where
 *     some table has these margins and no other zeros</a>
 */
final class Fitting {
  /** So many sweeps are quicker than one Newton step; where they do not do, it helps. */
  private static final int SWEEPS_BETWEEN_STEPS = 50;

  private static final int MOST_SWEEPS = 5_000;
  private static final int LEAST_SWEEPS = 200;

  /** So many cells are visited at most, so that a large table that creeps comes to an end. */
  private static final long MOST_VISITS = 6_000_000_000L;

  /** Doubles do not tell sums apart that are nearer than this. */
  private static final double RESOLVED = 1e-15;

  private final Grid grid;
  private final double[] cells;
  private final List<Margin> margins;
  private final double[][] factors;

  private Fitting(Grid grid, double[] cells, List<Margin> margins) {
    this.grid = grid;
    this.cells = cells;
    this.margins = margins;
    factors = new double[margins.size()][];
    for (int margin = 0; margin < factors.length; margin++) {
      factors[margin] = new double[margins.get(margin).groups()];
      Arrays.fill(factors[margin], 1);
    }
  }

  /** Scales the cells themselves, as near as {@link Fit#isConverged()} asks for. */
  static Fit fit(Grid grid, double[] cells, List<Margin> margins) {
    return fit(grid, cells, margins, MOST_SWEEPS);
  }

  /** The same with so many sweeps at most. */
  static Fit fit(Grid grid, double[] cells, List<Margin> margins, int mostSweeps) {
    return new Fitting(grid, cells, margins).fit(mostSweeps);
  }

  /** Scales with whatever sweeps it takes, and as near as doubles resolve. */
  static Fitting begin(Grid grid, double[] cells, List<Margin> margins) {
    return new Fitting(grid, cells, margins);
  }

  /** Goes on from where scaling ended. */
  Fit proceed() {
    Fit fit = fit(MOST_SWEEPS);
    double before = Double.POSITIVE_INFINITY;
    int sweeps = fit.sweeps();
    double deviation = fit.deviation();
    while (fit.isConverged() && deviation > RESOLVED && deviation <= before / 2) {
      before = deviation;
      deviation = sweep();
      sweeps++;
    }
    return new Fit(sweeps, deviation);
  }

  private Fit fit(int mostSweeps) {
    long visits = (long) cells.length * margins.size() * 2;
    long most = Math.min(mostSweeps, Math.max(LEAST_SWEEPS, MOST_VISITS / visits));
    double deviation = sweep();
    int sweeps = 1;
    while (deviation > Fit.TOLERANCE && sweeps < most) {
      if (sweeps % SWEEPS_BETWEEN_STEPS == 0) {
        NewtonStep.take(grid, cells, margins, factors);
      }
      deviation = sweep();
      sweeps++;
      if (Double.isInfinite(deviation)) {
        break;
      }
    }
    return new Fit(sweeps, deviation);
  }

  private double sweep() {
    double deviation = 0;
    for (int margin = 0; margin < margins.size(); margin++) {
      deviation = Math.max(deviation, scale(margins.get(margin), factors[margin]));
    }
    return deviation;
  }

  /** Brings one margin between its bounds and returns by how much of itself a sum had to move. */
  private double scale(Margin margin, double[] own) {
    double[] by = grid.sums(cells, margin.mask());
    double deviation = 0;
    for (int group = 0; group < by.length; group++) {
      double sum = by[group];
      double wanted = wanted(margin, group, sum / own[group]);
      double change = sum == wanted ? 1 : wanted / sum;
      if (sum == 0 || wanted == 0) {
        deviation = sum == wanted ? deviation : Double.POSITIVE_INFINITY;
        change = sum == wanted ? 1 : 0;
      } else if (!Double.isFinite(change)) {
        return Double.POSITIVE_INFINITY;
      } else if (Math.abs(change - 1) > deviation) {
        deviation = Math.abs(change - 1);
      }
      by[group] = change;
      own[group] *= change == 0 ? 1 : change;
    }
    grid.multiply(cells, margin.mask(), by);
    return deviation;
  }

  private static double wanted(Margin margin, int group, double free) {
    return Math.min(margin.most(group), Math.max(margin.least(group), free));
  }
}
