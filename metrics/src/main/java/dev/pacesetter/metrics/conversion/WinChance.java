package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;

/** The probability to be won, read off curves of deals that were all at risk from the start. */
final class WinChance {
  private WinChance() {}

  static Measure eventually(CumulativeIncidence curves, double confidence) {
    LifeTable table = curves.table();
    if (table.n() == 0) {
      return Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED);
    }
    int last = table.rows() - 1;
    double won = curves.share(End.WON, last);
    double lost = curves.share(End.LOST, last);
    if (won + lost == 0) {
      return Measure.noData(Unit.RATIO, table.n(), NoData.TOO_FEW);
    }
    double z = Confidence.normal(confidence);
    double lower = EffectiveWilson.lower(won, effectiveN(curves, End.WON, last), z);
    double upper = 1 - EffectiveWilson.lower(lost, effectiveN(curves, End.LOST, last), z);
    return Measure.of(won / (won + lost), Unit.RATIO, table.n())
        .withInterval(new Interval(lower, Math.max(lower, upper), confidence));
  }

  static Measure by(double days, CumulativeIncidence curves, double confidence) {
    LifeTable table = curves.table();
    if (table.n() == 0) {
      return Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED);
    }
    if (table.isBeyondFollowUp(days) && curves.share(End.OPEN, table.rows() - 1) > 0) {
      return Measure.noData(Unit.RATIO, table.n(), NoData.TOO_FEW);
    }
    int row = table.rowAt(days);
    double won = row < 0 ? 0 : curves.share(End.WON, row);
    double n = row < 0 ? table.n() : effectiveN(curves, End.WON, row);
    double z = Confidence.normal(confidence);
    return Measure.of(won, Unit.RATIO, table.n())
        .withInterval(
            new Interval(
                EffectiveWilson.lower(won, n, z), EffectiveWilson.upper(won, n, z), confidence));
  }

  /**
   * Returns the size of a sample without open deals in which the share would vary as much; for a
   * share of 0 or 1, which does not vary, the number of deals not last seen open before.
   */
  private static double effectiveN(CumulativeIncidence curves, End end, int row) {
    double share = curves.share(end, row);
    double variance = curves.variance(end, row);
    if (share > 0 && share < 1 && variance > 0) {
      return share * (1 - share) / variance;
    }
    LifeTable table = curves.table();
    long followed = table.n();
    for (int before = 0; before < row; before++) {
      followed -= table.count(End.OPEN, before);
    }
    return followed;
  }
}
