package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.sales.ChannelValue;
import com.example.sales.FewPartners;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.LoopRules;
import dev.pacesetter.examples.review.goals.GoalFile;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.feedback.Format;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import dev.pacesetter.persistence.repository.LoopStore;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.review.Review;
import dev.pacesetter.review.ReviewSettings;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.RuleFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A metric of one's own goes all the way: goal file, plan, review, note, report, store and back.
 */
class OwnMetricReviewTest {
  private static final Kpi OWN = new ChannelValue();
  private static final KpiCatalogue CATALOGUE = KpiCatalogue.standard().with(OWN);
  private static final Workspace SAMPLE = Workspace.of("own");

  @TempDir private static Path folder;
  private static String url;

  @BeforeAll
  static void review() throws IOException {
    Path goals =
        Files.writeString(
            folder.resolve("goals.yaml"),
            """
            currency: EUR
            goals:
              - id: partners
                title:
                  en: Won value through partners reaches 900 thousand
                  zh: 伙伴渠道赢单金额达到 90 万欧元
                owner: T00
                kpi: channel.value
                at-least: 900000
                scope: company
                period: FY2025-Q4
            """);
    LoopRules standard = LoopRules.standard();
    LoopRules rules =
        standard.with(
            standard
                .round()
                .withRules(standard.round().rules().with(new FewPartners(OWN)))
                .withSettings(
                    ReviewSettings.builder()
                        .addAllKpis(ReviewSettings.standard().kpis())
                        .addKpi(OWN)
                        .build()));
    url = "jdbc:h2:file:" + folder.resolve("store/own").toAbsolutePath();
    ReviewOptions options =
        new ReviewOptions(
            ImportMapping.ready("sample"),
            Sample.unpackTo(folder.resolve("sample")),
            Optional.of(GoalFile.read(goals, CATALOGUE)),
            Optional.empty(),
            rules.with(RuleFile.parse("own.yaml", "rules: {own.few-partners: {least: 100000}}")),
            CATALOGUE,
            url,
            SAMPLE.id(),
            Optional.of("FY2025-Q4"),
            Optional.empty(),
            Optional.empty(),
            folder,
            ImmutableList.of(Locale.ENGLISH, Locale.CHINESE));
    new ReviewJob(options, new PrintWriter(Writer.nullWriter()), Progress.silent()).run();
  }

  private static JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("review.json").toFile());
  }

  @Test
  void isTheMetricOfAGoalThatIsJudgedAndSplit() throws IOException {
    try (Store store = Stores.open(url)) {
      LoopStore kept = LoopStore.of(store, SAMPLE, CATALOGUE);
      SalesGoal goal = kept.goals().find("partners").orElseThrow();
      assertThat(goal.kpi()).isSameAs(OWN);
      SmartAssessment assessment = kept.assessments().find("partners").orElseThrow();
      assertThat(assessment.explain(Locale.ENGLISH))
          .contains("about one metric of your own, “Won value through partners”");
      assertThat(assessment.explain(Locale.CHINESE)).contains("“伙伴渠道赢单金额”");
      SalesPlan plan = kept.plans().find("partners").orElseThrow();
      assertThat(plan.kpi()).isSameAs(OWN);
      assertThat(plan.total()).isEqualTo(900_000_00);
    }
  }

  @Test
  void isNamedInFindingsAndNotes() throws IOException {
    try (Store store = Stores.open(url)) {
      LoopStore kept = LoopStore.of(store, SAMPLE, CATALOGUE);
      Review review = kept.reviews().all().get(0);
      List<Finding> few =
          review.findings().stream()
              .filter(finding -> finding.ruleId().equals("own.few-partners"))
              .toList();
      assertThat(few).isNotEmpty();
      assertThat(few.get(0).explain(Locale.ENGLISH))
          .startsWith("Won value through partners is EUR ")
          .endsWith("less than EUR 100,000.");
      assertThat(few.get(0).explain(Locale.CHINESE)).startsWith("伙伴渠道赢单金额为 EUR ");
      List<Note> telling =
          kept.notes().all().stream()
              .filter(
                  note ->
                      note.developmentPoints().stream()
                          .anyMatch(point -> point.check().id().equals(OWN.id())))
              .toList();
      assertThat(telling).isNotEmpty();
      assertThat(telling.get(0).render(Locale.ENGLISH, Format.PLAIN))
          .contains("Won value through partners is EUR ", ": Won value through partners\n")
          .doesNotContain(OWN.id());
      assertThat(telling.get(0).render(Locale.CHINESE, Format.PLAIN))
          .contains("：伙伴渠道赢单金额\n")
          .doesNotContain(OWN.id());
    }
  }

  @Test
  void isInTheReportAndItsJson() throws IOException {
    assertThat(Files.readString(folder.resolve("review.html")))
        .contains("Won value through partners", "channel.value v2", OWN.definition(Locale.ENGLISH));
    assertThat(Files.readString(folder.resolve("review.zh.html")))
        .contains("伙伴渠道赢单金额", "channel.value v2", OWN.definition(Locale.CHINESE))
        .doesNotContain("Won value through partners");
    JsonNode kpi = json().get("goals").get(0).get("kpi");
    assertThat(kpi.get("id").asText()).isEqualTo("channel.value");
    assertThat(kpi.get("version").asInt()).isEqualTo(2);
    assertThat(kpi.get("name").get("zh").asText()).isEqualTo("伙伴渠道赢单金额");
  }

  @Test
  void isNotReadWhereItsCatalogueIsMissing() throws IOException {
    try (Store store = Stores.open(url)) {
      LoopStore without = LoopStore.of(store, SAMPLE);
      assertThatThrownBy(() -> without.goals().find("partners"))
          .hasMessageContaining("there is no KPI 'channel.value'");
    }
  }
}
