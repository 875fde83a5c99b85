package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.goal.Agreement;
import dev.pacesetter.goal.AgreementStep.Accepted;
import dev.pacesetter.goal.AgreementStep.Declined;
import dev.pacesetter.goal.Proposal;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import dev.pacesetter.persistence.repository.LoopStore;
import dev.pacesetter.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members say to a goal is in the store; the page shows it beside the goal. */
class AgreedGoalsReviewTest {
  private static final String TEAM = "fy25-q4-emea-west";
  private static final Instant PROPOSED = Instant.parse("2025-09-15T09:00:00Z");

  @TempDir private static Path folder;
  private static JsonNode before;
  private static Run after;

  /** The team's goal is proposed as it is split; one member declines, and the others accept. */
  @BeforeAll
  static void agree() throws IOException {
    String url = "jdbc:h2:file:" + folder.resolve("store/agreed").toAbsolutePath();
    before =
        Run.into(
                folder.resolve("before"),
                "--sample",
                "--quiet",
                "--workspace",
                "agreed",
                "--store",
                url)
            .json();
    try (Store store = Stores.open(url)) {
      LoopStore loop = LoopStore.of(store, Workspace.of("agreed"));
      SalesGoal team = loop.goals().find(TEAM).orElseThrow();
      Map<String, Long> shares = new TreeMap<>();
      loop.goals().all().stream()
          .filter(goal -> goal.contributesTo().filter(TEAM::equals).isPresent())
          .forEach(goal -> shares.put(goal.owner().orElseThrow(), goal.target().amount()));
      Agreement agreement =
          Agreement.propose("T00", PROPOSED, Proposal.of(team, shares), Text.of("as in Q3"));
      String first = shares.keySet().iterator().next();
      for (Map.Entry<String, Long> share : shares.entrySet()) {
        agreement =
            agreement.with(
                share.getKey().equals(first)
                    ? new Declined(
                        first,
                        PROPOSED,
                        Text.of("too few leads", "线索太少"),
                        OptionalLong.of(10_000_000))
                    : new Accepted(share.getKey(), PROPOSED, share.getValue()));
      }
      loop.agreements().save(agreement, PROPOSED);
    }
    after =
        Run.into(
            folder.resolve("after"),
            "--sample",
            "--quiet",
            "--workspace",
            "agreed",
            "--store",
            url);
  }

  private static JsonNode goal(JsonNode review, String id) {
    for (JsonNode goal : review.get("goals")) {
      if (goal.get("id").asText().equals(id)) {
        return goal;
      }
    }
    throw new AssertionError("there is no goal " + id);
  }

  @Test
  void showsThatNothingIsRecorded() throws IOException {
    assertThat(goal(before, TEAM).get("acceptance").get("state").asText()).isEqualTo("UNRECORDED");
    assertThat(Files.readString(folder.resolve("before/review.html")))
        .contains("Nothing is recorded about who has accepted this goal.");
    assertThat(Files.readString(folder.resolve("before/review.zh.html")))
        .contains("没有记录表明何人已接受该目标。");
  }

  @Test
  void showsWhoAcceptedAndWhoDidNot() throws IOException {
    JsonNode acceptance = goal(after.json(), TEAM).get("acceptance");
    assertThat(acceptance.get("state").asText()).isEqualTo("DECLINED");
    assertThat(acceptance.get("members").get(0).get("counter").asLong()).isEqualTo(10_000_000);
    assertThat(Files.readString(after.page()))
        .contains("and would take EUR 100,000: “too few leads”.");
    assertThat(Files.readString(after.chinesePage())).contains("愿意承担 EUR 100,000：“线索太少”。");
  }

  @Test
  void showsItBesideThePeopleWhoseShareItIs() throws IOException {
    JsonNode members = goal(after.json(), TEAM).get("acceptance").get("members");
    for (JsonNode member : members) {
      String own = TEAM + "/" + member.get("person").asText();
      assertThat(goal(after.json(), own).get("acceptance").get("state").asText())
          .isEqualTo(member.get("answer").asText());
    }
    assertThat(Files.readString(after.page())).contains(">accepted</td>", ">declined</td>");
    assertThat(goal(after.json(), "fy25-q4-company").get("acceptance").get("state").asText())
        .isEqualTo("UNRECORDED");
  }
}
