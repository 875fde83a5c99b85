package dev.pacesetter.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SalesEventsTest {
  private static final SalesEvents EVENTS = SalesEvents.of(200_000, 7);

  @Test
  void arriveInTime() {
    assertThat(EVENTS.times).isSorted();
  }

  @Test
  void areTheSameForTheSameSeed() {
    SalesEvents again = SalesEvents.of(200_000, 7);

    assertThat(again.subjects).isEqualTo(EVENTS.subjects);
    assertThat(again.times).isEqualTo(EVENTS.times);
    assertThat(again.events).isEqualTo(EVENTS.events);
    assertThat(again.values).isEqualTo(EVENTS.values);
    assertThat(again.products).isEqualTo(EVENTS.products);
  }

  @Test
  void areAsManyASubjectAsPromisedOverTwoYears() {
    double subjects = Arrays.stream(EVENTS.subjects).distinct().count();

    assertThat(EVENTS.rows() / subjects).isCloseTo(6.6, within(0.1));
    assertThat(Duration.ofMillis(EVENTS.asOf() - EVENTS.times[0]).toDays())
        .isCloseTo(730, within(30L));
  }

  @Test
  void areOfEveryKindRepAndProductWithFewInFront() {
    assertThat(Arrays.stream(EVENTS.events).distinct()).hasSize(7);
    assertThat(Arrays.stream(EVENTS.reps).distinct()).hasSize(500);
    assertThat(Arrays.stream(EVENTS.products).distinct()).hasSize(50);
    assertThat(Arrays.stream(EVENTS.products).filter(product -> product == 0).count())
        .isGreaterThan(40_000);
  }
}
