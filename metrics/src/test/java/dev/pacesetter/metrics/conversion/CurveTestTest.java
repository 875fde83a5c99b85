package dev.pacesetter.metrics.conversion;

import static dev.pacesetter.metrics.conversion.End.LOST;
import static dev.pacesetter.metrics.conversion.End.OPEN;
import static dev.pacesetter.metrics.conversion.End.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveTestTest {
  static List<Golden> logRanks() {
    return Golden.of("survival", "log_rank");
  }

  static List<Golden> grays() {
    return Golden.of("gray", "gray");
  }

  @ParameterizedTest
  @MethodSource("logRanks")
  void logRankAndPetoPetoAgreeWithTheGoldenValues(Golden golden) {
    LifeTable[] groups =
        Observation.tablesByGroup(golden.in("time"), golden.in("event"), golden.in("group"));

    CurveTest test = CurveTest.logRank(groups);

    for (int g = 0; g < groups.length; g++) {
      assertThat(test.observed(g)).isEqualTo(golden.out("observed").get(g).asLong());
      golden.assertClose("expected", test.expected(g), golden.out("expected").get(g));
    }
    assertThat(test.degreesOfFreedom()).isEqualTo(golden.out("df").asInt());
    golden.assertClose("chi-squared", test.chiSquare().getAsDouble(), golden.out("chiSquare"));
    golden.assertClose("p", test.pValue().getAsDouble(), golden.out("p"));
    golden.assertClose(
        "Peto-Peto",
        CurveTest.petoPeto(groups).chiSquare().getAsDouble(),
        golden.out("chiSquarePetoPeto"));
  }

  @ParameterizedTest
  @MethodSource("grays")
  void grayAgreesWithTheGoldenValuesOfCmprsk(Golden golden) {
    LifeTable[] groups =
        Observation.tablesByGroup(golden.in("time"), golden.in("status"), golden.in("group"));
    for (End end : List.of(WON, LOST)) {
      String name = end == WON ? "Won" : "Lost";
      CurveTest test = CurveTest.gray(end, groups);
      JsonNode chiSquare = golden.out("chiSquare" + name);
      if (chiSquare.isMissingNode()) {
        assertThat(test.chiSquare()).as("%s: nobody %s", golden, name).isEmpty();
        continue;
      }
      assertThat(test.degreesOfFreedom()).isEqualTo(golden.out("degreesOfFreedom").asInt());
      golden.assertClose(name, test.chiSquare().getAsDouble(), chiSquare);
      golden.assertClose("p " + name, test.pValue().getAsDouble(), golden.out("p" + name));
    }
  }

  @Test
  void theExpectedNumbersAreThoseOfOneCurveForAll() {
    // after 1 day one of 2 and 2 at risk ends, after 2 days one of 1 and 2: 1/2 + 1/3 expected
    CurveTest test = CurveTest.logRank(table("1w 3o"), table("2w 3o"));

    assertThat(test.observed(0)).isEqualTo(1);
    assertThat(test.expected(0)).isCloseTo(1 / 2.0 + 1 / 3.0, within(1e-15));
    assertThat(test.expected(1)).isCloseTo(1 / 2.0 + 2 / 3.0, within(1e-15));
    // variance 1/4 + 2/9, difference 1/6
    assertThat(test.chiSquare().getAsDouble())
        .isCloseTo(1 / 36.0 / (1 / 4.0 + 2 / 9.0), within(1e-14));
  }

  @Test
  void grayCountsTheLostAmongThoseWhoMayStillWin() {
    // after 1 day one of the first group is lost; after 2 days one of 1 at risk with S = 1/2, that
    // is 2, and one of 2 in the second group is won: 1/2 of it expected in each group
    CurveTest test = CurveTest.gray(WON, table("1l 2w"), table("3o 3o"));

    assertThat(test.expected(0)).isEqualTo(0.5);
    assertThat(test.expected(1)).isEqualTo(0.5);
  }

  @Test
  void grayOfTheOtherEndAsksAnotherQuestion() {
    LifeTable quick = table("1w 2w 3w 4l 9l 9l");
    LifeTable slow = table("4w 5w 6w 1l 9o 9o");

    assertThat(CurveTest.gray(WON, quick, slow).observed(0)).isEqualTo(3);
    assertThat(CurveTest.gray(LOST, quick, slow).observed(1)).isEqualTo(1);
  }

  @Nested
  class WithNothingToCompare {
    @Test
    void thereIsNoStatisticWhereNothingEnded() {
      assertNothing(CurveTest.logRank(table("1o 2o"), table("3o")));
      assertNothing(CurveTest.petoPeto(table("1o 2o"), table("3o")));
      assertNothing(CurveTest.gray(WON, table("1o 2l"), table("3l")));
    }

    @Test
    void thereIsNoStatisticWhereOneGroupIsEmpty() {
      CurveTest test = CurveTest.logRank(table("1w 2w"), table(""));

      assertNothing(test);
      assertThat(test.observed(0)).isEqualTo(2);
      assertThat(test.expected(0)).isEqualTo(2);
      assertThat(test.expected(1)).isZero();
      assertNothing(CurveTest.gray(WON, table("1w 2w"), table("")));
    }

    @Test
    void thereIsNoStatisticWhereOnlyOneGroupWasAtRisk() {
      assertNothing(CurveTest.logRank(table("5w 6w"), table("1o 2o")));
    }

    @Test
    void thereIsNoStatisticWhereAllEndAtOnce() {
      assertNothing(CurveTest.logRank(table("4w 4w"), table("4w 4l 4w")));
    }

    @Test
    void anEmptyGroupTakesNoDegreeOfFreedom() {
      CurveTest two = CurveTest.logRank(table("1w 3o"), table("2w 3o"));
      CurveTest three = CurveTest.logRank(table("1w 3o"), table(""), table("2w 3o"));

      assertThat(three.degreesOfFreedom()).isEqualTo(1);
      assertThat(three.chiSquare().getAsDouble())
          .isCloseTo(two.chiSquare().getAsDouble(), within(1e-14));
    }

    private void assertNothing(CurveTest test) {
      assertThat(test.degreesOfFreedom()).isZero();
      assertThat(test.chiSquare()).isEmpty();
      assertThat(test.pValue()).isEmpty();
      assertThat(test).hasToString("nothing to compare");
    }
  }

  @Test
  void groupsThatNeverMetAreComparedAmongThoseThatDid() {
    // the first two are observed during the first ten days, the others later
    byte[] ends = {1, 1, 0};
    long[] early = {1, 3, 9};
    long[] otherEarly = {2, 5, 9};
    long[] entries = {10, 10, 10};
    LifeTable one = LifeTable.ofTicks(1, early, ends, 3);
    LifeTable two = LifeTable.ofTicks(1, otherEarly, ends, 3);
    LifeTable three = LifeTable.ofTicks(1, entries, new long[] {11, 13, 19}, ends, 3);
    LifeTable four = LifeTable.ofTicks(1, entries, new long[] {12, 15, 19}, ends, 3);

    CurveTest test = CurveTest.logRank(one, two, three, four);

    assertThat(test.degreesOfFreedom()).isEqualTo(2);
    assertThat(test.chiSquare().getAsDouble())
        .isCloseTo(
            CurveTest.logRank(one, two).chiSquare().getAsDouble()
                + CurveTest.logRank(three, four).chiSquare().getAsDouble(),
            within(1e-12));
  }

  @Test
  void smallGroupsAreFoundBesideHugeOnes() {
    // two groups of a million that share a curve leave the third with its own variance
    LifeTable huge =
        LifeTable.ofCounts(
            1,
            new long[] {1, 2, 3},
            new long[] {500_000, 250_000, 125_000},
            new long[3],
            new long[] {0, 0, 125_000});
    LifeTable slow = table("2w 3w 3o 3o 3o");

    CurveTest two = CurveTest.logRank(huge.plus(huge), slow);
    CurveTest three = CurveTest.logRank(huge, huge, slow);

    assertThat(three.degreesOfFreedom()).isEqualTo(2);
    assertThat(three.chiSquare().getAsDouble())
        .isCloseTo(two.chiSquare().getAsDouble(), within(1e-9));
  }

  @Nested
  class Refuses {
    @Test
    void fewerThanTwoGroups() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurveTest.logRank(table("1w")))
          .withMessageContaining("1 groups");
      assertThatIllegalArgumentException().isThrownBy(() -> CurveTest.gray(WON));
    }

    @Test
    void agesInOtherTicks() {
      LifeTable hours = LifeTable.ofTicks(24, new long[] {1}, new byte[] {1}, 1);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurveTest.petoPeto(table("1w"), hours))
          .withMessageContaining("1 ticks a day")
          .withMessageContaining("24 ticks a day");
    }

    @Test
    void toCompareWhatIsStillOpenByGray() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurveTest.gray(OPEN, table("1w"), table("2w")))
          .withMessageContaining("WON or LOST");
    }

    @Test
    void lateEntriesByGray() {
      LifeTable late = LifeTable.ofTicks(1, new long[] {1}, new long[] {2}, new byte[] {1}, 1);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurveTest.gray(WON, table("1w"), late))
          .withMessageContaining("late entries");
    }
  }

  /** Reads {@code 1w 2l 3o} as won after one day, lost after two, open after three. */
  private static LifeTable table(String deals) {
    String[] words = deals.isEmpty() ? new String[0] : deals.split(" ");
    long[] days = new long[words.length];
    byte[] ends = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      days[i] = Character.digit(words[i].charAt(0), 10);
      ends[i] = (byte) "owl".indexOf(words[i].charAt(1));
    }
    return LifeTable.ofTicks(1, days, ends, words.length);
  }
}
