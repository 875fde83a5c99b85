package dev.pacesetter.persistence.memory;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.JournalEntry;
import dev.pacesetter.persistence.JournalPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of events; the position of an event is its index plus one. */
final class MemoryJournal implements JournalPort {

  private final MemoryStore store;

  @GuardedBy("this")
  private final List<EventRecord> events = new ArrayList<>();

  @GuardedBy("this")
  private final Map<String, EventRecord> byId = new HashMap<>();

  MemoryJournal(MemoryStore store) {
    this.store = store;
  }

  @Override
  public AppendResult append(List<EventRecord> given) {
    store.checkOpen();
    // copied first, so that a null in the middle is refused before anything is stored
    ImmutableList<EventRecord> batch = ImmutableList.copyOf(given);
    synchronized (this) {
      int duplicates = 0;
      ImmutableList.Builder<String> conflicts = ImmutableList.builder();
      int before = events.size();
      for (EventRecord event : batch) {
        EventRecord known = byId.putIfAbsent(event.id(), event);
        if (known == null) {
          events.add(event);
        } else if (known.equals(event)) {
          duplicates++;
        } else {
          conflicts.add(event.id());
        }
      }
      return new AppendResult(events.size() - before, duplicates, conflicts.build());
    }
  }

  @Override
  public synchronized long lastPosition() {
    store.checkOpen();
    return events.size();
  }

  @Override
  public ImmutableList<JournalEntry> read(long afterPosition, int limit) {
    store.checkOpen();
    checkArgument(afterPosition >= 0, "afterPosition is %s; it must be at least 0", afterPosition);
    checkArgument(limit >= 1, "limit is %s; it must be at least 1", limit);
    synchronized (this) {
      long end = Math.min(events.size(), afterPosition + Math.min(limit, events.size()));
      ImmutableList.Builder<JournalEntry> entries = ImmutableList.builder();
      for (long index = afterPosition; index < end; index++) {
        entries.add(new JournalEntry(index + 1, events.get((int) index)));
      }
      return entries.build();
    }
  }
}
