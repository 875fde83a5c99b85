package dev.pacesetter.persistence.repository;

import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts as event records: id, instant and type are the record's own, the payload is the rest. An id
 * that no store accepts is in the payload as well.
 */
final class FactCodec {

  private static final String ID = "id";
  private static final String AT = "at";

  private static final RecordCodec<SalesEvent> CODEC =
      RecordCodec.of(SalesEvent.class, LoopTypes.ALL);

  private FactCodec() {}

  static EventRecord write(SalesEvent event) {
    Map<String, Object> payload = new LinkedHashMap<>(CODEC.write(event).asMap());
    payload.remove(SealedShape.TYPE);
    payload.remove(AT);
    String id = Ids.stored(event.id());
    if (id.equals(event.id())) {
      payload.remove(ID);
    }
    return new EventRecord(id, event.at(), CODEC.typeName(event), Fields.of(payload));
  }

  static SalesEvent read(EventRecord event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(SealedShape.TYPE, event.type());
    fields.put(ID, event.id());
    fields.put(AT, event.occurredAt().toString());
    fields.putAll(event.payload().asMap());
    return CODEC.read(Fields.of(fields), "event " + event.id());
  }
}
