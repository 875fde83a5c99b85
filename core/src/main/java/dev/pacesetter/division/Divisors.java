package dev.pacesetter.division;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Divides by divisors: the n-th unit of a part claims {@code weight / (step · (n - 1) + first)},
 * and the largest claims are met.
 *
 * <p>The division begins near its end, at {@code ⌊q + (step - first) / step⌋} units for the quota
 * q, since every claim above {@code Σw / (step · total)} is among those met or nearly so; then
 * single units are given or taken. Claims are compared exactly.
 *
 * @see <a href="https://doi.org/10.1007/978-3-319-64707-4">Pukelsheim, Proportional Representation
 *     (2017), chapters 4 and 9</a>
 */
final class Divisors {
  private final BigInteger[] weights;
  private final long step;
  private final long first;

  Divisors(BigInteger[] weights, long step, long first) {
    this.weights = weights;
    this.step = step;
    this.first = first;
  }

  long[] divide(long total) {
    long magnitude = Math.absExact(total);
    long[] parts = start(magnitude);
    long left = magnitude - Arrays.stream(parts).sum();
    if (left > 0) {
      give(parts, left);
    } else {
      take(parts, -left);
    }
    if (total < 0) {
      Arrays.setAll(parts, part -> -parts[part]);
    }
    return parts;
  }

  /** Whether the smallest claim that is met equals the largest that is not. */
  boolean isTied(long total) {
    long[] parts = divide(total);
    int smallest = -1;
    int largest = -1;
    for (int part = 0; part < parts.length; part++) {
      if (weights[part].signum() > 0) {
        boolean isSmaller =
            smallest < 0 || compare(part, parts[part] - 1, smallest, parts[smallest] - 1) < 0;
        smallest = parts[part] > 0 && isSmaller ? part : smallest;
        largest =
            largest < 0 || compare(part, parts[part], largest, parts[largest]) > 0 ? part : largest;
      }
    }
    return smallest >= 0 && compare(smallest, parts[smallest] - 1, largest, parts[largest]) == 0;
  }

  private long[] start(long total) {
    // ⌊(step · q + step - first) / step⌋ in whole numbers, the quotas being total · w / Σw
    Apportionment quotas = Apportionment.quotas(Math.multiplyExact(total, step), weights);
    long[] parts = new long[weights.length];
    Arrays.setAll(
        parts,
        part -> weights[part].signum() == 0 ? 0 : (quotas.floors()[part] + step - first) / step);
    return parts;
  }

  /** Compares the claims of two parts with so many units before the claimed one each. */
  private int compare(int one, long unitsOfOne, int other, long unitsOfOther) {
    return weights[one]
        .multiply(divisor(unitsOfOther))
        .compareTo(weights[other].multiply(divisor(unitsOfOne)));
  }

  private BigInteger divisor(long units) {
    return BigInteger.valueOf(units)
        .multiply(BigInteger.valueOf(step))
        .add(BigInteger.valueOf(first));
  }

  private void give(long[] parts, long left) {
    Comparator<Integer> byClaim = (one, other) -> compare(one, parts[one], other, parts[other]);
    PriorityQueue<Integer> claims =
        new PriorityQueue<>(byClaim.reversed().thenComparing(Comparator.naturalOrder()));
    for (int part = 0; part < parts.length; part++) {
      if (weights[part].signum() > 0) {
        claims.add(part);
      }
    }
    for (long unit = 0; unit < left; unit++) {
      int next = claims.remove();
      parts[next]++;
      claims.add(next);
    }
  }

  private void take(long[] parts, long over) {
    Comparator<Integer> byClaim =
        (one, other) -> compare(one, parts[one] - 1, other, parts[other] - 1);
    PriorityQueue<Integer> claims =
        new PriorityQueue<>(byClaim.thenComparing(Comparator.reverseOrder()));
    for (int part = 0; part < parts.length; part++) {
      if (parts[part] > 0) {
        claims.add(part);
      }
    }
    for (long unit = 0; unit < over; unit++) {
      int next = claims.remove();
      parts[next]--;
      if (parts[next] > 0) {
        claims.add(next);
      }
    }
  }
}
