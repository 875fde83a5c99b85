package dev.pacesetter.goal;

import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.goal.LineOfSight.Level;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineOfSightTest {
  private static final Instant MONDAY = Instant.parse("2025-12-01T09:00:00Z");

  private final Business business = Business.small();
  private final SalesGoal company =
      goal("company", "Win 4 million", 4_000_000).scope(Scope.company()).build();
  private final SalesGoal team =
      goal("team", "North wins a million", 1_000_000).contributesTo("company").build();
  private final Agreement agreement =
      Agreement.propose(
          "mia",
          MONDAY,
          Proposal.of(team, Map.of("ana", 4_200_000L, "bo", 95_799_000L, "cy", 1_000L)),
          Text.of("by last year's sales"));

  private SalesGoal.Builder goal(String id, String title, long euros) {
    return SmartCase.goal(business)
        .id(id)
        .title(title)
        .scope(Scope.team("north"))
        .atLeast(euros(euros));
  }

  private LineOfSight sightOf(String member) {
    return LineOfSight.of(agreement, member, List.of(company, team));
  }

  @Test
  void leadsFromTheShareToTheTop() {
    assertThat(sightOf("ana").share()).isEqualTo(4_200_000);
    assertThat(sightOf("ana").goals())
        .containsExactly(
            new Level(team, Ratio.of(4_200_000, 100_000_000), Ratio.of(4_200_000, 100_000_000)),
            new Level(
                company, Ratio.of(100_000_000, 400_000_000), Ratio.of(4_200_000, 400_000_000)));
  }

  @Test
  void isSaidToTheMember() {
    LineOfSight sight =
        sightOf("ana").madeUpOf(ImmutableMap.of("GTX Pro", 3_000_000L, "GTX Basic", 1_200_000L));
    assertThat(sight.explain(Locale.ENGLISH))
        .isEqualTo(
            "Your share is EUR 42,000. That is 4.2% of “North wins a million” (EUR 1,000,000)."
                + " “North wins a million” is 25.0% of “Win 4 million” (EUR 4,000,000). Of “Win 4"
                + " million”, you carry 1.1%. Your share is made up of GTX Pro EUR 30,000, GTX"
                + " Basic EUR 12,000.");
    assertThat(sight.explain(Locale.CHINESE))
        .isEqualTo(
            "你的份额为 EUR 42,000，占“North wins a million”（EUR 1,000,000）的 4.2%。“North wins a"
                + " million”占“Win 4 million”（EUR 4,000,000）的 25.0%。在“Win 4 million”中，你承担"
                + " 1.1%。你的份额由以下部分构成：GTX Pro EUR 30,000、GTX Basic EUR 12,000。");
  }

  @Test
  void doesNotMakeASmallShareLookLikeNone() {
    assertThat(sightOf("cy").explain(Locale.ENGLISH))
        .contains("That is less than 0.1% of “North wins a million”");
  }

  @Test
  void endsWhereTheNextGoalIsNotComparableOrUnknown() {
    assertThat(LineOfSight.of(agreement, "ana", List.of()).goals()).hasSize(1);
    SalesGoal orders = goal("company", "Orders", 9).kpi(Kpis.ORDER_VALUE).build();
    assertThat(LineOfSight.of(agreement, "ana", List.of(orders)).goals()).hasSize(1);
    assertThat(LineOfSight.of(agreement, "ana", List.of(orders)).explain(Locale.ENGLISH))
        .isEqualTo(
            "Your share is EUR 42,000. That is 4.2% of “North wins a million” (EUR 1,000,000).");
  }

  @Test
  void refusesPartsThatDoNotAddUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sightOf("ana").madeUpOf(Map.of("GTX Pro", 1L)))
        .withMessageContaining("add up to 1; they must add up to 4200000");
  }

  @Test
  void refusesStrangersAndCircles() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sightOf("mia"))
        .withMessage("mia is no member of the agreement on goal team; members are [ana, bo, cy]");
    SalesGoal circle = goal("company", "Circle", 9).contributesTo("team").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LineOfSight.of(agreement, "ana", List.of(team, circle)))
        .withMessageContaining("is above itself");
  }
}
