package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.Objects;

/**
 * A tree of parts that add up, such as people in teams in a company, and forecasts for it that
 * agree: every part is the sum of its children.
 *
 * <p>Forecasts made for each part alone (base forecasts) do not add up. Going {@linkplain #bottomUp
 * up} or {@linkplain #topDown down} throws away what the other levels know. The other methods use
 * all of them: they change the base forecasts as little as possible, {@code Σ(x - b)²/v} being
 * least over all forecasts {@code x} that agree. On a tree this takes one pass up, in which each
 * part joins its own forecast with the sum of its children by their precision, and one down, in
 * which what is left over goes to the children by their variances; it gives what {@code
 * S(SᵀW⁻¹S)⁻¹SᵀW⁻¹b} does with a diagonal {@code W}. Forecasts that agree may be negative where
 * base forecasts contradict each other.
 *
 * @see <a href="https://doi.org/10.1080/01621459.2018.1448825">Wickramasuriya, Athanasopoulos and
 *     Hyndman (2019)</a>
 */
public final class Hierarchy {
  private static final double MOST = 1L << 53;
  private static final double ROUNDING = 1e-9;

  /** Parents come before their children. */
  private final int[] parents;

  /**
   * The children of part {@code i} are those from {@code first[i]} to before {@code first[i+1]}.
   */
  private final int[] children;

  private final int[] first;

  private Hierarchy(int[] parents) {
    this.parents = parents;
    this.first = new int[parents.length + 1];
    for (int part = 1; part < parents.length; part++) {
      first[parents[part] + 1]++;
    }
    for (int part = 0; part < parents.length; part++) {
      first[part + 1] += first[part];
    }
    this.children = new int[parents.length - 1];
    int[] next = first.clone();
    for (int part = 1; part < parents.length; part++) {
      children[next[parents[part]]++] = part;
    }
  }

  /**
   * Returns a tree.
   *
   * @param parents the parent of each part, which must come before it; the first part is the root
   *     and has -1
   * @return the tree
   * @throws IllegalArgumentException if there is no part, the first is not a root, or a parent does
   *     not come before its child
   */
  public static Hierarchy ofParents(int... parents) {
    checkArgument(
        parents.length >= 1 && parents[0] == -1,
        "Hierarchy of %s parts must begin with a root, whose parent is -1",
        parents.length);
    for (int part = 1; part < parents.length; part++) {
      checkArgument(
          parents[part] >= 0 && parents[part] < part,
          "Hierarchy parent of part %s is %s; it must be from 0 to before the part",
          part,
          parents[part]);
    }
    return new Hierarchy(parents.clone());
  }

  /**
   * Returns the number of parts.
   *
   * @return the count, at least 1
   */
  public int parts() {
    return parents.length;
  }

  /**
   * Returns whether a part has no children.
   *
   * @param part the part, from 0
   * @return whether it is a leaf
   * @throws IndexOutOfBoundsException if there is no such part
   */
  public boolean isLeaf(int part) {
    Objects.checkIndex(part, parents.length);
    return first[part] == first[part + 1];
  }

  /**
   * Adds the forecasts of the leaves up.
   *
   * @param base a forecast for each part; only those of leaves are used
   * @return forecasts that agree
   * @throws IllegalArgumentException if there is not one for each part, or one is not finite or
   *     above 1e100 in magnitude
   */
  public double[] bottomUp(double... base) {
    double[] agreed = checked("Hierarchy base forecast", base);
    for (int part = 0; part < agreed.length; part++) {
      agreed[part] = isLeaf(part) ? agreed[part] : 0;
    }
    addUp(agreed);
    return agreed;
  }

  private void addUp(double[] values) {
    for (int part = parents.length - 1; part > 0; part--) {
      values[parents[part]] += values[part];
    }
  }

  /**
   * Divides the forecast of the root over the leaves by proportion.
   *
   * @param total the forecast of the root, up to 1e100 in magnitude
   * @param weights how much each part counts, from 0 to 1e100, such as what it brought before; only
   *     those of leaves are used, and one of them must be above 0
   * @return forecasts that agree
   * @throws IllegalArgumentException if there is not a weight for each part, a number is out of
   *     range or no leaf has a weight above 0
   */
  public double[] topDown(double total, double... weights) {
    Columns.checkRange("Hierarchy total", total, -1e100, 1e100);
    double[] shares = bottomUp(Columns.notNegative("Hierarchy weight", weights));
    double sum = shares[0];
    checkArgument(sum > 0, "Hierarchy has %s parts and no leaf with a weight", parents.length);
    Arrays.setAll(shares, part -> total * (shares[part] / sum));
    return shares;
  }

  /**
   * Makes forecasts agree, all of them trusted alike (ordinary least squares): {@code v = 1}.
   *
   * @param base a forecast for each part
   * @return forecasts that agree
   * @throws IllegalArgumentException if there is not one for each part, or one is not finite or
   *     above 1e100 in magnitude
   */
  public double[] leastSquares(double... base) {
    double[] alike = new double[parents.length];
    Arrays.fill(alike, 1);
    return byVariance(base, alike);
  }

