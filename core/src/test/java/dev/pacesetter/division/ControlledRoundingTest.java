package dev.pacesetter.division;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlledRoundingTest {

  static Stream<JsonNode> golden() {
    return Oracle.cases("controlled_rounding_2d");
  }

  /** Expected: feasibility by maximum flow in exact arithmetic; any valid table will do. */
  @ParameterizedTest
  @MethodSource("golden")
  void findsARoundingExactlyWhereThereIsOne(JsonNode one) {
    double[] table = Oracle.flat(one.at("/in/matrix"));
    long[] rows = Oracle.longs(one.at("/in/rowSums"));
    long[] columns = Oracle.longs(one.at("/in/colSums"));

    Optional<long[]> rounded = ControlledRounding.round(table, rows, columns);

    assertThat(rounded.isPresent()).isEqualTo(one.at("/out/feasible").asBoolean());
    rounded.ifPresent(whole -> assertIsRoundingOf(table, rows, columns, whole));
  }

  @Test
  void roundsTheLargestFractionsUpWhereNothingStandsAgainstIt() {
    assertThat(
            ControlledRounding.round(
                new double[] {0.1, 0.9, 0.9, 0.1}, new long[] {1, 1}, new long[] {1, 1}))
        .hasValueSatisfying(whole -> assertThat(whole).containsExactly(0, 1, 1, 0));
  }

  @Test
  void undoesAGreedyChoiceThatLeadsNowhere() {
    // Taking .5 of the first row first leaves the third column to nobody but a swap.
    double[] table = {0.6, 0.4, 0.0, 0.4, 0.0, 0.6, 0.0, 0.6, 0.4};
    long[] ones = {1, 1, 1};
    assertThat(ControlledRounding.round(table, ones, ones))
        .hasValueSatisfying(whole -> assertIsRoundingOf(table, ones, ones, whole));
  }

  private static void assertIsRoundingOf(
      double[] table, long[] rows, long[] columns, long[] whole) {
    long[] rowSums = new long[rows.length];
    long[] columnSums = new long[columns.length];
    for (int cell = 0; cell < table.length; cell++) {
      assertThat((double) whole[cell]).isBetween(Math.floor(table[cell]), Math.ceil(table[cell]));
      rowSums[cell / columns.length] += whole[cell];
      columnSums[cell % columns.length] += whole[cell];
    }
    assertThat(rowSums).containsExactly(rows);
    assertThat(columnSums).containsExactly(columns);
  }
}
