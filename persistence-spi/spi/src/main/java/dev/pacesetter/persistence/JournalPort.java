package dev.pacesetter.persistence;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The journal of one workspace: append-only, idempotent by event id.
 *
 * <p>Safe for use by many threads and, where the store is shared, by many processes. A backend
 * implements {@link #append}, {@link #lastPosition} and {@link #read}; the two others follow from
 * these and are overridden only for speed.
 */
public interface JournalPort {

  /**
   * Appends what is new, in the order given, and reports the rest.
   *
   * <p>One transaction: after a failure or a crash either all of it is there or nothing. Positions
   * continue without gaps in the order in which appends become visible, so that a reader who
   * continues from the last position seen misses nothing. When the call returns, the events are as
   * durable as the store can make them.
   *
   * @param events any number of events; an id given twice counts as if given in two appends
   * @return how many were appended, were there already, or were refused
   * @throws StoreException if the store fails; nothing was appended
   * @throws IllegalStateException if the store is closed
   */
  AppendResult append(List<EventRecord> events);

  /**
   * Returns the position of the last event, which is also their number.
   *
   * @return the position, 0 when there is none
   * @throws StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  long lastPosition();

  /**
   * Returns the events that follow a position, by position.
   *
   * @param afterPosition the last position seen, at least 0
   * @param limit how many at most, at least 1
   * @return the entries at {@code afterPosition + 1} and on; fewer than {@code limit} only when
   *     there are no more
   * @throws IllegalArgumentException if an argument is out of range
   * @throws StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  ImmutableList<JournalEntry> read(long afterPosition, int limit);

  /**
   * Hands over every event in order of position, page by page.
   *
   * <p>These are the events there at the time of the call; later ones are left out.
   *
   * @param action receives each event
   * @throws StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  default void forEach(Consumer<? super EventRecord> action) {
    long last = lastPosition();
    long seen = 0;
    while (seen < last) {
      for (JournalEntry entry : read(seen, (int) Math.min(1000, last - seen))) {
        action.accept(entry.event());
        seen = entry.position();
      }
    }
  }

  /**
   * Hands over what had happened by an instant, in the order in which it happened.
   *
   * <p>These are the events with {@code occurredAt <= asOf} that are there at the time of the call,
   * by {@code occurredAt} and then by id as {@link String#compareTo} orders ids: the order of
   * arrival leaves no trace.
   *
   * @param asOf the instant, itself included
   * @param action receives each event
   * @throws StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  default void forEachAsOf(Instant asOf, Consumer<? super EventRecord> action) {
    List<EventRecord> events = new ArrayList<>();
    forEach(
        event -> {
          if (!event.occurredAt().isAfter(asOf)) {
            events.add(event);
          }
        });
    events.sort(comparing(EventRecord::occurredAt).thenComparing(EventRecord::id));
    events.forEach(action);
  }
}
