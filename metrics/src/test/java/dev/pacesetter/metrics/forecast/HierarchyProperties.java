package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HierarchyProperties {
  private static int[] parents(int parts, SplittableRandom random) {
    int[] parents = new int[parts];
    parents[0] = -1;
    for (int part = 1; part < parts; part++) {
      parents[part] = random.nextInt(Math.max(0, part - 6), part);
    }
    return parents;
  }

  @Property
  void reconciledForecastsAddUpToTheLastCent(
      @ForAll @IntRange(min = 1, max = 60) int parts, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] parents = parents(parts, random);
    Hierarchy tree = Hierarchy.ofParents(parents);
    double[] base = random.doubles(parts, -1e6, 1e9).toArray();
    double[] variances = random.doubles(parts, 0.1, 1e6).toArray();

    for (double[] agreed :
        new double[][] {
          tree.bottomUp(base),
          tree.leastSquares(base),
          tree.byStructure(base),
          tree.byVariance(base, variances)
        }) {
      long[] whole = tree.rounded(agreed);
      long[] sums = new long[parts];
      for (int part = 1; part < parts; part++) {
        sums[parents[part]] += whole[part];
      }
      for (int part = 0; part < parts; part++) {
        assertThat(Math.abs(whole[part] - agreed[part])).isLessThan(1 + 1e-3);
        if (!tree.isLeaf(part)) {
          assertThat(sums[part]).isEqualTo(whole[part]);
        }
      }
    }
  }

  /** What the textbook says with matrices. */
  @Property
  void onePassUpAndOneDownSolveTheNormalEquations(
      @ForAll @IntRange(min = 2, max = 14) int parts, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] parents = parents(parts, random);
    Hierarchy tree = Hierarchy.ofParents(parents);
    double[] base = random.doubles(parts, 0, 100).toArray();
    double[] variances = random.doubles(parts, 0.5, 20).toArray();

    double[] agreed = tree.byVariance(base, variances);

    double[] expected = throughMatrices(tree, parents, base, variances);
    assertThat(agreed).containsExactly(expected, within(1e-7));
  }

  private static double[] throughMatrices(
      Hierarchy tree, int[] parents, double[] base, double[] variances) {
    int parts = parents.length;
    int[] leaves = IntStream.range(0, parts).filter(tree::isLeaf).toArray();
    double[][] s = new double[parts][leaves.length];
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      for (int part = leaves[leaf]; part >= 0; part = parents[part]) {
        s[part][leaf] = 1;
      }
    }
    double[][] left = new double[leaves.length][leaves.length + 1];
    for (int i = 0; i < leaves.length; i++) {
      for (int part = 0; part < parts; part++) {
        for (int j = 0; j < leaves.length; j++) {
          left[i][j] += s[part][i] * s[part][j] / variances[part];
        }
        left[i][leaves.length] += s[part][i] * base[part] / variances[part];
      }
    }
    double[] solution = solve(left);
    double[] agreed = new double[parts];
    for (int part = 0; part < parts; part++) {
      for (int leaf = 0; leaf < leaves.length; leaf++) {
        agreed[part] += s[part][leaf] * solution[leaf];
      }
    }
    return agreed;
  }

  /** Gauss and Jordan; the matrix is positive definite and needs no pivots. */
  private static double[] solve(double[][] rows) {
    int n = rows.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double factor = i == j ? 0 : rows[j][i] / rows[i][i];
        for (int k = i; k <= n; k++) {
          rows[j][k] -= factor * rows[i][k];
        }
      }
    }
    double[] solution = new double[n];
    Arrays.setAll(solution, i -> rows[i][n] / rows[i][i]);
    return solution;
  }
}
