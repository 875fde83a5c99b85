package dev.pacesetter.goal;

import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.SalesFacts;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** The facts before a goal's period, and what rules have looked up in them so far. */
final class Past {
  private final SalesFacts facts;
  private final ConcurrentMap<Kpi, History> histories = new ConcurrentHashMap<>();
  private final ConcurrentMap<Object, Object> worked = new ConcurrentHashMap<>();

  Past(SalesFacts facts) {
    this.facts = facts;
  }

  SalesFacts facts() {
    return facts;
  }

  /**
   * What was worked out before under a key, or is now: what many goals ask for alike, such as how
   * everybody's sales grew.
   */
  <T> T remember(Class<T> kind, Object key, Supplier<T> work) {
    Object known = worked.get(key);
    if (known == null) {
      T made = work.get();
      known = worked.putIfAbsent(key, made) == null ? made : worked.getOrDefault(key, made);
    }
    return kind.cast(known);
  }

  History of(Kpi kpi) {
    return histories.computeIfAbsent(kpi, known -> History.of(facts, known));
  }
}
