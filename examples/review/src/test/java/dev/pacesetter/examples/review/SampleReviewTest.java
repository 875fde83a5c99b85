package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled sample, whose truth is known: truth.json beside it tells what was planted. */
class SampleReviewTest {
  @TempDir private static Path folder;
  private static Run first;

  @BeforeAll
  static void run() {
    first = Run.into(folder.resolve("first"), "--sample", "--quiet");
  }

  @Test
  void writesPagesNotesAndNumbers() {
    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isZero();
    assertThat(first.page()).isNotEmptyFile();
    assertThat(first.chinesePage()).isNotEmptyFile();
    assertThat(first.folder().resolve("notes/en/person-S02.md")).isNotEmptyFile();
    assertThat(first.folder().resolve("notes/zh/person-S02.md")).isNotEmptyFile();
  }

  @Test
  void tellsWhoWinsManyAndClosesSmallToLookAtNegotiation() throws IOException {
    assertThat(Files.readString(first.folder().resolve("notes/en/person-S02.md")))
        .containsIgnoringCase("negotiat");
    assertThat(Files.readString(first.folder().resolve("notes/zh/person-S02.md"))).contains("谈判");
  }

  @Test
  void namesOnlyThoseAboutWhomSomethingWasPlanted() throws IOException {
    JsonNode comparisons = first.json().get("peers");
    TreeSet<String> named = new TreeSet<>();
    for (JsonNode comparison : comparisons) {
      if (List.of("ABOVE", "BELOW").contains(comparison.get("verdict").asText())) {
        named.add(comparison.get("person").asText());
      }
    }
    assertThat(named).isSubsetOf("S02", "S05", "S06").contains("S02");
  }

  @Test
  void saysTheSameTwiceByteForByte() throws IOException {
    Run again = Run.into(folder.resolve("again"), "--sample", "--quiet", "--store", "memory:");

    assertThat(texts(again.folder())).isEqualTo(texts(first.folder()));
  }

  @Test
  void changesNothingWhenTheSameExportIsImportedAgain() throws IOException {
    List<String> before = texts(first.folder());

    Run again = Run.into(first.folder(), "--sample");

    assertThat(again.out()).contains("0 new facts").contains("0 in conflict");
    assertThat(texts(first.folder())).isEqualTo(before);
  }

  @Test
  void judgesByTheRulesOfAFile() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            rules:
              smart.R5: off
              smart.A2: {lowest: 0.5, from: 0.7, to: 0.9}
              monitor.person.behind: off
            """);
    Run own =
        Run.into(
            folder.resolve("own"),
            "--sample",
            "--quiet",
            "--store",
            "memory:",
            "--rules",
            rules.toString());

    assertThat(own.err()).isEmpty();
    assertThat(first.json().findValuesAsText("rule")).contains("smart.R5", "smart.A2");
    assertThat(own.json().findValuesAsText("rule"))
        .contains("smart.A2", "monitor.team.behind")
        .doesNotContain("smart.R5", "monitor.person.behind");
  }

  @Test
  void coversEveryPersonOnce() throws IOException {
    List<String> people =
        StreamSupport.stream(first.json().get("notes").spliterator(), false)
            .map(note -> note.get("person").asText())
            .toList();
    assertThat(people).doesNotHaveDuplicates().hasSizeBetween(10, 12);
  }

  /** Everything written for people, without the store. */
  private static List<String> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(html|json|md)"))
          .sorted()
          .map(
              file -> {
                try {
                  return folder.relativize(file) + "\n" + Files.readString(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    }
  }
}
