package dev.pacesetter.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceProgramTest {
  private static final String FUNNEL =
      """
      {"id": "f-1", "dialect": "best_chain", "mode": "ordered", "options": [], \
      "window": {"value": 5, "unit": "tick"}, "steps": ["lead", "won"], "exclusions": [], \
      "events": [{"subject": "u", "event": "lead", "ts": 0, "props": {}}, \
      {"subject": "u", "event": "won", "ts": 5, "props": {}}], \
      "expected": {"level_by_subject": {"u": LEVEL}}DOUBTFUL}
      """;
  private static final String AGREEING = FUNNEL.replace("LEVEL", "2").replace("DOUBTFUL", "");
  private static final String DISAGREEING = FUNNEL.replace("LEVEL", "1").replace("DOUBTFUL", "");
  private static final String DOUBTFUL =
      FUNNEL.replace("LEVEL", "1").replace("DOUBTFUL", ", \"doubtful\": true");
  private static final String STATISTIC =
      """
      {"id": "multiple_testing/adjust/1", "fn": "adjust", "in": {"p": [0.01, 0.04]}, \
      "out": {"bh": [0.02, 0.04], "sidak": [0.02, 0.04]}, "tol": 1e-13, "atol": 0.0}
      """;

  @TempDir private Path folder;

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("", lines));
  }

  @Nested
  class WhenEverythingAgrees {
    @Test
    void countsByGroupAndTopicAndEndsWith0() throws IOException {
      Run run = Run.of(file("a.jsonl", AGREEING, "\n", STATISTIC));

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out().lines())
          .containsExactly(
              "funnel: 1 passed, 0 failed, 0 not expressible",
              "  best_chain  ordered  -  1 passed, 0 failed, 0 not expressible",
              "multiple_testing: 1 passed, 0 failed, 1 not expressible",
              "  adjust  bh     -  1 passed, 0 failed, 0 not expressible",
              "  adjust  sidak  -  0 passed, 0 failed, 1 not expressible"
                  + " (not in the library yet)",
              "All: 2 passed, 0 failed, 1 not expressible");
    }

    @Test
    void saysItInChinese() throws IOException {
      assertThat(Run.of("--lang", "zh", file("a.jsonl", AGREEING)).out().lines())
          .contains("  best_chain  ordered  -  通过 1，失败 0，无法表达 0");
    }

    @Test
    void readsTheJsonLinesOfAFolderAndNothingElseInIt() throws IOException {
      file("a.jsonl", AGREEING);
      file("b.jsonl", STATISTIC);
      file("README.md", "not a case");

      assertThat(Run.of(folder).out()).contains("All: 2 passed");
    }

    @Test
    void saysTheSameInWhicheverOrderFilesAreGiven() throws IOException {
      Path funnels = file("a.jsonl", AGREEING);
      Path statistics = file("b.jsonl", STATISTIC);

      assertThat(Run.of(funnels, statistics)).isEqualTo(Run.of(statistics, funnels));
    }
  }

  @Nested
  class WhenSomethingDoesNot {
    @Test
    void endsWith1AndListsItOnDemand() throws IOException {
      Path file = file("a.jsonl", AGREEING, DISAGREEING);

      assertThat(Run.of(file).exitCode()).isEqualTo(1);
      assertThat(Run.of(file).out())
          .contains("1 passed, 1 failed, 0 not expressible")
          .doesNotContain("FAILED");
      assertThat(Run.of("--failures", file).out())
          .contains(
              "FAILED f-1 ("
                  + file
                  + ", line 2): level_by_subject.u is expected to be 1; the library answers 2");
    }

    @Test
    void tellsADoubtfulCaseFromAFailure() throws IOException {
      Run run = Run.of("--failures", file("a.jsonl", DOUBTFUL));

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .contains("0 passed, 0 failed, 0 not expressible, 1 doubtful")
          .contains("DOUBTFUL f-1");
    }

    @Test
    void writesJsonWithDocumentedNames() throws IOException {
      Path file = file("a.jsonl", DISAGREEING, STATISTIC, "{}");

      JsonNode json = new ObjectMapper().readTree(Run.of("--json", file).out());

      assertThat(json.at("/format").asInt()).isEqualTo(1);
      assertThat(json.at("/passed").asInt()).isEqualTo(1);
      assertThat(json.at("/failed").asInt()).isEqualTo(1);
      assertThat(json.at("/notExpressible").asInt()).isEqualTo(1);
      assertThat(json.at("/groups/0/topic").asText()).isEqualTo("funnel");
      assertThat(json.at("/groups/0/subject").asText()).isEqualTo("best_chain");
      assertThat(json.at("/groups/2/reasons/0/reason").asText()).isEqualTo("not-in-library");
      assertThat(json.at("/groups/2/reasons/0/text/zh").asText()).isEqualTo("本库尚未提供");
      assertThat(json.at("/disagreements/0/id").asText()).isEqualTo("f-1");
      assertThat(json.at("/disagreements/0/expected").asText()).isEqualTo("1");
      assertThat(json.at("/disagreements/0/got").asText()).isEqualTo("2");
      assertThat(json.at("/unreadable/0/line").asInt()).isEqualTo(3);
    }
  }

  @Nested
  class WhenSomethingCannotBeRead {
    @Test
    void namesFileAndLineAndReadsOn() throws IOException {
      Path file =
          file(
              "a.jsonl",
              "{\"id\": \n",
              "{\"id\": \"x\"}\n",
              AGREEING.replace("\"tick\"", "\"week\""),
              AGREEING.replace("\"ts\": 5", "\"ts\": \"noon\""),
              AGREEING.replace("\"expected\"", "\"wanted\""),
              AGREEING);

      Run run = Run.of(file);

      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.out()).contains("All: 1 passed");
      assertThat(run.err().lines())
          .satisfiesExactly(
              line -> assertThat(line).startsWith(file + ", line 1: it is not JSON, column"),
              line -> assertThat(line).startsWith(file + ", line 2: it is no case"),
              line ->
                  assertThat(line)
                      .isEqualTo(
                          file
                              + ", line 3: window.unit is \"week\"; it must be us, ms, s, min, h, d"
                              + " or tick."),
              line ->
                  assertThat(line)
                      .isEqualTo(
                          file
                              + ", line 4: events[1].ts is \"noon\"; it must be a moment such as"
                              + " 2024-01-31T08:00:00Z, or a whole number."),
              line ->
                  assertThat(line)
                      .isEqualTo(file + ", line 5: expected is missing; it must be an object."));
    }

    @Test
    void saysSoInChinese() throws IOException {
      Path file = file("a.jsonl", AGREEING.replace("\"expected\"", "\"wanted\""));

      assertThat(Run.of("--lang", "zh", file).err())
          .isEqualToIgnoringNewLines(file + "，第 1 行：缺少 expected；应为对象。");
    }

    @Test
    void stillTellsAFailureByTheExitCode() throws IOException {
      assertThat(Run.of(file("a.jsonl", DISAGREEING, "{}")).exitCode()).isEqualTo(1);
    }

    @Test
    void refusesAFileThatIsNotText() throws IOException {
      Path file = Files.write(folder.resolve("a.jsonl"), new byte[] {(byte) 0xC3, (byte) 0x28});

      Run run = Run.of(file);

      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err()).startsWith(file + " cannot be read");
    }
  }

  @Nested
  class WhenTheCommandLineIsWrong {
    @Test
    void asksForAFile() {
      assertThat(Run.of().exitCode()).isEqualTo(2);
    }

    @Test
    void namesTheFileThatIsNotThere() {
      Run run = Run.of(folder.resolve("none.jsonl"));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("There is no file or folder " + folder);
    }

    @Test
    void refusesALanguageItDoesNotSpeak() {
      assertThat(Run.of("--lang", "fr", folder).exitCode()).isEqualTo(2);
    }

    @Test
    void explainsItselfInBothLanguages() {
      assertThat(Run.of("--help").out()).contains("Exit codes:").contains("--failures");
      assertThat(Run.of("--help", "--lang=zh").out()).contains("退出码").contains("--failures");
    }
  }
}
