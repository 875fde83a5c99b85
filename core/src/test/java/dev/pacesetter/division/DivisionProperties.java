package dev.pacesetter.division;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.division.Requirement.Bound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/**
 * Whatever the weights and requirements: what is required is met, everything adds up, and
 * everything that was rounded is the floor or the ceiling of its share.
 */
class DivisionProperties {

  private static final ImmutableList<Bound> BOUNDS = ImmutableList.copyOf(Bound.values());

  /** A table with some whole solution, of which requirements are taken, so that they can be met. */
  private static final class Instance {
    final Random chance;
    final List<String> axes = new ArrayList<>();
    final List<List<String>> places = new ArrayList<>();
    final Grid grid;
    final double[] weights;
    final long[] solution;
    final List<Requirement> requirements = new ArrayList<>();

    Instance(long seed, int[] sizes, double zeros, int most) {
      chance = new Random(seed);
      grid = new Grid(sizes);
      for (int axis = 0; axis < sizes.length; axis++) {
        String name = "axis" + axis;
        axes.add(name);
        places.add(
            IntStream.range(0, sizes[axis]).mapToObj(at -> name + "-%02d".formatted(at)).toList());
      }
      weights = new double[grid.cells()];
      solution = new long[grid.cells()];
      for (int cell = 0; cell < weights.length; cell++) {
        boolean isOpen = cell == 0 || chance.nextDouble() >= zeros;
        weights[cell] = isOpen ? Math.exp(chance.nextGaussian() * 2) : 0;
        solution[cell] = isOpen ? chance.nextLong(most + 1L) : 0;
      }
    }

    Instance requiring(int count, int[] masks) {
      for (int one = 0; one < count; one++) {
        int mask = masks[chance.nextInt(masks.length)];
        int cell = chance.nextInt(grid.cells());
        ImmutableMap.Builder<String, String> part = ImmutableMap.builder();
        for (int axis = 0; axis < grid.axes(); axis++) {
          if (Grid.isIn(axis, mask)) {
            part.put(axes.get(axis), places.get(axis).get(grid.place(cell, axis)));
          }
        }
        long sum = grid.sums(solution, mask)[grid.groupsOfCells(mask)[cell]];
        Bound bound = BOUNDS.get(chance.nextInt(BOUNDS.size()));
        long slack = chance.nextInt(3);
        requirements.add(
            new Requirement(
                new Part(part.buildOrThrow()),
                bound,
                switch (bound) {
                  case EXACTLY -> sum;
                  case AT_LEAST -> Math.max(0, sum - slack);
                  case AT_MOST -> sum + slack;
                }));
      }
      return this;
    }

    long total() {
      return Arrays.stream(solution).sum();
    }

    Division division() {
      Division division = Division.of(total()).weighing(weights);
      for (int axis = 0; axis < axes.size(); axis++) {
        division.along(axes.get(axis), places.get(axis));
      }
      requirements.forEach(division::requiring);
      return division;
    }
  }

  @Property(tries = 500)
  void requirementsAlongSingleAxesAndOfCellsAreMet(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int rows,
      @ForAll @IntRange(min = 1, max = 5) int columns,
      @ForAll @IntRange(min = 1, max = 4) int layers,
      @ForAll @IntRange(min = 0, max = 5) int count) {
    Instance one = new Instance(seed, new int[] {rows, columns, layers}, 0, 40);
    one.requiring(count, new int[] {1, 2, 4});

    assertKept(one, one.division().divide());
  }

  @Property(tries = 500)
  void twoAxesKeepRequirementsOfAnyKind(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int rows,
      @ForAll @IntRange(min = 1, max = 7) int columns,
      @ForAll @IntRange(min = 0, max = 8) int count) {
    Instance one = new Instance(seed, new int[] {rows, columns}, 0.2, 9);
    one.requiring(count, new int[] {1, 2, 3});

    assertKept(one, one.division().divide());
  }

