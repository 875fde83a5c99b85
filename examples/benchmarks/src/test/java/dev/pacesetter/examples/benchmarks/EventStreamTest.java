package dev.pacesetter.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EventStreamTest {
  private static final SalesEvents EVENTS = SalesEvents.of(1_000, 5);

  @Test
  void goesOnInTimeWithTheSameSubjects() {
    EventStream stream = new EventStream(EVENTS);
    Set<Long> subjects = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      stream.next();
      subjects.add(stream.subject());
    }
    long last = stream.time();
    assertThat(last).isEqualTo(EVENTS.asOf());

    for (int i = 0; i < 2_000; i++) {
      stream.next();
      assertThat(stream.time()).isGreaterThanOrEqualTo(last);
      assertThat(stream.event()).isEqualTo(EVENTS.events[i % 1_000]);
      assertThat(subjects).contains(stream.subject());
      last = stream.time();
    }
  }
}
