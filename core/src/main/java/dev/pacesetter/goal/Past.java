package dev.pacesetter.goal;

import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.SalesFacts;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The facts before a goal's period, and what rules have looked up in them so far. */
final class Past {
  private final SalesFacts facts;
  private final ConcurrentMap<Kpi, History> histories = new ConcurrentHashMap<>();

  Past(SalesFacts facts) {
    this.facts = facts;
  }

  SalesFacts facts() {
    return facts;
  }

  History of(Kpi kpi) {
    return histories.computeIfAbsent(kpi, known -> History.of(facts, known));
  }
}
