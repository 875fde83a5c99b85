package dev.pacesetter.persistence.contract;

import static dev.pacesetter.persistence.contract.Setting.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.DocumentRevision;
import dev.pacesetter.persistence.RevisionConflictException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every revision is kept, and two people who change the same one cannot both win. */
interface DocumentContract extends Setting {

  DocumentKey GOAL = DocumentKey.of("goal", "q3-emea");

  @Test
  default void isNotThereBeforeItIsSaved() {
    assertThat(documents().latest(GOAL)).isEmpty();
    assertThat(documents().latestAsOf(GOAL, Instant.MAX)).isEmpty();
    assertThat(documents().history(GOAL)).isEmpty();
    assertThat(documents().list("goal")).isEmpty();
  }

  @Test
  default void givesBackWhatWasSaved() {
    Instant savedAt = Instant.parse("2026-07-01T12:00:00.123456789Z");

    DocumentRevision saved = documents().save(GOAL, body("first"), 0, savedAt);

    assertThat(saved).isEqualTo(new DocumentRevision(GOAL, 1, savedAt, body("first")));
    assertThat(documents().latest(GOAL)).contains(saved);
  }

  @Test
  default void keepsEveryRevision() {
    DocumentRevision first = documents().save(GOAL, body("first"), 0, NOON);
    DocumentRevision second = documents().save(GOAL, body("second"), 1, NOON.plusSeconds(1));
    DocumentRevision same = documents().save(GOAL, body("second"), 2, NOON.plusSeconds(1));

    assertThat(documents().history(GOAL)).containsExactly(first, second, same);
    assertThat(documents().latest(GOAL)).contains(same);
    assertThat(same.revision()).isEqualTo(3);
  }

  @Test
  default void refusesASaveOverAnUnseenRevisionAndSaysWhichIsThere() {
    documents().save(GOAL, body("first"), 0, NOON);
    documents().save(GOAL, body("second"), 1, NOON);

    for (long expected : new long[] {0, 1, 3}) {
      assertThatExceptionOfType(RevisionConflictException.class)
          .isThrownBy(() -> documents().save(GOAL, body("mine"), expected, NOON))
          .withMessageContaining("goal q3-emea is at revision 2, expected " + expected)
          .satisfies(
              e -> {
                assertThat(e.key()).isEqualTo(GOAL);
                assertThat(e.expected()).isEqualTo(expected);
                assertThat(e.found()).isEqualTo(2);
              });
    }
    assertThat(documents().history(GOAL)).hasSize(2);
    assertThat(documents().save(GOAL, body("third"), 2, NOON).revision()).isEqualTo(3);
  }

