package dev.pacesetter.metrics.conversion;

import static dev.pacesetter.metrics.conversion.End.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CurveTestProperties {
  @Provide
  Arbitrary<List<Observation>> observations() {
    return Observation.lists();
  }

  @Property
  void everyComparisonLooksTheSameFromEveryGroup(
      @ForAll("observations") List<Observation> one,
      @ForAll("observations") List<Observation> two,
      @ForAll("observations") List<Observation> three) {
    LifeTable a = Observation.table(one);
    LifeTable b = Observation.table(two);
    LifeTable c = Observation.table(three);

    assertSame(CurveTest.logRank(a, b, c), CurveTest.logRank(c, a, b));
    assertSame(CurveTest.petoPeto(a, b, c), CurveTest.petoPeto(b, a, c));
    assertSame(CurveTest.gray(WON, a, b, c), CurveTest.gray(WON, c, b, a));
  }

  private static void assertSame(CurveTest one, CurveTest other) {
    assertThat(other.degreesOfFreedom()).isEqualTo(one.degreesOfFreedom());
    assertThat(other.chiSquare().isPresent()).isEqualTo(one.chiSquare().isPresent());
    if (one.chiSquare().isPresent()) {
      double chiSquare = one.chiSquare().getAsDouble();
      assertThat(other.chiSquare().getAsDouble())
          .isCloseTo(chiSquare, within(1e-9 * (1 + chiSquare)));
      assertThat(one.pValue().getAsDouble()).isBetween(0.0, 1.0);
    }
    double observed = 0;
    double expected = 0;
    for (int group = 0; group < 3; group++) {
      observed += one.observed(group);
      expected += one.expected(group);
    }
    assertThat(expected).isCloseTo(observed, within(1e-9));
  }

  @Property
  void aGroupComparedWithItselfDoesNotDiffer(
      @ForAll("observations") List<Observation> observations) {
    LifeTable table = Observation.table(observations);

    CurveTest.logRank(table, table)
        .chiSquare()
        .ifPresent(chiSquare -> assertThat(chiSquare).isCloseTo(0, within(1e-20)));
    CurveTest.gray(WON, table, table)
        .chiSquare()
        .ifPresent(chiSquare -> assertThat(chiSquare).isCloseTo(0, within(1e-20)));
  }
}
