package dev.pacesetter.metrics.conversion;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A deal that entered a stage, as the tests write it: whole days, and how it ended. */
record StageDeal(long stay, long age, End end) {
  static StageHistory history(List<StageDeal> deals) {
    byte[] ends = new byte[deals.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = deals.get(i).end().code();
    }
    return StageHistory.ofTicks(
        1,
        deals.stream().mapToLong(StageDeal::stay).toArray(),
        deals.stream().mapToLong(StageDeal::age).toArray(),
        ends,
        ends.length);
  }

  /** Few distinct days, so that ties are the rule. */
  static Arbitrary<List<StageDeal>> lists() {
    Arbitrary<Long> days = Arbitraries.longs().between(0, 10);
    return Combinators.combine(days, days, Arbitraries.of(End.class))
        .as((stay, more, end) -> new StageDeal(stay, stay + more, end))
        .withoutEdgeCases()
        .list()
        .ofMaxSize(50);
  }
}
