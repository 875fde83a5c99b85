package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IndirectStandardisationProperties {
  private static final int UNITS = 5;
  private static final int STRATA = 4;

  record Row(int unit, int stratum, long successes, long trials) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Row> row =
        Combinators.combine(
                Arbitraries.integers().between(0, UNITS - 1),
                Arbitraries.integers().between(0, STRATA - 1),
                Arbitraries.longs().between(0, 50),
                Arbitraries.longs().between(0, 50))
            .as((u, s, a, b) -> new Row(u, s, Math.min(a, b), Math.max(a, b)));
    return row.list().ofMaxSize(40);
  }

  @Property
  void expectedNumbersAddUpToTheObservedOnes(@ForAll("rows") List<Row> rows) {
    IndirectStandardisation rates = standardise(rows);
    double expected = 0;
    long observed = 0;
    for (int u = 0; u < UNITS; u++) {
      expected += rates.expected(u);
      observed += rates.observed(u).numerator();
    }

    assertThat(expected).isCloseTo((double) observed, within(1e-9));
    assertThat(rates.overall().numerator()).isEqualTo(observed);
  }

  @Property
  void theOrderOfTheRowsChangesNotASingleBit(@ForAll("rows") List<Row> rows, @ForAll long seed) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    IndirectStandardisation one = standardise(rows);
    IndirectStandardisation other = standardise(shuffled);

    for (int u = 0; u < UNITS; u++) {
      assertThat(other.expected(u)).isEqualTo(one.expected(u));
      assertThat(other.ratio(u, 0.9)).isEqualTo(one.ratio(u, 0.9));
      assertThat(other.rate(u, 0.9)).isEqualTo(one.rate(u, 0.9));
    }
  }

  private static IndirectStandardisation standardise(List<Row> rows) {
    return IndirectStandardisation.ofRates(
        UNITS,
        STRATA,
        rows.stream().mapToInt(Row::unit).toArray(),
        rows.stream().mapToInt(Row::stratum).toArray(),
        rows.stream().mapToLong(Row::successes).toArray(),
        rows.stream().mapToLong(Row::trials).toArray());
  }
}
