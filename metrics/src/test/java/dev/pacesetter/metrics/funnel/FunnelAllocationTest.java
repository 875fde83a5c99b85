package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.event.EventTable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A funnel makes no object a row or a subject: ten times the subjects take no more. */
class FunnelAllocationTest {
  private static final int FEW = 5_000;
  private static final int MANY = 50_000;
  private static final String[] EVENTS = {"lead", "call", "meeting", "lead", "won", "lost"};

  private static final FunnelDefinition SALE =
      Funnel.ordered("lead", "meeting", "won").within(days(90));
  private static final FunnelDefinition OVERLAPPING =
      Funnel.of(
          Step.named("contact", "lead", "call"),
          Step.named("talk", "call", "meeting").optional(),
          Step.named("end", "won", "meeting").within(days(30)));

  private static final Map<String, FunnelDefinition> FUNNELS =
      ImmutableMap.<String, FunnelDefinition>builder()
          .put("plain", SALE)
          .put("in a calendar window", SALE.within(Window.days(90, ReferenceWindows.ZONE)))
          .put("by region", SALE.by("region"))
          .put("by every region", SALE.by(Breakdown.by("region").at(Attribution.EVERY)))
          .put("strict", SALE.with(StepOrder.STRICT_KNOWN).with(Repeats.BREAK))
          .put("strictly later", SALE.with(Ties.STRICTLY_LATER))
          .put("each attempt", SALE.with(Entry.EACH))
          .put("by session", SALE.perSession(days(2)))
          .put("of subjects with held keys", SALE.holding("region").counting(Counting.SUBJECTS))
          .put(
              "without lost deals",
              SALE.excluding(Exclusion.of("lost").with(ExclusionEffect.DISCARD_SUBJECT)))
          .put("with rows of several steps", OVERLAPPING)
          .put("in any order", Funnel.anyOrder("lead", "meeting", "won").within(days(90)))
          .put("after an anchor", Funnel.anyOrderAfter("lead", "meeting", "won").within(days(90)))
          .build();

  @TestFactory
  Iterable<DynamicTest> tenTimesTheSubjectsTakeNoMore() {
    EventTable few = table(FEW);
    EventTable many = table(MANY);
    return FUNNELS.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue(), few, many)))
        .toList();
  }

  private static void check(FunnelDefinition funnel, EventTable few, EventTable many)
      throws ReflectiveOperationException {
    funnel.over(many, 40); // whatever is made once is made now
    long forFew = allocated(funnel, few);
    long forMany = allocated(funnel, many);

    assertThat(forMany - forFew).isLessThan(MANY - FEW); // less than one byte each
  }

  private static long allocated(FunnelDefinition funnel, EventTable table)
      throws ReflectiveOperationException {
    return new Allocation().during(() -> assertThat(funnel.over(table, 40).chains()).isPositive());
  }

  private static EventTable table(int subjects) {
    EventTable.Builder builder = EventTable.builder("region").timesIn(TimeUnit.DAYS);
    for (int subject = 0; subject < subjects; subject++) {
      int rows = 3 + subject % 7;
      for (int i = 0; i < rows; i++) {
        builder
            .row(subject, EVENTS[(subject * 31 + i * 17) % EVENTS.length], i / 2 * 3L)
            .value(i)
            .with("region", (subject + i) % 3 == 0 ? "north" : "south");
      }
    }
    return builder.build();
  }
}