  @Property(tries = 200)
  void fourAxesAddUp(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int size,
      @ForAll @IntRange(min = 0, max = 3) int count) {
    Instance one = new Instance(seed, new int[] {size + 1, size, 2, 3}, 0, 25);
    one.requiring(count, new int[] {1, 2, 4, 8, 12});

    assertKept(one, one.division().divide());
  }

  @Property(tries = 200)
  void theOrderOfPlacesMakesNoDifferenceEvenBetweenEquals(
      @ForAll long seed, @ForAll @LongRange(min = 1, max = 100_000) long total) {
    Random chance = new Random(seed);
    List<String> people = new ArrayList<>(List.of("ana", "bob", "cleo", "dan", "eve"));
    List<String> months = List.of("m1", "m2", "m3");
    DividedTable sorted =
        Division.of(total).along("person", people).along("month", months).divide();
    Collections.shuffle(people, chance);

    DividedTable shuffled =
        Division.of(total).along("person", people).along("month", months).divide();

    for (String person : people) {
      for (String month : months) {
        Part part = Part.of("person", person).and("month", month);
        assertThat(shuffled.amount(part)).isEqualTo(sorted.amount(part));
      }
    }
  }

  @Property(tries = 200)
  void amountsAreWholeUnitsAndTheRestIsInOneCell(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 10_000_000) long total,
      @ForAll @IntRange(min = 1, max = 500) int unit) {
    Random chance = new Random(seed);
    DividedTable table =
        Division.of(total)
            .along("person", List.of("a", "b", "c"))
            .along("product", List.of("x", "y"))
            .weighing(chance.doubles(6, 0.01, 1).toArray())
            .inUnitsOf(unit)
            .divide();

    assertThat(table.amounts().stream().sum()).isEqualTo(total);
    assertThat(table.amounts().stream().filter(amount -> amount % unit != 0).count())
        .isLessThanOrEqualTo(1);
  }

  @Property(tries = 200)
  void cellsAreNothingOrALot(
      @ForAll long seed,
      @ForAll @LongRange(min = 100, max = 100_000) long total,
      @ForAll @IntRange(min = 1, max = 90) int lot) {
    Random chance = new Random(seed);
    DividedTable table =
        Division.of(total)
            .along("person", List.of("a", "b", "c", "d"))
            .along("product", List.of("x", "y", "z"))
            .weighing(chance.doubles(12, 0, 1).map(weight -> weight * weight * weight).toArray())
            .inLotsOf(lot)
            .divide();

    assertThat(table.amounts().stream().sum()).isEqualTo(total);
    assertThat(table.amounts().stream()).allMatch(amount -> amount == 0 || amount >= lot);
  }

  /**
   * Nothing may be left out of a conflict: without any one of its requirements the rest can hold.
   */
  @Property(tries = 300)
  void aConflictIsMinimal(@ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int count) {
    Instance one = new Instance(seed, new int[] {4, 3, 3}, 0.2, 9);
    one.requiring(count, new int[] {1, 2, 4, 3, 7});
    long more = 1L + one.chance.nextInt(5);
    List<Requirement> asked = new ArrayList<>(one.requirements);
    for (int at = 0; at < asked.size(); at++) {
      Requirement before = asked.get(at);
      if (one.chance.nextBoolean()) {
        asked.set(at, new Requirement(before.part(), before.bound(), before.amount() + more));
      }
    }
    one.requirements.clear();
    one.requirements.addAll(asked);
    InfeasibleDivisionException refused = refusal(one);
    if (refused == null || refused.conflict().isEmpty()) {
      return;
    }
    one.requirements.clear();
    one.requirements.addAll(refused.conflict());
    assertThat(refusal(one)).isNotNull();
    for (Requirement left : refused.conflict()) {
      one.requirements.clear();
      one.requirements.addAll(refused.conflict());
      one.requirements.remove(left);
      InfeasibleDivisionException still = refusal(one);
      assertThat(still == null || still.conflict().isEmpty()).isTrue();
    }
  }

  private static @Nullable InfeasibleDivisionException refusal(Instance one) {
    try {
      one.division().divide();
      return null;
    } catch (InfeasibleDivisionException refused) {
      return refused;
    }
  }

  /** Three pairs of axes held at what some whole table has. */
  @Property(tries = 60)
  void sumsAlongAllPairsOfThreeAxesAreFoundInTablesOfSomeSize(@ForAll long seed) {
    Instance one = new Instance(seed, new int[] {12, 6, 5}, 0, 60);
    for (int mask : new int[] {3, 5, 6}) {
      long[] sums = one.grid.sums(one.solution, mask);
      for (int cell = 0; cell < one.grid.cells(); cell++) {
        ImmutableMap.Builder<String, String> part = ImmutableMap.builder();
        for (int axis = 0; axis < 3; axis++) {
          if (Grid.isIn(axis, mask)) {
            part.put(one.axes.get(axis), one.places.get(axis).get(one.grid.place(cell, axis)));
          }
        }
        Requirement held =
            new Requirement(
                new Part(part.buildOrThrow()),
                Bound.EXACTLY,
                sums[one.grid.groupsOfCells(mask)[cell]]);
        if (!one.requirements.contains(held)) {
          one.requirements.add(held);
        }
      }
    }

    assertKept(one, one.division().divide());
  }

  /** Whole weights, so that remainders often tie. */
  @Property(tries = 500)
  void oneAxisIsDividedAsOneNumberIs(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int total) {
    Random chance = new Random(seed);
    double[] weights = IntStream.range(0, 5).mapToDouble(at -> 1 + chance.nextInt(20)).toArray();

    assertThat(
            Division.of(total)
                .along("person", List.of("a", "b", "c", "d", "e"))
                .weighing(weights)
                .divide()
                .amounts()
                .toArray())
        .containsExactly(Apportionment.largestRemainder(total, weights));
  }

  /** Small tables with many cells that must stay 0, and requirements of any kind. */
  @Property(tries = 1_000)
  void whereSomeWholeTableExistsOneIsFound(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int rows,
      @ForAll @IntRange(min = 1, max = 4) int columns,
      @ForAll @IntRange(min = 1, max = 3) int layers,
      @ForAll @IntRange(min = 0, max = 8) int count) {
    Instance one = new Instance(seed, new int[] {rows, columns, layers}, 0.55, 2);
    one.requiring(count, new int[] {1, 2, 3, 4, 5, 6, 7});

    DividedTable table = one.division().divide();

    assertThat(table.unmet()).isEmpty();
    assertThat(table.amounts().stream().sum()).isEqualTo(one.total());
  }

  /** Amounts of any size, where what is required often leaves other parts nothing. */
  @Property(tries = 500)
  void whatNestedPartsRequireIsMetAtAnySize(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int rows,
      @ForAll @IntRange(min = 1, max = 4) int columns,
      @ForAll @IntRange(min = 0, max = 8) int count,
      @ForAll @IntRange(min = 1, max = 12) int digits) {
    Instance one = new Instance(seed, new int[] {rows, columns}, 0.3, 2);
    long by = 1 + (long) (one.chance.nextDouble() * Math.pow(10, digits));
    Arrays.setAll(one.solution, cell -> one.solution[cell] * by);
    one.requiring(count, new int[] {1, 2, 3});

    DividedTable table = one.division().divide();

    assertThat(table.unmet()).isEmpty();
    assertThat(table.amounts().stream().sum()).isEqualTo(one.total());
    assertThat(table.shares().length()).isEqualTo(one.grid.cells());
  }

  /** Whole deals over a history in which most people sold few of the products, and seldom. */
  @Property(tries = 100)
  void tablesWithFewDealsAndManyZerosHoldWhatTwoFamiliesOfSumsHold(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 12) int people,
      @ForAll @IntRange(min = 2, max = 15) int products) {
    Instance one = new Instance(seed, new int[] {people, products, 12}, 0.95, 1);

    DividedTable table = one.division().divide();

    assertKept(one, table);
    String first = table.hierarchy().get(0);
    assertThat(table.level(List.of(first))).isPresent();
    assertThat(table.level(List.of(first, table.hierarchy().get(1)))).isPresent();
  }

  /** Whole weights, so that remainders often tie, also after scaling. */
  @Property(tries = 500)
  void everyAxisOfSeveralIsDividedAsOneNumberIs(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int total) {
    Random chance = new Random(seed);
    List<String> people = List.of("a", "b", "c", "d", "e");
    double[] weights = IntStream.range(0, 30).mapToDouble(at -> 1 + chance.nextInt(4)).toArray();
    Grid grid = new Grid(5, 2, 3);
    DividedTable table =
        Division.of(total)
            .along("person", people)
            .along("product", List.of("x", "y"))
            .along("month", List.of("1", "2", "3"))
            .weighing(weights)
            .divide();

    assertThat(table.sums("person").toArray())
        .containsExactly(Apportionment.largestRemainder(total, grid.sums(weights, 1)));
    assertThat(table.sums("product").toArray())
        .containsExactly(Apportionment.largestRemainder(total, grid.sums(weights, 2)));
    assertThat(table.sums("month").toArray())
        .containsExactly(Apportionment.largestRemainder(total, grid.sums(weights, 4)));
  }

  @Property(tries = 500)
  void whatAHeldAmountLeavesIsDividedAsOneNumberIs(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int total,
      @ForAll @IntRange(min = 0, max = 200) int held) {
    Random chance = new Random(seed);
    double[] weights = IntStream.range(0, 5).mapToDouble(at -> 1 + chance.nextInt(9)).toArray();
    double[] others = weights.clone();
    others[0] = 0;
    long[] expected = Apportionment.largestRemainder(total, others);
    expected[0] = held;

    assertThat(
            Division.of(total + (long) held)
                .along("person", List.of("a", "b", "c", "d", "e"))
                .weighing(weights)
                .exactly(Part.of("person", "a"), held)
                .divide()
                .amounts()
                .toArray())
        .containsExactly(expected);
  }

  /** All three pairs of axes asked for at once, which no rounding order holds. */
  @Property(tries = 100)
  void whereAllPairsAreAskedForNothingElseSuffers(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int size) {
    Instance one = new Instance(seed, new int[] {size + 2, size, size}, 0, 300);
    DividedTable table =
        one.division()
            .rounding("axis0", "axis1")
            .rounding("axis0", "axis2")
            .rounding("axis1", "axis2")
            .divide();

    assertKept(one, table);
  }

  private static void assertKept(Instance one, DividedTable table) {
    long[] amounts = table.amounts().toArray();
    assertThat(table.unmet()).isEmpty();
    assertThat(Arrays.stream(amounts).sum()).isEqualTo(one.total());
    for (Requirement required : one.requirements) {
      assertThat(required.isMetBy(table.amount(required.part())))
          .as("%s: %s", required, table.amount(required.part()))
          .isTrue();
    }
    for (int cell = 0; cell < amounts.length; cell++) {
      assertThat(amounts[cell]).isGreaterThanOrEqualTo(0);
      assertThat(one.weights[cell] > 0 || amounts[cell] == 0).isTrue();
    }
    assertThat(table.level(one.axes)).isPresent();
    for (DividedTable.Level level : table.levels()) {
      ImmutableList<Long> sums =
          ImmutableList.copyOf(table.sums(level.axes().toArray(new String[0])).asList());
      for (int group = 0; group < sums.size(); group++) {
        double share = level.shares().get(group);
        assertThat(Math.abs(sums.get(group) - share)).isLessThan(1 + 1e-6);
      }
    }
  }
}
