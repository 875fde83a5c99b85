package dev.pacesetter.plan.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CertaintyTest {
  private static final int PEERS = 8;
  private static final int CASES = 25;
  private static final int ROUNDS = 400;
  private static final int DEALS = 12;

  /**
   * True rates spread by Beta(8, 12); the standard error of the share over 400 rounds is 2 %, and
   * whole numbers make it a little more than 0.8.
   */
  @Test
  void isReachedAboutAsOftenAsItSays() {
    Random chance = new Random(20261128);
    int reached = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double rate = rate(chance);
      long[] passed = new long[PEERS];
      long[] entered = new long[PEERS];
      for (int peer = 0; peer < PEERS; peer++) {
        passed[peer] = passing(rate(chance), CASES, chance);
        entered[peer] = CASES;
      }
      StepRecord record =
          StepRecord.of("proposal", passing(rate, CASES, chance), CASES).withPeers(passed, entered);
      long number =
          new Chance(List.of(record.rate()), won -> won >= DEALS ? 1 : 0).least(0.8).orElseThrow();
      reached += passing(rate, (int) number, chance) >= DEALS ? 1 : 0;
    }
    assertThat((double) reached / ROUNDS).isBetween(0.76, 0.88);
  }

  /** The 8th smallest of 19 uniform numbers is Beta(8, 12). */
  private static double rate(Random chance) {
    return chance.doubles(19).sorted().skip(7).findFirst().orElseThrow();
  }

  private static int passing(double rate, int cases, Random chance) {
    int passing = 0;
    for (int i = 0; i < cases; i++) {
      passing += chance.nextDouble() < rate ? 1 : 0;
    }
    return passing;
  }
}
