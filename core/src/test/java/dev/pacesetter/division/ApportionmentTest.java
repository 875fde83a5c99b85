package dev.pacesetter.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.division.Apportionment.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApportionmentTest {

  static Stream<JsonNode> golden() {
    return Oracle.cases("split_integer");
  }

  /** Expected: exact rational arithmetic, as each case says. */
  @ParameterizedTest
  @MethodSource("golden")
  void agreesWithExactArithmetic(JsonNode one) {
    assertThat(
            Apportionment.largestRemainder(
                one.at("/in/total").asLong(), Oracle.doubles(one.at("/in/weights"))))
        .as(one.path("id").asText())
        .containsExactly(Oracle.longs(one.at("/out/hamilton")));
    assertThat(
            Apportionment.isTied(
                one.at("/in/total").asLong(),
                Oracle.doubles(one.at("/in/weights")),
                Method.LARGEST_REMAINDER))
        .isEqualTo(one.at("/out/hamiltonTie").asBoolean());
  }

  /**
   * Expected: exact rational arithmetic, as each case says; negative totals have no values there.
   */
  @ParameterizedTest
  @MethodSource("golden")
  void agreesWithExactArithmeticByDivisors(JsonNode one) {
    long total = one.at("/in/total").asLong();
    double[] weights = Oracle.doubles(one.at("/in/weights"));
    if (one.at("/out/dhondt").isArray()) {
      assertThat(Apportionment.isTied(total, weights, Method.DHONDT))
          .isEqualTo(one.at("/out/dhondtTie").asBoolean());
      assertThat(Apportionment.isTied(total, weights, Method.SAINTE_LAGUE))
          .isEqualTo(one.at("/out/sainteLagueTie").asBoolean());
      assertThat(Apportionment.divide(total, weights, Method.DHONDT))
          .as(one.path("id").asText())
          .containsExactly(Oracle.longs(one.at("/out/dhondt")));
      assertThat(Apportionment.divide(total, weights, Method.SAINTE_LAGUE))
          .as(one.path("id").asText())
          .containsExactly(Oracle.longs(one.at("/out/sainteLague")));
    } else {
      assertThat(total).isNegative();
      assertThat(Apportionment.divide(total, weights, Method.DHONDT))
          .containsExactly(negated(Apportionment.divide(-total, weights, Method.DHONDT)));
    }
  }

  private static long[] negated(long[] parts) {
    return java.util.Arrays.stream(parts).map(part -> -part).toArray();
  }

  @Test
  void givesTheLeftOverUnitToTheLargestRemainder() {
    // quotas 2, 2.8 and 3.2
    assertThat(Apportionment.largestRemainder(8, new long[] {5, 7, 8})).containsExactly(2, 3, 3);
  }

  @Test
  void breaksTiesByLowestIndex() {
    assertThat(Apportionment.largestRemainder(100, new long[] {1, 1, 1}))
        .containsExactly(34, 33, 33);
  }

  @Test
  void dividesANegativeTotalByMagnitude() {
    assertThat(Apportionment.largestRemainder(-100, new long[] {1, 1, 1}))
        .containsExactly(-34, -33, -33);
  }

  @Test
  void staysExactWhereDoublesDoNot() {
    // 2^62 by thirds: 1537228672809129301.33 each
    assertThat(Apportionment.largestRemainder(1L << 62, new double[] {1e-300, 1e-300, 1e-300}))
        .containsExactly(1537228672809129302L, 1537228672809129301L, 1537228672809129301L);
  }

  @Test
  void refusesWeightsThatSayNothing() {
    assertThatThrownBy(() -> Apportionment.largestRemainder(5, new long[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 cannot be divided by 2 weights without one above 0");
    assertThatThrownBy(() -> Apportionment.largestRemainder(5, new double[] {1, -2}))
        .hasMessageContaining("weight 1 is -2");
    assertThatThrownBy(() -> Apportionment.largestRemainder(5, new double[] {1, Double.NaN}))
        .hasMessageContaining("[1.0, NaN]; each must be finite");
  }
}
