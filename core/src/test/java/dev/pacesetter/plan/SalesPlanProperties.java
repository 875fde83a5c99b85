package dev.pacesetter.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever the weights, the presence of people and the targets: it adds up. */
class SalesPlanProperties {

  /** People of whom some come late or leave early, products, and weights over several powers. */
  private static final class Case {
    final ImmutableList<Person> people;
    final ImmutableList<Product> products;
    final double[][] weight;
    final Random chance;

    Case(int people, int products, long seed, boolean comings) {
      chance = new Random(seed);
      this.people =
          Stream.concat(
                  Stream.of(Person.of("p00", "Always there")),
                  IntStream.range(1, people)
                      .mapToObj(
                          at ->
                              comings
                                  ? somebody("p%02d".formatted(at))
                                  : Person.of("p%02d".formatted(at), "x")))
              .collect(ImmutableList.toImmutableList());
      this.products =
          IntStream.range(0, products)
              .mapToObj(at -> Product.of("q%02d".formatted(at), "Product"))
              .collect(ImmutableList.toImmutableList());
      weight = new double[people][products];
      for (double[] row : weight) {
        Arrays.setAll(row, at -> Math.exp(chance.nextGaussian() * 3));
      }
    }

    private Person somebody(String id) {
      Person person = Person.of(id, "Somebody");
      return switch (chance.nextInt(4)) {
        case 0 -> person.since(LocalDate.of(2026, 6, 1).plusDays(chance.nextInt(110)));
        case 1 -> person.until(LocalDate.of(2026, 7, 5).plusDays(chance.nextInt(110)));
        default -> person;
      };
    }

    Decomposition plan(long total) {
      return SalesPlan.forGoal(Plans.goal(total))
          .acrossPeople(people)
          .acrossProducts(products)
          .acrossMonths(Plans.CALENDAR)
          .weightedBy(
              Weights.given(
                  (person, product, month) ->
                      weight[number(person.id())][number(product.id())]
                          * month.start().getMonthValue()));
    }

    static int number(String id) {
      return Integer.parseInt(id.substring(1));
    }
  }

  @Property(tries = 300)
  void everyMarginIsExactAndEveryCellWithinOneUnitOfItsShare(
      @ForAll @IntRange(min = 1, max = 12) int people,
      @ForAll @IntRange(min = 1, max = 6) int products,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long total,
      @ForAll long seed) {
    Case one = new Case(people, products, seed, true);

    SalesPlan plan = one.plan(total).decompose();

    assertAddsUp(plan, total);
    assertWithinOneUnit(plan);
    assertNothingForTheAbsent(plan);
  }

  @Property(tries = 300)
  void smallCountsKeepTheSamePromises(
      @ForAll @IntRange(min = 1, max = 9) int people,
      @ForAll @IntRange(min = 1, max = 4) int products,
      @ForAll @LongRange(min = 1, max = 12) long total,
      @ForAll long seed) {
    SalesPlan plan = new Case(people, products, seed, true).plan(total).decompose();

    assertAddsUp(plan, total);
    assertWithinOneUnit(plan);
    assertNothingForTheAbsent(plan);
  }

