package dev.pacesetter.examples.benchmarks;

import java.util.SplittableRandom;

/** Columns of figures as they come in sales, the same ones for the same seed. */
final class SalesFigures {
  private SalesFigures() {}

  /** Amounts of deals in whole minor units: log-normal, most of them about 10,000.00. */
  static double[] amounts(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] amounts = new double[n];
    for (int i = 0; i < n; i++) {
      amounts[i] = Math.rint(1e6 * Math.exp(random.nextGaussian()));
    }
    return amounts;
  }

  /** Figures that move about a level. */
  static double[] levels(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] levels = new double[n];
    for (int i = 0; i < n; i++) {
      levels[i] = 100 + 10 * random.nextGaussian();
    }
    return levels;
  }

  /** Shares from 0 to 1. */
  static double[] shares(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] shares = new double[n];
    for (int i = 0; i < n; i++) {
      shares[i] = random.nextDouble();
    }
    return shares;
  }

  /** Closed deals of each person, or of each day. */
  static long[] closed(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.longs(n, 20, 200).toArray();
  }

  /** Won ones among them, of rates about 0.3 of which everybody has their own. */
  static long[] won(long[] closed, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] won = new long[closed.length];
    for (int i = 0; i < won.length; i++) {
      double rate = 0.1 + 0.4 * random.nextDouble();
      for (long deal = 0; deal < closed[i]; deal++) {
        won[i] += random.nextDouble() < rate ? 1 : 0;
      }
    }
    return won;
  }
}
