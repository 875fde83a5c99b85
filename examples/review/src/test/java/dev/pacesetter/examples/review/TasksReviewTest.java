package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks beside the bundled sample. */
class TasksReviewTest {
  static final String TASKS =
      """
      start: 2025-10-01
      people: {S02: 4}
      tasks:
        - {id: list, title: {en: List accounts, zh: 列出客户}, owner: S02, hours: 12, due: 2025-10-05}
        - {id: call, title: Call, owner: S01, days: 5, after: [list], due: 2025-10-09, goal: fy25-q4-emea-west}
        - {id: write, title: Write, owner: S01, days: 1, after: [list]}
      """;

  @TempDir private Path folder;

  private Run run(String name, String tasks) throws IOException {
    Path file = Files.writeString(folder.resolve("tasks.yaml"), tasks);
    return Run.into(
        folder.resolve(name), "--sample", "--store", "memory:", "--tasks", file.toString());
  }

  private static String calendar(Run run, String name) throws IOException {
    return Files.readString(run.folder().resolve(name));
  }

  @Test
  void areWrittenAsACalendarInBothLanguagesAndAsNumbers() throws IOException {
    Run run = run("first", TASKS);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("The task “list” is due on a day off; the working day before is 2025-10-03.")
        .contains("Late: “Call” is due on 2025-10-09")
        .contains("Too much to do: S01 has 48.0 h of work in the week of 2025-10-06");
    assertThat(calendar(run, "plan.ics"))
        .contains("SUMMARY:List accounts\r\n")
        .contains("UID:milestone/fy25-q4-company/2025-12-31@sample.pacesetter\r\n")
        .contains("UID:milestone/fy25-q4-emea-west/2025-10-31@sample.pacesetter\r\n")
        .doesNotContain("fy25-q4-asia-pacific");
    assertThat(calendar(run, "plan.zh.ics")).contains("SUMMARY:列出客户\r\n");
    JsonNode tasks = run.json().get("tasks");
    assertThat(tasks.get("list")).hasSize(3);
    assertThat(tasks.get("criticalPath").toString()).isEqualTo("[\"list\",\"call\"]");
    assertThat(tasks.get("late").get(0).get("workingDays").asInt()).isEqualTo(1);
    assertThat(calendar(run("again", TASKS), "plan.ics")).isEqualTo(calendar(run, "plan.ics"));
  }

  @Test
  void ofSomebodyWhoIsNotThereEndTheRunWithTheLine() throws IOException {
    Run run = run("refused", TASKS.replace("owner: S02", "owner: S99"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("tasks.yaml, line 4, column 61: “owner” is “S99”; allowed: S01, S02");
    assertThat(run.folder().resolve("plan.ics")).doesNotExist();
  }
}
