package dev.pacesetter.metrics.conversion;

/** Observed less expected ends of each group, with their hypergeometric covariance. */
final class LogRank {
  private LogRank() {}

  static CurveTest of(boolean weightedByShareOpen, LifeTable... groups) {
    GroupWalk walk = new GroupWalk(groups);
    int k = walk.groups();
    long[] observed = new long[k];
    double[] expected = new double[k];
    double[] u = new double[k];
    double[][] v = new double[k][k];
    double open = 1;
    while (walk.next()) {
      double all = 0;
      double d = 0;
      for (int i = 0; i < k; i++) {
        all += walk.atRisk(i);
        d += walk.ended(i);
      }
      if (d == 0) {
        continue;
      }
      double weight = weightedByShareOpen ? open : 1;
      double spread = all > 1 ? weight * weight * d * ((all - d) / (all - 1)) : 0;
      for (int i = 0; i < k; i++) {
        double part = walk.atRisk(i) / all;
        observed[i] += walk.ended(i);
        expected[i] += d * part;
        u[i] += weight * (walk.ended(i) - d * part);
        for (int j = 0; j < i; j++) {
          v[i][j] -= spread * part * (walk.atRisk(j) / all);
          v[j][i] = v[i][j];
        }
        v[i][i] += spread * part * ((all - walk.atRisk(i)) / all);
      }
      open *= (all - d) / all;
    }
    return new CurveTest(observed, expected, u, v);
  }
}
