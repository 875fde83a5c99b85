package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;

/**
 * Metrics by id: those of {@link Kpis} and one's own beside them.
 *
 * <p>Immutable. Metrics with a parameter, such as {@code win.byAge(90)}, are found by their id
 * though they are not listed.
 *
 * <pre>{@code
 * KpiCatalogue catalogue = KpiCatalogue.standard().with(ourOwn);
 * Kpi kpi = catalogue.get("our.own");
 * }</pre>
 */
public final class KpiCatalogue {
  private static final KpiCatalogue STANDARD = new KpiCatalogue(Kpis.standard());

  private final ImmutableSortedMap<String, Kpi> kpis;

  private KpiCatalogue(ImmutableSortedMap<String, Kpi> kpis) {
    this.kpis = kpis;
  }

  /**
   * Returns the metrics of {@link Kpis}.
   *
   * @return the catalogue without any of one's own
   */
  public static KpiCatalogue standard() {
    return STANDARD;
  }

  /**
   * Returns this catalogue with one metric more.
   *
   * @param kpi the metric
   * @return the extended catalogue
   * @throws IllegalArgumentException if the id is blank or belongs to another metric
   */
  public KpiCatalogue with(Kpi kpi) {
    checkArgument(!kpi.id().isBlank(), "a KPI has the id '%s'; it must not be blank", kpi.id());
    checkArgument(
        find(kpi.id()).isEmpty(),
        "there is a KPI '%s' already; another definition needs another id",
        kpi.id());
    return new KpiCatalogue(
        ImmutableSortedMap.<String, Kpi>naturalOrder()
            .putAll(kpis)
            .put(kpi.id(), kpi)
            .buildOrThrow());
  }

  /**
   * Returns every metric without a parameter.
   *
   * @return the metrics in the order of ids
   */
  public ImmutableList<Kpi> all() {
    return kpis.values().asList();
  }

  /**
   * Finds a metric.
   *
   * @param id the metric's id, with its parameter where it has one
   * @return the metric, empty when there is none of that id
   */
  public Optional<Kpi> find(String id) {
    Optional<Kpi> listed = Optional.ofNullable(kpis.get(id));
    return listed.isPresent() ? listed : KpiFamilies.parse(id);
  }

  /**
   * Finds a metric that must be there.
   *
   * @param id the metric's id, with its parameter where it has one
   * @return the metric
   * @throws IllegalArgumentException if there is none of that id; the message lists all
   */
  public Kpi get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no KPI '%s'; known are %s, and with a parameter %s"
                        .formatted(id, kpis.keySet(), KpiFamilies.NAMES)));
  }
}
