package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Once a live funnel knows its subjects, an event and a look at the counts make no object. */
class LiveFunnelAllocationTest {
  private static final int SUBJECTS = 500;
  private static final int EVENTS_PER_LAP = 10 * SUBJECTS;
  private static final long DAYS_PER_LAP = 400;
  private static final String[] EVENTS = {"lead", "call", "meeting", "lead", "won", "lost"};

  private static final FunnelDefinition SALE =
      Funnel.ordered("lead", "meeting", "won").within(days(90));

  private static final Map<String, FunnelDefinition> FUNNELS =
      ImmutableMap.<String, FunnelDefinition>builder()
          .put("plain", SALE)
          .put("by region", SALE.by("region"))
          .put("strict", SALE.with(StepOrder.STRICT_KNOWN))
          .put("strictly later", SALE.with(Ties.STRICTLY_LATER))
          .put("of subjects", SALE.counting(Counting.SUBJECTS))
          .put(
              "with rows of several steps",
              Funnel.of(Step.named("contact", "lead", "call"), Step.named("end", "call", "won"))
                  .within(days(90)))
          .put("in any order", Funnel.anyOrder("lead", "meeting", "won").within(days(90)))
          .build();

  @TestFactory
  Iterable<DynamicTest> makesNothingAnEvent() {
    return FUNNELS.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())))
        .toList();
  }

  private static void check(FunnelDefinition definition) throws ReflectiveOperationException {
    LiveFunnel live = LiveFunnel.of(definition, Duration.ofDays(1), TimeUnit.DAYS);
    int lap = 0;
    while (lap < 8) {
      lap(live, lap++); // until every subject has the room it will ever need
    }
    int next = lap;

    long bytes = new Allocation().during(() -> lap(live, next));

    assertThat(live.entered(1)).isPositive();
    assertThat(bytes).isLessThan(EVENTS_PER_LAP); // less than one byte each
  }

  private static void lap(LiveFunnel live, int lap) {
    for (int i = 0; i < EVENTS_PER_LAP; i++) {
      int subject = i % SUBJECTS;
      long at = lap * DAYS_PER_LAP + 12L * i / SUBJECTS;
      live.event(subject, EVENTS[(i / SUBJECTS * 17 + subject * 31) % EVENTS.length], at)
          .with("region", subject % 3 == 0 ? "north" : "south")
          .apply();
      assertCounted(live);
    }
  }

  private static void assertCounted(LiveFunnel live) {
    if (live.pending(0) > live.entered(0)) {
      throw new AssertionError("more are pending than entered");
    }
  }
}
