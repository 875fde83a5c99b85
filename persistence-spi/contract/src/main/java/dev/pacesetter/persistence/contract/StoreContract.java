package dev.pacesetter.persistence.contract;

import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Workspace;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What every store promises; extend it and say how to open yours.
 *
 * <p>Each test uses workspaces no other test of this run uses, so one database can serve all of
 * them; it must not hold anything from an earlier run. No test takes longer than a minute.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class StoreContract {

  private final AtomicInteger workspaces = new AtomicInteger();
  private @Nullable Store store;

  /** For the class that extends this one. */
  protected StoreContract() {}

  /**
   * Opens the store under test. Called several times; a durable store opens the same data each
   * time.
   *
   * @return an open store; the contract closes it
   */
  protected abstract Store open();

  /**
   * Returns whether data outlives the closing of the store.
   *
   * @return {@code true} unless overridden
   */
  protected boolean isDurable() {
    return true;
  }

  @AfterAll
  final void closeStore() {
    if (store != null) {
      store.close();
    }
  }

  private Workspace newWorkspace() {
    return Workspace.of("contract-" + workspaces.incrementAndGet());
  }

  /** A case of the contract sees the store through these. */
  abstract class Case implements Setting {
    private Workspace workspace = newWorkspace();

    @BeforeEach
    final void useAFreshWorkspace() {
      workspace = newWorkspace();
    }

    @Override
    public Store store() {
      // at the first use, when whatever the extending class prepares is ready
      Store current = store == null ? open() : store;
      store = current;
      return current;
    }

    @Override
    public Workspace workspace() {
      return workspace;
    }

    @Override
    public Workspace otherWorkspace() {
      return newWorkspace();
    }

    @Override
    public void reopen() {
      store().close();
      store = open();
    }

    @Override
    public boolean isDurable() {
      return StoreContract.this.isDurable();
    }
  }

  @Nested
  class AJournal extends Case implements JournalContract {}

  @Nested
  class AJournalAsOf extends Case implements JournalAsOfContract {}

  @Nested
  class AJournalUnderConcurrentAppenders extends Case implements ConcurrentJournalContract {}

  @Nested
  class ADocument extends Case implements DocumentContract {}

  @Nested
  class AgreedGoals extends Case implements AgreedGoalsContract {}

  @Nested
  class Content extends Case implements ContentContract {}

  @Nested
  class Workspaces extends Case implements WorkspaceContract {}

  @Nested
  class OpeningAndClosing extends Case implements LifetimeContract {}
}
