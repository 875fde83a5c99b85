package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Phrases;
import java.util.Locale;

/** A metric of the catalogue: its card, and a function that measures. */
class Definition implements Kpi {

  /** How a metric is measured. */
  interface Measuring {
    Measure measure(SalesFacts facts, Scope scope, Period period);
  }

  private final String id;
  private final int version;
  private final Unit unit;
  private final Direction direction;
  private final TimeBasis timeBasis;
  private final Measuring measuring;

  Definition(String id, Unit unit, Direction direction, TimeBasis timeBasis, Measuring measuring) {
    this(id, 1, unit, direction, timeBasis, measuring);
  }

  /** A metric whose numbers for the same facts have changed: {@code version} says how often. */
  Definition(
      String id,
      int version,
      Unit unit,
      Direction direction,
      TimeBasis timeBasis,
      Measuring measuring) {
    this.id = id;
    this.version = version;
    this.unit = unit;
    this.direction = direction;
    this.timeBasis = timeBasis;
    this.measuring = measuring;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final int version() {
    return version;
  }

  @Override
  public final Unit unit() {
    return unit;
  }

  @Override
  public final Direction direction() {
    return direction;
  }

  @Override
  public final TimeBasis timeBasis() {
    return timeBasis;
  }

  @Override
  public final String name(Locale locale) {
    return Phrases.named("dev.pacesetter.kpi.kpis", locale).say(id + ".name");
  }

  @Override
  public final String definition(Locale locale) {
    return Phrases.named("dev.pacesetter.kpi.kpis", locale).say(id + ".definition");
  }

  @Override
  public final Measure measure(SalesFacts facts, Scope scope, Period period) {
    return measuring.measure(facts, scope, period);
  }

  @Override
  public final String toString() {
    return id + " v" + version;
  }
}
