package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Scope;
import java.util.Optional;

/**
 * What one part of the business reached.
 *
 * @param scope the company, a team or a person
 * @param name what people call it; empty for the company
 * @param figures the metrics that are recorded in this company, in the order of the settings
 */
public record Scorecard(Scope scope, String name, ImmutableList<Figure> figures) {

  /**
   * A metric and its value.
   *
   * @param kpi what was measured
   * @param measure the value with its n and, where one can be given, its interval; or no data
   */
  public record Figure(Kpi kpi, Measure measure) {}

  /**
   * Finds the value of a metric.
   *
   * @param kpi the metric
   * @return its value; empty when the metric is not on the card
   */
  public Optional<Measure> on(Kpi kpi) {
    return figures.stream()
        .filter(figure -> figure.kpi().equals(kpi))
        .map(Figure::measure)
        .findFirst();
  }
}
