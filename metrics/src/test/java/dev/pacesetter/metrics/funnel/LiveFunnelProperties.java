package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.event.EventTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class LiveFunnelProperties {
  private static final List<String> EVENTS = List.of("a", "b", "c", "d");
  private static final List<String> DIMENSIONS = List.of("p", "q");
  private static final List<String> VALUES = List.of("x", "y");

  /** An event as its source has it; {@code null} where it has no value in a dimension. */
  record Sent(
      long subject,
      String event,
      long at,
      long sequence,
      long value,
      @Nullable String p,
      @Nullable String q) {}

  @Property(tries = 3_000)
  void afterAnyPrefixOfAnyArrivalTheLiveFunnelIsTheBatchFunnel(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll("latenesses") Duration lateness,
      @ForAll("arrivals") List<Sent> arrivals) {
    LiveFunnel live = LiveFunnel.of(definition, lateness, TimeUnit.MILLISECONDS);
    List<Sent> counted = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      if (apply(live, arrivals.get(i), i) != Arrival.TOO_LATE) {
        counted.add(arrivals.get(i));
      }
      assertSame(live, definition.over(table(counted)));
    }
    assertThat(live.late()).isEqualTo(arrivals.size() - counted.size());
  }

  @Property(tries = 300)
  void rowsThatAreForgottenWereNotNeeded(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll("longArrivals") List<Sent> arrivals) {
    LiveFunnel live = LiveFunnel.of(definition, Duration.ofMillis(2), TimeUnit.MILLISECONDS);
    List<Sent> counted = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      if (apply(live, arrivals.get(i), i) != Arrival.TOO_LATE) {
        counted.add(arrivals.get(i));
      }
    }
    FunnelReport batch = definition.over(table(counted));
    assertSame(live, batch);
    assertThat(live.report()).isEqualTo(batch);
  }

  @Property(tries = 500)
  void afterAnyPrefixOfALongArrivalTheCommonFunnelIsTheBatchFunnel(
      @ForAll("commonDefinitions") FunnelDefinition definition,
      @ForAll @IntRange(max = 8) int lateness,
      @ForAll("longArrivals") List<Sent> arrivals) {
    LiveFunnel live = LiveFunnel.of(definition, Duration.ofMillis(lateness), TimeUnit.MILLISECONDS);
    List<Sent> counted = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      if (apply(live, arrivals.get(i), i) != Arrival.TOO_LATE) {
        counted.add(arrivals.get(i));
      }
      FunnelReport batch = definition.over(table(counted));
      assertSame(live, batch);
      assertThat(live.report()).isEqualTo(batch);
    }
  }

  @Property(tries = 300)
  void aCopyForgetsTheSameRows(
      @ForAll("commonDefinitions") FunnelDefinition definition,
      @ForAll("longArrivals") List<Sent> arrivals) {
    LiveFunnel live = LiveFunnel.of(definition, Duration.ofMillis(2), TimeUnit.MILLISECONDS);
    for (int i = 0; i < arrivals.size() / 2; i++) {
      apply(live, arrivals.get(i), i);
    }
    LiveFunnel copy = LiveFunnel.fromBytes(live.toBytes());
    for (int i = arrivals.size() / 2; i < arrivals.size(); i++) {
      apply(live, arrivals.get(i), i);
      apply(copy, arrivals.get(i), i);
    }
    assertThat(copy.toBytes()).isEqualTo(live.toBytes());
  }

  @Property(tries = 500)
  void anEventThatArrivesAgainChangesNothing(
      @ForAll("definitions") FunnelDefinition definition, @ForAll("arrivals") List<Sent> arrivals) {
    LiveFunnel once = LiveFunnel.of(definition, Duration.ofDays(1), TimeUnit.MILLISECONDS);
    LiveFunnel twice = LiveFunnel.of(definition, Duration.ofDays(1), TimeUnit.MILLISECONDS);
    for (int i = 0; i < arrivals.size(); i++) {
      apply(once, arrivals.get(i), i);
      apply(twice, arrivals.get(i), i);
      assertThat(apply(twice, arrivals.get(i / 2), i / 2))
          .isIn(Arrival.DUPLICATE, Arrival.IRRELEVANT);
    }
    assertThat(twice.steps()).isEqualTo(once.steps());
    assertThat(twice.report()).isEqualTo(once.report());
  }

  @Property(tries = 500)
  void mergingTwoGivesTheFunnelOfAll(
      @ForAll("definitions") FunnelDefinition definition, @ForAll("arrivals") List<Sent> arrivals) {
    LiveFunnel whole = LiveFunnel.of(definition, Duration.ofDays(1), TimeUnit.MILLISECONDS);
    LiveFunnel left = LiveFunnel.of(definition, Duration.ofDays(1), TimeUnit.MILLISECONDS);
    LiveFunnel right = LiveFunnel.of(definition, Duration.ofDays(1), TimeUnit.MILLISECONDS);
    for (int i = 0; i < arrivals.size(); i++) {
      Sent sent = withSequence(arrivals.get(i), i);
      apply(whole, sent, i);
      apply(i % 3 == 0 ? left : right, sent, i);
      if (i % 5 == 0) {
        apply(right, sent, i); // known to both
      }
    }
    left.merge(right);
    assertThat(left.steps()).isEqualTo(whole.steps());
    assertThat(left.report()).isEqualTo(whole.report());
  }

  @Property(tries = 300)
  void writtenAndReadItGoesOnAsIfNothingHadHappened(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll("latenesses") Duration lateness,
      @ForAll("arrivals") List<Sent> arrivals) {
    LiveFunnel live = LiveFunnel.of(definition, lateness, TimeUnit.MILLISECONDS);
    for (int i = 0; i < arrivals.size() / 2; i++) {
      apply(live, arrivals.get(i), i);
    }
    LiveFunnel read = LiveFunnel.fromBytes(live.toBytes());
    assertThat(read.steps()).isEqualTo(live.steps());
    for (int i = 0; i < arrivals.size(); i++) {
      assertThat(apply(read, arrivals.get(i), i)).isEqualTo(apply(live, arrivals.get(i), i));
    }
    assertThat(read.steps()).isEqualTo(live.steps());
    assertThat(read.report()).isEqualTo(live.report());
    assertThat(read.late()).isEqualTo(live.late());
    assertThat(read.duplicates()).isEqualTo(live.duplicates());
    assertThat(read.toBytes()).isEqualTo(live.toBytes());
  }

  private static void assertSame(LiveFunnel live, FunnelReport batch) {
    assertThat(live.steps()).isEqualTo(batch.steps());
    assertThat(live.chains()).isEqualTo(batch.chains());
    assertThat(live.discarded()).isEqualTo(batch.discarded());
  }

  private static Arrival apply(LiveFunnel live, Sent sent, int id) {
    LiveFunnel.Event event =
        live.event(sent.subject(), sent.event(), sent.at())
            .id(id)
            .value(sent.value())
            .sequence(sent.sequence());
    if (sent.p() != null) {
      event.with("p", sent.p());
    }
    if (sent.q() != null) {
      event.with("q", sent.q());
    }
    return event.apply();
  }

  private static EventTable table(List<Sent> events) {
    EventTable.Builder table = EventTable.builder("p", "q");
    for (Sent sent : events) {
      table
          .row(sent.subject(), sent.event(), sent.at())
          .value(sent.value())
          .sequence(sent.sequence());
      if (sent.p() != null) {
        table.with("p", sent.p());
      }
      if (sent.q() != null) {
        table.with("q", sent.q());
      }
    }
    return table.build();
  }

  private static Sent withSequence(Sent sent, long sequence) {
    return new Sent(
        sent.subject(), sent.event(), sent.at(), sequence, sent.value(), sent.p(), sent.q());
  }

  @Provide
  Arbitrary<FunnelDefinition> definitions() {
    return FunnelDefinitions.over(
        EVENTS, DIMENSIONS, VALUES, Arbitraries.integers().between(0, 12).map(Duration::ofMillis));
  }

  /** What most ask: events in order, one a step, within a time. */
  @Provide
  Arbitrary<FunnelDefinition> commonDefinitions() {
    return Combinators.combine(
            Arbitraries.of(EVENTS).list().uniqueElements().ofMinSize(1).ofMaxSize(4),
            Arbitraries.integers().between(0, 60).map(Duration::ofMillis).injectNull(0.1),
            Arbitraries.of(Attribution.FIRST_STEP, Attribution.LAST_REACHED).injectNull(0.5),
            Arbitraries.of(InstantOrder.class))
        .as(
            (steps, within, attribution, order) -> {
              FunnelDefinition definition =
                  Funnel.ordered(steps.toArray(new String[0])).with(order);
              definition = within == null ? definition : definition.within(within);
              return attribution == null
                  ? definition
                  : definition.by(Breakdown.by("p").at(attribution));
            });
  }

  @Provide
  Arbitrary<Duration> latenesses() {
    return Arbitraries.of(0, 1, 5, 1_000).map(Duration::ofMillis);
  }

  @Provide
  Arbitrary<List<Sent>> arrivals() {
    return sent(30).list().ofMinSize(1).ofMaxSize(12);
  }

  /** Many of few subjects, roughly in the order of time, so that blocks fill up. */
  @Provide
  Arbitrary<List<Sent>> longArrivals() {
    return sent(4)
        .list()
        .ofMinSize(60)
        .ofMaxSize(120)
        .map(
            events -> {
              List<Sent> later = new ArrayList<>();
              for (int i = 0; i < events.size(); i++) {
                Sent sent = events.get(i);
                later.add(
                    new Sent(
                        sent.subject() % 2,
                        sent.event(),
                        sent.at() + i,
                        sent.sequence(),
                        sent.value(),
                        sent.p(),
                        sent.q()));
              }
              return later;
            });
  }

  private static Arbitrary<Sent> sent(int latest) {
    return Combinators.combine(
            Arbitraries.longs().between(1, 3),
            Arbitraries.of("a", "b", "c", "d", "e"),
            Arbitraries.longs().between(0, latest),
            Arbitraries.frequency(Tuple.of(4, 0L), Tuple.of(1, 1L)),
            Arbitraries.longs().between(0, 3),
            Arbitraries.of(VALUES).injectNull(0.3),
            Arbitraries.of(VALUES).injectNull(0.3))
        .as(Sent::new)
        .withoutEdgeCases();
  }
}
