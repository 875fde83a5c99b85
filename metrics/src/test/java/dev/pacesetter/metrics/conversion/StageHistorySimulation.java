package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Measure;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often intervals of 95 % contain the true chance to win of deals that are still in the stage,
 * and the true age by which four fifths of those that go on have left it.
 *
 * <p>Deals go on the later the less likely, are lost evenly, and are won in the half of the cases
 * after they went on. They are looked at for a time drawn evenly up to a longest one.
 */
@Tag("simulation")
class StageHistorySimulation {
  private static final int ROUNDS = 4_000;
  private static final long TICKS = 1_000; // a day
  private static final double NOMINAL = 0.95;
  private static final double AGE = 15;
  private static final double AHEAD = 30;
  private static final double SHARE = 0.8;

  /** Simulated deals. */
  private static final class Deals {
    private final long[] stays;
    private final long[] ages;
    private final byte[] ends;
    private final boolean[] wentOn;

    Deals(int n, double longest, SplittableRandom random) {
      stays = new long[n];
      ages = new long[n];
      ends = new byte[n];
      wentOn = new boolean[n];
      for (int i = 0; i < n; i++) {
        double leaves = 20 * Math.pow(exponential(random), 1.4);
        double lost = 40 * exponential(random);
        boolean won = random.nextDouble() < 0.5;
        double later = 25 * exponential(random);
        double seen = longest == 0 ? Double.POSITIVE_INFINITY : longest * random.nextDouble();
        wentOn[i] = leaves < lost;
        double stay = Math.min(leaves, lost);
        double age = wentOn[i] ? stay + later : stay;
        End end = age > seen ? End.OPEN : wentOn[i] && won ? End.WON : End.LOST;
        stays[i] = Math.round(Math.min(stay, seen) * TICKS);
        ages[i] = Math.max(stays[i] + (wentOn[i] && stay < seen ? 1 : 0), ticks(age, seen));
        ends[i] = end.code();
      }
    }

    private static long ticks(double age, double seen) {
      return Math.round(Math.min(age, seen) * TICKS);
    }

    private static double exponential(SplittableRandom random) {
      return -Math.log(1 - random.nextDouble());
    }

    StageHistory history() {
      return StageHistory.ofTicks(TICKS, stays, ages, ends, ages.length);
    }
  }

  private static final class Tally {
    private int covered;
    private int given;
    private double width;

    void add(Measure measure, double truth) {
      measure
          .interval()
          .ifPresent(
              interval -> {
                given++;
                covered += interval.contains(truth) ? 1 : 0;
                width += interval.width();
              });
    }

    double coverage() {
      return (double) covered / given;
    }

    String text(String format) {
      return given == 0
          ? "none"
          : String.format(
              Locale.ROOT,
              "%6.2f%% (" + format + ", given %3.0f%%)",
              100 * coverage(),
              width / given,
              100.0 * given / ROUNDS);
    }
  }

  private static double within;
  private static double eventually;
  private static double limit;

  @BeforeAll
  static void findTheTruthAndPrintTheHead() {
    Deals all = new Deals(2_000_000, 0, new SplittableRandom(1));
    long there = 0;
    long won = 0;
    long soon = 0;
    for (int i = 0; i < all.ages.length; i++) {
      if (all.stays[i] > AGE * TICKS) {
        there++;
        won += all.ends[i] == End.WON.code() ? 1 : 0;
        soon += all.ends[i] == End.WON.code() && all.ages[i] <= (AGE + AHEAD) * TICKS ? 1 : 0;
      }
    }
    within = (double) soon / there;
    eventually = (double) won / there;
    long[] gone = new long[all.ages.length];
    int n = 0;
    for (int i = 0; i < gone.length; i++) {
      gone[n] = all.stays[i];
      n += all.wentOn[i] ? 1 : 0;
    }
    long[] sorted = Arrays.copyOf(gone, n);
    Arrays.sort(sorted);
    limit = (double) sorted[(int) (SHARE * n)] / TICKS;
    System.out.printf(
        Locale.ROOT,
        "truth: won within %.3f, in the end %.3f; stall limit %.1f days%n%6s %8s   %-30s %-30s"
            + " %-30s%n",
        within,
        eventually,
        limit,
        "deals",
        "looked",
        "won within (width)",
        "won in the end (width)",
        "stall limit (days)");
  }

  /** A longest look of 0 days stands for one that never ends. */
  @ParameterizedTest
  @CsvSource({
    "50, 0",
    "50, 300",
    "50, 120",
    "200, 0",
    "200, 300",
    "200, 120",
    "1000, 0",
    "1000, 300",
    "1000, 120"
  })
  void intervalsContainTheTruth(int deals, double longest) {
    SplittableRandom random = new SplittableRandom(deals + (long) longest);
    Tally soon = new Tally();
    Tally end = new Tally();
    Tally stall = new Tally();
    for (int round = 0; round < ROUNDS; round++) {
      StageHistory history = new Deals(deals, longest, random).history();
      soon.add(history.winChance(AGE, AHEAD), within);
      end.add(history.winChance(AGE), eventually);
      stall.add(history.stallLimit(SHARE), limit);
    }
    System.out.printf(
        Locale.ROOT,
        "%6d %8s   %-30s %-30s %-30s%n",
        deals,
        longest == 0 ? "to end" : (int) longest + " days",
        soon.text("%.3f"),
        end.text("%.3f"),
        stall.text("%.1f"));
    assertThat(soon.coverage()).isBetween(NOMINAL - 0.015, NOMINAL + 0.015);
    assertThat(end.coverage()).isBetween(NOMINAL - 0.015, 1.0);
    assertThat(stall.coverage()).isBetween(NOMINAL - 0.015, 1.0);
  }
}
