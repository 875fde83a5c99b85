package dev.pacesetter.persistence.repository;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.GoalLedger;
import dev.pacesetter.goal.IllegalEntryException;
import dev.pacesetter.goal.LedgerEntry;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.RevisionConflictException;

/**
 * The goal ledger of one workspace, an entry a document: the first revision of it is the only one.
 *
 * <p>The id of a document is the place of its entry, so that two people who append at the same
 * moment ask for the same place and only one of them gets it. Safe for use by many threads and,
 * where the store is shared, by many processes.
 */
public final class LedgerRepository {

  private static final String SUBJECT = "the ledger";

  /** An entry and where it stands, from 1. */
  private record Placed(long place, LedgerEntry entry) {

    String id() {
      // as wide as any place there will be, so that ids sort as places do
      return "%010d".formatted(place);
    }
  }

  private final Repository<Placed> places;

  LedgerRepository(DocumentPort documents, ImmutableList<StandIn<?, ?>> types) {
    places = new Repository<>(documents, "ledger", RecordCodec.of(Placed.class, types), Placed::id);
  }

  /**
   * Returns everything that was recorded.
   *
   * @return the ledger; empty if nothing was
   * @throws UnreadableFieldsException if an entry was written by a version that this one does not
   *     understand, or the entries are no ledger
   * @throws dev.pacesetter.persistence.StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  public GoalLedger load() {
    ImmutableList<LedgerEntry> entries = stored();
    try {
      return GoalLedger.of(entries);
    } catch (IllegalEntryException e) {
      throw new UnreadableFieldsException(SUBJECT, "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Appends what a ledger has beyond the stored one.
   *
   * @param ledger the stored ledger as the caller read it, with more entries
   * @return how many entries were appended; 0 if all are stored already
   * @throws DivergedException if the stored ledger has other entries than this one; those that were
   *     appended before somebody else came between are stored for good
   * @throws IllegalArgumentException if an entry holds what no store can keep
   * @throws UnreadableFieldsException if a stored entry was written by a version that this one does
   *     not understand
   * @throws dev.pacesetter.persistence.StoreException if the store fails; entries before that are
   *     stored
   * @throws IllegalStateException if the store is closed
   */
  public int append(GoalLedger ledger) {
    ImmutableList<LedgerEntry> stored = stored();
    ImmutableList<LedgerEntry> entries = ledger.entries();
    int known = Math.min(stored.size(), entries.size());
    if (!entries.subList(0, known).equals(stored.subList(0, known))) {
      throw new DivergedException(
          SUBJECT, "has other entries than the %d to append to it".formatted(entries.size()));
    }
    for (int place = known; place < entries.size(); place++) {
      LedgerEntry entry = entries.get(place);
      try {
        places.save(new Placed(place + 1L, entry), 0, entry.recordedAt());
      } catch (RevisionConflictException e) {
        throw new DivergedException(
            SUBJECT, "has another entry at place %d than %s".formatted(place + 1, entry.id()), e);
      }
    }
    return entries.size() - known;
  }

  private ImmutableList<LedgerEntry> stored() {
    ImmutableList<Placed> all = places.all();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).place() != i + 1L) {
        throw new UnreadableFieldsException(
            SUBJECT,
            "has an entry at place %d; it must be %d".formatted(all.get(i).place(), i + 1));
      }
    }
    return all.stream().map(Placed::entry).collect(toImmutableList());
  }
}
