package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.goal;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Bundles;
import dev.pacesetter.testing.Business;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SmartRulesTest {
  private final Business business = Business.small();
  private final SalesFacts facts = business.on("2025-12-31");
  private final SmartAssessment assessment =
      SmartRules.standard().assess(goal(business).build(), facts);

  @Nested
  class Phrases {
    private final Set<String> english = Bundles.keys(SmartRule.PHRASES, Locale.ENGLISH);

    @Test
    void areTheSameInBothLanguages() {
      assertThat(Bundles.keys(SmartRule.PHRASES, Locale.CHINESE)).isEqualTo(english);
    }

    @Test
    void useTheSamePlaceholdersInBothLanguages() {
      for (String key : english) {
        assertThat(Bundles.placeholders(SmartRule.PHRASES, Locale.CHINESE, key))
            .as(key)
            .isEqualTo(Bundles.placeholders(SmartRule.PHRASES, Locale.ENGLISH, key));
      }
    }

    @Test
    void existForEveryReasonARuleCanGiveAndForNoOther() {
      Set<String> needed = new TreeSet<>();
      for (Rule<SmartFacts> rule : SmartRules.standard().book().rules()) {
        needed.add(rule.id() + ".title");
        ((SmartRule) rule).reasons().forEach(reason -> needed.add(rule.id() + "." + reason));
      }
      Set<String> known = new TreeSet<>(english);
      known.removeIf(key -> !key.startsWith("smart.") || key.endsWith(".repair"));
      assertThat(known).isEqualTo(needed);
    }

    @Test
    void nameEveryNumber() {
      for (Finding finding : assessment.findings()) {
        finding
            .evidence()
            .forEach(number -> assertThat(english).contains("number." + number.name()));
      }
    }

    @Test
    void offerARepairForEveryVerdictThatAsksForOne() {
      for (Finding finding : assessment.findings()) {
        if (finding.verdict() == Verdict.WARN || finding.verdict() == Verdict.FAIL) {
          assertThat(finding.repair(Locale.ENGLISH)).as(finding.ruleId()).isPresent();
        }
      }
    }
  }

  @Nested
  class Assessment {
    @Test
    void hasOneFindingARuleInTheOrderOfTheWord() {
      assertThat(assessment.findings())
          .extracting(Finding::ruleId)
          .containsExactly(
              "smart.S1",
              "smart.S2",
              "smart.S3",
              "smart.S4",
              "smart.S5",
              "smart.M1",
              "smart.M2",
              "smart.M3",
              "smart.M4",
              "smart.M5",
              "smart.A1",
              "smart.A2",
              "smart.A3",
              "smart.A4",
              "smart.A5",
              "smart.A6",
              "smart.R1",
              "smart.R2",
              "smart.R3",
              "smart.R4",
              "smart.R5",
              "smart.T1",
              "smart.T2",
              "smart.T3",
              "smart.T4");
    }

    @Test
    void givesALetterTheMostSevereOfItsVerdicts() {
      assertThat(assessment.letter(Letter.SPECIFIC)).isEqualTo(Verdict.PASS);
      assertThat(assessment.letter(Letter.MEASURABLE))
          .as("M1 is undecided, M2 not met")
          .isEqualTo(Verdict.FAIL);
      assertThat(assessment.letter(Letter.RELEVANT)).isEqualTo(Verdict.WARN);
      assertThat(assessment.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void givesALetterWithoutRulesNoBlame() {
      SmartAssessment empty = new SmartAssessment(assessment.goal(), ImmutableList.of());
      assertThat(empty.letter(Letter.ACHIEVABLE)).isEqualTo(Verdict.PASS);
    }

    @Test
    void isExplainedLetterByLetter() {
      assertThat(assessment.explain(Locale.ENGLISH).lines())
          .startsWith(
              "Win more: fails",
              "S – Specific: pass",
              "  Owner (pass): Ana Silva answers for the goal and is there on all 90 days of"
                  + " FY2026-Q1.")
          .contains(
              "M – Measurable: fails",
              "    What to do: Name the goal it contributes to, or say why it stands alone.");
    }

    @Test
    void isExplainedInChinese() {
      assertThat(assessment.explain(Locale.SIMPLIFIED_CHINESE).lines())
          .startsWith("Win more：不通过", "S 具体：通过", "  负责人（通过）：目标由 Ana Silva 负责，FY2026-Q1 的 90 天全程在岗。")
          .contains("    建议：请指明上级目标，或说明为何单独设定。");
    }

    @Test
    void isExplainedTheSameWhateverTheMachineSpeaks() {
      String expected = assessment.explain(Locale.ENGLISH);
      for (Locale locale : List.of(Locale.GERMANY, Locale.CHINA, Locale.forLanguageTag("ar-EG"))) {
        assertThat(Bundles.under(locale, () -> assessment.explain(Locale.ENGLISH)))
            .isEqualTo(expected);
      }
    }

    @Test
    void insertsATitleAsItIs() {
      String hostile = "{0} <script> ' {owner} 100%";
      SalesGoal goal = goal(business).title(hostile).build();
      assertThat(SmartRules.standard().assess(goal, facts).explain(Locale.ENGLISH))
          .startsWith(hostile + ": ");
    }

    @Test
    void survivesAPeriodOffEveryBorder() {
      Period odd =
          new Period(
              PeriodKind.QUARTER, "odd", Business.day("2026-01-31"), Business.day("2026-05-04"));
      SalesGoal goal = goal(business).period(odd).build();
      assertThat(SmartRules.standard().assess(goal, facts).letter(Letter.TIME_BOUND))
          .isEqualTo(Verdict.FAIL);
    }

    @Test
    void survivesAScopeThatDoesNotExist() {
      SalesGoal goal = goal(business).scope(Scope.team("moon")).owner("moon").build();
      SmartAssessment judged = SmartRules.standard().assess(goal, facts);
      assertThat(judged.letter(Letter.SPECIFIC)).isEqualTo(Verdict.FAIL);
      assertThat(judged.letter(Letter.ACHIEVABLE)).isEqualTo(Verdict.UNDECIDED);
      assertThat(judged.explain(Locale.CHINESE)).contains("数据不足：不存在团队“moon”");
    }
  }

  @Nested
  class ManyGoals {
    @Test
    void areJudgedAsEachAlone() {
      business.won("ana", "2025-07-15", 12_000).won("ana", "2026-02-15", 90_000);
      SalesFacts later = business.on("2026-05-31");
      List<SalesGoal> goals =
          List.of(
              goal(business).build(),
              goal(business).id("q2").period(business.period("FY2026-Q2")).build(),
              goal(business).id("bo").owner("bo").scope(Scope.person("bo")).build());
      assertThat(SmartRules.standard().assessAll(goals, later))
          .containsExactlyElementsOf(
              goals.stream()
                  .map(goal -> SmartRules.standard().assess(goal, later, goals))
                  .toList());
    }

    @Test
    void areJudgedAlikeOnOneThreadAndOnTwo() {
      business.won("ana", "2025-07-15", 12_000).won("bo", "2025-08-15", 90_000);
      SalesFacts known = business.on("2025-12-31");
      List<SalesGoal> goals =
          IntStream.range(0, 1_200)
              .mapToObj(
                  i ->
                      goal(business)
                          .id("g%04d".formatted(i))
                          .owner(i % 2 == 0 ? "ana" : "bo")
                          .scope(Scope.person(i % 2 == 0 ? "ana" : "bo"))
                          .build())
              .toList();
      ExecutorService two = Executors.newFixedThreadPool(2);
      try {
        assertThat(SmartRules.standard().assessAll(goals, known, List.of(), two))
            .isEqualTo(SmartRules.standard().assessAll(goals, known));
      } finally {
        two.shutdown();
      }
    }

    @Test
    void areRefusedWhenTwoShareAnId() {
      SalesGoal one = goal(business).id("same").build();
      SalesGoal other = goal(business).id("same").atLeast(euros(1)).build();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SmartFacts.of(goal(business).build(), facts, List.of(one, other)))
          .withMessageContaining("'same'");
    }

    @Test
    void giveWayToTheGoalThatIsJudged() {
      SalesGoal proposed = goal(business).atLeast(euros(99)).build();
      assertThat(SmartFacts.of(proposed, facts, List.of(goal(business).build())).goals())
          .containsExactly(proposed);
    }
  }

  @Nested
  class History {
    @Test
    void endsOnTheEveOfThePeriod() {
      SmartFacts known =
          SmartFacts.of(goal(business).build(), business.on("2026-02-10"), List.of());
      assertThat(known.history().today()).isEqualTo("2025-12-31");
      assertThat(known.today()).isEqualTo("2026-02-10");
    }

    @Test
    void endsTodayBeforeThePeriod() {
      SmartFacts known =
          SmartFacts.of(goal(business).build(), business.on("2025-12-15"), List.of());
      assertThat(known.history()).isSameAs(known.facts());
    }
  }

  @Nested
  class OwnRules {
    /** A goal needs a reason. */
    private record Reasoned(String id) implements Rule<SmartFacts> {
      @Override
      public int version() {
        return 1;
      }

      @Override
      public ImmutableList<Parameter> parameters() {
        return ImmutableList.of();
      }

      @Override
      public Finding evaluate(SmartFacts facts, Settings settings) {
        return SmartRules.standard()
            .book()
            .without("smart.S1")
            .evaluate(facts)
            .get(0)
            .explainedBy("acme.R9");
      }
    }

    @Test
    void mayBeAddedAndStandardOnesLeftOutOrTuned() {
      SmartRules own =
          SmartRules.standard()
              .withBook(
                  book ->
                      book.without("smart.R5")
                          .withParameters("smart.T4", Map.of("soon", 0.1))
                          .with(new Reasoned("acme.R9")));
      assertThat(own.book().rules()).hasSize(25);
      assertThat(own.book().settingsOf("smart.T4").get("soon")).isEqualTo(0.1);
      assertThat(SmartRules.standard().book().settingsOf("smart.T4").get("soon")).isEqualTo(0.05);
    }

    @Test
    void mustNameTheirLetter() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> SmartRules.standard().withBook(book -> book.with(new Reasoned("acme.9"))))
          .withMessageContaining("'acme.9'")
          .withMessageContaining("S, M, A, R or T");
    }
  }
}
