package dev.pacesetter.examples.cel;

import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.metrics.Measure;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a catalogue by id, each measured when it is first asked for; those with a
 * parameter are found though they are not listed. What has no data has no key.
 */
final class Measures extends AbstractMap<String, Double> {
  private final KpiCatalogue catalogue;
  private final Function<Kpi, Measure> measuring;
  private final ToDoubleBiFunction<Kpi, Double> written;
  private final Map<String, Optional<Double>> known = new HashMap<>();

  Measures(
      KpiCatalogue catalogue,
      Function<Kpi, Measure> measuring,
      ToDoubleBiFunction<Kpi, Double> written) {
    this.catalogue = catalogue;
    this.measuring = measuring;
    this.written = written;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String id && find(id).isPresent();
  }

  @Override
  public @Nullable Double get(@Nullable Object key) {
    return key instanceof String id ? find(id).orElse(null) : null;
  }

  @Override
  public Set<Entry<String, Double>> entrySet() {
    Map<String, Double> all = new TreeMap<>();
    catalogue.all().forEach(kpi -> find(kpi.id()).ifPresent(value -> all.put(kpi.id(), value)));
    return all.entrySet();
  }

  private Optional<Double> find(String id) {
    return known.computeIfAbsent(id, unseen -> catalogue.find(unseen).flatMap(this::measure));
  }

  private Optional<Double> measure(Kpi kpi) {
    Measure measure = measuring.apply(kpi);
    return measure.isPresent()
        ? Optional.of(written.applyAsDouble(kpi, measure.value()))
        : Optional.empty();
  }
}
