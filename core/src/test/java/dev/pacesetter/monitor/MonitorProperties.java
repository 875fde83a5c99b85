package dev.pacesetter.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever is sold by whomever: nothing is lost, and the parts make up the whole. */
class MonitorProperties {

  @Property(tries = 200)
  void thePartsAndTheUnplannedMakeUpTheWholeToTheCent(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 0, max = 60) int sales,
      @ForAll @IntRange(min = -5, max = 100) int days,
      @ForAll @LongRange(min = 1, max = 10_000_000) long target) {
    PaceReport report = report(seed, sales, days, target);

    assertThat(sum(report.people()) + report.withoutPerson()).isEqualTo(report.whole().actual());
    assertThat(sum(report.products()) + report.withoutProduct()).isEqualTo(report.whole().actual());
    assertThat(sum(report.cells()) + report.unplanned().stream().mapToLong(Unplanned::actual).sum())
        .isEqualTo(report.whole().actual());
    assertThat(report.people().stream().mapToLong(Pace::target).sum()).isEqualTo(target);
    assertThat(report.products().stream().mapToLong(Pace::target).sum()).isEqualTo(target);
    assertThat(report.people().stream().mapToDouble(Pace::planned).sum())
        .isCloseTo(report.whole().planned(), within(1e-6));
  }

  @Property(tries = 100)
  void theCurveEndsWhereThePaceStands(
      @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 0, max = 91) int days) {
    PaceReport report = report(seed, 30, days, 660_000);

    for (Scope scope : new Scope[] {Scope.company(), Scope.person("p1"), Scope.team("north")}) {
      PaceCurve curve = report.curve(scope);
      Pace pace = report.of(scope);
      assertThat(curve.actual().get(days)).isEqualTo(pace.actual());
      assertThat(curve.planned().get(days)).isCloseTo(pace.planned(), within(1e-6));
      assertThat(curve.planned().get(91)).isCloseTo((double) pace.target(), within(1e-6));
      for (int day = 1; day < 92; day++) {
        assertThat(curve.planned().get(day)).isGreaterThanOrEqualTo(curve.planned().get(day - 1));
      }
    }
  }

  @Property(tries = 30)
  void theSameInputGivesTheSameFindings(@ForAll @LongRange(min = 0) long seed) {
    assertThat(report(seed, 40, 50, 100_000).findings())
        .isEqualTo(report(seed, 40, 50, 100_000).findings());
  }

  private static PaceReport report(long seed, int sales, int days, long target) {
    Random chance = new Random(seed);
    Quarter quarter = new Quarter(4, 3);
    String[] people = {"p0", "p1", "p2", "p3", "stranger", null};
    String[] products = {"q0", "q1", "q2", "gadget", null};
    LocalDate start = LocalDate.of(2026, 7, 1);
    for (int sale = 0; sale < sales; sale++) {
      quarter.won(
          people[chance.nextInt(people.length)],
          products[chance.nextInt(products.length)],
          start.plusDays(chance.nextInt(120) - 10),
          chance.nextInt(100_000));
    }
    return Monitor.standard().watch(quarter.plan(target), quarter.asOf(start.plusDays(days)));
  }

  private static long sum(Iterable<Pace> paces) {
    long sum = 0;
    for (Pace pace : paces) {
      sum += pace.actual();
    }
    return sum;
  }
}
