package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.compare.SimpsonsParadox.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SimpsonsParadoxTest {
  @Nested
  class WhenTheWholeMovesAgainstItsParts {
    // Charig and others (1986), British Medical Journal 292:879: kidney stones, small and large;
    // open surgery succeeds more often with either, and less often with both together
    private final SimpsonsParadox stones =
        SimpsonsParadox.of(
            List.of(Ratio.of(81, 87), Ratio.of(192, 263)),
            List.of(Ratio.of(234, 270), Ratio.of(55, 80)));

    @Test
    void itIsReversed() {
      assertThat(stones.verdict()).contains(Verdict.REVERSED);
      assertThat(stones.isReversed()).isTrue();
    }

    @Test
    void theNumbersShowIt() {
      assertThat(stones.whole().first()).isEqualTo(Ratio.of(273, 350));
      assertThat(stones.whole().second()).isEqualTo(Ratio.of(289, 350));
      assertThat(stones.whole().direction()).hasValue(-1);
      assertThat(stones.whole().difference().orElseThrow()).isCloseTo(-16 / 350.0, within(1e-15));
      assertThat(stones.strata()).hasSize(2);
      assertThat(stones.strata())
          .allSatisfy(stratum -> assertThat(stratum.direction()).hasValue(1));
    }
  }

  private static SimpsonsParadox of(long... counts) {
    int strata = counts.length / 4;
    return SimpsonsParadox.of(
        IntStream.range(0, strata)
            .mapToObj(s -> Ratio.of(counts[4 * s], counts[4 * s + 1]))
            .toList(),
        IntStream.range(0, strata)
            .mapToObj(s -> Ratio.of(counts[4 * s + 2], counts[4 * s + 3]))
            .toList());
  }

  @Test
  void isConsistentWherePartsMoveWithTheWhole() {
    assertThat(of(5, 10, 4, 10, 3, 10, 2, 10).verdict()).contains(Verdict.CONSISTENT);
    // one part stands still
    assertThat(of(5, 10, 4, 10, 3, 10, 3, 10).verdict()).contains(Verdict.CONSISTENT);
    assertThat(of(5, 10, 5, 10).verdict()).contains(Verdict.CONSISTENT);
  }

  @Test
  void isMixedWherePartsDisagree() {
    assertThat(of(5, 10, 4, 10, 3, 10, 4, 10).verdict()).contains(Verdict.MIXED);
  }

  @Test
  void isMixAloneWhereNoPartMoves() {
    // half of the easy deals and a tenth of the hard ones are won by both
    SimpsonsParadox mix = of(50, 100, 10, 20, 1, 10, 9, 90);

    assertThat(mix.verdict()).contains(Verdict.MIX_ONLY);
    assertThat(mix.isReversed()).isFalse();
  }

  @Test
  void isHiddenWhereNothingIsLeftInTheWhole() {
    // up in both, and 60 of 100 for both together
    assertThat(of(20, 20, 54, 60, 40, 80, 6, 40).verdict()).contains(Verdict.HIDDEN);
  }

  @Test
  void aReversalMayHavePartsThatStandStill() {
    assertThat(of(50, 100, 5, 10, 0, 10, 9, 90).verdict()).contains(Verdict.REVERSED);
    assertThat(of(50, 100, 5, 10, 1, 90, 0, 10).verdict()).contains(Verdict.CONSISTENT);
    assertThat(of(5, 10, 50, 100, 2, 90, 0, 10).verdict()).contains(Verdict.REVERSED);
  }

  @Nested
  class WhereAGroupIsMissing {
    @Test
    void aStratumPointsNowhereAndYetCountsInTheWhole() {
      SimpsonsParadox moved = of(5, 10, 4, 10, 0, 100, 0, 0);

      assertThat(moved.strata().get(1).direction()).isEmpty();
      assertThat(moved.strata().get(1).difference()).isEmpty();
      assertThat(moved.whole().first()).isEqualTo(Ratio.of(5, 110));
      assertThat(moved.verdict()).contains(Verdict.REVERSED);
    }

    @Test
    void nothingCanBeSaid() {
      assertThat(of(5, 10, 0, 0).verdict()).isEmpty();
      assertThat(of(5, 10, 0, 0, 0, 0, 4, 10).verdict()).isEmpty();
      assertThat(of().verdict()).isEmpty();
      assertThat(of().isReversed()).isFalse();
    }
  }

  @Test
  void comparesWithoutRounding() {
    // as doubles both are 0.3333333333333333
    long third = 3_000_000_000_000_000_000L;
    assertThat(
            new SimpsonsParadox.Comparison(
                    Ratio.of(1_000_000_000_000_000_001L, third),
                    Ratio.of(1_000_000_000_000_000_000L, third))
                .direction())
        .hasValue(1);
    // sums of money may be negative
    assertThat(new SimpsonsParadox.Comparison(Ratio.of(-5, 10), Ratio.of(-4, 10)).direction())
        .hasValue(-1);
  }

  @Test
  void refusesListsOfDifferentLengthAndNegativeDenominators() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimpsonsParadox.of(List.of(Ratio.NONE), List.of()))
        .withMessageContaining("1 strata of the first group and 0 of the second");
    assertThatIllegalArgumentException().isThrownBy(() -> of(1, -2, 1, 2));
  }
}
