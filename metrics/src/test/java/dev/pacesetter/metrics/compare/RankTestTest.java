package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankTestTest {
  static List<Golden> comparisons() {
    return Golden.of("two_sample", "mann_whitney");
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void agreesWithTheGoldenValues(Golden golden) {
    double[] x = Golden.doubles(golden.in("x"));
    double[] y = Golden.doubles(golden.in("y"));

    RankTest test = RankTest.twoSided(x, y);

    golden.assertClose("auc", test.superiority(), golden.out("auc"));
    JsonNode exact = golden.out("pExact");
    JsonNode approximate = golden.out("pAsymptoticCorrected");
    if (approximate.isNull()) {
      assertThat(test.pValue()).as("all values equal").isEqualTo(1);
    } else {
      boolean small = (long) x.length * y.length <= 2_500;
      golden.assertClose("p", test.pValue(), small && exact.isNumber() ? exact : approximate);
    }
  }

  @Test
  void looksTheSameFromTheOtherSide() {
    double[] ana = {120, 90, 300, 80};
    double[] peers = {60, 70, 200, 65, 75};

    RankTest one = RankTest.twoSided(ana, peers);
    RankTest other = RankTest.twoSided(peers, ana);

    // pairs won by ana: 120 beats 4, 90 beats 4, 300 beats 5, 80 beats 4 of 5
    assertThat(one.superiority()).isEqualTo(17.0 / 20);
    assertThat(other.superiority()).isEqualTo(3.0 / 20);
    assertThat(other.pValue()).isEqualTo(one.pValue());
    assertThat(one.firstN()).isEqualTo(4);
    assertThat(one.secondN()).isEqualTo(5);
  }

  @Test
  void refusesEmptyGroupsAndWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankTest.twoSided(new double[0], new double[] {1}))
        .withMessageContaining("0 with 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankTest.twoSided(new double[] {1}, new double[] {2, Double.NaN}))
        .withMessageContaining("value 1 of the second group is NaN");
  }
}
