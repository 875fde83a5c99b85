package dev.pacesetter.persistence.contract;

import static dev.pacesetter.persistence.contract.Setting.body;
import static dev.pacesetter.persistence.contract.Setting.event;
import static dev.pacesetter.persistence.contract.Setting.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** No call can cross workspaces. */
interface WorkspaceContract extends Setting {

  @Test
  default void eachHasAJournalOfItsOwn() {
    JournalPort theirs = store().journal(otherWorkspace());
    journal().append(events("ours", 3));

    theirs.append(List.of(event("ours-2"), event("theirs")));

    assertThat(theirs.lastPosition()).isEqualTo(2);
    assertThat(Setting.ids(theirs.read(0, 10))).containsExactly("ours-2", "theirs");
    assertThat(theirs.read(0, 10).get(0).event()).isEqualTo(event("ours-2"));
    assertThat(stored()).isEqualTo(events("ours", 3));
    assertThat(storedAsOf(Instant.MAX)).isEqualTo(events("ours", 3));
  }

  @Test
  default void eachHasDocumentsOfItsOwn() {
    Workspace other = otherWorkspace();
    DocumentKey key = DocumentKey.of("goal", "q3");
    documents().save(key, body("ours"), 0, NOON);

    store().documents(other).save(key, body("theirs"), 0, NOON);

    assertThat(documents().history(key)).hasSize(1);
    assertThat(documents().list("goal"))
        .singleElement()
        .satisfies(revision -> assertThat(revision.body()).isEqualTo(body("ours")));
    assertThat(store().documents(other).latest(key))
        .hasValueSatisfying(revision -> assertThat(revision.body()).isEqualTo(body("theirs")));
  }

  @Test
  default void areToldApartByCase() {
    Workspace upper = Workspace.of(workspace().id().toUpperCase(Locale.ROOT));
    journal().append(events("e", 1));

    assertThat(store().journal(upper).lastPosition()).isZero();
  }

  @Test
  default void showTheSameDataThroughEveryPort() {
    journal().append(events("e", 2));

    assertThat(store().journal(Workspace.of(workspace().id())).lastPosition()).isEqualTo(2);
  }
}
