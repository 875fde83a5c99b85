package dev.pacesetter.examples.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.LoopRules;
import dev.pacesetter.SalesLoop;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.feedback.Format;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.goal.Letter;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.kpi.Direction;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.kpi.TimeBasis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.Review;
import dev.pacesetter.rule.Explanation;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.FindingDiff;
import dev.pacesetter.rule.RuleFile;
import dev.pacesetter.rule.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelRuleFileTest {
  private static final String OWN = own();
  private static final LoopRules RULES =
      CelRuleFile.parse("own.yaml", OWN).addTo(LoopRules.standard());
  private static final SalesLoop LOOP = Sales.loop().with(RULES);

  private static String own() {
    try (InputStream in = CelRuleFileTest.class.getResourceAsStream("own.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Finding find(Iterable<Finding> findings, String rule) {
    for (Finding finding : findings) {
      if (finding.ruleId().equals(rule)) {
        return finding;
      }
    }
    throw new AssertionError("no finding of " + rule);
  }

  @Nested
  class AGoalRule {
    private final SmartAssessment assessment = LOOP.assess(Sales.goal(200_000), Sales.AS_OF);
    private final Finding finding = find(assessment.findings(), "own.A9");

    @Test
    void judgesWithTheStandardOnes() {
      assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(assessment.findings(Letter.ACHIEVABLE)).contains(finding);
      assertThat(assessment.letter(Letter.ACHIEVABLE)).isEqualTo(Verdict.FAIL);
      assertThat(find(LOOP.assess(Sales.goal(70_000), Sales.AS_OF).findings(), "own.A9").reason())
          .isEqualTo("within");
    }

    @Test
    void explainsItselfInBothLanguages() {
      assertThat(Explanation.of(finding, Sales.ORGANIZATION, Locale.ENGLISH).render())
          .isEqualTo(
              """
              Not more than doubled (own.A9, version 3): fails
                EMEA in Q3: the target is 333.4% of EUR 59,980, a year before's Won value; at most 200.0% doesn't need a reason.
                What it rests on
                  factor: 333.4% (n = 1)
                    whole company, FY2026-Q3
                    limit 200.0%
                  before: EUR 59,980 (n = 1)
                    metric: Won value (won.value, version 1)
                    whole company, FY2026-Q3
                Parameters in force
                  factor = 2 (standard)
                What to do
                  Lower the target, or write down the reason.
              """);
      assertThat(Explanation.of(finding, Sales.ORGANIZATION, Locale.CHINESE).render())
          .startsWith("不超过翻倍（own.A9，版本 3）：不通过\n")
          .contains("（EUR 59,980）的 333.4%，超过 200.0% 需要说明理由。")
          .endsWith("  建议\n    请降低目标，或写明理由。\n");
      assertThat(assessment.explain(Locale.CHINESE)).contains("不超过翻倍");
    }

    @Test
    void isTunedByARuleFileLikeAnyOther() {
      SalesLoop tuned =
          LOOP.with(RuleFile.parse("tuned.yaml", "rules: {own.A9: {factor: 4}, smart.R5: off}"));
      SmartAssessment mild = tuned.assess(Sales.goal(200_000), Sales.AS_OF);

      assertThat(find(mild.findings(), "own.A9").verdict()).isEqualTo(Verdict.PASS);
      assertThat(
              FindingDiff.between(assessment.findings(), mild.findings())
                  .explain(Locale.ENGLISH)
                  .render())
          .contains("Not more than doubled (own.A9): better, fails → pass")
          .contains("parameter factor: 2 → 4");
    }

    @Test
    void isUndecidedWhereAFactIsMissing() {
      SalesLoop empty =
          SalesLoop.of(Sales.ORGANIZATION, Sales.CALENDAR, Journal.of(ImmutableList.of()))
              .with(RULES);
      Finding finding = find(empty.assess(Sales.goal(200_000), Sales.AS_OF).findings(), "own.A9");

      assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(finding.explain(Locale.ENGLISH))
          .isEqualTo("This cannot be judged without factor (goal.target / yearBefore[goal.kpi]).");
      assertThat(finding.explain(Locale.CHINESE)).endsWith("，无法判断。");
      assertThat(finding.evidence("factor").observed().isPresent()).isFalse();
    }
  }

  @Nested
  class ARuleAboutPeople {
    private final Review review = LOOP.review(Sales.CALENDAR.period("FY2025-Q3"), Sales.AS_OF);

    @Test
    void joinsTheDiagnosisAtItsEnd() {
      Finding finding = find(review.findingsAbout(Scope.person("ana")), "own.discount-and-size");

      assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
      assertThat(finding.explainedBy()).as("said before by").hasValue("person.value");
      assertThat(finding.explain(Locale.ENGLISH)).startsWith("Ana's deals are small: EUR 166.50");
      assertThat(finding.evidence("size").adjustedPValue()).isPresent();
      assertThat(finding.evidence("size").observed().n()).isEqualTo(20);
    }

    @Test
    void keepsSilentAboutOthers() {
      assertThat(review.findingsAbout(Scope.person("wei")))
          .extracting(Finding::ruleId)
          .doesNotContain("own.discount-and-size");
    }

    @Test
    void speaksForItselfInANote() {
      SalesLoop alone = LOOP.with(RuleFile.parse("off.yaml", "rules: {person.value: off}"));
      Note note = alone.notes(alone.review(Sales.CALENDAR.period("FY2025-Q3"), Sales.AS_OF)).get(0);

      assertThat(note.person()).isEqualTo("ana");
      assertThat(note.render(Locale.ENGLISH, Format.MARKDOWN))
          .contains("Ana's deals are small: EUR 166.50")
          .contains("Practise the value case.");
      assertThat(note.render(Locale.CHINESE, Format.MARKDOWN)).contains("练习价值论证。");
    }

    @Test
    void isExplainedBesideTheRuleThatSaidItBefore() {
      Finding finding = find(review.findingsAbout(Scope.person("ana")), "own.discount-and-size");
      assertThat(
              Explanation.of(finding, review.findings(), Sales.ORGANIZATION, Locale.CHINESE)
                  .render())
          .contains("  由此解释\n    与同事相比：平均成交金额（person.value，版本 1）：需留意\n")
          .contains("检验：产品内秩检验");
    }
  }

  @Test
  void saysTheSameEachTime() {
    assertThat(LOOP.assess(Sales.goal(9), Sales.AS_OF))
        .isEqualTo(
            Sales.loop()
                .with(CelRuleFile.parse("own.yaml", OWN).addTo(LoopRules.standard()))
                .assess(Sales.goal(9), Sales.AS_OF));
  }

  @Nested
  class AMetricOfOnesOwn {
    private final Kpi own = new Own();
    private final KpiCatalogue catalogue = KpiCatalogue.standard().with(own);
    private static final String RULE =
        """
        rules:
          - id: own.half
            version: 1
            facts: person
            title: {en: Half, zh: 一半}
            numbers:
              half: {value: 'period["own.half"]', unit: count, kpi: own.half}
              early: {value: 'period["win.byAge(34)"]', unit: ratio, kpi: win.byAge(34)}
            cases:
              - when: '"own.half" in period && number.half > 1.0'
                verdict: warn
                reason: more
                say: {en: "{half.kpi}: {half.observed}; {early.kpi}", zh: "{half.kpi}：{half.observed}"}
              - {verdict: pass, reason: inLine, say: {en: x, zh: y}}
        """;

    @Test
    void isAskedForByItsIdAndCalledByItsName() {
      LoopRules rules = CelRuleFile.parse("own.yaml", RULE, catalogue).addTo(LoopRules.standard());
      Review review =
          Sales.loop().with(rules).review(Sales.CALENDAR.period("FY2025-Q3"), Sales.AS_OF);
      Finding finding = find(review.findingsAbout(Scope.person("ana")), "own.half");
      assertThat(finding.explain(Locale.ENGLISH)).isEqualTo("Half the deals: 10; Won by day 34");
      assertThat(finding.explain(Locale.CHINESE)).isEqualTo("一半的赢单：10");
    }

    @Test
    void isUnknownWithoutItsCatalogue() {
      CelRuleException refused =
          catchThrowableOfType(CelRuleException.class, () -> CelRuleFile.parse("own.yaml", RULE));
      assertThat(refused).hasMessageContaining("there is no KPI 'own.half'");
    }
  }

  /** Half of the deals won. */
  private static final class Own implements Kpi {
    @Override
    public String id() {
      return "own.half";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Unit unit() {
      return Unit.COUNT;
    }

    @Override
    public Direction direction() {
      return Direction.HIGHER;
    }

    @Override
    public TimeBasis timeBasis() {
      return TimeBasis.CLOSED;
    }

    @Override
    public String name(Locale locale) {
      return locale.equals(Locale.CHINESE) ? "一半的赢单" : "Half the deals";
    }

    @Override
    public String definition(Locale locale) {
      return name(locale);
    }

    @Override
    public Measure measure(SalesFacts facts, Scope scope, Period period) {
      Measure won = Kpis.WON_COUNT.measure(facts, scope, period);
      return Measure.of(Math.floor(won.value() / 2), Unit.COUNT, won.n());
    }
  }

  @Test
  void documentsEveryVariableAndTheRuleAbove() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme).contains(OWN.substring(OWN.indexOf("rules:"), OWN.indexOf("\n\n  - id")));
    for (FactBinding<?> binding :
        ImmutableList.of(Bindings.goal(), Bindings.pace(), Bindings.person(), Bindings.company())) {
      assertThat(readme).contains(binding.table());
    }
  }

  @Nested
  class AFile {
    private static final String GOOD =
        """
        rules:
          - id: own.A1
            version: 1
            facts: goal
            title: {en: T, zh: 题}
            parameters: {most: {standard: 1, from: 0, to: 2}}
            numbers: {days: {value: goal.days, unit: days}}
            cases:
              - when: goal.days > param.most
                verdict: warn
                reason: long
                say: {en: "{days.observed}", zh: "{days.observed}"}
              - {verdict: pass, reason: fine, say: {en: x, zh: y}}
        """;

    @Test
    void isReadFromDisk(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("good.yaml"), GOOD);
      assertThat(CelRuleFile.read(file).rules(Bindings.goal())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "goal.days > param.most | goal.dayz > param.most | 9 | undeclared reference to 'goal' ",
          "goal.days > param.most | goal.days > | 9 | mismatched input",
          "goal.days > param.most | goal.days + param.most | 9 | the expression is of type double; it must be bool",
          "goal.days > param.most | goal.id > param.most | 9 | found no matching overload for '_>_'",
          "goal.days > param.most | number.dayz > 1 | 9 | undeclared reference",
          "value: goal.days | value: goal.id | 7 | the expression is of type string; it must be double",
          "unit: days | unit: weeks | 7 | it is 'weeks'; allowed are [money, count, ratio, days, score]",
          "verdict: warn | verdict: bad | 10 | allowed are [pass, undecided, warn, fail]",
          "reason: long | reason: too long | 11 | a reason is a word in letters",
          "'en: \"{days.observed}\"' | 'en: \"{dayz.observed}\"' | 12 | there is no placeholder {dayz.observed}",
          "'en: \"{days.observed}\"' | 'en: \"{days.observed\"' | 12 | cannot be read",
          "facts: goal | facts: gaol | 4 | it is 'gaol'; allowed are [goal, pace, person, company]",
          "id: own.A1 | id: own.length | 2 | must be S, M, A, R or T",
          "version: 1 | version: 0 | 3 | it must be a whole number from 1",
          "title: {en: T, zh: 题} | title: T | 5 | it must be a group of keys",
          "standard: 1, | standard: 3, | 6 | it must lie from 0.0 to 2.0",
          "cases: | casez: | 8 | there is no such key",
          "'- {verdict: pass' | '- {when: \"true\", verdict: pass' | 13 | it must not have the key when",
        })
    void isRefusedWithPlaceAndReason(String good, String bad, int line, String message) {
      String text = GOOD.replace(good, bad);
      assertThat(text).isNotEqualTo(GOOD);
      CelRuleException refused =
          catchThrowableOfType(CelRuleException.class, () -> CelRuleFile.parse("bad.yaml", text));
      assertThat(refused.problems())
          .anySatisfy(
              problem -> {
                assertThat(problem.line()).as(problem.toString()).isEqualTo(line);
                assertThat(problem.message()).contains(message.strip());
                assertThat(problem.toString()).startsWith("bad.yaml, line " + line + ", column ");
              });
    }

    @Test
    void namesTheExpressionAndThePlaceInIt() {
      CelRuleException refused =
          catchThrowableOfType(
              CelRuleException.class,
              () -> CelRuleFile.parse("bad.yaml", GOOD.replace("param.most", "param.mast")));
      assertThat(refused)
          .hasMessage(
              "bad.yaml, line 9, column 15: own.A1.cases[1].when: undeclared reference to 'param'"
                  + " (in container ''), at 1:13 of “goal.days > param.mast”");
    }

    @Test
    void isToldEverythingAtOnce() {
      CelRuleException refused =
          catchThrowableOfType(
              CelRuleException.class,
              () ->
                  CelRuleFile.parse(
                      "bad.yaml",
                      GOOD.replace("param.most", "param.mast").replace("unit: days", "unit: d")));
      assertThat(refused.problems()).extracting(CelProblem::line).contains(7, 9);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"'' | it is empty", "rules: [ | expected", "'a: &a 1\nrules: *a' | not allowed"})
    void isYaml(String text, String message) {
      CelRuleException refused =
          catchThrowableOfType(CelRuleException.class, () -> CelRuleFile.parse("bad.yaml", text));
      assertThat(refused).hasMessageContaining(message);
    }

    @Test
    void isYamlWhoseEscapesDoNotBreakOff() {
      CelRuleException refused =
          catchThrowableOfType(
              CelRuleException.class, () -> CelRuleFile.parse("bad.yaml", "rules: \"\\u"));
      assertThat(refused.problems()).hasSize(1);
    }
  }
}
