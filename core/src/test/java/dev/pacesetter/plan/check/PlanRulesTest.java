package dev.pacesetter.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.plan.PlanAxis;
import dev.pacesetter.plan.Weights;
import dev.pacesetter.plan.initiative.ExpectedLift;
import dev.pacesetter.plan.initiative.Initiative;
import dev.pacesetter.plan.initiative.InitiativeKind;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Bundles;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanRulesTest {
  private final PlanCase usual = PlanCase.usual();

  @Test
  void aPlanLikeTheYearBeforeRaisesNothing() {
    SalesGoal goal = PlanCase.usualGoal();
    ImmutableList<Finding> findings =
        PlanRules.ask(
            PlanFacts.of(
                usual.plan(goal, how -> how.inLotsOf(900_00)),
                goal,
                usual.facts(),
                ImmutableList.of(goal)));

    assertThat(findings).hasSize(16).allMatch(finding -> finding.verdict() == Verdict.PASS);
  }

  @Test
  void anOwnerMustBeNamedKnownAndThereUntilTheEnd() {
    assertSays(usual.ask("plan.owner", ownedBy(null), how -> how), Verdict.FAIL, "nobody");
    assertSays(usual.ask("plan.owner", ownedBy("zoe"), how -> how), Verdict.FAIL, "unknown");
    assertSays(usual.ask("plan.owner", ownedBy("emea"), how -> how), Verdict.PASS, "owned");
    Finding leaves =
        PlanCase.usual()
            .bobUntil(LocalDate.of(2026, 9, 1))
            .ask("plan.owner", ownedBy("bob"), how -> how);
    assertSays(leaves, Verdict.FAIL, "leaves");
    assertThat(leaves.explain(Locale.ENGLISH))
        .isEqualTo("Bob Stone answers for the plan but leaves on 2026-09-01, before it ends.");
    assertThat(leaves.explain(Locale.CHINESE))
        .isEqualTo("计划由 Bob Stone 负责，但此人将于 2026-09-01 离职，早于计划结束。");
  }

  /** The usual goal, of the whole company instead of one team. */
  private static SalesGoal company() {
    return SalesGoal.builder().from(PlanCase.usualGoal()).scope(Scope.company()).build();
  }

  private static SalesGoal ownedBy(@Nullable String owner) {
    return SalesGoal.builder().from(PlanCase.usualGoal()).owner(Optional.ofNullable(owner)).build();
  }

  @Test
  void aGoalThatWasRaisedSinceIsNoticed() {
    SalesGoal raised = PlanCase.goal(20_000_00).build();
    Finding finding =
        usual.ask("plan.sum", PlanCase.usualGoal(), raised, how -> how, ImmutableList.of(raised));

    assertSays(finding, Verdict.FAIL, "differs");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo(
            "The plan adds up to EUR 18,000, but the goal is now EUR 20,000: a difference of EUR"
                + " 2,000.");
  }

  @Test
  void whatWasAskedForIsCounted() {
    assertSays(usual.ask("plan.asked"), Verdict.PASS, "kept");
    Finding kept =
        usual.ask(
            "plan.asked",
            PlanCase.usualGoal(),
            how ->
                how.withPersonTarget("ana", 7_000_00).withCap(PlanAxis.PERSON.at("bob"), 5_500_00));
    assertThat(kept.explain(Locale.ENGLISH)).isEqualTo("All 2 targets, floors and caps are kept.");
  }

  @Test
  void paddingIsLimitedOnEachLevelAndInAll() {
    assertSays(below(9_000_00, 9_500_00), Verdict.PASS, "within");
    Finding over = below(12_000_00, 12_000_00);
    assertSays(over, Verdict.WARN, "over");
    assertThat(over.explain(Locale.ENGLISH)).contains("EUR 24,000, 33.3% over the goal");
    assertSays(below(9_000_00, 8_000_00), Verdict.FAIL, "short");
    assertSays(usual.ask("plan.assignment"), Verdict.PASS, "none");
  }

  private Finding below(long ana, long bob) {
    SalesGoal goal = PlanCase.usualGoal();
    return usual.ask(
        "plan.assignment",
        goal,
        goal,
        how -> how,
        ImmutableList.of(goal, child("ana", ana), child("bob", bob)));
  }

  private static SalesGoal child(String person, long cents) {
    return PlanCase.goal(cents)
        .id("q3-" + person)
        .scope(Scope.person(person))
        .contributesTo("q3")
        .build();
  }

  @Test
  void whoLeftSinceThePlanWasMadeIsNamed() {
    SalesGoal goal = PlanCase.usualGoal();
    PlanCase gone = PlanCase.usual().bobUntil(LocalDate.of(2026, 8, 1));
    Finding finding =
        PlanRules.ask(
                PlanFacts.of(
                    usual.plan(goal, how -> how), goal, gone.facts(), ImmutableList.of(goal)))
            .get(4);

    assertSays(finding, Verdict.FAIL, "absent");
    assertThat(finding.explain(Locale.ENGLISH)).endsWith("do not work here: Bob Stone.");
  }

  @Test
  void whoHasNoShareIsNamed() {
    Finding finding =
        usual.ask("plan.everybody", PlanCase.usualGoal(), how -> how.withPersonTarget("cleo", 0));

    assertSays(finding, Verdict.WARN, "forgotten");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo("1 of 3 people has no share: Cleo Brown.");
  }

  @Test
  void aShareFarBeyondTheBestPeriodIsAStretchTooFar() {
    // Ana's best quarter brought 6,000.
    Finding finding =
        usual.ask(
            "plan.reach", PlanCase.usualGoal(), how -> how.withPersonTarget("ana", 10_000_00));

    assertSays(finding, Verdict.WARN, "beyond");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo(
            "Ana Silva is asked for EUR 10,000, which is 166.7% of the EUR 6,000 of their best"
                + " period.");
    assertSays(undecided("plan.reach"), Verdict.UNDECIDED, "tooShort");
  }

  @Test
  void nobodyOfWhomNothingIsKnownIsSaidToBeWithinReach() {
    PlanCase soldByOthers =
        PlanCase.withoutHistory()
            .won("dana", "pro", LocalDate.of(2025, 5, 5), 1_000_00)
            .won("dana", "pro", LocalDate.of(2026, 5, 5), 1_000_00);

    assertSays(soldByOthers.ask("plan.reach", company(), how -> how), Verdict.UNDECIDED, "nobody");
  }

  @Test
  void growthThatWaitsForSeptemberIsLate() {
    SalesGoal more = PlanCase.goal(21_000_00).build();
    assertSays(usual.ask("plan.growth", more, how -> how), Verdict.PASS, "spread");
    Finding late =
        usual.ask(
            "plan.growth",
            more,
            how ->
                how.withMonthTarget("FY2026-07", 6_000_00).withMonthTarget("FY2026-08", 6_100_00));
    assertSays(late, Verdict.WARN, "late");
    assertThat(late.explain(Locale.ENGLISH)).contains("EUR 3,000").contains("96.7%");
    assertSays(usual.ask("plan.growth"), Verdict.PASS, "noGrowth");
    assertSays(undecided("plan.growth"), Verdict.UNDECIDED, "noHistory");
  }

  @Test
  void aMonthAgainstTheSeasonIsNamed() {
    Finding finding =
        usual.ask(
            "plan.season",
            PlanCase.usualGoal(),
            how -> how.withMonthTarget("FY2026-08", 12_000_00));

    assertSays(finding, Verdict.WARN, "against");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo("FY2026-08 has 66.7% of the plan, but brought 33.3% in past years.");
    assertSays(undecided("plan.season"), Verdict.UNDECIDED, "noHistory");
  }

  @Test
  void aProductThatIsPushedIsNamed() {
    Finding finding =
        usual.ask("plan.mix", PlanCase.usualGoal(), how -> how.withProductTarget("pro", 13_500_00));

    assertSays(finding, Verdict.WARN, "shifted");
    assertThat(finding.evidence("share").observed().value()).isIn(0.75, 0.25);
    assertSays(undecided("plan.mix"), Verdict.UNDECIDED, "noHistory");
  }

  @Test
  void aPlanThatLeansOnOnePersonSaysOnWhom() {
    Finding finding =
        usual.ask(
            "plan.dependence", PlanCase.usualGoal(), how -> how.withPersonTarget("ana", 9_000_00));

    assertSays(finding, Verdict.WARN, "leaning");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo("Ana Silva carries 50.0% of the plan; up to 40.0% is usual.");
    assertThat(finding.repair(Locale.ENGLISH).orElseThrow())
        .endsWith("when Ana Silva cannot deliver.");
  }

  @Test
  void cellsBelowADealAreCrumbs() {
    SalesGoal small = PlanCase.goal(4_000_00).build();
    assertSays(usual.ask("plan.crumbs", small, how -> how), Verdict.WARN, "crumbs");
    assertSays(
        usual.ask("plan.crumbs", small, how -> how.inLotsOf(1_000_00)), Verdict.PASS, "worth");
    assertSays(undecided("plan.crumbs"), Verdict.UNDECIDED, "noDeals");
  }

  @Test
  void thinOrOldHistoryIsNamed() {
    assertSays(
        PlanCase.withoutHistory()
            .won("ana", "pro", LocalDate.of(2025, 5, 5), 1_000_00)
            .ask("plan.history"),
        Verdict.WARN,
        "thin");
    assertSays(
        usual.ask(
            "plan.history",
            PlanCase.usualGoal(),
            how ->
                how.weightedBy(
                    Weights.history(
                        Kpis.WON_VALUE, usual.facts(), PlanCase.CALENDAR.period("FY2024")))),
        Verdict.WARN,
        "old");
    PlanCase soldByOthers = PlanCase.withoutHistory();
    for (int deal = 0; deal < 40; deal++) {
      soldByOthers.won("dana", "pro", LocalDate.of(2025, 5, 5), 1_000_00);
    }
    Finding ofOthers = soldByOthers.ask("plan.history", company(), how -> how);
    assertSays(ofOthers, Verdict.WARN, "thin");
    assertThat(ofOthers.evidence("credits").observed().value()).isZero();
    assertSays(
        usual.ask("plan.history", PlanCase.usualGoal(), how -> how.weightedBy(Weights.even())),
        Verdict.PASS,
        "otherRule");
  }

  @Test
  void aMilestoneOnASaturdayIsNamed() {
    SalesGoal goal =
        SalesGoal.builder()
            .from(PlanCase.goal(18_000_00).build())
            .milestones(
                ImmutableList.of(
                    new Milestone(LocalDate.of(2026, 8, 1), 6_000_00),
                    new Milestone(LocalDate.of(2026, 9, 30), 18_000_00)))
            .build();

    Finding finding = usual.ask("plan.milestoneDays", goal, how -> how);

    assertSays(finding, Verdict.WARN, "holiday");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo("1 of 2 milestones falls on a day off: 2026-08-01.");
    assertSays(
        usual.ask("plan.milestoneDays", PlanCase.goal(18_000_00).build(), how -> how),
        Verdict.WARN,
        "none");
  }

  @Test
  void milestonesFarFromThePlanAreNoted() {
    SalesGoal goal =
        PlanCase.withMilestones(PlanCase.goal(18_000_00), 1_000_00, 12_000_00, 18_000_00);

    Finding finding = usual.ask("plan.milestonePath", goal, how -> how);

    assertSays(finding, Verdict.WARN, "apart");
    assertThat(finding.explain(Locale.ENGLISH))
        .startsWith("The milestone of 2026-07-31 asks for EUR 1,000, but");
  }

  @Test
  void aPromotionWithoutABudgetIsNamed() {
    SalesGoal goal = PlanCase.usualGoal();
    PlanFacts facts =
        PlanFacts.of(usual.plan(goal, how -> how), goal, usual.facts(), ImmutableList.of(goal));

    Finding unfunded =
        new FundedInitiatives()
            .evaluate(
                facts.with(ImmutableList.of(promotion("q3", 0), promotion("other", 0))),
                PlanRules.standard().settingsOf("plan.budget"));

    assertSays(unfunded, Verdict.WARN, "unfunded");
    assertThat(unfunded.explain(Locale.ENGLISH))
        .isEqualTo("1 of 1 initiative of this goal has no budget, “Autumn offer” among them.");
    assertThat(unfunded.explain(Locale.CHINESE)).contains("“秋季促销”");
    Finding funded =
        new FundedInitiatives()
            .evaluate(
                facts.with(ImmutableList.of(promotion("q3", 5_000))),
                PlanRules.standard().settingsOf("plan.budget"));
    assertSays(funded, Verdict.PASS, "funded");
    assertSays(usual.ask("plan.budget"), Verdict.PASS, "none");
  }

  private static Initiative promotion(String goal, int euros) {
    return Initiative.builder()
        .id("autumn-" + goal)
        .kind(InitiativeKind.PROMOTION)
        .title(Text.of("Autumn offer", "秋季促销"))
        .owner("ana")
        .budget(Money.of(CurrencyUnit.EUR, euros))
        .start(LocalDate.of(2026, 7, 1))
        .end(LocalDate.of(2026, 10, 1))
        .slice(Scope.team("emea"))
        .kpi(Kpis.WON_VALUE)
        .expected(new ExpectedLift(1_000_00, 2_000_00))
        .goal(goal)
        .share(1_000)
        .build();
  }

  private Finding undecided(String rule) {
    return PlanCase.withoutHistory().ask(rule);
  }

  private static void assertSays(Finding finding, Verdict verdict, String reason) {
    assertThat(finding.reason()).as(finding.explain(Locale.ENGLISH)).isEqualTo(reason);
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.explain(Locale.CHINESE)).isNotEmpty();
    assertThat(finding.repair(Locale.ENGLISH).isPresent())
        .isEqualTo(verdict == Verdict.WARN || verdict == Verdict.FAIL);
  }

  @Test
  void phrasesExistForEveryReasonInBothLanguagesAndForNoOther() {
    Set<String> needed = new TreeSet<>();
    for (Rule<PlanFacts> rule : PlanRules.standard().rules()) {
      needed.add(rule.id() + ".title");
      ((PlanRule) rule).reasons().forEach(reason -> needed.add(rule.id() + "." + reason));
    }
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
      Set<String> known = new TreeSet<>(Bundles.keys(PlanRule.PHRASES, language));
      known.removeIf(key -> key.startsWith("number.") || key.endsWith(".repair"));
      assertThat(known).isEqualTo(needed);
    }
  }

  @Test
  void everyNumberHasAName() {
    Set<String> english = Bundles.keys(PlanRule.PHRASES, Locale.ENGLISH);
    for (PlanCase one : new PlanCase[] {usual, PlanCase.withoutHistory()}) {
      SalesGoal goal = PlanCase.usualGoal();
      PlanRules.ask(
              PlanFacts.of(one.plan(goal, how -> how), goal, one.facts(), ImmutableList.of(goal)))
          .forEach(
              finding ->
                  finding
                      .evidence()
                      .forEach(number -> assertThat(english).contains("number." + number.name())));
    }
  }
}