  /** Given targets taken from a plan that exists, so that together they can be met. */
  @Property(tries = 300)
  void givenTargetsAreHeld(
      @ForAll @IntRange(min = 1, max = 8) int people,
      @ForAll @IntRange(min = 1, max = 5) int products,
      @ForAll @LongRange(min = 1, max = 100_000) long total,
      @ForAll long seed) {
    Case one = new Case(people, products, seed, true);
    SalesPlan other =
        SalesPlan.forGoal(Plans.goal(total))
            .acrossPeople(one.people)
            .acrossProducts(one.products)
            .acrossMonths(Plans.CALENDAR)
            .decompose();
    Decomposition decomposition = one.plan(total);
    Random chance = new Random(seed + 1);
    List<String> heldPeople = some(other.people(), chance);
    List<String> heldProducts = some(other.products(), chance);
    List<String> heldMonths =
        some(other.months().stream().map(month -> month.name()).toList(), chance);
    heldPeople.forEach(id -> decomposition.withPersonTarget(id, other.ofPerson(id)));
    heldProducts.forEach(id -> decomposition.withProductTarget(id, other.ofProduct(id)));
    heldMonths.forEach(name -> decomposition.withMonthTarget(name, other.ofMonth(name)));

    SalesPlan plan = decomposition.decompose();

    heldPeople.forEach(id -> assertThat(plan.ofPerson(id)).isEqualTo(other.ofPerson(id)));
    heldProducts.forEach(id -> assertThat(plan.ofProduct(id)).isEqualTo(other.ofProduct(id)));
    heldMonths.forEach(name -> assertThat(plan.ofMonth(name)).isEqualTo(other.ofMonth(name)));
    assertAddsUp(plan, total);
    assertWithinOneUnit(plan);
    assertNothingForTheAbsent(plan);
  }

  @Property(tries = 100)
  void theOrderOfPeopleChangesNobodysTotal(
      @ForAll @IntRange(min = 2, max = 8) int people,
      @ForAll @LongRange(min = 1, max = 1_000_000_000L) long total,
      @ForAll long seed) {
    Case one = new Case(people, 3, seed, false);
    SalesPlan plan = one.plan(total).decompose();

    SalesPlan reversed = one.plan(total).acrossPeople(Lists.reverse(one.people)).decompose();

    for (String person : plan.people()) {
      assertThat(reversed.ofPerson(person)).isEqualTo(plan.ofPerson(person));
    }
  }

  @Property(tries = 50)
  void theSameInputGivesTheSamePlan(
      @ForAll @LongRange(min = 1, max = 1_000_000_000L) long total, @ForAll long seed) {
    assertThat(new Case(6, 4, seed, true).plan(total).decompose())
        .isEqualTo(new Case(6, 4, seed, true).plan(total).decompose());
  }

  private static List<String> some(List<String> names, Random chance) {
    return names.stream().filter(name -> chance.nextInt(3) > 0).toList();
  }

  private static void assertAddsUp(SalesPlan plan, long total) {
    assertThat(plan.amounts().stream().allMatch(amount -> amount >= 0)).isTrue();
    assertThat(plan.amounts().stream().sum()).isEqualTo(total);
    assertThat(plan.people().stream().mapToLong(plan::ofPerson).sum()).isEqualTo(total);
    assertThat(plan.products().stream().mapToLong(plan::ofProduct).sum()).isEqualTo(total);
    assertThat(plan.months().stream().mapToLong(month -> plan.ofMonth(month.name())).sum())
        .isEqualTo(total);
  }

  /** Floor or ceiling; a share within 1e-7 of a whole amount counts as that amount. */
  private static void assertWithinOneUnit(SalesPlan plan) {
    for (String person : plan.people()) {
      for (String product : plan.products()) {
        for (var month : plan.months()) {
          PlanReason why = plan.cell(person, product, month.name()).why();
          assertThat(why.portions()).hasSize(3);
          why.portions().forEach(SalesPlanProperties::assertIsFloorOrCeiling);
        }
      }
    }
  }

  private static void assertIsFloorOrCeiling(PlanReason.Portion portion) {
    double slack = 1.001e-7 + Math.ulp(portion.share());
    assertThat((double) portion.amount())
        .isBetween(Math.floor(portion.share() - slack) + 0.0, Math.ceil(portion.share() + slack));
  }

  private static void assertNothingForTheAbsent(SalesPlan plan) {
    for (int cell = 0; cell < plan.amounts().length(); cell++) {
      if (plan.weights().get(cell) == 0) {
        assertThat(plan.amounts().get(cell)).isZero();
      }
    }
  }
}
