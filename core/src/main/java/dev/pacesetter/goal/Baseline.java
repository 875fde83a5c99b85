package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.KpiVersion;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * From where a goal starts: what its metric was before.
 *
 * @param kpi the metric and the version of its definition
 * @param scope which part of the business was measured
 * @param period when
 * @param unit what the number counts
 * @param amount steps of the unit, as a {@link Target} has them
 */
public record Baseline(KpiVersion kpi, Scope scope, Period period, Unit unit, long amount) {

  /**
   * Returns what a measure says, rounded to the steps of its unit.
   *
   * @param kpi the metric and the version of its definition
   * @param scope which part of the business was measured
   * @param period when
   * @param measure the measure, with a value
   * @return the baseline
   * @throws IllegalStateException if the measure has no value
   */
  public static Baseline of(KpiVersion kpi, Scope scope, Period period, Measure measure) {
    return new Baseline(
        kpi,
        scope,
        period,
        measure.unit(),
        BigDecimal.valueOf(measure.value())
            .movePointRight(Target.decimals(measure.unit()))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  /**
   * Returns the amount as a measure has it.
   *
   * @return minor units for money, things for a count, 0.35 for 35 %, days, or points
   */
  public double value() {
    return BigDecimal.valueOf(amount, Target.decimals(unit)).doubleValue();
  }
}
