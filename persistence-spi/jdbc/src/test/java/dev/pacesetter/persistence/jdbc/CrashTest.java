package dev.pacesetter.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed in the middle of an import leaves whole batches, and all it announced.
 */
class CrashTest {

  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  private static final Workspace ACME = Workspace.of("acme");
  private static final int BATCH = 100;
  private static final int BATCHES = 1_000;

  @TempDir private Path folder;

  @Test
  void anH2FileHoldsWholeBatchesAfterAKill() throws Exception {
    killInTheMiddle("jdbc:h2:file:" + folder.resolve("sales"));
  }

  @Test
  void postgresHoldsWholeBatchesAfterAKill() throws Exception {
    killInTheMiddle(SERVER.newDatabase("crash"));
  }

  private static void killInTheMiddle(String url) throws Exception {
    int announced = runAndKill(url);

    try (Store store = Stores.open(url)) {
      JournalPort journal = store.journal(ACME);
      long found = journal.lastPosition();
      assertThat(found % BATCH).isZero();
      assertThat(found / BATCH).isBetween((long) announced, (long) BATCHES - 1);

      // starting again ends where an undisturbed run ends
      for (int batch = 0; batch < announced + 5; batch++) {
        journal.append(batch(batch));
      }
      List<EventRecord> stored = new ArrayList<>();
      journal.forEach(stored::add);
      List<EventRecord> undisturbed = new ArrayList<>();
      for (int batch = 0; batch < Math.max(announced + 5, found / BATCH); batch++) {
        undisturbed.addAll(batch(batch));
      }
      assertThat(stored).isEqualTo(undisturbed);
    }
  }

  /** Returns how many batches the process had announced when it was killed. */
  private static int runAndKill(String url) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CrashTest.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int announced = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (announced < 20) {
        String line = lines.readLine();
        assertThat(line).as("the process ended by itself").isEqualTo("appended " + announced);
        announced++;
      }
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    return announced;
  }

  private static List<EventRecord> batch(int batch) {
    return IntStream.range(0, BATCH)
        .mapToObj(
            i ->
                new EventRecord(
                    "e" + (batch * BATCH + i),
                    Instant.EPOCH.plusSeconds(i),
                    "StageEntered",
                    Fields.of(Map.of("stage", "x".repeat(500)))))
        .toList();
  }

  /** The process that is killed: appends batch after batch and announces each. */
  public static void main(String[] args) {
    try (Store store = Stores.open(args[0])) {
      JournalPort journal = store.journal(ACME);
      for (int batch = 0; batch < BATCHES; batch++) {
        journal.append(batch(batch));
        System.out.println("appended " + batch);
      }
    }
  }
}
