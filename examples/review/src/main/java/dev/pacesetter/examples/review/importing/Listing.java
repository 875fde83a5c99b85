package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.mapping.Field;
import dev.pacesetter.examples.review.mapping.Unlisted;
import dev.pacesetter.examples.review.text.Message;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the files list of one sort: teams, people, products or customers, by id. */
final class Listing<T> {
  private record Entry<T>(String id, T item) {}

  private final String sort;
  private final boolean open;
  private final Notes notes;
  private final Function<String, T> byName;
  private final Map<String, Entry<T>> entries = new LinkedHashMap<>();
  private final Set<String> rejected = new HashSet<>();

  /**
   * Makes an empty listing.
   *
   * @param sort the sort's name in the bundle
   * @param listed whether a file lists this sort at all
   * @param byName makes one of which only the name is known
   */
  Listing(String sort, boolean listed, Unlisted unlisted, Notes notes, Function<String, T> byName) {
    this.sort = sort;
    this.open = !listed || unlisted == Unlisted.ADD;
    this.notes = notes;
    this.byName = byName;
  }

  /** Lists one more; the same id may come again only if it tells the same. */
  void add(Row row, String id, T item, boolean repeated) {
    @Nullable Entry<T> before = entries.putIfAbsent(id, new Entry<>(id, item));
    if (before != null && !(repeated && before.item().equals(item))) {
      throw row.rejected(
          Field.ID,
          Reason.DUPLICATE_ID,
          repeated
              ? Message.of("allowed.same", before.item().toString())
              : Message.of("allowed.once"));
    }
  }

  /** Remembers that the row of an id was rejected, unless another row brought the id. */
  void reject(String id) {
    if (!entries.containsKey(id)) {
      rejected.add(id);
    }
  }

  /** Returns the one kept text of an id that a row names, checking that it is listed. */
  String resolve(Row row, Field field, String id) {
    @Nullable Entry<T> entry = entries.get(id);
    if (entry != null) {
      return entry.id();
    }
    if (open) {
      return id;
    }
    if (rejected.contains(id)) {
      throw row.rejected(field, Reason.FOLLOWS_REJECTED, Message.of("allowed.not-rejected"));
    }
    throw row.rejected(
        field,
        Reason.UNKNOWN_REFERENCE,
        entries.size() <= Message.LISTED_AT_MOST
            ? Message.of("allowed.one-of", ImmutableList.copyOf(entries.keySet()))
            : Message.of("allowed.listed", Message.of("sort." + sort), entries.size()));
  }

  /** Adds an id that an accepted row names and no file lists. */
  void keep(@Nullable String id) {
    if (id != null && !entries.containsKey(id)) {
      entries.put(id, new Entry<>(id, byName.apply(id)));
      notes.add(NoteKind.TAKEN_FROM_ROWS, "taken", Message.of("sort." + sort), id);
    }
  }

  boolean contains(String id) {
    return entries.containsKey(id);
  }

  ImmutableList<T> items() {
    return entries.values().stream().map(Entry::item).collect(ImmutableList.toImmutableList());
  }
}
