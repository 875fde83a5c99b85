package dev.pacesetter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "Acme-2026", "0.eu_west", "x"})
  void aWorkspaceHasAPlainId(String id) {
    assertThat(Workspace.of(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-a", "a/b", "a b", "é", "a'; drop table"})
  void aWorkspaceRefusesAnyOtherIdAndSaysWhatIsAllowed(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workspace.of(id))
        .withMessageStartingWith("Workspace id is \"" + id + "\"; it must have 1 to 64 characters");
  }

  @Test
  void aWorkspaceIdHasAtMost64Characters() {
    assertThat(Workspace.of("a".repeat(64)).id()).hasSize(64);
    assertThatIllegalArgumentException().isThrownBy(() -> Workspace.of("a".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "\uD83D"})
  void anEventIdMustBeSomethingEveryBackendCanKeep(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventRecord(id, Instant.EPOCH, "won", Fields.empty()))
        .withMessageStartingWith("EventRecord id ");
  }

  @Test
  void anEventIdHasAtMost200Characters() {
    String longest = "é".repeat(200);

    assertThat(new EventRecord(longest, Instant.EPOCH, "won", Fields.empty()).id())
        .isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventRecord(longest + "x", Instant.EPOCH, "won", Fields.empty()))
        .withMessageContaining("it must have 1 to 200 characters");
  }

  @Test
  void aDocumentKeyNamesTheWrongPart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentKey.of(" ", "q3"))
        .withMessageStartingWith("DocumentKey kind is \" \"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentKey.of("goal", ""))
        .withMessageStartingWith("DocumentKey id is \"\"");
  }
}
