package dev.pacesetter.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableTest {

  /** The cases whose margins are along single axes: a plan knows no others. */
  static Stream<JsonNode> golden() {
    return Oracle.cases("ipf")
        .filter(
            one ->
                StreamSupport.stream(one.at("/in/margins").spliterator(), false)
                    .allMatch(margin -> margin.path("axes").size() == 1));
  }

  /** Expected: alternating scaling in 30 to 50 digits, cross-checked with R's loglin. */
  @ParameterizedTest
  @MethodSource("golden")
  void scalesToItsMarginsOrSaysThatItCannot(JsonNode one) {
    JsonNode seed = one.at("/in/seed");
    boolean isFlat = !seed.get(0).get(0).isArray();
    Table table =
        new Table(
            new int[] {seed.size(), seed.get(0).size(), isFlat ? 1 : seed.get(0).get(0).size()},
            Oracle.flat(seed));
    List<Table.Margin> margins = new ArrayList<>();
    for (JsonNode margin : one.at("/in/margins")) {
      margins.add(
          Table.Margin.of(margin.at("/axes/0").asInt(), Oracle.longs(margin.path("target"))));
    }

    Fit fit = table.fit(margins);

    assertThat(fit.isConverged()).isEqualTo(one.at("/out/converges").asBoolean());
    if (fit.isConverged()) {
      double[] expected = Oracle.flat(one.at("/out/fitted"));
      for (int cell = 0; cell < expected.length; cell++) {
        assertThat(table.cells()[cell])
            .isCloseTo(expected[cell], within(1e-10 * Math.max(1, expected[cell])));
      }
    }
  }
}
