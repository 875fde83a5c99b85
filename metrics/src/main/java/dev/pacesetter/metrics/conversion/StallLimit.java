package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/** Quantiles of the stay of deals that go on; at least one did. */
final class StallLimit {
  /** By this much of itself may a share fall short by rounding. */
  private static final double SLACK = 1e-12;

  private final LifeTable table;
  private final double[] goneOn; // by row, of all
  private final double all;
  private final double stillThere;
  private final double effectiveN;

  StallLimit(LifeTable table) {
    this.table = table;
    goneOn = new double[table.rows()];
    double there = 1;
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < goneOn.length; row++) {
      double n = table.atRisk(row);
      double each = there / n;
      long now = table.count(End.WON, row);
      sum += each * now;
      squares += each * each * now;
      goneOn[row] = sum;
      there *= (n - table.ended(row)) / n;
    }
    all = sum;
    stillThere = there;
    effectiveN = sum * sum / squares;
  }

  Measure of(double share, double confidence) {
    long n = table.total(End.WON);
    OptionalDouble limit = first(part -> part >= share / (1 - stillThere) * (1 - SLACK));
    if (stillThere >= 1 || limit.isEmpty()) {
      return Measure.noData(Unit.DAYS, n, NoData.TOO_FEW);
    }
    Measure measure = Measure.of(limit.getAsDouble(), Unit.DAYS, n);
    double z = Confidence.normal(confidence);
    double ifAllGoOn = all / (all + stillThere);
    OptionalDouble upper =
        first(part -> EffectiveWilson.lower(part * ifAllGoOn, effectiveN, z) >= share);
    if (upper.isEmpty()) {
      return measure;
    }
    double lower =
        EffectiveWilson.upper(0, effectiveN, z) >= share
            ? 0
            : first(part -> EffectiveWilson.upper(part, effectiveN, z) >= share).orElseThrow();
    return measure.withInterval(new Interval(lower, upper.getAsDouble(), confidence));
  }

  /** Returns the first age at which the part gone on, of all who did, satisfies a condition. */
  private OptionalDouble first(DoublePredicate condition) {
    for (int row = 0; row < goneOn.length; row++) {
      if (table.count(End.WON, row) > 0 && condition.test(Math.min(1, goneOn[row] / all))) {
        return OptionalDouble.of(table.days(row));
      }
    }
    return OptionalDouble.empty();
  }
}
