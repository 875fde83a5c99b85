package dev.pacesetter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeriodTotalTest {
  private static final int DECEMBER = 11;

  /** Months of the calendar, which count as equally long. */
  private static PeriodTotal from(double[] past, int firstOfPast, int[] toCome) {
    double[] alike = new double[toCome.length];
    Arrays.fill(alike, 1);
    return PeriodTotal.from(past, firstOfPast, months(12, toCome, alike));
  }

  private static MonthsToCome months(int aYear, int[] places, double[] lengths) {
    return new MonthsToCome(
        aYear, ImmutableIntArray.copyOf(places), ImmutableDoubleArray.copyOf(lengths));
  }

  @Test
  void expectsMoreOfALongerMonthAndSpreadsItAsMuchMore() {
    double[] past = {10, 12, 14, 10, 12, 14};
    PeriodTotal usual = PeriodTotal.from(past, 0, months(12, new int[] {0}, new double[] {1}));
    PeriodTotal longer = PeriodTotal.from(past, 0, months(12, new int[] {0}, new double[] {1.5}));
    assertThat(longer.mean()).isCloseTo(1.5 * usual.mean(), within(1e-12));
    assertThat(longer.deviation()).isCloseTo(1.5 * usual.deviation(), within(1e-12));
  }

  @Test
  void knowsTheShareOfEachOfThirteenPeriods() {
    double[] past = new double[26];
    Arrays.fill(past, 10);
    past[12] = 40;
    past[25] = 60;
    PeriodTotal last = PeriodTotal.from(past, 0, months(13, new int[] {12}, new double[] {1}));
    assertThat(last.mean()).isCloseTo(50, within(1e-12));
    assertThat(last.degrees()).isEqualTo(13);
    assertThat(PeriodTotal.from(past, 0, months(13, new int[] {12}, new double[] {1.25})).mean())
        .as("with a 53rd week")
        .isCloseTo(62.5, within(1e-12));
  }

  @Nested
  class WithLessThanTwoYears {
    // mean 12, variance 3.2; three months: 36, with variance 3.2 * 3 + 3.2 * 9 / 6 = 14.4
    private final PeriodTotal total =
        from(new double[] {10, 12, 14, 10, 12, 14}, 6, new int[] {0, 1, 2});

    @Test
    void expectsTheMeanOfEachMonth() {
      assertThat(total.mean()).isEqualTo(36);
      assertThat(total.deviation()).isCloseTo(Math.sqrt(14.4), within(1e-12));
      assertThat(total.degrees()).isEqualTo(5);
    }

    @Test
    void givesTheChanceOfReachingAnAmount() {
      assertThat(total.chanceOfAtLeast(36)).isEqualTo(0.5);
      // scipy.stats.t.sf(4 / sqrt(14.4), 5)
      assertThat(total.chanceOfAtLeast(40)).isCloseTo(0.17004501783915218, within(1e-12));
    }

    @Test
    void givesTheAmountThatIsReachedWithAChance() {
      // 36 + scipy.stats.t.isf(0.6, 5) * sqrt(14.4)
      assertThat(total.reachedWithChance(0.6)).isCloseTo(34.9861199005912, within(1e-9));
    }
  }

  @Nested
  class WithTwoYears {
    // each month 8 and then 12, December 24 and then 36
    private final double[] past = new double[24];

    WithTwoYears() {
      Arrays.fill(past, 0, 12, 8);
      Arrays.fill(past, 12, 24, 12);
      past[11] = 24;
      past[23] = 36;
    }

    @Test
    void knowsThatDecemberIsDifferent() {
      PeriodTotal december = from(past, 0, new int[] {DECEMBER});
      assertThat(december.mean()).isCloseTo(30, within(1e-12));
      // s² = 24 · (7/3)² / 12, December's share 18/7: 10.889 · 6.612 · 1.5 = 108
      assertThat(december.deviation()).isCloseTo(Math.sqrt(108), within(1e-9));
      // scipy.stats.t.sf(10 / sqrt(108), 12)
      assertThat(december.chanceOfAtLeast(40)).isCloseTo(0.17745687, within(1e-7));
      assertThat(from(past, 0, new int[] {0, 1, 2}).mean()).isCloseTo(30, within(1e-12));
    }

    @Test
    void countsTheCalendarMonthFromTheFirstOne() {
      double[] july = new double[24];
      for (int i = 0; i < 24; i++) {
        july[i] = past[(i + 6) % 24];
      }
      assertThat(from(july, 6, new int[] {DECEMBER}).mean()).isCloseTo(30, within(1e-12));
    }

    @Test
    void leavesOutTheMonthsBeforeTheLastWholeYears() {
      double[] longer = new double[26];
      longer[0] = 1_000;
      longer[1] = 1_000;
      System.arraycopy(past, 0, longer, 2, 24);
      assertThat(from(longer, 10, new int[] {DECEMBER}).mean()).isCloseTo(30, within(1e-12));
    }
  }

  @Test
  void isCertainWhenEveryMonthIsTheSame() {
    PeriodTotal total = from(new double[] {5, 5, 5, 5, 5, 5}, 0, new int[] {6, 7});
    assertThat(total.chanceOfAtLeast(10)).isEqualTo(1);
    assertThat(total.chanceOfAtLeast(11)).isEqualTo(0);
    assertThat(total.reachedWithChance(0.6)).isEqualTo(10);
  }

  @Test
  void expectsNothingWhereThereWasNothing() {
    PeriodTotal total = from(new double[30], 0, new int[] {6});
    assertThat(total.mean()).isZero();
    assertThat(total.chanceOfAtLeast(1)).isZero();
  }
}
