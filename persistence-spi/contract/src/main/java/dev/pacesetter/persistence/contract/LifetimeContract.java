package dev.pacesetter.persistence.contract;

import static dev.pacesetter.persistence.contract.Setting.body;
import static dev.pacesetter.persistence.contract.Setting.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.DocumentRevision;
import dev.pacesetter.persistence.JournalPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What closing means, and what outlives it. */
interface LifetimeContract extends Setting {

  @AfterEach
  default void openAgainForTheOthers() {
    reopen();
  }

  @Test
  default void keepsEverythingWhenOpenedAgain() {
    assumeTrue(isDurable(), "only for stores that keep data");
    DocumentKey key = DocumentKey.of("goal", "q3");
    journal().append(events("e", 12));
    DocumentRevision first = documents().save(key, body("first"), 0, NOON);
    DocumentRevision second = documents().save(key, body("second"), 1, NOON);

    reopen();

    assertThat(stored()).isEqualTo(events("e", 12));
    assertThat(journal().append(events("e", 13)).appended()).isEqualTo(1);
    assertThat(journal().lastPosition()).isEqualTo(13);
    assertThat(documents().history(key)).containsExactly(first, second);
    assertThat(documents().save(key, body("third"), 2, NOON).revision()).isEqualTo(3);
  }

  @Test
  default void refusesEveryCallOnceClosed() {
    JournalPort journal = journal();
    DocumentPort documents = documents();
    DocumentKey key = DocumentKey.of("goal", "q3");

    store().close();

    assertThatIllegalStateException().isThrownBy(this::journal).withMessageContaining("closed");
    assertThatIllegalStateException().isThrownBy(this::documents);
    assertThatIllegalStateException().isThrownBy(() -> journal.append(events("e", 1)));
    assertThatIllegalStateException().isThrownBy(journal::lastPosition);
    assertThatIllegalStateException().isThrownBy(() -> journal.read(0, 1));
    assertThatIllegalStateException().isThrownBy(() -> journal.forEachAsOf(NOON, e -> {}));
    assertThatIllegalStateException().isThrownBy(() -> documents.save(key, body("x"), 0, NOON));
    assertThatIllegalStateException().isThrownBy(() -> documents.latest(key));
    assertThatIllegalStateException().isThrownBy(() -> documents.history(key));
    assertThatIllegalStateException().isThrownBy(() -> documents.list("goal"));
  }

  @Test
  default void canBeClosedTwice() {
    store().close();
    store().close();

    assertThatIllegalStateException().isThrownBy(this::journal);
  }
}
