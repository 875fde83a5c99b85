package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told, and which exit code a script gets. */
class BadInputTest {
  private static final String HEADER =
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";
  private static final String GOOD = "A1,Ana,GTX Pro,Acme,Won,2017-01-02,2017-03-01,1054\n";

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void write() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        data.resolve("sales_teams.csv"),
        """
        sales_agent,manager,regional_office
        Ana,Dustin Brinkmann,Central
        """);
    Files.writeString(
        data.resolve("products.csv"),
        """
        product,series,sales_price
        GTX Pro,GTX,4821
        """);
    Files.writeString(
        data.resolve("accounts.csv"),
        """
        account,sector,year_established,revenue,employees,office_location,subsidiary_of
        Acme,medical,1999,251.41,495,United States,
        """);
  }

  private Run review(String pipeline) throws IOException {
    return review(pipeline.getBytes(StandardCharsets.UTF_8));
  }

  private Run review(byte[] pipeline, String... more) throws IOException {
    Files.write(data.resolve("sales_pipeline.csv"), pipeline);
    Path goals = folder.resolve("goals.yaml");
    Files.writeString(
        goals,
        """
        currency: USD
        goals:
          - id: all
            title: {en: Win 1000, zh: 赢单金额达到 1000}
            owner: Sales
            kpi: won.value
            at-least: 1000
            scope: company
            period: FY2017-Q4
        """);
    String[] arguments = {
      "--mapping",
      "crm-sales-opportunities",
      "--data",
      data.toString(),
      "--goals",
      goals.toString(),
      "--store",
      "memory:"
    };
    return Run.into(
        folder.resolve("out"),
        Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
  }

  @Nested
  class ARowThatCannotBeUsed {
    private void isCounted(String row, String... said) throws IOException {
      Run run = review(HEADER + GOOD + row);

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("sales_pipeline.csv").contains(said);
      assertThat(run.json().at("/book/won").asLong()).isEqualTo(1);
      assertThat(run.json().at("/data/rejectedRows/0/line").asLong()).isEqualTo(3);
    }

    @Test
    void hasAnUnknownStage() throws IOException {
      isCounted("A2,Ana,GTX Pro,Acme,Dreaming,2017-01-02,2017-03-01,1\n", "Dreaming");
    }

    @Test
    void hasAnImpossibleDate() throws IOException {
      isCounted("A2,Ana,GTX Pro,Acme,Won,2017-02-30,2017-03-01,1\n", "2017-02-30");
    }

    @Test
    void hasANegativeAmount() throws IOException {
      isCounted("A2,Ana,GTX Pro,Acme,Won,2017-01-02,2017-03-01,-5\n", "-5");
    }

    @Test
    void turnsTheExitCodeOnlyWhenAskedTo() throws IOException {
      byte[] pipeline =
          (HEADER + GOOD + "A2,Ana,GTX Pro,Acme,Won,2017-02-30,2017-03-01,1\n")
              .getBytes(StandardCharsets.UTF_8);

      assertThat(review(pipeline).code()).isZero();
      assertThat(review(pipeline, "--strict").code()).isEqualTo(ReviewProgram.REJECTED);
    }
  }

  @Nested
  class NothingThatCanBeUsed {
    private void isRefused(byte[] pipeline, String... said) throws IOException {
      Run run = review(pipeline);

      assertThat(run.code()).isEqualTo(ReviewProgram.UNUSABLE);
      assertThat(run.err()).contains("sales_pipeline.csv").contains(said);
      assertThat(run.page()).doesNotExist();
    }

    @Test
    void isAFileThatIsNoCsv() throws IOException {
      isRefused(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 1, 2, 3}, "CSV");
    }

    @Test
    void isAFileInAnotherEncoding() throws IOException {
      isRefused(
          (HEADER + GOOD.replace("Acme", "Café")).getBytes(StandardCharsets.ISO_8859_1), "UTF-8");
    }

    @Test
    void isAFileWithoutAColumn() throws IOException {
      isRefused(
          (HEADER.replace("deal_stage", "stage") + GOOD).getBytes(StandardCharsets.UTF_8),
          "deal_stage");
    }

    @Test
    void isAFileOfBadRowsOnly() throws IOException {
      Run run = review(HEADER + "A2,Ana,GTX Pro,Acme,Dreaming,2017-01-02,2017-03-01,1\n");

      assertThat(run.code()).isEqualTo(ReviewProgram.UNUSABLE);
      assertThat(run.err()).contains("Dreaming");
    }
  }

  /** Reviews one good deal of Ana's against goals. */
  private Run reviewAgainst(String goals) throws IOException {
    Files.writeString(data.resolve("sales_pipeline.csv"), HEADER + GOOD);
    Path file = Files.writeString(folder.resolve("odd.yaml"), "currency: USD\ngoals:\n" + goals);
    return Run.into(
        folder.resolve("out"),
        "--mapping",
        "crm-sales-opportunities",
        "--data",
        data.toString(),
        "--goals",
        file.toString(),
        "--store",
        "memory:");
  }

  @Test
  void namesTheMetricsThereAreWhenAGoalAsksForAnother() throws IOException {
    Run run =
        reviewAgainst(
            """
              - id: all
                title: Win 1000
                owner: Sales
                kpi: won.glory
                at-least: 1000
                scope: company
                period: FY2017-Q4
            """);

    assertThat(run.code()).isEqualTo(ReviewProgram.UNUSABLE);
    assertThat(run.err()).contains("odd.yaml, line 6").contains("won.glory").contains("won.value");
  }

  @Test
  void namesThePlaceOfATeamThatIsNotThereAndTheTeamsThereAre() throws IOException {
    Run run =
        reviewAgainst(
            """
              - id: all
                title: Win 1000
                owner: Sales
                kpi: won.value
                at-least: 1000
                scope: team=Atlantis
                period: FY2017-Q4
            """);

    assertThat(run.code()).isEqualTo(ReviewProgram.UNUSABLE);
    assertThat(run.err())
        .contains("odd.yaml, line 8, column 12: “scope” is “team=Atlantis”; allowed: team=");
  }

  @Test
  void saysInTheReadersLanguageWhyGoalsMakeNoPlan() throws IOException {
    Run run =
        reviewAgainst(
            """
              - id: all
                title: {en: Win 1000, zh: 赢单金额达到 1000}
                owner: Sales
                kpi: won.value
                at-least: 1000
                scope: company
                period: FY2017-Q4
              - id: ana
                title: {en: Ana wins 900, zh: Ana 赢单金额达到 900}
                owner: Ana
                kpi: won.value
                at-least: 900
                scope: person=Ana
                period: FY2017-Q4
                contributes-to: all
            """);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(run.page()))
        .contains(
            "the goal is USD 1,000, and there is nothing beside this to make up the rest: Ana exactly"
                + " USD 900");
    assertThat(Files.readString(run.chinesePage()))
        .contains("总目标为 USD 1,000，除此之外没有其他项可以补足差额：Ana 定为 USD 900。")
        .doesNotContain("nothing beside this");
    assertThat(run.json().at("/planProblem/zh").asText()).startsWith("总目标为 USD 1,000");
  }

  @Test
  void readsUtf16() throws IOException {
    Run run = review(("\ufeff" + HEADER + GOOD).getBytes(StandardCharsets.UTF_16LE));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.json().at("/book/won").asLong()).isEqualTo(1);
  }

  @Test
  void refusesAnEndlessLineInBoundedMemory() throws IOException {
    Path file = data.resolve("sales_pipeline.csv");
    byte[] start = (HEADER + "A1,").getBytes(StandardCharsets.UTF_8);
    Files.write(file, start);
    byte[] chunk = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      for (int i = 0; i < 1024; i++) {
        out.write(chunk);
      }
    }
    Run run =
        Run.into(
            folder.resolve("out"),
            "--mapping",
            "crm-sales-opportunities",
            "--data",
            data.toString(),
            "--store",
            "memory:");
    Files.delete(file);

    assertThat(run.code()).isEqualTo(ReviewProgram.UNUSABLE);
    assertThat(run.err()).contains("sales_pipeline.csv").contains("1,000,000");
  }

  @Nested
  class ACommandLine {
    @Test
    void withoutASourceIsExplained() {
      Run run = Run.into(folder);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--sample").contains("--mapping");
    }

    @Test
    void withAStoreThatCannotBeOpenedSaysSo() throws IOException {
      Files.writeString(data.resolve("sales_pipeline.csv"), HEADER + GOOD);
      Run run =
          Run.into(
              folder.resolve("out"),
              "--mapping",
              "crm-sales-opportunities",
              "--data",
              data.toString(),
              "--store",
              "carrier-pigeon:");

      assertThat(run.code()).isEqualTo(ReviewProgram.NO_STORE);
      assertThat(run.err()).contains("carrier-pigeon:").contains("memory:");
    }

    @Test
    void withAPeriodThatIsNoneSaysWhatIsAllowed() {
      Run run = Run.into(folder, "--sample", "--period", "Q4");

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("'Q4'").contains("FY2026-Q3");
    }

    @Test
    void withAMappingThatIsNotThereSaysSo() {
      Run run = Run.into(folder, "--mapping", "nowhere.yaml", "--data", data.toString());

      assertThat(run.code()).isEqualTo(ReviewProgram.UNUSABLE);
      assertThat(run.err()).contains("nowhere.yaml");
    }

    @Test
    void withARuleFileThatIsNotThereSaysSo() {
      Run run = Run.into(folder, "--sample", "--rules", "nowhere-rules.yaml");

      assertThat(run.code()).isEqualTo(ReviewProgram.UNUSABLE);
      assertThat(run.err()).contains("nowhere-rules.yaml");
    }

    @Test
    void withAWrongRuleFileIsToldEverythingThatIsWrong() throws IOException {
      Path rules =
          Files.writeString(
              folder.resolve("own.yaml"),
              """
              rules:
                smart.A2: {from: 5}
                monitor.person.behind: {tolerence: 0.1}
                smart.R99: off
              """);
      Run run = Run.into(folder, "--sample", "--rules", rules.toString());

      assertThat(run.code()).isEqualTo(ReviewProgram.UNUSABLE);
      assertThat(run.err())
          .contains("own.yaml, line 2, column 20: “smart.A2.from” is 5; allowed: a number from")
          .contains("own.yaml, line 3, column 27", "did you mean tolerance?")
          .contains("own.yaml, line 4, column 3: there is no rule “smart.R99”");
    }

    @Test
    void canBeExplainedInFull() {
      Run run = Run.into(folder, "--help");

      assertThat(run.code()).isZero();
      assertThat(run.out())
          .contains("--sample", "--mapping", "--data", "--goals", "--rules", "--period", "--as-of")
          .contains("--store", "--workspace", "--out", "--language", "--strict", "--quiet")
          .contains("Exit codes:");
    }
  }
}
