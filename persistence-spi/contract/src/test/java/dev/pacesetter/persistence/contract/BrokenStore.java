package dev.pacesetter.persistence.contract;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.DocumentRevision;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.JournalEntry;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The in-memory store with one mistake a backend might make. */
final class BrokenStore implements Store {

  /** The mistake, and a test that must notice it. */
  enum Mistake {
    HIDES_CONFLICTS("reportsOtherContentUnderAKnownIdAndKeepsWhatWasThere"),
    APPENDS_ONE_BY_ONE("appendsNothingOfABatchThatHoldsNull"),
    CUTS_TIME_TO_MILLISECONDS("reachesFromTheFirstInstantToTheLast"),
    IGNORES_THE_CASE_OF_IDS("tellsIdsApartThatDifferOnlyInCaseOrAccentOrSpace"),
    READS_AS_OF_BY_POSITION("ordersByTimeWhateverTheOrderOfArrival"),
    EXCLUDES_THE_INSTANT_ITSELF("includesTheInstantItselfAndNothingLater"),
    READS_FROM_THE_POSITION_ITSELF("readsFromAPositionUpToALimit"),
    MIXES_WORKSPACES("eachHasAJournalOfItsOwn"),
    LETS_THE_LAST_SAVE_WIN("refusesASaveOverAnUnseenRevisionAndSaysWhichIsThere"),
    LISTS_UNORDERED("isListedByKindInTheOrderOfIds"),
    NEVER_CLOSES("refusesEveryCallOnceClosed");

    final String noticedBy;

    Mistake(String noticedBy) {
      this.noticedBy = noticedBy;
    }
  }

  private final Store store = Stores.open("memory:");
  private final Mistake mistake;

  BrokenStore(Mistake mistake) {
    this.mistake = mistake;
  }

  private boolean has(Mistake asked) {
    return mistake == asked;
  }

  @Override
  public JournalPort journal(Workspace workspace) {
    return new BrokenJournal(
        store.journal(has(Mistake.MIXES_WORKSPACES) ? Workspace.of("all") : workspace));
  }

  @Override
  public DocumentPort documents(Workspace workspace) {
    return new BrokenDocuments(store.documents(workspace));
  }

  @Override
  public void close() {
    if (!has(Mistake.NEVER_CLOSES)) {
      store.close();
    }
  }

  private final class BrokenJournal implements JournalPort {
    private final JournalPort journal;

    BrokenJournal(JournalPort journal) {
      this.journal = journal;
    }

    @Override
    public AppendResult append(List<EventRecord> events) {
      AppendResult result = AppendResult.NONE;
      if (has(Mistake.APPENDS_ONE_BY_ONE)) {
        for (EventRecord event : events) {
          result = result.plus(journal.append(List.of(event)));
        }
        return result;
      }
      result = journal.append(events.stream().map(this::stored).toList());
      return has(Mistake.HIDES_CONFLICTS)
          ? AppendResult.of(result.appended(), result.duplicates() + result.conflicts().size())
          : result;
    }

    private EventRecord stored(EventRecord event) {
      return new EventRecord(
          has(Mistake.IGNORES_THE_CASE_OF_IDS) ? event.id().toLowerCase(Locale.ROOT) : event.id(),
          has(Mistake.CUTS_TIME_TO_MILLISECONDS)
              ? event.occurredAt().truncatedTo(ChronoUnit.MILLIS)
              : event.occurredAt(),
          event.type(),
          event.payload());
    }

    @Override
    public long lastPosition() {
      return journal.lastPosition();
    }

    @Override
    public ImmutableList<JournalEntry> read(long afterPosition, int limit) {
      return journal.read(
          has(Mistake.READS_FROM_THE_POSITION_ITSELF)
              ? Math.max(0, afterPosition - 1)
              : afterPosition,
          limit);
    }

    @Override
    public void forEach(Consumer<? super EventRecord> action) {
      journal.forEach(action);
    }

    @Override
    public void forEachAsOf(Instant asOf, Consumer<? super EventRecord> action) {
      if (has(Mistake.READS_AS_OF_BY_POSITION)) {
        journal.forEach(
            event -> {
              if (!event.occurredAt().isAfter(asOf)) {
                action.accept(event);
              }
            });
      } else {
        journal.forEachAsOf(
            has(Mistake.EXCLUDES_THE_INSTANT_ITSELF) && asOf.isAfter(Instant.MIN)
                ? asOf.minusNanos(1)
                : asOf,
            action);
      }
    }
  }

  private final class BrokenDocuments implements DocumentPort {
    private final DocumentPort documents;

    BrokenDocuments(DocumentPort documents) {
      this.documents = documents;
    }

    @Override
    public DocumentRevision save(
        DocumentKey key, Fields body, long expectedRevision, Instant savedAt) {
      long expected =
          has(Mistake.LETS_THE_LAST_SAVE_WIN)
              ? documents.latest(key).map(DocumentRevision::revision).orElse(0L)
              : expectedRevision;
      return documents.save(key, body, expected, savedAt);
    }

    @Override
    public Optional<DocumentRevision> latest(DocumentKey key) {
      return documents.latest(key);
    }

    @Override
    public ImmutableList<DocumentRevision> history(DocumentKey key) {
      return documents.history(key);
    }

    @Override
    public ImmutableList<DocumentRevision> list(String kind) {
      ImmutableList<DocumentRevision> list = documents.list(kind);
      return has(Mistake.LISTS_UNORDERED) ? list.reverse() : list;
    }
  }
}
