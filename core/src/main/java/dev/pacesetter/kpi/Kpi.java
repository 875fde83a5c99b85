package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.util.Locale;

/**
 * A metric with a name one can rely on.
 *
 * <p>Implementations are stateless: the same facts, scope and period give the same measure.
 */
public interface Kpi {

  /**
   * Returns the stable identifier, such as {@code win.closed.count}.
   *
   * @return the id; a rival definition has another
   */
  String id();

  /**
   * Returns the version of the definition. Measures of different versions are not comparable.
   *
   * @return the version, from 1
   */
  int version();

  /**
   * Returns what the number counts.
   *
   * @return the unit of every measure
   */
  Unit unit();

  /**
   * Returns which way it should move.
   *
   * @return the direction
   */
  Direction direction();

  /**
   * Returns which date decides the period.
   *
   * @return the time basis
   */
  TimeBasis timeBasis();

  /**
   * Returns what people call it.
   *
   * @param locale Chinese, or English for every other language
   * @return the name
   */
  String name(Locale locale);

  /**
   * Returns the definition in words.
   *
   * @param locale Chinese, or English for every other language
   * @return one or two sentences
   */
  String definition(Locale locale);

  /**
   * Measures.
   *
   * @param facts what is known
   * @param scope which part of the business
   * @param period when; ignored by metrics of time basis {@link TimeBasis#AS_OF}
   * @return the value with its n and, where one can be given, its 95 % interval; or no data
   */
  Measure measure(SalesFacts facts, Scope scope, Period period);
}
