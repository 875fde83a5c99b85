package dev.pacesetter;

import dev.pacesetter.kpi.SalesFacts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The facts of the instants asked for last: the steps of a loop look at the same few days again and
 * again, and every look replays the journal.
 */
final class RecentFacts {
  private static final int KEPT = 4;

  private final Map<Instant, SalesFacts> byInstant = new LinkedHashMap<>();

  /** Returns the facts as of an instant, looking them up where they are not at hand. */
  SalesFacts asOf(Instant instant, Function<Instant, SalesFacts> lookUp) {
    synchronized (byInstant) {
      SalesFacts known = byInstant.remove(instant);
      SalesFacts facts = known == null ? lookUp.apply(instant) : known;
      byInstant.put(instant, facts);
      if (byInstant.size() > KEPT) {
        byInstant.remove(byInstant.keySet().iterator().next());
      }
      return facts;
    }
  }
}
