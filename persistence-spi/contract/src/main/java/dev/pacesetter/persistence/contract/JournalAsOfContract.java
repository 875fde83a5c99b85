package dev.pacesetter.persistence.contract;

import static dev.pacesetter.persistence.contract.Setting.event;
import static dev.pacesetter.persistence.contract.Setting.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.persistence.EventRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What had happened by an instant, in the order in which it happened. */
interface JournalAsOfContract extends Setting {

  @Test
  default void includesTheInstantItselfAndNothingLater() {
    journal()
        .append(
            List.of(
                event("after", NOON.plusNanos(1)),
                event("at", NOON),
                event("before", NOON.minusNanos(1))));

    assertThat(storedAsOf(NOON)).extracting(EventRecord::id).containsExactly("before", "at");
    assertThat(storedAsOf(NOON.minusNanos(1)))
        .extracting(EventRecord::id)
        .containsExactly("before");
    assertThat(storedAsOf(NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  default void ordersByTimeWhateverTheOrderOfArrival() {
    List<EventRecord> events = new ArrayList<>(events("e", 2_500));
    List<EventRecord> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(7));

    journal().append(shuffled);

    assertThat(storedAsOf(Instant.MAX)).isEqualTo(events);
    assertThat(storedAsOf(NOON.plusSeconds(1_000))).isEqualTo(events.subList(0, 1_000));
  }

  @Test
  default void ordersEventsOfOneInstantByIdAsJavaComparesText() {
    List<String> ids = List.of("10", "9", "A", "B", "a", "b", "ä", "中", "😀", "\uFF45");
    List<EventRecord> events = new ArrayList<>(ids.stream().map(Setting::event).toList());
    Collections.shuffle(events, new Random(7));

    journal().append(events);

    assertThat(storedAsOf(NOON)).extracting(EventRecord::id).isEqualTo(ids);
  }

  @Test
  default void reachesFromTheFirstInstantToTheLast() {
    List<EventRecord> events =
        List.of(
            event("e1", Instant.MIN),
            event("e2", Instant.EPOCH.minusNanos(1)),
            event("e3", Instant.EPOCH),
            event("e4", Instant.parse("2026-02-28T23:59:59.123456789Z")),
            event("e5", Instant.MAX));

    journal().append(events);

    assertThat(storedAsOf(Instant.MAX)).isEqualTo(events);
    assertThat(storedAsOf(Instant.MIN)).isEqualTo(events.subList(0, 1));
    assertThat(storedAsOf(Instant.EPOCH)).isEqualTo(events.subList(0, 3));
  }
}
