package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 8,800 opportunities of a computer-hardware seller, as of the end of 2017. */
class CrmReviewTest {
  @TempDir private static Path folder;
  private static Run run;

  @BeforeAll
  static void run() {
    run =
        Run.into(
            folder,
            "--mapping",
            "crm-sales-opportunities",
            "--data",
            Run.data("crm-sales-opportunities").toString(),
            "--as-of",
            "2017-12-31");
  }

  @Test
  void countsWhatTheFileHolds() throws IOException {
    JsonNode totals = run.json().get("book");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(totals.get("won").asLong()).isEqualTo(4_238);
    assertThat(totals.get("lost").asLong()).isEqualTo(2_473);
    assertThat(totals.at("/openByStage/0/stage").asText()).isEqualTo("Prospecting");
    assertThat(totals.at("/openByStage/0/count").asLong()).isEqualTo(500);
    assertThat(totals.at("/openByStage/1/stage").asText()).isEqualTo("Engaging");
    assertThat(totals.at("/openByStage/1/count").asLong()).isEqualTo(1_589);
    assertThat(totals.at("/wonValue/minor").asLong()).isEqualTo(10_005_534_00L);
  }

  @Test
  void showsTheCountsOnThePage() throws IOException {
    assertThat(Files.readString(run.page()))
        .contains("4,238")
        .contains("2,473")
        .contains("1,589")
        .contains("500")
        .contains("USD 10,005,534");
  }

  @Test
  void saysWhichSpellingWasReadAsAnother() throws IOException {
    assertThat(run.out()).contains("GTXPro").contains("GTX Pro").contains("1,480");
    assertThat(Files.readString(run.page())).contains("GTXPro");
  }

  @Test
  void givesTheVerdictOnTheGoalLetterByLetter() {
    assertThat(run.out())
        .containsPattern(
            "SMART Win 3.0 million in the fourth quarter:  S \\w+  M \\w+  A \\w+  R \\w+  T \\w+");
  }

  @Test
  void saysGoalsAndTheirReasonsInTheLanguageOfThePage() throws IOException {
    assertThat(Files.readString(run.page()))
        .contains("Win 3.0 million in the fourth quarter", "the goal keeps that level")
        .doesNotContain("第四季度赢单金额", "目标是保持这一水平");
    assertThat(Files.readString(run.chinesePage()))
        .contains("第四季度赢单金额达到 300 万美元", "目标是保持这一水平", "CRM 销售商机")
        .doesNotContain("Win 3.0 million", "Central wins", "keeps that level", "CRM Sales");
    JsonNode goal = run.json().at("/goals/0");
    assertThat(goal.at("/title/zh").asText()).isEqualTo("第四季度赢单金额达到 300 万美元");
    assertThat(goal.at("/rationale/zh").asText()).endsWith("目标是保持这一水平。");
    assertThat(goal.at("/rationale/en").asText()).endsWith("the goal keeps that level.");
  }

  @Test
  void splitsTheGoalToTheCent() throws IOException {
    JsonNode plan = run.json().get("plan");
    long total = 0;
    for (JsonNode cell : plan.get("cells")) {
      total += cell.get("amount").asLong();
    }
    assertThat(total).isEqualTo(3_000_000_00L).isEqualTo(plan.get("total").asLong());
  }
}
