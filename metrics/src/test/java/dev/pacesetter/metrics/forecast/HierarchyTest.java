package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HierarchyTest {
  /** A company of two teams, of two and three people. */
  private final Hierarchy company = Hierarchy.ofParents(-1, 0, 0, 1, 1, 2, 2, 2);

  private final double[] base = {1_000, 350, 600, 200, 180, 150, 210, 220};

  @Test
  void goingUpBelievesThePeople() {
    assertThat(company.bottomUp(base)).containsExactly(960, 380, 580, 200, 180, 150, 210, 220);
  }

  @Test
  void goingDownBelievesTheCompany() {
    double[] agreed = company.topDown(1_000, 0, 0, 0, 1, 1, 2, 3, 3);

    assertThat(agreed).containsExactly(1_000, 200, 800, 100, 100, 200, 300, 300);
  }

  @Test
  void leastSquaresMovesEveryForecastALittle() {
    // two parts under a root, by hand: the contradiction of 30 falls to each alike
    Hierarchy pair = Hierarchy.ofParents(-1, 0, 0);

    assertThat(pair.leastSquares(100, 60, 10))
        .containsExactly(new double[] {90, 70, 20}, within(1e-12));
  }

  @Test
  void byStructureGivesTheRootHalfOfTheContradiction() {
    // variances 2, 1, 1: the root moves by 2/4, each leaf by 1/4 of 40
    Hierarchy pair = Hierarchy.ofParents(-1, 0, 0);

    assertThat(pair.byStructure(100, 50, 10))
        .containsExactly(new double[] {80, 60, 20}, within(1e-12));
  }

  @Test
  void byVarianceLeavesWhatIsCertainAlone() {
    double[] variances = {1e6, 1e6, 1e-9, 1e6, 1e6, 1e6, 1e6, 1e6};

    double[] agreed = company.byVariance(base, variances);

    assertThat(agreed[2]).isCloseTo(600, within(1e-9));
    assertThat(agreed[1] + agreed[2]).isCloseTo(agreed[0], within(1e-9));
  }

  @Test
  void forecastsThatAgreeStayAsTheyAre() {
    double[] agreed = company.bottomUp(base);

    assertThat(company.leastSquares(agreed)).containsExactly(agreed, within(1e-9));
    assertThat(company.byStructure(agreed)).containsExactly(agreed, within(1e-9));
  }

  @Test
  void roundingGivesTheLeftOverCentsToTheLargestRemainders() {
    Hierarchy team = Hierarchy.ofParents(-1, 0, 0, 0);

    assertThat(team.rounded(10, 3.4, 3.5, 3.1)).containsExactly(10, 3, 4, 3);
    assertThat(team.rounded(10, 10 / 3.0, 10 / 3.0, 10 / 3.0)).containsExactly(10, 4, 3, 3);
    assertThat(team.rounded(-10, -3.4, -3.5, -3.1)).containsExactly(-10, -3, -4, -3);
  }

  @Test
  void aSinglePartIsItsOwnSum() {
    Hierarchy alone = Hierarchy.ofParents(-1);

    assertThat(alone.isLeaf(0)).isTrue();
    assertThat(alone.byStructure(12.6)).containsExactly(12.6);
    assertThat(alone.rounded(12.6)).containsExactly(13);
    assertThat(alone.topDown(5, 1)).containsExactly(5);
  }

  @Test
  void refusesWhatIsNoTreeAndWhatDoesNotAgree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hierarchy.ofParents(-1, 2, 0))
        .withMessageContaining("parent of part 1 is 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hierarchy.ofParents())
        .withMessageContaining("begin with a root");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> company.leastSquares(1, 2))
        .withMessageContaining("base forecasts are 2; there must be 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> company.rounded(base))
        .withMessageContaining("children add up to 950.0; they must agree");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> company.topDown(10, new double[8]))
        .withMessageContaining("no leaf with a weight");
  }
}
