package dev.pacesetter.examples.simulator;

/**
 * A seeded source of random numbers that gives the same numbers on every machine.
 *
 * <p>SplitMix64, written out because the distributions of {@code java.util.random} may change from
 * one JDK to the next. {@link #fork} derives an independent source by a key, so that more of one
 * thing does not change another. Transforms use {@link StrictMath} only.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood (2014)</a>
 */
final class Chance {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  Chance(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  /** Returns a source that depends on this one's seed and the key, not on what was drawn so far. */
  Chance fork(long key) {
    return new Chance(mix(seed ^ mix(key + GOLDEN_GAMMA)));
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Returns a number in [0, 1) with 53 random bits. */
  double uniform() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Returns an integer in [0, bound); its bias is below {@code bound / 2³²}. */
  int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  boolean happens(double probability) {
    return uniform() < probability;
  }

  /** Returns an index with probability proportional to its weight. */
  int pick(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Returns a standard normal number by Marsaglia's polar method. */
  double gaussian() {
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double s = x * x + y * y;
      if (s < 1 && s > 0) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /**
   * Returns a gamma number of a shape of at least 1, by Marsaglia and Tsang.
   *
   * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia, Tsang (2000)</a>
   */
  double gamma(double shape, double mean) {
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = gaussian();
      double t = 1 + c * x;
      if (t > 0) {
        double v = t * t * t;
        double u = 1 - uniform();
        if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v * mean / shape;
        }
      }
    }
  }

  /** Returns a Poisson number by counting uniform factors; for means up to some hundreds. */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      count++;
    }
    return count;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
