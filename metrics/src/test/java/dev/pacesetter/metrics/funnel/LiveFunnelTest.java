package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pacesetter.metrics.event.EventTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LiveFunnelTest {
  private static final FunnelDefinition SALE =
      Funnel.ordered("lead", "meeting", "won").within(Duration.ofMillis(10));

  private final LiveFunnel live = SALE.live(Duration.ofMillis(3));

  private Arrival arrives(long subject, String event, long at) {
    return live.event(subject, event, at).apply();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(live.step("lead").entered()).isZero();
    assertThat(live.report()).isEqualTo(SALE.over(EventTable.builder().build()));
  }

  @Test
  void countsAnEventAsSoonAsItIsThere() {
    assertThat(arrives(1, "lead", 0)).isEqualTo(Arrival.APPLIED);
    assertThat(live.step("lead").pending()).isEqualTo(1);

    arrives(1, "meeting", 4);

    assertThat(live.step("lead").converted()).isEqualTo(1);
    assertThat(live.step("meeting").pending()).isEqualTo(1);
    assertThat(live.entered(1)).isEqualTo(1);
    assertThat(live.converted(0)).isEqualTo(1);
    assertThat(live.pending(1)).isEqualTo(1);
  }

  @Test
  void countsWhoRanOutOfTimeWhenTheClockPassesTheEndOfTheWindow() {
    arrives(1, "lead", 0);

    arrives(2, "lead", 10);
    assertThat(live.step("lead").pending()).isEqualTo(2);

    assertThat(live.event(3, "browse", 11).apply()).isEqualTo(Arrival.IRRELEVANT);
    assertThat(live.step("lead").pending()).isEqualTo(1);
    assertThat(live.step("lead").dropped()).isEqualTo(1);
  }

  @Nested
  class AnEventThatIsLate {
    @Test
    void findsItsPlaceWithinTheLateness() {
      arrives(1, "meeting", 5);
      arrives(1, "won", 6);
      assertThat(live.chains()).isZero();

      assertThat(arrives(1, "lead", 3)).isEqualTo(Arrival.APPLIED);

      assertThat(live.step("won").entered()).isEqualTo(1);
    }

    @Test
    void leavesItsNameUnknownBeyondIt() {
      arrives(1, "lead", 5);

      arrives(1, "meeting", 1);

      assertThat(live.report().unknownEvents()).containsExactly("meeting", "won");
    }

    @Test
    void isRefusedAndCountedBeyondIt() {
      arrives(1, "meeting", 5);

      assertThat(arrives(1, "lead", 1)).isEqualTo(Arrival.TOO_LATE);

      assertThat(live.late()).isEqualTo(1);
      assertThat(live.chains()).isZero();
    }
  }

  @Nested
  class AnEventThatArrivesAgain {
    @Test
    void changesNothing() {
      live.event(1, "lead", 5).id(7).value(100).apply();

      assertThat(live.event(1, "lead", 5).id(7).value(100).apply()).isEqualTo(Arrival.DUPLICATE);

      assertThat(live.step("lead").value()).isEqualTo(100);
      assertThat(live.duplicates()).isEqualTo(1);
    }

    @Test
    void isRefusedByIdIfItSaysSomethingElse() {
      live.event(1, "lead", 5).id(7).value(100).apply();

      LiveFunnel.Event other = live.event(1, "lead", 5).id(7).value(101);

      assertThatIllegalArgumentException().isThrownBy(other::apply).withMessageContaining("id 7");
      assertThat(live.step("lead").value()).isEqualTo(100);
    }
  }

  @Test
  void isAppliedOnce() {
    LiveFunnel.Event event = live.event(1, "lead", 5);
    event.apply();
    assertThatIllegalStateException().isThrownBy(event::apply);
  }

  @Test
  void takesSubjectsWithNamesOrWithNumbersButNotBoth() {
    live.event("deal-17", "lead", Instant.ofEpochMilli(5)).apply();

    LiveFunnel.Event number = live.event(17, "lead", 5);

    assertThatIllegalStateException().isThrownBy(number::apply).withMessageContaining("17");
  }

  @Test
  void forgetsRowsThatCanMatterNoMore() {
    for (int i = 0; i < 100_000; i++) {
      arrives(1, i % 2 == 0 ? "lead" : "meeting", i * 3L);
    }

    assertThat(live.bytes()).isLessThan(10_000);
    assertThat(live.step("meeting").entered()).isEqualTo(1);
  }

  @Test
  void keepsNoMoreOfASubjectThanItsBestChainAndTheLatestOnes() {
    goesOn(0, 20);
    long bytes = live.bytes();

    goesOn(20, 200);

    assertThat(live.bytes()).isEqualTo(bytes);
    assertThat(live.entered(1)).isEqualTo(1_000);
    assertThat(live.pending(1)).isEqualTo(1_000);
  }

  private void goesOn(int from, int to) {
    for (int at = from; at < to; at++) {
      for (int subject = 0; subject < 1_000; subject++) {
        arrives(subject, at % 3 == 1 ? "meeting" : "lead", at);
      }
    }
  }

  @Test
  void refusesToJoinSubjectsOfWhichRowsWereForgotten() {
    LiveFunnel other = SALE.live(Duration.ofMillis(3));
    other.event(1, "lead", 0).apply();
    for (int i = 0; i < 100; i++) {
      arrives(1, "lead", i * 3L);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> live.merge(other))
        .withMessageContaining("subject 1");
  }

  @Test
  void refusesToJoinAnotherQuestion() {
    LiveFunnel other = Funnel.ordered("lead", "won").live(Duration.ofMillis(3));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> live.merge(other))
        .withMessageContaining("lead > won");
  }

  @Test
  void refusesANegativeLateness() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LiveFunnel.of(SALE, Duration.ofMillis(-1), TimeUnit.MILLISECONDS))
        .withMessageContaining("-0.001");
  }

  @Nested
  class Bytes {
    @Test
    void thatAreCutOffOrDamagedAreRefused() {
      arrives(1, "lead", 5);
      byte[] bytes = live.toBytes();
      for (int i = 0; i < bytes.length; i++) {
        byte[] damaged = bytes.clone();
        damaged[i] ^= 4;
        assertThatIllegalArgumentException().isThrownBy(() -> LiveFunnel.fromBytes(damaged));
        byte[] cut = Arrays.copyOf(bytes, i);
        assertThatIllegalArgumentException().isThrownBy(() -> LiveFunnel.fromBytes(cut));
      }
    }

    @Test
    void ofAReportAreNoLiveFunnel() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LiveFunnel.fromBytes(live.report().toBytes()))
          .withMessageContaining("no live funnel");
    }
  }
}
