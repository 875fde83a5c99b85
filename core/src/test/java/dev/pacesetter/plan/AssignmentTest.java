package dev.pacesetter.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.organization.Scope;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A company of 1,000 with teams of 600 and 500; the first has people of 400 and 300. */
class AssignmentTest {
  private static final SalesGoal COMPANY = goal("company", Scope.company(), 1_000, null);
  private static final SalesGoal EMEA = goal("emea", Scope.team("emea"), 600, "company");
  private static final SalesGoal APAC = goal("apac", Scope.team("apac"), 500, "company");
  private static final SalesGoal ANA = goal("ana", Scope.person("ana"), 400, "emea");
  private static final SalesGoal BOB = goal("bob", Scope.person("bob"), 300, "emea");
  private static final ImmutableList<SalesGoal> ALL =
      ImmutableList.of(COMPANY, EMEA, APAC, ANA, BOB);

  private static SalesGoal goal(String id, Scope scope, long amount, @Nullable String parent) {
    return SalesGoal.builder()
        .from(Plans.goal(amount))
        .id(id)
        .scope(scope)
        .contributesTo(Optional.ofNullable(parent))
        .build();
  }

  @Test
  void namesTheBaseOfOverAssignmentOnEveryLevel() {
    Assignment both = Assignment.of(COMPANY, ALL);

    assertThat(both.levels())
        .extracting(Assignment.Level::sum)
        .containsExactly(1_000L, 1_100L, 1_200L);
    assertThat(both.levels()).extracting(Assignment.Level::goals).containsExactly(1, 2, 3);
    assertThat(both.levels().get(1).overAbove().value()).isCloseTo(0.1, within(1e-12));
    // 400 + 300 + 500 over 1,100, and over 1,000
    assertThat(both.levels().get(2).overAbove().value())
        .isCloseTo(1_200 / 1_100.0 - 1, within(1e-12));
    assertThat(both.levels().get(2).overTop().value()).isCloseTo(0.2, within(1e-12));
    assertThat(both.levels().get(0).overAbove().isPresent()).isFalse();
  }

  @Test
  void showsWhatComesFromBelowBesideWhatIsAskedFor() {
    Assignment both =
        Assignment.of(COMPANY, ALL, ImmutableMap.of("ana", 350L, "bob", 200L, "apac", 420L));

    assertThat(both.branches())
        .extracting(branch -> branch.goal().id())
        .containsExactly("company", "emea", "ana", "bob", "apac");
    assertThat(both.branches())
        .extracting(Assignment.Branch::bottomUp)
        .containsExactly(970L, 550L, 350L, 200L, 420L);
    assertThat(both.branches())
        .extracting(Assignment.Branch::gap)
        .containsExactly(-30L, -50L, -50L, -100L, -80L);
    assertThat(both.branches().get(1).overAssignment().value())
        .isCloseTo(700 / 600.0 - 1, within(1e-12));
    assertThat(both.branches().get(2).overAssignment().isPresent()).isFalse();
  }

  @Test
  void reconcilesEveryLevelToTheUnit() {
    ImmutableMap<String, Long> exact = Assignment.of(COMPANY, ALL).reconciled(0);

    // 1,000 by 600 : 500, then 545 by 400 : 300
    assertThat(exact)
        .containsExactly(
            Map.entry("company", 1_000L),
            Map.entry("emea", 545L),
            Map.entry("ana", 311L),
            Map.entry("bob", 234L),
            Map.entry("apac", 455L));
  }

  @Test
  void padsEveryLevelOverTheOneAbove() {
    ImmutableMap<String, Long> padded = Assignment.of(COMPANY, ALL).reconciled(0.1);

    assertThat(padded.values()).containsExactly(1_000L, 600L, 377L, 283L, 500L);
  }

  @Test
  void leavesOutGoalsThatDoNotAddUp() {
    SalesGoal month =
        SalesGoal.builder()
            .from(APAC)
            .id("july")
            .period(Plans.CALENDAR.period("FY2026-07"))
            .build();

    assertThat(Assignment.of(COMPANY, ImmutableList.of(COMPANY, EMEA, month)).branches())
        .extracting(branch -> branch.goal().id())
        .containsExactly("company", "emea");
  }

  @Test
  void refusesACircleAndACommitmentForNobody() {
    SalesGoal circular = SalesGoal.builder().from(COMPANY).contributesTo("emea").build();
    assertThatThrownBy(() -> Assignment.of(circular, ImmutableList.of(circular, EMEA)))
        .hasMessage("goals contribute in a circle: company -> emea -> company");
    assertThatThrownBy(() -> Assignment.of(COMPANY, ALL, ImmutableMap.of("emea", 1L)))
        .hasMessage(
            "a commitment is given for goal emea; below company the goals without any below them are"
                + " [ana, bob, apac]");
  }
}
