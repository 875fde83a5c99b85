package dev.pacesetter.rule;

import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import java.util.Locale;

/**
 * Which definition a number follows.
 *
 * @param id the metric's id
 * @param version the version of its definition
 */
public record KpiVersion(String id, int version) {

  /**
   * Returns the reference to a metric.
   *
   * @param kpi the metric
   * @return its id and version
   */
  public static KpiVersion of(Kpi kpi) {
    return new KpiVersion(kpi.id(), kpi.version());
  }

  /** What people call the metric; its id where the catalogue does not have it. */
  String nameIn(Locale locale) {
    return Kpis.find(id).map(kpi -> kpi.name(locale)).orElse(id);
  }
}
