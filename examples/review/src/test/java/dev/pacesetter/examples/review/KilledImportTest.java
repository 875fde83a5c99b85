package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.persistence.JournalEntry;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
  private static final Workspace SAMPLE = Workspace.of("sample");

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void endsWithTheSameJournalAsAnUndisturbedRun(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path killed = folder.resolve("killed");
    killWhileStoring(killed);
    ImmutableList<JournalEntry> part = journal(killed);

    Run resumed = Run.into(killed, "--sample", "--quiet");
    Run undisturbed = Run.into(folder.resolve("undisturbed"), "--sample", "--quiet");

    assertThat(resumed.code()).isZero();
    assertThat(undisturbed.code()).isZero();
    ImmutableList<JournalEntry> whole = journal(folder.resolve("undisturbed"));
    assertThat(part).as("stored before the end came").isNotEmpty().hasSizeLessThan(whole.size());
    assertThat(journal(killed)).isEqualTo(whole);
  }

  /** Runs the program in a machine of its own and ends it without warning. */
  private static void killWhileStoring(Path folder) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ReviewProgram.class.getName(),
            "--sample",
            "--out",
            folder.toString());
    builder.environment().remove("TERM");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("Storing")) {
        said.append(line).append('\n');
        line = lines.readLine();
      }
      assertThat(line).as("it was storing after it said:%n%s", said).isNotNull();
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static ImmutableList<JournalEntry> journal(Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("store").resolve("pacesetter").toAbsolutePath();
    try (Store store = Stores.open(url)) {
      return store.journal(SAMPLE).read(0, Integer.MAX_VALUE);
    }
  }
}