  /**
   * Makes forecasts agree, each with the number of its leaves as variance (structural scaling):
   * right when the leaves err alike and apart from each other.
   *
   * @param base a forecast for each part
   * @return forecasts that agree
   * @throws IllegalArgumentException if there is not one for each part, or one is not finite or
   *     above 1e100 in magnitude
   */
  public double[] byStructure(double... base) {
    double[] leaves = new double[parents.length];
    Arrays.setAll(leaves, part -> isLeaf(part) ? 1 : 0);
    addUp(leaves);
    return byVariance(base, leaves);
  }

  /**
   * Makes forecasts agree, each with the variance of its errors (variance scaling), such as {@link
   * SmoothedSeries#errorVariance}.
   *
   * @param base a forecast for each part
   * @param variances of the errors of each base forecast, from 1e-100 to 1e200; only their
   *     proportions matter
   * @return forecasts that agree
   * @throws IllegalArgumentException if there is not one of each for each part, or one is out of
   *     range
   */
  public double[] byVariance(double[] base, double[] variances) {
    double[] estimates = checked("Hierarchy base forecast", base);
    Columns.checkLength("Hierarchy variances", parents.length, variances.length);
    double[] spread = variances.clone();
    for (double variance : spread) {
      Columns.checkRange("Hierarchy variance", variance, 1e-100, 1e200);
    }
    double[] sums = new double[parents.length];
    double[] sumSpreads = new double[parents.length];
    for (int part = parents.length - 1; part >= 0; part--) {
      if (!isLeaf(part)) {
        double weight = sumSpreads[part] / (sumSpreads[part] + spread[part]);
        estimates[part] = sums[part] + weight * (estimates[part] - sums[part]);
        spread[part] *= weight;
      }
      if (part > 0) {
        sums[parents[part]] += estimates[part];
        sumSpreads[parents[part]] += spread[part];
      }
    }
    for (int part = 1; part < parents.length; part++) {
      int parent = parents[part];
      double share = spread[part] / sumSpreads[parent];
      estimates[part] += share * (estimates[parent] - sums[parent]);
    }
    return estimates;
  }

  /**
   * Rounds forecasts that agree to whole numbers that add up exactly: the root to the nearest, then
   * the children of each part by largest remainder, equal remainders to the first. Nothing is
   * further than 1 from its forecast but for the rounding of doubles.
   *
   * @param agreed forecasts that agree, one for each part, up to 2<sup>53</sup> in magnitude
   * @return whole numbers, such as minor units, each the sum of its children
   * @throws IllegalArgumentException if there is not one for each part, one is out of range, or a
   *     part differs from the sum of its children
   */
  public long[] rounded(double... agreed) {
    double[] values = checked("Hierarchy forecast", agreed);
    long[] whole = new long[parents.length];
    whole[0] = Math.round(inRange(0, values[0]));
    for (int part = 0; part < parents.length; part++) {
      if (!isLeaf(part)) {
        round(part, values, whole);
      }
    }
    return whole;
  }

  private void round(int part, double[] values, long[] whole) {
    int count = first[part + 1] - first[part];
    long left = whole[part];
    double sum = 0;
    double size = 1;
    for (int i = first[part]; i < first[part + 1]; i++) {
      double value = inRange(children[i], values[children[i]]);
      whole[children[i]] = (long) Math.floor(value);
      left -= whole[children[i]];
      sum += value;
      size += Math.abs(value);
    }
    if (!(Math.abs(sum - values[part]) <= ROUNDING * size)) {
      throw new IllegalArgumentException(
          "Hierarchy forecast of part "
              + part
              + " is "
              + values[part]
              + " and its children add up to "
              + sum
              + "; they must agree");
    }
    // one for each of the first, from 0 to all; rounding of doubles may ask for one more or less
    long each = Math.floorDiv(left, count);
    int ones = (int) Math.floorMod(left, (long) count);
    int[] order = byRemainder(part, values);
    for (int rank = 0; rank < count; rank++) {
      whole[order[rank]] += each + (rank < ones ? 1 : 0);
    }
  }

  /** The children, the largest remainder first, then in their order. */
  private int[] byRemainder(int part, double[] values) {
    int[] ofPart = Arrays.copyOfRange(children, first[part], first[part + 1]);
    double[] remainders = new double[ofPart.length];
    Arrays.setAll(remainders, i -> Math.floor(values[ofPart[i]]) - values[ofPart[i]] + 0.0);
    long[] keys = new long[ofPart.length];
    double[] sorted = Arrays.stream(remainders).sorted().distinct().toArray();
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) Arrays.binarySearch(sorted, remainders[i]) << 32) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[ofPart.length];
    Arrays.setAll(order, i -> ofPart[(int) keys[i]]);
    return order;
  }

  private static double inRange(int part, double value) {
    Columns.checkRange("Hierarchy forecast of part " + part, value, -MOST, MOST);
    return value;
  }

  private double[] checked(String subject, double[] values) {
    Columns.checkLength(subject + "s", parents.length, values.length);
    return Columns.finite(subject, values);
  }
}