  @Test
  default void refusesToContinueADocumentThatDoesNotExist() {
    assertThatExceptionOfType(RevisionConflictException.class)
        .isThrownBy(() -> documents().save(GOAL, body("mine"), 1, NOON))
        .satisfies(e -> assertThat(e.found()).isZero());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> documents().save(GOAL, body("mine"), -1, NOON));
    assertThat(documents().list("goal")).isEmpty();
  }

  @Test
  default void savingIfChangedTwiceChangesNothing() {
    DocumentRevision first = documents().saveIfChanged(GOAL, body("same"), NOON);
    DocumentRevision again = documents().saveIfChanged(GOAL, body("same"), NOON.plusSeconds(9));
    DocumentRevision changed = documents().saveIfChanged(GOAL, body("new"), NOON.plusSeconds(9));

    assertThat(again).isEqualTo(first);
    assertThat(documents().history(GOAL)).containsExactly(first, changed);
  }

  @Test
  default void savingIfChangedLooksAtTheLatestRevisionOnly() {
    documents().saveIfChanged(GOAL, body("a"), NOON);
    documents().saveIfChanged(GOAL, body("b"), NOON);

    assertThat(documents().saveIfChanged(GOAL, body("a"), NOON).revision()).isEqualTo(3);
  }

  @Test
  default void isKnownAsItWasAtAnInstant() {
    DocumentRevision first = documents().save(GOAL, body("first"), 0, NOON);
    DocumentRevision second = documents().save(GOAL, body("second"), 1, NOON.plusNanos(2));

    assertThat(documents().latestAsOf(GOAL, NOON.minusNanos(1))).isEmpty();
    assertThat(documents().latestAsOf(GOAL, NOON)).contains(first);
    assertThat(documents().latestAsOf(GOAL, NOON.plusNanos(1))).contains(first);
    assertThat(documents().latestAsOf(GOAL, NOON.plusNanos(2))).contains(second);
    assertThat(documents().latestAsOf(GOAL, Instant.MAX)).contains(second);
  }

  @Test
  default void takesTheHighestRevisionWhereTimesRunBackwards() {
    documents().save(GOAL, body("first"), 0, NOON);
    DocumentRevision backdated = documents().save(GOAL, body("second"), 1, NOON.minusSeconds(9));

    assertThat(documents().latestAsOf(GOAL, NOON)).contains(backdated);
    assertThat(documents().latestAsOf(GOAL, NOON.minusSeconds(9))).contains(backdated);
  }

  @Test
  default void isListedByKindInTheOrderOfIds() {
    for (String id : List.of("b", "a", "10", "9", "B", "é", "中", "😀", "\uFF45")) {
      documents().save(DocumentKey.of("goal", id), body(id), 0, NOON);
    }
    documents().save(DocumentKey.of("goal", "b"), body("newer"), 1, NOON.plusSeconds(1));
    documents().save(DocumentKey.of("plan", "a"), body("a plan"), 0, NOON);

    assertThat(documents().list("goal"))
        .extracting(revision -> revision.key().id())
        .containsExactly("10", "9", "B", "a", "b", "é", "中", "😀", "\uFF45");
    assertThat(documents().list("goal"))
        .filteredOn(revision -> revision.key().id().equals("b"))
        .extracting(DocumentRevision::body)
        .containsExactly(body("newer"));
    assertThat(documents().list("Goal")).isEmpty();
  }

  @Test
  default void isListedAsItWasAtAnInstant() {
    DocumentKey later = DocumentKey.of("goal", "later");
    DocumentRevision first = documents().save(GOAL, body("first"), 0, NOON);
    DocumentRevision second = documents().save(GOAL, body("second"), 1, NOON.plusSeconds(1));
    DocumentRevision other = documents().save(later, body("other"), 0, NOON.plusSeconds(1));

    assertThat(documents().listAsOf("goal", NOON.minusNanos(1))).isEmpty();
    assertThat(documents().listAsOf("goal", NOON)).containsExactly(first);
    assertThat(documents().listAsOf("goal", NOON.plusSeconds(1))).containsExactly(other, second);
  }

  @Test
  default void isSavedByExactlyOneOfManyWhoSaveAtOnce() {
    documents().save(GOAL, body("start"), 0, NOON);
    for (long revision = 1; revision <= 8; revision++) {
      long expected = revision;
      List<Optional<DocumentRevision>> saves =
          Together.run(
              IntStream.range(0, 3)
                  .mapToObj(
                      who ->
                          (Callable<Optional<DocumentRevision>>)
                              () -> trySave("by " + who, expected))
                  .toList());

      List<DocumentRevision> won = saves.stream().flatMap(Optional::stream).toList();
      assertThat(won).hasSize(1);
      assertThat(documents().latest(GOAL)).contains(won.get(0));
      assertThat(won.get(0).revision()).isEqualTo(expected + 1);
    }
    assertThat(documents().history(GOAL)).hasSize(9);
  }

  private Optional<DocumentRevision> trySave(String title, long expected) {
    try {
      return Optional.of(documents().save(GOAL, body(title), expected, NOON));
    } catch (RevisionConflictException e) {
      assertThat(e.found()).isGreaterThan(expected);
      return Optional.empty();
    }
  }
}
