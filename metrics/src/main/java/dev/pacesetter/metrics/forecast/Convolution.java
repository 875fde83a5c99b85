package dev.pacesetter.metrics.forecast;

import com.google.common.primitives.Longs;
import java.util.Arrays;

/** Computes the distribution of a pipeline's total. */
final class Convolution {
  /** The probability that bounds leave out on either side, where they must leave out any. */
  private static final double LEFT_OUT = 1e-12;

  private static final double DOUBT = -Math.log(LEFT_OUT);

  /** More multiplications would take seconds. */
  private static final double MOST_WORK = 1L << 30;

  private final long[] amounts;
  private final double[] probabilities;
  private final long[] newAmounts;
  private final double[] newRates;
  private final int mostTotals;
  private final long certain;

  Convolution(
      long[] amounts,
      double[] probabilities,
      long[] newAmounts,
      double[] newRates,
      int mostTotals) {
    int open = 0;
    long sure = 0;
    long[] openAmounts = new long[amounts.length];
    double[] openProbabilities = new double[amounts.length];
    for (int i = 0; i < amounts.length; i++) {
      if (probabilities[i] == 1) {
        sure += amounts[i];
      } else if (probabilities[i] > 0 && amounts[i] > 0) {
        openAmounts[open] = amounts[i];
        openProbabilities[open++] = probabilities[i];
      }
    }
    this.amounts = Arrays.copyOf(openAmounts, open);
    this.probabilities = Arrays.copyOf(openProbabilities, open);
    int coming = 0;
    long[] comingAmounts = new long[newAmounts.length];
    double[] comingRates = new double[newAmounts.length];
    for (int i = 0; i < newAmounts.length; i++) {
      if (newAmounts[i] > 0 && newRates[i] > 0) {
        comingAmounts[coming] = newAmounts[i];
        comingRates[coming++] = newRates[i];
      }
    }
    this.newAmounts = Arrays.copyOf(comingAmounts, coming);
    this.newRates = Arrays.copyOf(comingRates, coming);
    this.mostTotals = mostTotals;
    this.certain = sure;
  }

  PipelineOutcome outcome() {
    double newWins = rangeOfNewWins(1);
    double range = sum(amounts) + newWins;
    long divisor = Lattice.gcd(Longs.concat(amounts, newAmounts));
    if (fits(range, divisor)) {
      return overLattice(divisor, 0);
    }
    if (newAmounts.length == 0) {
      Totals totals = Totals.ofDeals(amounts, probabilities, mostTotals / 4);
      if (totals != null) {
        return new PipelineOutcome(totals.plus(certain), 1, 0, 0, 0);
      }
    }
    // rounding leaves out rare totals anyway, so the rarest on either side need not be carried
    // along
    double span = Math.min(range, Math.max(newWins, 2 * stray()));
    double width = Math.ceil(span / (mostTotals - 2));
    while (!fits(span, (long) width)) {
      width = Math.ceil(width * 1.25);
    }
    return overLattice((long) width, LEFT_OUT / (2 * Math.max(1, amounts.length)));
  }

  /** How far from its mean a sum of some of the deals or new wins comes, but for a trifle. */
  private double stray() {
    double variance = 0;
    double largest = 0;
    for (int i = 0; i < amounts.length; i++) {
      double a = amounts[i];
      variance += a * a * probabilities[i] * (1 - probabilities[i]);
      largest = Math.max(largest, a);
    }
    for (int i = 0; i < newAmounts.length; i++) {
      double x = newAmounts[i];
      variance += x * x * newRates[i];
      largest = Math.max(largest, x);
    }
    return Lattice.stray(variance, largest, DOUBT + Math.log(2.0 * Math.max(1, amounts.length)));
  }

  private static double sum(long[] amounts) {
    double sum = 0;
    for (long amount : amounts) {
      sum += amount;
    }
    return sum;
  }

  /** A total of new wins, rounded to a width, that is exceeded with a probability below 1e-12. */
  private double rangeOfNewWins(long width) {
    double[] rounded = new double[newAmounts.length];
    Arrays.setAll(rounded, i -> (double) Lattice.cell(newAmounts[i], width) * width);
    return CompoundPoisson.exceededBy(rounded, newRates, DOUBT);
  }

  private boolean fits(double range, long width) {
    double cells = Math.ceil(range / width) + 2;
    double jumps = amounts.length;
    if (newAmounts.length > 0) {
      double most = Arrays.stream(newAmounts).max().orElse(0) / (double) width + 1;
      jumps += Math.min(newAmounts.length, most);
    }
    return cells <= mostTotals && cells * jumps <= MOST_WORK;
  }

  private PipelineOutcome overLattice(long width, double trifle) {
    double[] mass = {1};
    if (newAmounts.length > 0) {
      int cells = (int) Math.ceil(rangeOfNewWins(width) / width) + 1;
      mass = CompoundPoisson.over(newAmounts, newRates, width, cells);
    }
    LatticeMass total = new LatticeMass(mass, trifle);
    for (int deal = 0; deal < amounts.length; deal++) {
      total.add((int) Lattice.cell(amounts[deal], width), probabilities[deal]);
    }
    Totals totals = total.totals(width).plus(certain);
    double leftOut = total.dropped() + (newAmounts.length == 0 ? 0 : LEFT_OUT);
    return isExact(amounts, width) && isExact(newAmounts, width)
        ? new PipelineOutcome(totals, width, 0, 0, leftOut)
        : rounded(totals, width, leftOut);
  }

  private static boolean isExact(long[] amounts, long width) {
    return Arrays.stream(amounts).allMatch(amount -> amount % width == 0);
  }

  /**
   * The true total is the rounded one plus what rounding lost. That is bounded by everything that
   * can be lost, and but for a small probability by Bernstein's inequality; the tighter one is
   * taken.
   */
  private PipelineOutcome rounded(Totals totals, long width, double leftOut) {
    double mean = 0;
    double variance = 0;
    double largest = 0;
    double mostLost = newAmounts.length == 0 ? 0 : Double.POSITIVE_INFINITY;
    double mostGained = mostLost;
    for (int i = 0; i < amounts.length; i++) {
      double lost = Lattice.lost(amounts[i], width);
      double p = probabilities[i];
      mean += p * lost;
      variance += p * (1 - p) * lost * lost;
      largest = Math.max(largest, Math.abs(lost));
      mostLost += Math.max(0, lost);
      mostGained += Math.max(0, -lost);
    }
    for (int i = 0; i < newAmounts.length; i++) {
      double lost = Lattice.lost(newAmounts[i], width);
      mean += newRates[i] * lost;
      variance += newRates[i] * lost * lost;
      largest = Math.max(largest, Math.abs(lost));
    }
    double stray = Lattice.stray(variance, largest, DOUBT);
    double above = Math.max(0, Math.min(mostLost, mean + stray));
    double below = Math.max(0, Math.min(mostGained, stray - mean));
    return new PipelineOutcome(totals, width, below, above, leftOut + LEFT_OUT);
  }
}
