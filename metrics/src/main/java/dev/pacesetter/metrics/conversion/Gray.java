package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/**
 * The test of Gray (1988) without further weights.
 *
 * <p>In group {@code k}, {@code F} is the share that had the end compared, {@code S} the share open
 * and {@code h = n/S(t-)}. The score is {@code U = Σ (d - d.·R/R.)} with {@code R = h·(1-F(t-))}; a
 * dot adds up the groups. Under one common curve {@code F°}, which grows by {@code d./h.},
 *
 * <pre>
 *   a(i,k) = h(i)·(δ(i,k) - h(k)/h.)
 *   c(i,k) = Σ a(i,k)·dF°/(1-F°(t-)), up to t; C(i,k) its last value
 *   q(k)   = (1-F°(t))/S(k,t), or 0 once nobody of k is open
 *   V(i,j) = Σ A(i,k)·A(j,k)·dF°/h(k) + Σ B(i,k)·B(j,k)·S(k,t-)²·e(k)/n(k)²
 *   A(i,k) = a(i,k) + (1-q(k))·(C(i,k)-c(i,k)),  B(i,k) = q(k)·(C(i,k)-c(i,k))
 * </pre>
 *
 * <p>with {@code e} the number that had the other end. Ties take the factor {@code 1 - (d.-1)/(h.·
 * S(k,t-) - 1)} in the first sum and {@code 1 - (e-1)/(n-1)} in the second. The sums need {@code
 * C}, so that the ages are walked twice.
 */
final class Gray {
  private final boolean won;
  private final int groups;
  private final double[] openBefore;
  private final double[] hadBefore;
  private final double[] open;
  private final double[] had;
  private final double[] h;
  private final double[][] a;
  private final double[][] c;

  // all groups together, at the age where the walk stands
  private double commonBefore;
  private double common;
  private double hAll;
  private double dAll;

  private Gray(boolean won, int groups) {
    this.won = won;
    this.groups = groups;
    openBefore = new double[groups];
    hadBefore = new double[groups];
    open = new double[groups];
    Arrays.fill(open, 1);
    had = new double[groups];
    h = new double[groups];
    a = new double[groups][groups];
    c = new double[groups][groups];
  }

  static CurveTest of(End end, LifeTable... tables) {
    checkArgument(end != End.OPEN, "CurveTest by Gray is of OPEN; it must be of WON or LOST");
    for (LifeTable table : tables) {
      checkArgument(
          table.lateEntries().rows() == 0,
          "CurveTest by Gray has a %s with late entries; everybody must be observed from the start",
          table);
    }
    boolean won = end == End.WON;
    GroupWalk walk = new GroupWalk(tables);
    int k = walk.groups();
    long[] observed = new long[k];
    double[] expected = new double[k];
    double[] u = new double[k];
    Gray first = new Gray(won, k);
    while (walk.next()) {
      first.step(walk);
      first.addScore(walk, observed, expected, u);
    }
    double[][] v = new double[k][k];
    Gray second = new Gray(won, k);
    walk = new GroupWalk(tables);
    while (walk.next()) {
      second.step(walk);
      second.addCovariance(walk, first.c, v);
    }
    return new CurveTest(observed, expected, u, v);
  }

  private long d(GroupWalk walk, int group) {
    return won ? walk.won(group) : walk.lost(group);
  }

  private long e(GroupWalk walk, int group) {
    return won ? walk.lost(group) : walk.won(group);
  }

  private void step(GroupWalk walk) {
    hAll = 0;
    dAll = 0;
    for (int k = 0; k < groups; k++) {
      openBefore[k] = open[k];
      hadBefore[k] = had[k];
      double n = walk.atRisk(k);
      h[k] = n == 0 ? 0 : n / open[k];
      hAll += h[k];
      dAll += d(walk, k);
      if (n > 0) {
        had[k] += open[k] * (d(walk, k) / n);
        open[k] *= (n - walk.ended(k)) / n;
      }
    }
    commonBefore = common;
    common += dAll / hAll;
    for (int i = 0; i < groups; i++) {
      for (int k = 0; k < groups; k++) {
        a[i][k] = h[i] * ((i == k ? 1 : 0) - h[k] / hAll);
        if (commonBefore < 1) { // else a group outlived the others, and no common curve is left
          c[i][k] += a[i][k] * (dAll / hAll / (1 - commonBefore));
        }
      }
    }
  }

  private void addScore(GroupWalk walk, long[] observed, double[] expected, double[] u) {
    if (dAll == 0) {
      return;
    }
    double all = 0;
    for (int k = 0; k < groups; k++) {
      all += h[k] * (1 - hadBefore[k]);
    }
    for (int k = 0; k < groups; k++) {
      double part = h[k] * (1 - hadBefore[k]) / all;
      observed[k] += d(walk, k);
      expected[k] += dAll * part;
      u[k] += d(walk, k) - dAll * part;
    }
  }

  private void addCovariance(GroupWalk walk, double[][] total, double[][] v) {
    for (int k = 0; k < groups; k++) {
      double n = walk.atRisk(k);
      if (n == 0) {
        continue;
      }
      double q = open[k] > 0 ? (1 - common) / open[k] : 0;
      if (dAll > 0) {
        double ties = forTies(dAll, hAll * openBefore[k]);
        double weight = ties * dAll / hAll / h[k];
        for (int i = 0; i < groups; i++) {
          double left = a[i][k] + (1 - q) * (total[i][k] - c[i][k]);
          for (int j = 0; j < groups; j++) {
            v[i][j] += weight * left * (a[j][k] + (1 - q) * (total[j][k] - c[j][k]));
          }
        }
      }
      double e = e(walk, k);
      if (e > 0) {
        double ties = forTies(e, n);
        double weight = ties * e / h[k] / h[k];
        for (int i = 0; i < groups; i++) {
          double left = q * (total[i][k] - c[i][k]);
          for (int j = 0; j < groups; j++) {
            v[i][j] += weight * left * q * (total[j][k] - c[j][k]);
          }
        }
      }
    }
  }

  /** The factor is below 0 where hardly more are at risk than end: then nothing varies. */
  private static double forTies(double ended, double atRisk) {
    return ended > 1 ? Math.max(0, 1 - (ended - 1) / (atRisk - 1)) : 1;
  }
}
