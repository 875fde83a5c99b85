package dev.pacesetter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.testing.Business;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Organization ORGANIZATION =
      Organization.builder()
          .addTeam(Team.of("emea", "EMEA"))
          .addPerson(Person.of("ana", "Ana Silva").inTeam("emea"))
          .build();

  private final RuleBook<Integer> book =
      RuleBook.of(List.of(new FewDeals("few"), new FewDeals("another")))
          .withParameters("few", Map.of("least", 6.0));
  private final Finding few = book.evaluate(3).get(0);
  private final Finding another = book.evaluate(3).get(1);

  private static String why(Finding finding, Locale locale) {
    return Explanation.of(finding, ORGANIZATION, locale).render();
  }

  @Test
  void tellsRuleVerdictNumbersParametersAndRepair() {
    assertThat(why(few, Locale.ENGLISH))
        .isEqualTo(
            """
            Deals (few, version 2): fails
              Ana Silva has 3 deals, at least 6 are wanted.
              What it rests on
                deals: 3
                  whole company
                  limit 6
              Parameters in force
                least = 6 (changed; standard 5)
                doubt = 2 (standard)
              What to do
                Find more than 3.
            """);
    assertThat(why(few, Locale.CHINESE))
        .isEqualTo(
            """
            商机（few，版本 2）：不通过
              Ana Silva 有 3 个商机,至少需要 6 个。
              依据
                deals：3
                  全公司
                  界限 6
              生效的参数
                least = 6（已调整；标准值 5）
                doubt = 2（标准值）
              建议
                请再找 3 个以上。
            """);
  }

  @Test
  void tellsMetricSliceIntervalAndTest() {
    Finding rate =
        Finding.by(new FewDeals("few"), FewDeals.PHRASES)
            .verdict(Verdict.WARN)
            .reason("rate")
            .subject(Scope.person("ana"))
            .subjectName("Ana Silva")
            .putWord("product", "GTX Pro")
            .addEvidence(
                Evidence.builder()
                    .name("rate")
                    .kpi(KpiVersion.of(Kpis.WIN_RATE))
                    .scope(Scope.team("emea").and(Scope.Dimension.PERSON, "ana"))
                    .period(Business.empty().period("FY2026-Q3"))
                    .observed(
                        Measure.of(0.25, Unit.RATIO, 40)
                            .withInterval(new Interval(0.142, 0.402, 0.95)))
                    .expected(0.4)
                    .limit(0.3)
                    .test("exact binomial")
                    .pValue(0.0312)
                    .adjustedPValue(0.00001)
                    .build(),
                Evidence.builder()
                    .name("cycle")
                    .observed(Measure.noData(Unit.DAYS, 2, NoData.TOO_FEW))
                    .expected(1)
                    .build())
            .build();

    assertThat(why(rate, Locale.ENGLISH))
        .contains(
            """
                rate: 25.0% (95% interval 14.2% to 40.2%, n = 40)
                  metric: Win rate (win.closed.count, version 1)
                  EMEA · Ana Silva, FY2026-Q3
                  expected 40.0%
                  limit 30.0%
                  test: exact binomial; p = 0.0312; adjusted for all statements of the round p < 0.0001
                cycle: no data: too few observations (n = 2)
                  whole company
                  expected 1 day
            """);
    assertThat(why(rate, Locale.CHINESE))
        .contains("25.0%（95% 置信区间 14.2% 至 40.2%，n = 40）")
        .contains("检验：精确二项检验；p = 0.0312；按本轮全部结论校正后 p < 0.0001")
        .contains("没有数据：观察次数太少（n = 2）");
  }

  @Test
  void tellsWhatWasRuledOut() {
    assertThat(why(few.rulingOut(List.of(RuledOut.by(another))), Locale.ENGLISH))
        .contains(
            """
              Ruled out
                Other deals (another, version 2): Ana Silva has 3 deals.
            """);
  }

  @Test
  void tellsTheNotesItRefersTo() {
    Finding noted = few.referringTo(List.of("n2")).referringTo(List.of("n1", "n2"));

    assertThat(noted.notes()).containsExactly("n1", "n2");
    assertThat(why(noted, Locale.ENGLISH)).contains("  Notes on it\n    n1\n    n2\n");
    assertThat(why(noted, Locale.CHINESE)).contains("  相关备注\n    n1\n    n2\n");
    assertThat(why(noted.referringTo(List.of()), Locale.ENGLISH))
        .isEqualTo(why(noted, Locale.ENGLISH));
  }

  @Test
  void tellsTheFindingThatExplainsIt() {
    Finding explained = few.explainedBy("another");

    assertThat(why(explained, Locale.ENGLISH)).contains("  Explained by\n    rule another\n");
    assertThat(
            Explanation.of(explained, List.of(explained, another), ORGANIZATION, Locale.ENGLISH)
                .render())
        .contains(
            """
              Explained by
                Other deals (another, version 2): fails
                  Ana Silva has 3 deals.
                  What it rests on
            """);
  }

  @Test
  void endsEvenIfFindingsExplainEachOther() {
    Finding one = few.explainedBy("another");
    Finding other = another.explainedBy("few");

    assertThat(Explanation.of(one, List.of(one, other), ORGANIZATION, Locale.ENGLISH).render())
        .endsWith("What to do\n    Find more than 3.\n")
        .contains("rule few");
  }
}
