package dev.pacesetter.plan.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the curves and limits: nothing tried out by hand is better. */
class ConcentrationProperties {

  @Property(tries = 300)
  void nothingBeatsTheBestInLotsNorItsBound(
      @ForAll @IntRange(min = 1, max = 4) int alternatives,
      @ForAll @IntRange(min = 0, max = 24) int budget,
      @ForAll @IntRange(min = 1, max = 4) int lot,
      @ForAll long seed) {
    Random chance = new Random(seed);
    ImmutableList<Alternative> all =
        IntStream.range(0, alternatives)
            .mapToObj(at -> alternative("a" + at, budget / alternatives, chance))
            .collect(ImmutableList.toImmutableList());
    Allocation best = Concentration.of(budget).over(all).inLotsOf(lot).best();

    assertThat(best.lines().stream().mapToLong(AllocationLine::amount).sum() + best.unspent())
        .isEqualTo(budget);
    for (int at = 0; at < alternatives; at++) {
      assertThat(best.lines().get(at).amount()).isBetween(all.get(at).least(), all.get(at).most());
      assertThat((best.lines().get(at).amount() - all.get(at).least()) % lot).isZero();
    }
    double inLots = bruteForce(all, 0, budget, lot);
    double inUnits = bruteForce(all, 0, budget, 1);
    assertThat(best.response()).isCloseTo(inLots, within(1e-9 * (1 + inLots)));
    assertThat(best.best()).isGreaterThanOrEqualTo(inUnits);
    assertThat(best.shortfall()).isBetween(0.0, 1.0);
    assertThat(best.response()).isGreaterThanOrEqualTo(inUnits * (1 - best.shortfall()) - 1e-9);
  }

  @Property(tries = 100)
  void theBoundIsTightWhereUnitsAreFine(
      @ForAll @IntRange(min = 2, max = 5) int alternatives, @ForAll long seed) {
    Random chance = new Random(seed);
    ImmutableList<Alternative> all =
        IntStream.range(0, alternatives)
            .mapToObj(at -> Alternative.of("a" + at, curve(chance, 1_000_000)))
            .collect(ImmutableList.toImmutableList());
    Allocation best = Concentration.of(1_000_000).over(all).best();
    assertThat(best.shortfall()).isBetween(0.0, 1e-4);
  }

  @Property(tries = 100)
  void moreBudgetNeverReturnsLessAndEachUnitAtMostAsMuchAsTheOneBefore(
      @ForAll @IntRange(min = 1, max = 4) int alternatives, @ForAll long seed) {
    Random chance = new Random(seed);
    ImmutableList<Alternative> all =
        IntStream.range(0, alternatives)
            .mapToObj(at -> Alternative.of("a" + at, curve(chance, 30)))
            .collect(ImmutableList.toImmutableList());
    double before = 0;
    double gain = Double.POSITIVE_INFINITY;
    for (int budget = 1; budget <= 30; budget++) {
      double response = Concentration.of(budget).over(all).best().response();
      assertThat(response - before).isBetween(-1e-9, gain + 1e-9);
      gain = response - before;
      before = response;
    }
  }

  private static Alternative alternative(String id, int room, Random chance) {
    int least = chance.nextInt(room + 1);
    return Alternative.of(id, curve(chance, 10)).between(least, least + chance.nextInt(20));
  }

  private static ResponseCurve curve(Random chance, double scale) {
    double a = Math.exp(chance.nextGaussian() * 2);
    return switch (chance.nextInt(3)) {
      case 0 -> ResponseCurve.power(a, 0.05 + 0.9 * chance.nextDouble());
      case 1 -> ResponseCurve.saturating(a, scale * (0.05 + chance.nextDouble()));
      default -> {
        double first = 1 + chance.nextInt((int) scale);
        double steep = chance.nextDouble();
        yield ResponseCurve.through(
            new double[] {first, first + scale},
            new double[] {a * first, a * (first + steep * scale)});
      }
    };
  }

  /** Tries every allocation. */
  private static double bruteForce(ImmutableList<Alternative> all, int at, long left, long lot) {
    if (at == all.size()) {
      return 0;
    }
    Alternative alternative = all.get(at);
    long reserved = all.stream().skip(at + 1).mapToLong(Alternative::least).sum();
    double best = Double.NEGATIVE_INFINITY;
    for (long amount = alternative.least();
        amount <= Math.min(alternative.most(), left - reserved);
        amount += lot) {
      best =
          Math.max(
              best,
              alternative.response().value((double) amount)
                  + bruteForce(all, at + 1, left - amount, lot));
    }
    return best;
  }
}
