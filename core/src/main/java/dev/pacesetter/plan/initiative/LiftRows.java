package dev.pacesetter.plan.initiative;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.Booleans;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.Direction;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.kpi.TimeBasis;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.effect.DifferenceInDifferences;
import dev.pacesetter.metrics.effect.Effect;
import dev.pacesetter.organization.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row for each part of the business before, and one after. */
final class LiftRows {
  private final Initiative initiative;
  private final SalesFacts before;
  private final SalesFacts after;
  private final Period first;
  private final Period then;
  private final double scale;
  private final Set<Scope> seen = new HashSet<>();
  private final List<Integer> part = new ArrayList<>();
  private final List<Boolean> isWithin = new ArrayList<>();
  private final List<Boolean> isAfter = new ArrayList<>();
  private final List<Double> outcome = new ArrayList<>();
  private int within;
  private int beside;
  private @Nullable Effect effect;

  LiftRows(Initiative initiative, SalesFacts facts, Period first, Period then) {
    this.initiative = initiative;
    this.first = first;
    this.then = then;
    before = isAsOf() ? rewound(facts, first) : facts;
    after = isAsOf() ? rewound(facts, then) : facts;
    int days = facts.calendar().workingDays(first.start(), first.end());
    int daysAfter = facts.calendar().workingDays(then.start(), then.end());
    scale = addsUp() && days > 0 && daysAfter > 0 ? (double) daysAfter / days : 1;
  }

  private boolean isAsOf() {
    return initiative.kpi().timeBasis() == TimeBasis.AS_OF;
  }

  private boolean addsUp() {
    return initiative.kpi() instanceof AdditiveKpi;
  }

  private static SalesFacts rewound(SalesFacts facts, Period period) {
    Instant end = facts.calendar().endOf(period.lastDay());
    return facts.rewoundTo(end.isBefore(facts.book().asOf()) ? end : facts.book().asOf());
  }

  /** Takes a part that has data before and after; the mean of any other could not change. */
  void add(Scope scope, boolean isOfSlice) {
    checkArgument(
        seen.add(scope),
        "initiative %s is measured by the part %s twice; each counts once",
        initiative.id(),
        scope);
    Kpi kpi = initiative.kpi();
    Measure was = kpi.measure(before, scope, first);
    Measure is = kpi.measure(after, scope, then);
    if (was.isPresent() && is.isPresent()) {
      double sign = kpi.direction() == Direction.LOWER ? -1 : 1;
      row(isOfSlice, false, sign * scale * was.value());
      row(isOfSlice, true, sign * is.value());
      within += isOfSlice ? 1 : 0;
      beside += isOfSlice ? 0 : 1;
    }
  }

  private void row(boolean isOfSlice, boolean later, double value) {
    part.add(seen.size());
    isWithin.add(isOfSlice);
    isAfter.add(later);
    outcome.add(value);
  }

  int within() {
    return within;
  }

  int beside() {
    return beside;
  }

  private Effect effect() {
    if (effect == null) {
      effect =
          DifferenceInDifferences.of(
                  initiative.kpi().unit(),
                  Ints.toArray(part),
                  Booleans.toArray(isWithin),
                  Booleans.toArray(isAfter),
                  Doubles.toArray(outcome))
              .effect();
    }
    return effect;
  }

  /** The effect on one part, times all parts of the slice where they add up. */
  Measure lift() {
    Measure one = effect().estimate();
    if (!addsUp() || !one.isPresent()) {
      return one;
    }
    Measure all = Measure.of(one.value() * within, one.unit(), one.n());
    return one.interval()
        .map(
            ends ->
                all.withInterval(
                    new Interval(ends.lower() * within, ends.upper() * within, ends.confidence())))
        .orElse(all);
  }

  OptionalDouble pValue() {
    return effect().pValue();
  }
}
