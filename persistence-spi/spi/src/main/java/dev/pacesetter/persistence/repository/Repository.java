package dev.pacesetter.persistence.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.DocumentRevision;
import dev.pacesetter.persistence.Fields;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The documents of one kind in one workspace, as values.
 *
 * <p>Every revision is kept. A value is found under the id it gives itself, see {@link #idOf}; what
 * was saved is read back equal in every attribute. Safe for use by many threads.
 *
 * <p>Every method throws {@link dev.pacesetter.persistence.StoreException} if the store fails and
 * {@link IllegalStateException} if it is closed; those that read throw {@link
 * UnreadableFieldsException} if a document was written by a version that this one does not
 * understand.
 *
 * @param <T> the type of the values
 */
public final class Repository<T> {

  private final DocumentPort documents;
  private final String kind;
  private final RecordCodec<T> codec;
  private final Function<T, String> idOf;
  private final BiPredicate<T, T> mayFollow;

  Repository(DocumentPort documents, String kind, RecordCodec<T> codec, Function<T, String> idOf) {
    this(documents, kind, codec, idOf, (next, before) -> true);
  }

  /** Keeps values of which a later one must go on from an earlier one. */
  Repository(
      DocumentPort documents,
      String kind,
      RecordCodec<T> codec,
      Function<T, String> idOf,
      BiPredicate<T, T> mayFollow) {
    this.documents = documents;
    this.kind = kind;
    this.codec = codec;
    this.idOf = idOf;
    this.mayFollow = mayFollow;
  }

  /**
   * Returns the id under which a value is kept.
   *
   * <p>Ids may have any length and content. The store itself sees those of more than 200 characters
   * or with control characters as their first 100 characters, {@code ~} and a SHA-256; callers
   * never need that form.
   *
   * @param value the value
   * @return its id
   */
  public String idOf(T value) {
    return idOf.apply(value);
  }

  /**
   * Saves a value as the next revision of its document, unless the latest revision says the same.
   *
   * @param value the value
   * @param savedAt when, as the caller says
   * @return the revision that holds the value now, and whether it is new
   * @throws dev.pacesetter.persistence.RevisionConflictException if somebody else saves the
   *     document at the same moment; nothing was saved
   * @throws DivergedException if values of this kind go on from each other, as agreements do, and
   *     this one does not go on from the latest; nothing was saved
   * @throws IllegalArgumentException if the value holds what no store can keep: a metric that is
   *     not in the catalogue, or text that is not well-formed
   */
  public Saved save(T value, Instant savedAt) {
    DocumentKey key = key(idOf(value));
    Fields body = codec.write(value);
    Optional<DocumentRevision> latest = documents.latest(key);
    return save(value, body, latest, latest.map(DocumentRevision::revision).orElse(0L), savedAt);
  }

  /**
   * Saves a value as the next revision of its document, if nobody saved one since the caller read
   * it; unless the latest revision says the same.
   *
   * @param value the value
   * @param expectedRevision the latest revision the caller knows, 0 if the document is new
   * @param savedAt when, as the caller says
   * @return the revision that holds the value now, and whether it is new
   * @throws dev.pacesetter.persistence.RevisionConflictException if the latest revision is another;
   *     nothing was saved
   * @throws DivergedException if values of this kind go on from each other, as agreements do, and
   *     this one does not go on from the latest; nothing was saved
   * @throws IllegalArgumentException if {@code expectedRevision} is negative, or the value holds
   *     what no store can keep
   */
  public Saved save(T value, long expectedRevision, Instant savedAt) {
    String id = idOf(value);
    checkArgument(
        expectedRevision >= 0,
        "expectedRevision of %s %s is %s; it must be at least 0",
        kind,
        Ids.shown(id),
        expectedRevision);
    Fields body = codec.write(value);
    return save(value, body, documents.latest(key(id)), expectedRevision, savedAt);
  }

  private Saved save(
      T value, Fields body, Optional<DocumentRevision> latest, long expected, Instant savedAt) {
    String id = idOf(value);
    boolean same =
        latest
            .filter(known -> known.revision() == expected && known.body().equals(body))
            .isPresent();
    if (same) {
      return new Saved(id, expected, false);
    }
    if (latest.isPresent() && !mayFollow.test(value, value(latest.get()))) {
      throw new DivergedException(
          kind + " " + Ids.shown(id),
          "at revision %d does not lead to what is to be saved".formatted(latest.get().revision()));
    }
    return new Saved(id, documents.save(key(id), body, expected, savedAt).revision(), true);
  }

  /**
   * Finds the value saved last.
   *
   * @param id see {@link #idOf}
   * @return the value, empty if there is no such document
   */
  public Optional<T> find(String id) {
    return documents.latest(key(id)).map(this::value);
  }

  /**
   * Finds the latest revision, whose number a later {@link #save(Object, long, Instant)} asks for.
   *
   * @param id see {@link #idOf}
   * @return the revision, empty if there is no such document
   */
  public Optional<Revision<T>> latest(String id) {
    return documents.latest(key(id)).map(this::revision);
  }

  /**
   * Finds a value as it was at an instant.
   *
   * @param id see {@link #idOf}
   * @param asOf the instant, itself included
   * @return of the revisions with {@code savedAt <= asOf} the one with the highest number
   */
  public Optional<T> findAsOf(String id, Instant asOf) {
    return documents.latestAsOf(key(id), asOf).map(this::value);
  }

  /**
   * Returns every revision of a document.
   *
   * @param id see {@link #idOf}
   * @return the revisions 1, 2, 3, …; empty if there is no such document
   */
  public ImmutableList<Revision<T>> history(String id) {
    return documents.history(key(id)).stream().map(this::revision).collect(toImmutableList());
  }

  /**
   * Returns every value as saved last.
   *
   * @return the values by id, as {@link String#compareTo} orders the ids the store sees
   */
  public ImmutableList<T> all() {
    return documents.list(kind).stream().map(this::value).collect(toImmutableList());
  }

  /**
   * Returns every value as it was at an instant.
   *
   * @param asOf the instant, itself included
   * @return the values in the order of {@link #all}; those not saved yet are left out
   */
  public ImmutableList<T> allAsOf(Instant asOf) {
    return documents.listAsOf(kind, asOf).stream().map(this::value).collect(toImmutableList());
  }

  private DocumentKey key(String id) {
    return DocumentKey.of(kind, Ids.stored(id));
  }

  private Revision<T> revision(DocumentRevision document) {
    T value = value(document);
    return new Revision<>(idOf(value), document.revision(), document.savedAt(), value);
  }

  private T value(DocumentRevision document) {
    return codec.read(document.body(), document.key() + " revision " + document.revision());
  }
}
