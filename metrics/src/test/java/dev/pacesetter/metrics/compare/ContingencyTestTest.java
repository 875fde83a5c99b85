package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.NoData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContingencyTestTest {
  static List<Golden> tables() {
    return Golden.of("two_sample", "chi_square");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void agreesWithTheGoldenValues(Golden golden) {
    JsonNode rows = golden.in("table");
    long[][] table = new long[rows.size()][];
    for (int r = 0; r < table.length; r++) {
      table[r] = Golden.longs(rows.get(r));
    }

    ContingencyTest test = ContingencyTest.of(table);

    var pearson = test.pearson().orElseThrow();
    var corrected = test.corrected().orElseThrow();
    golden.assertClose("chiSquare", pearson.statistic(), golden.out("chiSquare"));
    golden.assertClose("p", pearson.pValue(), golden.out("p"));
    assertThat(pearson.degreesOfFreedom()).isEqualTo(golden.out("df").asInt());
    golden.assertClose("chiSquareYates", corrected.statistic(), golden.out("chiSquareYates"));
    golden.assertClose("pYates", corrected.pValue(), golden.out("pYates"));
    golden.assertClose(
        "gStatistic", test.likelihoodRatio().orElseThrow().statistic(), golden.out("gStatistic"));
    golden.assertClose("cramersV", test.association().orElseThrow(), golden.out("cramersV"));
  }

  @Test
  void agreesWithAPublishedExample() {
    // Agresti (2007), p. 39, also in the documentation of R's chisq.test: 30.07 with 2 degrees
    ContingencyTest test = ContingencyTest.of(new long[][] {{762, 327, 468}, {484, 239, 477}});

    assertThat(test.n()).isEqualTo(2757);
    assertThat(test.pearson().orElseThrow().statistic()).isCloseTo(30.07, within(0.005));
    assertThat(test.pearson().orElseThrow().pValue()).isCloseTo(2.954e-7, within(5e-11));
  }

  @Test
  void leavesOutRowsAndColumnsWithoutACount() {
    ContingencyTest sparse = ContingencyTest.of(new long[][] {{12, 0, 5}, {0, 0, 0}, {3, 0, 9}});
    ContingencyTest dense = ContingencyTest.of(new long[][] {{12, 5}, {3, 9}});

    assertThat(sparse.pearson()).isEqualTo(dense.pearson());
    assertThat(sparse.corrected()).isEqualTo(dense.corrected());
  }

  @Test
  void thereIsNothingToTestInASingleRowOrColumn() {
    for (long[][] table : new long[][][] {{{1, 2, 3}}, {{1}, {2}}, {{0, 4}, {0, 5}}}) {
      ContingencyTest test = ContingencyTest.of(table);

      assertThat(test.reason()).contains(NoData.TOO_FEW);
      assertThat(test.pearson()).isEmpty();
      assertThat(test.corrected()).isEmpty();
      assertThat(test.likelihoodRatio()).isEmpty();
      assertThat(test.association()).isEmpty();
    }
  }

  @Test
  void thereIsNoDataWithoutCounts() {
    assertThat(ContingencyTest.of(new long[0][0]).reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(ContingencyTest.of(new long[2][0]).reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(ContingencyTest.of(new long[2][2]).pearson()).isEmpty();
  }

  @Test
  void rowsThatAreAlikeHaveNoAssociation() {
    ContingencyTest test = ContingencyTest.of(new long[][] {{1, 2}, {10, 20}, {100, 200}});

    assertThat(test.pearson().orElseThrow().statistic()).isCloseTo(0, within(1e-12));
    assertThat(test.pearson().orElseThrow().pValue()).isCloseTo(1, within(1e-12));
    assertThat(test.likelihoodRatio().orElseThrow().statistic()).isCloseTo(0, within(1e-12));
    assertThat(test.association().orElseThrow()).isCloseTo(0, within(1e-6));
  }

  @Test
  void staysExactForAThousandMillion() {
    long many = 1_000_000_000;
    // z = 1e5 / sqrt(2e9 * 0.50005 * 0.49995), squared
    ContingencyTest test =
        ContingencyTest.of(
            new long[][] {{500_000_000, many - 500_000_000}, {500_100_000, many - 500_100_000}});

    assertThat(test.pearson().orElseThrow().statistic())
        .isCloseTo(20.000000200000002, within(1e-13));
    assertThat(test.likelihoodRatio().orElseThrow().statistic())
        .isCloseTo(20.0000002, within(1e-6));
  }

  @Test
  void refusesWhatIsNoTableOfCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContingencyTest.of(new long[][] {{1, 2}, {3}}))
        .withMessageContaining("row 1 has 1 counts, row 0 has 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContingencyTest.of(new long[][] {{1, 2}, {3, -4}}))
        .withMessageContaining("row 1, column 1 is -4");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ContingencyTest.of(new long[][] {{Long.MAX_VALUE, 1}}));
  }
}
