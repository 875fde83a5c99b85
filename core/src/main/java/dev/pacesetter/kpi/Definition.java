package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Phrases;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A metric of the catalogue: its card, and a function that measures. */
class Definition implements Kpi {

  /** How a metric is measured. */
  interface Measuring {
    Measure measure(SalesFacts facts, Scope scope, Period period);
  }

  private final String id;
  private final String phrases;
  private final @Nullable String parameter;
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
    this(id, id, null, version, unit, direction, timeBasis, measuring);
  }

  /** One of a family: the parameter is part of the id and stands in the definition. */
  Definition(
      String family,
      String parameter,
      Unit unit,
      Direction direction,
      TimeBasis timeBasis,
      Measuring measuring) {
    this(
        family + "(" + parameter + ")",
        family,
        parameter,
        1,
        unit,
        direction,
        timeBasis,
        measuring);
  }

  private Definition(
      String id,
      String phrases,
      @Nullable String parameter,
      int version,
      Unit unit,
      Direction direction,
      TimeBasis timeBasis,
      Measuring measuring) {
    this.id = id;
    this.phrases = phrases;
    this.parameter = parameter;
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
    return said(".name", locale);
  }

  @Override
  public final String definition(Locale locale) {
    return said(".definition", locale);
  }

  private String said(String what, Locale locale) {
    Phrases all = Phrases.named("dev.pacesetter.kpi.kpis", locale);
    return parameter == null ? all.say(phrases + what) : all.say(phrases + what, parameter);
  }

  @Override
  public final Measure measure(SalesFacts facts, Scope scope, Period period) {
    return measuring.measure(facts, scope, period);
  }

  /** Metrics with a parameter are made anew whenever they are asked for. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Definition that && id.equals(that.id) && version == that.version;
  }

  @Override
  public final int hashCode() {
    return id.hashCode();
  }

  @Override
  public final String toString() {
    return id + " v" + version;
  }
}
