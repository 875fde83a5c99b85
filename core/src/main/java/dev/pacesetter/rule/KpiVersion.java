package dev.pacesetter.rule;

import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.text.Text;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which definition a number follows. Equal when id and version are.
 *
 * <p>A metric of one's own brings its name along, so that a finding can be told where its catalogue
 * is not at hand; the standard ones are called as this version of the library calls them.
 *
 * @param id the metric's id
 * @param version the version of its definition
 * @param ownName what people call it, empty for a standard metric
 */
public record KpiVersion(String id, int version, Optional<Text> ownName) {

  /**
   * Returns the reference to a standard metric, or to one that has no name.
   *
   * @param id the metric's id
   * @param version the version of its definition
   */
  public KpiVersion(String id, int version) {
    this(id, version, Optional.empty());
  }

  /**
   * Returns the reference to a metric.
   *
   * @param kpi the metric
   * @return its id and version, and the name of one that is not standard
   */
  public static KpiVersion of(Kpi kpi) {
    return new KpiVersion(
        kpi.id(),
        kpi.version(),
        Kpis.find(kpi.id()).isPresent() ? Optional.empty() : Optional.of(Text.inEach(kpi::name)));
  }

  /**
   * Returns what people call the metric.
   *
   * @param locale Chinese, or English for every other language
   * @return its name, empty where it is neither standard nor has a name of its own
   */
  public Optional<String> name(Locale locale) {
    return ownName
        .map(text -> text.in(locale))
        .or(() -> Kpis.find(id).map(kpi -> kpi.name(locale)));
  }

  /** What people call the metric, or else its id. */
  String nameIn(Locale locale) {
    return name(locale).orElse(id);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KpiVersion that && id.equals(that.id) && version == that.version;
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, version);
  }

  /** Reads like {@code won.value v1}. */
  @Override
  public String toString() {
    return id + " v" + version;
  }
}
