package dev.pacesetter.plan.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import org.junit.jupiter.api.Test;

class LeadTimesTest {
  private static final byte WON = End.WON.code();
  private static final byte OPEN = End.OPEN.code();

  private final LeadTimes times =
      LeadTimes.of(
          LifeTable.ofDays(new double[] {10, 20, 30, 40}, new byte[] {WON, WON, WON, WON}));

  @Test
  void areTheSharesOfDealsWonByAge() {
    assertThat(times.shareWithin(9.9)).isZero();
    assertThat(times.shareWithin(10)).isEqualTo(0.25);
    assertThat(times.shareWithin(39)).isEqualTo(0.75);
    assertThat(times.shareWithin(40)).isEqualTo(1);
    assertThat(times.daysFor(0.5)).isEqualTo(20);
    assertThat(times.daysFor(0.8)).isEqualTo(40);
  }

  @Test
  void sayWhichShareBeganBeforeAStretch() {
    // 20 days from today: on ten of them all that is won is older, on ten three quarters of it
    assertThat(times.shareBegunBefore(0, 20)).isCloseTo(0.875, within(1e-12));
    assertThat(times.shareBegunBefore(40, 20)).isZero();
  }

  @Test
  void takeOpenDealsForNotYetWon() {
    // by hand: F(10) = 1/3; the one open at 15 leaves one at risk, which is won at 30: F = 1
    LeadTimes censored =
        LeadTimes.of(LifeTable.ofDays(new double[] {10, 15, 30}, new byte[] {WON, OPEN, WON}));
    assertThat(censored.shareWithin(29)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(censored.won()).isEqualTo(2);
  }

  @Test
  void needADealWon() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeadTimes.of(LifeTable.ofDays(new double[] {10}, new byte[] {OPEN})))
        .withMessageContaining("lead times need at least one");
  }
}
