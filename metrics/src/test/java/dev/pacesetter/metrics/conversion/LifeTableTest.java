package dev.pacesetter.metrics.conversion;

import static dev.pacesetter.metrics.conversion.End.LOST;
import static dev.pacesetter.metrics.conversion.End.OPEN;
import static dev.pacesetter.metrics.conversion.End.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LifeTableTest {
  @Test
  void countsTheEndsOfEachAge() {
    LifeTable table =
        LifeTable.ofTicks(1, new long[] {5, 3, 5, 5, 9}, new byte[] {1, 2, 0, 1, 0}, 5);

    assertThat(table.n()).isEqualTo(5);
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.ticks(1)).isEqualTo(5);
    assertThat(table.count(WON, 1)).isEqualTo(2);
    assertThat(table.count(LOST, 0)).isEqualTo(1);
    assertThat(table.count(OPEN, 1)).isEqualTo(1);
    assertThat(table.atRisk(0)).isEqualTo(5);
    assertThat(table.atRisk(1)).isEqualTo(4);
    assertThat(table.atRisk(2)).isEqualTo(1);
    assertThat(table.total(OPEN)).isEqualTo(2);
    assertThat(table).hasToString("LifeTable of 5: 2 won, 1 lost, 2 open");
  }

  @Test
  void readsOnlyTheFirstNAndLeavesTheColumnsAsTheyAre() {
    long[] times = {7, 2, -1};
    byte[] ends = {1, 2, 99};

    LifeTable table = LifeTable.ofTicks(1, times, ends, 2);
    times[0] = 1_000;

    assertThat(table.n()).isEqualTo(2);
    assertThat(table.ticks(1)).isEqualTo(7);
    assertThat(times).containsExactly(1_000, 2, -1);
    assertThat(ends).containsExactly(1, 2, 99);
  }

  @Test
  void tellsTicksApartThatADoubleCannot() {
    long large = (1L << 60) + 1;
    LifeTable table =
        LifeTable.ofTicks(1_000_000_000, new long[] {large, large + 1}, new byte[] {1, 0}, 2);

    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.ticks(0)).isEqualTo(large);
    assertThat(table.atRisk(1)).isEqualTo(1);
  }

  @Test
  void tellsFractionsApartThatDifferInTheLastBit() {
    double next = Math.nextUp(0.3);
    LifeTable table = LifeTable.ofDays(new double[] {next, 0.3, -0.0, 0.0}, new byte[4]);

    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.days(0)).isZero();
    assertThat(table.count(OPEN, 0)).isEqualTo(2);
    assertThat(table.days(1)).isEqualTo(0.3);
    assertThat(table.days(2)).isEqualTo(next);
    assertThatIllegalStateException().isThrownBy(() -> table.ticks(0));
  }

  @Test
  void whoEntersLateIsAtRiskAtHigherAgesOnly() {
    LifeTable table =
        LifeTable.ofTicks(1, new long[] {0, 5, 2}, new long[] {5, 8, 9}, new byte[] {1, 1, 0}, 3);

    assertThat(table.atRisk(0)).isEqualTo(2);
    assertThat(table.atRisk(1)).isEqualTo(2);
    assertThat(table.atRisk(2)).isEqualTo(1);
  }

  @Test
  void beyondAnAgeOnlyThoseWhoCameSoFarCount() {
    LifeTable table =
        LifeTable.ofTicks(
            1, new long[] {0, 3, 4, 6}, new long[] {4, 7, 8, 9}, new byte[] {1, 1, 2, 0}, 4);

    LifeTable later = table.openAt(4);

    assertThat(later.n()).isEqualTo(3);
    assertThat(later.ticks(0)).isEqualTo(7);
    assertThat(later.atRisk(0)).isEqualTo(table.atRisk(1)).isEqualTo(3);
    assertThat(table.openAt(5).atRisk(0)).isEqualTo(3);
    assertThat(table.openAt(9).n()).isZero();
    assertThat(table.openAt(9).rows()).isZero();
  }

  @Test
  void rowsWithoutAnyCountAreLeftOut() {
    LifeTable dense =
        LifeTable.ofCounts(
            1,
            new long[] {0, 1, 2, 3},
            new long[] {0, 4, 0, 0},
            new long[] {0, 0, 0, 1},
            new long[] {0, 2, 0, 0});

    assertThat(dense)
        .isEqualTo(
            LifeTable.ofTicks(
                1, new long[] {1, 1, 1, 1, 3, 1, 1}, new byte[] {1, 1, 1, 1, 2, 0, 0}, 7))
        .hasSameHashCodeAs(
            LifeTable.ofTicks(
                1, new long[] {3, 1, 1, 1, 1, 1, 1}, new byte[] {2, 1, 1, 1, 0, 1, 0}, 7));
  }

  @Test
  void theSameNumbersInOtherTicksAreAnotherTable() {
    LifeTable days = LifeTable.ofTicks(1, new long[] {1}, new byte[] {1}, 1);

    assertThat(days)
        .isNotEqualTo(LifeTable.ofTicks(24, new long[] {1}, new byte[] {1}, 1))
        .isNotEqualTo(LifeTable.ofTicks(1, new long[] {1}, new byte[] {2}, 1))
        .isNotEqualTo(LifeTable.ofTicks(1, new long[] {0}, new long[] {1}, new byte[] {1}, 1));
  }

  @Nested
  class Refuses {
    @Test
    void aTimeBelowZeroOrNotFinite() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofTicks(1, new long[] {1, -2}, new byte[2], 2))
          .withMessageContaining("time 1 is -2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofDays(new double[] {Double.NaN}, new byte[1]))
          .withMessageContaining("time 0 is NaN");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofDays(new double[] {Double.POSITIVE_INFINITY}, new byte[1]));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofDays(new double[] {-0.5}, new byte[1]));
    }

    @Test
    void anEndThatIsNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofTicks(1, new long[] {1, 2}, new byte[] {0, 3}, 2))
          .withMessageContaining("end 1 is 3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofTicks(1, new long[] {1}, new byte[] {-1}, 1));
    }

    @Test
    void columnsOfDifferentLength() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofTicks(1, new long[2], new byte[3], 3))
          .withMessageContaining("of 3 observations has 2 times");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofTicks(1, new long[2], new byte[3], -1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofDays(new double[2], new byte[3]));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> LifeTable.ofCounts(1, new long[2], new long[2], new long[1], new long[2]))
          .withMessageContaining("counts of lost");
    }

    @Test
    void anEntryThatIsNotBelowItsEnd() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofTicks(1, new long[] {4}, new long[] {4}, new byte[] {1}, 1))
          .withMessageContaining("entry 0 is 4 and its end 4");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> LifeTable.ofDays(new double[] {Double.NaN}, new double[] {4}, new byte[] {1}));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> LifeTable.ofTicks(1, new long[] {-1}, new long[] {4}, new byte[] {1}, 1));
    }

    @Test
    void countsThatCannotBe() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> LifeTable.ofCounts(1, new long[] {2, 2}, new long[2], new long[2], new long[2]))
          .withMessageContaining("time 1 is 2");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  LifeTable.ofCounts(1, new long[] {2}, new long[] {-1}, new long[1], new long[1]))
          .withMessageContaining("-1 won");
    }

    @Test
    void ticksThatAreNoneAndSumsOfOtherTicks() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LifeTable.ofTicks(0, new long[1], new byte[1], 1))
          .withMessageContaining("0 ticks a day");
      LifeTable days = LifeTable.ofTicks(1, new long[] {1}, new byte[1], 1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> days.plus(LifeTable.ofDays(new double[] {1}, new byte[1])));
    }
  }
}
