package dev.pacesetter.metrics.conversion;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Sums over many counts {@code x} and all whole {@code j} from 0 below {@code x}, of functions of
 * {@code c + j·θ}.
 *
 * <p>What likelihoods need of gamma functions are ratios {@code Γ(a+x)/Γ(a)}, products of {@code a
 * + j}. How many counts exceed {@code j} is all that matters, so the cost is that of the largest
 * count and not that of the number of counts; and nothing is subtracted that is nearly equal.
 */
final class RisingSums {
  /** Beyond so many terms, gamma functions take over. */
  private static final int WALKED = 2048;

  /** Up to this share of the first term, the terms of a large count count as all equal. */
  private static final double EQUAL = 1e-15;

  private final int[] exceeding; // by j: how many counts exceed it
  private final long[] large; // the counts beyond WALKED

  RisingSums(long[] counts) {
    int longest = (int) Math.min(WALKED, Arrays.stream(counts).max().orElse(0));
    exceeding = new int[longest];
    for (long count : counts) {
      if (count > 0) {
        exceeding[(int) Math.min(count, longest) - 1]++;
      }
    }
    for (int j = longest - 2; j >= 0; j--) {
      exceeding[j] += exceeding[j + 1];
    }
    large = Arrays.stream(counts).filter(count -> count > WALKED).sorted().toArray();
  }

  /** Returns the sum of {@code ln(c + jθ)}. */
  double logarithms(double c, double theta) {
    double sum = 0;
    for (int j = 0; j < exceeding.length; j++) {
      sum += exceeding[j] * Math.log(c + j * theta);
    }
    double a = c / theta;
    for (long x : large) {
      sum +=
          x * theta <= EQUAL * c
              ? (x - WALKED) * Math.log(c)
              : (x - WALKED) * Math.log(theta) + LogGamma.value(a + x) - LogGamma.value(a + WALKED);
    }
    return sum;
  }

  /** Returns the sum of {@code 1/(c + jθ)}. */
  double reciprocals(double c, double theta) {
    double sum = 0;
    for (int j = 0; j < exceeding.length; j++) {
      sum += exceeding[j] / (c + j * theta);
    }
    for (long x : large) {
      sum += reciprocalsBeyond(x, c, theta);
    }
    return sum;
  }

  /** Returns the sum of {@code j/(c + jθ)}. */
  double weightedReciprocals(double c, double theta) {
    double sum = 0;
    for (int j = 1; j < exceeding.length; j++) {
      sum += exceeding[j] * (j / (c + j * theta));
    }
    for (long x : large) {
      sum +=
          x * theta <= 1e-6 * c // the difference below would lose its digits
              ? ((double) x * (x - 1) - WALKED * (WALKED - 1.0)) / 2 / c
              : (x - WALKED - c * reciprocalsBeyond(x, c, theta)) / theta;
    }
    return sum;
  }

  private static double reciprocalsBeyond(long x, double c, double theta) {
    double a = c / theta;
    return x * theta <= EQUAL * c
        ? (x - WALKED) / c
        : (Digamma.value(a + x) - Digamma.value(a + WALKED)) / theta;
  }
}
