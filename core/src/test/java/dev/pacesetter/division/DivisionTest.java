package dev.pacesetter.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.division.Requirement.Bound;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DivisionTest {
  private static final List<String> PEOPLE = List.of("ana", "bob", "cleo");
  private static final List<String> MONTHS = List.of("m1", "m2");

  private static Division byPersonAndMonth(long total) {
    return Division.of(total).along("person", PEOPLE).along("month", MONTHS);
  }

  @Test
  void oneAxisIsDividedByLargestRemainder() {
    // quotas 2, 2.8 and 3.2
    DividedTable table =
        Division.of(8).along("person", PEOPLE).weighing(new double[] {5, 7, 8}).divide();

    assertThat(table.amounts()).isEqualTo(ImmutableLongArray.of(2, 3, 3));
  }

  @Test
  void theUnitLeftGoesToTheFirstByName() {
    DividedTable table = Division.of(100).along("person", List.of("zoe", "ana", "bob")).divide();

    assertThat(table.amounts()).isEqualTo(ImmutableLongArray.of(33, 34, 33));
  }

  @Test
  void floorsCapsAndFixedCellsAreKeptAndTheRestFollowsTheWeights() {
    Part bobInFirst = Part.of("person", "bob").and("month", "m1");
    DividedTable table =
        byPersonAndMonth(1_000)
            .exactly(bobInFirst, 17)
            .atLeast(Part.of("person", "cleo"), 500)
            .atMost(Part.of("month", "m2"), 400)
            .divide();

    assertThat(table.amount(bobInFirst)).isEqualTo(17);
    assertThat(table.amount(Part.of("person", "cleo"))).isEqualTo(500);
    assertThat(table.amount(Part.of("month", "m2"))).isEqualTo(400);
    assertThat(table.amount(Part.all())).isEqualTo(1_000);
    assertThat(table.isExact()).isTrue();
    assertThat(table.fit().isConverged()).isTrue();
  }

  @Test
  void aCapThatDoesNotBindChangesNothing() {
    assertThat(byPersonAndMonth(1_000).atMost(Part.of("month", "m2"), 501).divide().amounts())
        .isEqualTo(byPersonAndMonth(1_000).divide().amounts());
  }

  @Test
  void wholeUnitsLeaveTheOddRestToTheLargestCell() {
    DividedTable table =
        byPersonAndMonth(1_050).weighing(new double[] {1, 1, 1, 1, 1, 5}).inUnitsOf(100).divide();

    assertThat(table.amounts()).isEqualTo(ImmutableLongArray.of(100, 100, 100, 100, 100, 550));
  }

  @Test
  void anAmountThatIsNoMultipleOfTheUnitIsRefused() {
    assertThatThrownBy(
            () ->
                byPersonAndMonth(1_000)
                    .exactly(Part.of("person", "ana"), 250)
                    .inUnitsOf(100)
                    .divide())
        .hasMessage("person=ana must come to 250 of 1000, which is no multiple of the unit 100");
  }

  @Test
  void noCellIsTooSmallToWorkWith() {
    DividedTable table =
        byPersonAndMonth(100).weighing(new double[] {40, 2, 3, 40, 10, 5}).inLotsOf(8).divide();

    assertThat(table.amounts().stream()).allMatch(amount -> amount == 0 || amount >= 8);
    assertThat(table.amounts().stream().sum()).isEqualTo(100);
  }

  @Test
  void aCellThatCannotBecomeNothingIsRaisedToALot() {
    assertThat(
            Division.of(1_000)
                .along("person", List.of("ana", "bob"))
                .inLotsOf(900)
                .atMost(Part.of("person", "bob"), 950)
                .divide()
                .amounts())
        .isEqualTo(ImmutableLongArray.of(1_000, 0));
  }

  @Test
  void weightsNearTheLargestNumberThereIsAreFine() {
    assertThat(
            Division.of(10)
                .along("person", List.of("ana", "bob"))
                .weighing(new double[] {1e308, 1e308})
                .divide()
                .amounts())
        .isEqualTo(ImmutableLongArray.of(5, 5));
  }

  @Nested
  class WhenRequirementsContradictEachOther {
    private InfeasibleDivisionException refusal(Division division) {
      return catchThrowableOfType(InfeasibleDivisionException.class, division::divide);
    }

    @Test
    void capsBelowTheTotalAreAllNamed() {
      InfeasibleDivisionException refused =
          refusal(
              byPersonAndMonth(100)
                  .atMost(Part.of("person", "ana"), 30)
                  .atMost(Part.of("person", "bob"), 30)
                  .atMost(Part.of("person", "cleo"), 39)
                  .atLeast(Part.of("month", "m1"), 10));

      assertThat(refused)
          .hasMessage(
              "of 100 in all, these cannot hold together: person=ana at most 30; person=bob at most"
                  + " 30; person=cleo at most 39");
      assertThat(refused.conflict()).hasSize(3);
    }

    @Test
    void floorsThatAreTooMuchOnlyInWholeUnitsSaySo() {
      InfeasibleDivisionException refused =
          refusal(
              byPersonAndMonth(1_000)
                  .inUnitsOf(100)
                  .atLeast(Part.of("person", "ana"), 350)
                  .atLeast(Part.of("person", "bob"), 300)
                  .atLeast(Part.of("person", "cleo"), 310));

      assertThat(refused)
          .hasMessage(
              "of 1000 in all, these cannot hold together: person=ana at least 350, in whole units"
                  + " 400; person=bob at least 300; person=cleo at least 310, in whole units 400");
      assertThat(refused.inUnits().stream().mapToLong(Requirement::amount).sum()).isEqualTo(1_100);
    }

    @Test
    void fixedCellsThatDoNotMakeUpTheirRowAreNamedWithIt() {
      Part inFirst = Part.of("person", "ana").and("month", "m1");
      Part inSecond = Part.of("person", "ana").and("month", "m2");
      InfeasibleDivisionException refused =
          refusal(
              byPersonAndMonth(100)
                  .exactly(Part.of("person", "bob"), 20)
                  .exactly(Part.of("person", "ana"), 40)
                  .exactly(inFirst, 15)
                  .exactly(inSecond, 24));

      assertThat(refused.conflict())
          .containsExactly(
              new Requirement(Part.of("person", "ana"), Bound.EXACTLY, 40),
              new Requirement(inFirst, Bound.EXACTLY, 15),
              new Requirement(inSecond, Bound.EXACTLY, 24));
      assertThat(refused.confinements()).isEmpty();
    }

    @Test
    void aWeightOfNothingIsNamedWhereItIsTheCause() {
      InfeasibleDivisionException refused =
          refusal(
              byPersonAndMonth(100)
                  .weighing(new double[] {0, 1, 1, 1, 1, 1})
                  .exactly(Part.of("person", "ana"), 31)
                  .exactly(Part.of("month", "m2"), 30));

      assertThat(refused)
          .hasMessage(
              "of 100 in all, these cannot hold together: person=ana exactly 31; month=m2 exactly 30,"
                  + " where person=ana has a weight only at month [m2]");
    }

    @Test
    void thousandsOfTargetsThatAreACentTooManyAreToldByAddingUp() {
      ImmutableList<String> people =
          IntStream.range(0, 2_000)
              .mapToObj(at -> "p%04d".formatted(at))
              .collect(ImmutableList.toImmutableList());
      Division division = Division.of(2_000_000).along("person", people).along("month", MONTHS);
      people.forEach(
          person ->
              division.exactly(Part.of("person", person), person.equals("p0000") ? 1_001 : 1_000));

      InfeasibleDivisionException refused = refusal(division);

      assertThat(refused.conflict()).hasSize(2_000);
      assertThat(refused.getMessage()).hasSizeLessThan(1_000).endsWith("; and 1990 more");
    }

    @Test
    void whoHasNoWeightBesideCapsThatAreTooLowIsNamed() {
      assertThat(
              refusal(
                  Division.of(100)
                      .along("person", List.of("ana", "bob", "cleo"))
                      .weighing(new double[] {1, 0, 1})
                      .atMost(Part.of("person", "ana"), 30)
                      .atMost(Part.of("person", "cleo"), 60)))
          .hasMessage(
              "of 100 in all, these cannot hold together: person=ana at most 30; person=cleo at most"
                  + " 60, where person=bob has a weight nowhere");
    }

    @Test
    void weightsAreNotNamedWhereTheyAreNotTheCause() {
      assertThat(
              refusal(
                  byPersonAndMonth(100)
                      .weighing(new double[] {0, 1, 1, 1, 1, 1})
                      .atLeast(Part.of("person", "ana"), 101)))
          .hasMessage("of 100 in all, this cannot hold: person=ana at least 101");
    }

    @Test
    void aCellWithoutAWeightIsNamedAsTheCause() {
      assertThat(
              refusal(
                  byPersonAndMonth(100)
                      .weighing(new double[] {0, 1, 1, 1, 1, 1})
                      .exactly(Part.of("person", "ana").and("month", "m1"), 1)))
          .hasMessage(
              "of 100 in all, this cannot hold: person=ana, month=m1 exactly 1, where"
                  + " person=ana, month=m1 has a weight nowhere");
    }

    @Test
    void threeAxesThatCrossAreToldToo() {
      Division division =
          Division.of(10)
              .along("person", List.of("a", "b"))
              .along("product", List.of("x", "y"))
              .along("month", List.of("1", "2"))
              .atMost(Part.of("person", "a").and("product", "x"), 1)
              .atMost(Part.of("product", "x").and("month", "1"), 3)
              .atMost(Part.of("person", "b").and("month", "2"), 2)
              .atLeast(Part.of("product", "x"), 7);

      assertThat(refusal(division).conflict()).hasSize(4);
    }
  }

  /** The floor uses up the cap of what it is part of, so all the rest of it is 0. */
  @Test
  void whatPinsEverythingBesideItToNothingIsMet() {
    DividedTable table =
        Division.of(1_000_000)
            .along("person", List.of("ana", "bob"))
            .along("product", List.of("a", "b", "c", "d", "e"))
            .atLeast(Part.of("person", "ana").and("product", "c"), 200_000)
            .atMost(Part.of("product", "c"), 200_000)
            .divide();

    assertThat(table.isExact()).isTrue();
    assertThat(table.fit().isConverged()).isTrue();
    assertThat(table.sums("product"))
        .isEqualTo(ImmutableLongArray.of(200_000, 200_000, 200_000, 200_000, 200_000));
  }

  @Test
  void theLargestTotalIsDividedAsExactlyAsASmallOne() {
    DividedTable table =
        Division.of(Division.MOST)
            .along("person", List.of("ana", "bob", "cleo"))
            .weighing(new double[] {1, 2, 4})
            .exactly(Part.of("person", "bob"), 7)
            .divide();

    assertThat(table.amounts())
        .isEqualTo(ImmutableLongArray.of(199_999_999_999_999L, 7, 799_999_999_999_994L));
    assertThat(table.shares().length()).isEqualTo(3);
  }

  @Test
  void theWholeIsWhatItIsAlsoInUnitsThatDoNotDivideIt() {
    Division division = Division.of(27).along("person", List.of("ana", "bob")).inUnitsOf(5);

    assertThat(division.atLeast(Part.all(), 27).divide().amounts())
        .isEqualTo(ImmutableLongArray.of(17, 10));
    assertThatThrownBy(() -> division.atMost(Part.all(), 26).divide())
        .isInstanceOf(InfeasibleDivisionException.class)
        .hasMessage("of 27 in all, this cannot hold: all at most 26");
  }

  /** Rounding the axes one after another finds none, whatever their order. */
  @Test
  void aWholeTableIsFoundWhereEachAxisInTurnLeavesTheNextNoRoom() {
    DividedTable table =
        Division.of(4)
            .along("x", List.of("x0", "x1"))
            .along("y", List.of("y0", "y1", "y2", "y3"))
            .along("z", List.of("z0", "z1"))
            .weighing(new double[] {1, 3, 3, 0, 0, 3, 0, 0, 0, 0, 0, 3, 6, 0, 3, 0})
            .exactly(Part.of("x", "x0").and("y", "y2"), 0)
            .exactly(Part.of("x", "x1").and("y", "y0"), 0)
            .exactly(Part.of("x", "x1").and("y", "y3"), 0)
            .exactly(Part.of("z", "z0"), 1)
            .atMost(Part.of("x", "x0").and("y", "y0").and("z", "z0"), 0)
            .divide();

    assertThat(table.isExact()).isTrue();
    assertThat(table.sums("z")).isEqualTo(ImmutableLongArray.of(1, 3));
  }

  @Test
  void aTableTooLargeToHoldIsRefusedBySize() {
    List<String> many = IntStream.range(0, 60_000).mapToObj(String::valueOf).toList();
    assertThatThrownBy(() -> Division.of(1).along("person", many).along("customer", many).divide())
        .hasMessage(
            "60000 by 60000 places on [person, customer] make more cells than the 100000000 that can"
                + " be divided over");
  }

  @Test
  void whatIsNotInTheTableIsRefusedByName() {
    assertThatThrownBy(() -> byPersonAndMonth(1).exactly(Part.of("person", "zoe"), 1).divide())
        .hasMessage(
            "something is required of person=zoe, but the axis person has [ana, bob, cleo]");
    assertThatThrownBy(() -> byPersonAndMonth(1).exactly(Part.of("team", "emea"), 1).divide())
        .hasMessage("something is required of team=emea, but the axes are [person, month]");
    assertThatThrownBy(() -> byPersonAndMonth(1).weighing(new double[] {1}).divide())
        .hasMessage("there are 1 weights for 6 cells");
    assertThatThrownBy(() -> byPersonAndMonth(1).weighing(new double[6]).divide())
        .hasMessage("the weights are all 0; one above 0 is needed");
    assertThatThrownBy(() -> Division.of(-1))
        .hasMessage("the total is -1; from 0 to 1000000000000000 can be divided");
    assertThatThrownBy(() -> Division.of(1).divide())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1 is not divided along anything yet");
    assertThatThrownBy(() -> Division.of(1).along("person", ImmutableList.of("a", "a")))
        .hasMessage("the axis person has the places [a, a]; each may be named once");
  }

  @Test
  void nothingToDivideIsNothingForAnybody() {
    assertThat(byPersonAndMonth(0).divide().amounts().stream().sum()).isZero();
  }
}
