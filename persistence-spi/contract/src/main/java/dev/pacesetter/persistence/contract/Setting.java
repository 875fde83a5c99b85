package dev.pacesetter.persistence.contract;

import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.JournalEntry;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the cases of the contract work with. */
interface Setting {

  Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  Store store();

  Workspace workspace();

  Workspace otherWorkspace();

  void reopen();

  boolean isDurable();

  default JournalPort journal() {
    return store().journal(workspace());
  }

  default DocumentPort documents() {
    return store().documents(workspace());
  }

  default List<EventRecord> stored() {
    List<EventRecord> events = new ArrayList<>();
    journal().forEach(events::add);
    return events;
  }

  default List<EventRecord> storedAsOf(Instant asOf) {
    List<EventRecord> events = new ArrayList<>();
    journal().forEachAsOf(asOf, events::add);
    return events;
  }

  static EventRecord event(String id) {
    return event(id, NOON);
  }

  static EventRecord event(String id, Instant occurredAt) {
    return new EventRecord(id, occurredAt, "StageEntered", Fields.of(Map.of("stage", "proposal")));
  }

  /** Events with the ids {@code prefix-1} to {@code prefix-n}, each a second after the other. */
  static List<EventRecord> events(String prefix, int n) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(i -> event(prefix + "-" + i, NOON.plusSeconds(i)))
        .toList();
  }

  static List<String> ids(List<JournalEntry> entries) {
    return entries.stream().map(entry -> entry.event().id()).toList();
  }

  static Fields body(String title) {
    return Fields.of(Map.of("title", title));
  }
}
