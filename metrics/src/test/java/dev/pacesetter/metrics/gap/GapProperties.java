package dev.pacesetter.metrics.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GapProperties {
  private static final List<String> NAMES =
      List.of("count", "rate", "value", "kept", "pace", "visits", "size", "share");

  /** Cells of which some are on one side only, with drivers that are often as planned. */
  private static DriverCells[] random(int drivers, int cells, long seed, List<Integer> order) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] names = order.stream().map(NAMES::get).toArray(String[]::new);
    DriverCells.Builder plan = DriverCells.over(names);
    DriverCells.Builder actual = DriverCells.over(names);
    for (int cell = 0; cell < cells; cell++) {
      double[] before = new double[drivers];
      double[] after = new double[drivers];
      for (int driver = 0; driver < drivers; driver++) {
        before[driver] = random.nextInt(5) == 0 ? 0 : random.nextDouble() * 20;
        after[driver] = random.nextInt(3) == 0 ? before[driver] : random.nextDouble() * 20;
      }
      int side = random.nextInt(6);
      if (side != 0) {
        plan.add("cell " + cell, permuted(before, order));
      }
      if (side != 1) {
        actual.add("cell " + cell, permuted(after, order));
      }
    }
    return new DriverCells[] {plan.build(), actual.build()};
  }

  private static double[] permuted(double[] values, List<Integer> order) {
    return order.stream().mapToDouble(index -> values[index]).toArray();
  }

  private static List<Integer> given(int drivers) {
    return IntStream.range(0, drivers).boxed().toList();
  }

  @Property
  void partsAddUpToTheDifferenceInEveryCellGroupAndTotal(
      @ForAll @IntRange(min = 1, max = 8) int drivers,
      @ForAll @IntRange(min = 0, max = 12) int cells,
      @ForAll long seed) {
    DriverCells[] sides = random(drivers, cells, seed, given(drivers));
    Gap gap = Gap.between(sides[0], sides[1]);
    List<GapLine> groups = gap.by(name -> name.substring(0, 6));
    List<GapLine> all = new ArrayList<>(gap.cells());
    all.addAll(groups);
    all.add(gap.total());

    for (GapLine line : all) {
      long parts = line.parts().values().stream().mapToLong(Long::longValue).sum();
      assertThat(parts + line.appeared() - line.disappeared()).isEqualTo(line.difference());
    }
    assertThat(groups.stream().mapToLong(GapLine::difference).sum())
        .isEqualTo(gap.total().difference());
    assertThat(groups.stream().mapToLong(GapLine::cells).sum()).isEqualTo(gap.cells().size());
  }

  @Property
  void theOrderOfDriversAndRowsDoesNotMatter(
      @ForAll @IntRange(min = 1, max = 8) int drivers,
      @ForAll @IntRange(min = 0, max = 12) int cells,
      @ForAll long seed) {
    DriverCells[] sides = random(drivers, cells, seed, given(drivers));
    List<Integer> order = new ArrayList<>(given(drivers));
    Collections.shuffle(order, new Random(seed));
    DriverCells[] other = random(drivers, cells, seed, order);

    assertThat(Gap.between(other[0], other[1]).cells())
        .isEqualTo(Gap.between(sides[0], sides[1]).cells());
    assertThat(Gap.between(reversed(sides[0]), sides[1]).cells())
        .isEqualTo(Gap.between(sides[0], sides[1]).cells());
    if (drivers == 2) {
      String quantity = sides[0].drivers().get(0);
      assertThat(Gap.priceVolumeMix(reversed(sides[0]), reversed(sides[1]), quantity).cells())
          .isEqualTo(Gap.priceVolumeMix(sides[0], sides[1], quantity).cells());
    }
  }

  private static DriverCells reversed(DriverCells cells) {
    DriverCells.Builder reversed = DriverCells.over(cells.drivers().toArray(String[]::new));
    for (int i = cells.cells().size() - 1; i >= 0; i--) {
      reversed.add(cells.cells().get(i), cells.row(i));
    }
    return reversed.build();
  }

  @Property
  void aDriverAsPlannedGetsNothing(
      @ForAll @IntRange(min = 1, max = 8) int drivers, @ForAll long seed) {
    DriverCells[] sides = random(drivers, 12, seed, given(drivers));
    for (GapLine line : Gap.between(sides[0], sides[1]).cells()) {
      int before = sides[0].cells().indexOf(line.name());
      int after = sides[1].cells().indexOf(line.name());
      for (int driver = 0; driver < drivers; driver++) {
        boolean unchanged =
            before < 0 || after < 0 || sides[0].row(before)[driver] == sides[1].row(after)[driver];
        if (unchanged) {
          assertThat(line.part(sides[0].drivers().get(driver))).isZero();
        }
      }
    }
  }

  @Property
  void comparedTheOtherWayRoundEveryPartIsItsNegative(
      @ForAll @IntRange(min = 1, max = 8) int drivers, @ForAll long seed) {
    DriverCells[] sides = random(drivers, 6, seed, given(drivers));
    Gap there = Gap.between(sides[0], sides[1]);
    Gap back = Gap.between(sides[1], sides[0]);
    for (int i = 0; i < there.cells().size(); i++) {
      GapLine one = there.cells().get(i);
      GapLine other = back.cells().get(i);
      assertThat(other.difference()).isEqualTo(-one.difference());
      one.parts()
          .forEach(
              (driver, part) ->
                  assertThat(other.part(driver))
                      .isCloseTo(-part, within(1L + Math.abs(part) / 1_000_000_000)));
    }
  }

  @Property
  void driversThatChangeAlikeGetTheSamePartToTheUnit(
      @ForAll @IntRange(min = 0, max = 1000) int before,
      @ForAll @IntRange(min = 0, max = 1000) int after,
      @ForAll @IntRange(min = 1, max = 1000) int value) {
    DriverCells plan = DriverCells.over("a", "b", "c").add("x", before, before, value).build();
    DriverCells actual = DriverCells.over("a", "b", "c").add("x", after, after, 3).build();

    ImmutableMap<String, Long> parts = Gap.between(plan, actual).total().parts();

    assertThat(parts.get("a")).isCloseTo(parts.get("b"), within(1L));
  }

  @Property
  void agreesWithTheDefinitionOverAllSetsOfDrivers(
      @ForAll @IntRange(min = 1, max = 8) int drivers, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] plan = random.doubles(drivers, 0, 3).toArray();
    double[] actual = random.doubles(drivers, 0, 3).toArray();
    double[] parts = Shapley.parts(plan, actual);

    for (int d = 0; d < drivers; d++) {
      double expected = 0;
      for (int set = 0; set < 1 << drivers; set++) {
        if ((set >> d & 1) == 0) {
          int size = Integer.bitCount(set);
          double weight = 1.0 / drivers;
          for (int i = 1; i <= size; i++) { // size!·(k-1-size)!/k!
            weight *= i / (double) (drivers - i);
          }
          expected += weight * (product(plan, actual, set | 1 << d) - product(plan, actual, set));
        }
      }
      assertThat(parts[d]).isEqualTo(expected, within(1e-9));
    }
    assertThat(Arrays.stream(parts).sum())
        .isEqualTo(Shapley.product(actual) - Shapley.product(plan), within(1e-9));
  }

  private static double product(double[] plan, double[] actual, int changed) {
    double product = 1;
    for (int i = 0; i < plan.length; i++) {
      product *= (changed >> i & 1) == 1 ? actual[i] : plan[i];
    }
    return product;
  }

  @Property
  void priceVolumeAndMixAddUpInEveryCell(
      @ForAll @IntRange(min = 0, max = 9) int n, @ForAll long seed) {
    DriverCells[] sides = random(2, n, seed, given(2));
    Gap gap = Gap.priceVolumeMix(sides[0], sides[1], sides[0].drivers().get(0));

    for (GapLine line : gap.cells()) {
      long parts = line.parts().values().stream().mapToLong(Long::longValue).sum();
      assertThat(parts + line.appeared() - line.disappeared()).isEqualTo(line.difference());
    }
  }
}
