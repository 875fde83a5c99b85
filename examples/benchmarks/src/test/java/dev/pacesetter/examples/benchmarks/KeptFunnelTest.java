package dev.pacesetter.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.FunnelReport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class KeptFunnelTest {
  private static final int ROWS = 20_000;
  private static final SalesEvents EVENTS = SalesEvents.of(ROWS, 5);

  @Test
  void ofTheLibraryIsTheFunnelOfAllEventsSoFar() {
    followsTheFunnelOfAllEventsSoFar(KeptFunnel::pacesetter);
  }

  @Test
  void ofAMapIsTheFunnelOfAllEventsSoFar() {
    followsTheFunnelOfAllEventsSoFar(KeptFunnel::map);
  }

  private static void followsTheFunnelOfAllEventsSoFar(Supplier<KeptFunnel> side) {
    for (int rows : new int[] {1, 100, ROWS / 2, ROWS, ROWS + 100, 2 * ROWS, 3 * ROWS + ROWS / 2}) {
      KeptFunnel funnel = side.get();
      funnel.apply(new EventStream(EVENTS), rows);

      assertThatCode(() -> funnel.check(report(rows))).doesNotThrowAnyException();
    }
  }

  @Test
  void isRefusedIfItIsAnother() {
    KeptFunnel funnel = KeptFunnel.map();
    funnel.apply(new EventStream(EVENTS), ROWS);

    assertThatThrownBy(() -> funnel.check(report(ROWS - 100)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one answer");
  }

  private static FunnelReport report(int rows) {
    EventTable.Builder table = EventTable.builder();
    EventStream stream = new EventStream(EVENTS);
    for (int i = 0; i < rows; i++) {
      stream.next();
      table.row(stream.subject(), SalesEvents.EVENTS.get(stream.event()), stream.time());
    }
    return FunnelQuestion.FUNNEL.over(table.build(), stream.time());
  }
}
