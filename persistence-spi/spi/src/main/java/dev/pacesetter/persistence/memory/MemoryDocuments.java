package dev.pacesetter.persistence.memory;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.DocumentRevision;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.RevisionConflictException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The revisions of every document; the number of a revision is its index plus one. */
final class MemoryDocuments implements DocumentPort {

  private final MemoryStore store;

  @GuardedBy("this")
  private final Map<DocumentKey, List<DocumentRevision>> revisions = new HashMap<>();

  MemoryDocuments(MemoryStore store) {
    this.store = store;
  }

  @Override
  public synchronized DocumentRevision save(
      DocumentKey key, Fields body, long expectedRevision, Instant savedAt) {
    store.checkOpen();
    checkArgument(
        expectedRevision >= 0,
        "expectedRevision of %s is %s; it must be at least 0",
        key,
        expectedRevision);
    DocumentRevision next = new DocumentRevision(key, expectedRevision + 1, savedAt, body);
    int found = revisions.getOrDefault(key, List.of()).size();
    if (found != expectedRevision) {
      throw new RevisionConflictException(key, expectedRevision, found);
    }
    revisions.computeIfAbsent(key, k -> new ArrayList<>()).add(next);
    return next;
  }

  @Override
  public synchronized Optional<DocumentRevision> latest(DocumentKey key) {
    store.checkOpen();
    return Optional.ofNullable(revisions.get(key)).map(Iterables::getLast);
  }

  @Override
  public synchronized ImmutableList<DocumentRevision> history(DocumentKey key) {
    store.checkOpen();
    return ImmutableList.copyOf(revisions.getOrDefault(key, List.of()));
  }

  @Override
  public synchronized ImmutableList<DocumentRevision> list(String kind) {
    store.checkOpen();
    return revisions.values().stream()
        .map(Iterables::getLast)
        .filter(revision -> revision.key().kind().equals(kind))
        .sorted(comparing(revision -> revision.key().id()))
        .collect(toImmutableList());
  }
}
