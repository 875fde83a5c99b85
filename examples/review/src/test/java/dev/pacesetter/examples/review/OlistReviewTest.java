package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 8,000 leads of which only the won ones are recorded. */
class OlistReviewTest {

  @Test
  void claimsNoWinRateWhereLossesAreNotRecorded(@TempDir Path folder) throws IOException {
    Run run = Run.into(folder, "--mapping", "olist", "--data", Run.data("olist-funnel").toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.json().at("/book/won").asLong()).isEqualTo(842);
    assertThat(run.json().at("/book/open").asLong()).isEqualTo(7_158);
    assertThat(run.json().get("notRecorded").toString()).contains("win.closed.count");
    assertThat(run.json().has("goals")).isFalse();
    assertThat(Files.readString(run.page())).contains("842 won").doesNotContain("BRL 0");
  }
}
