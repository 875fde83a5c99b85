package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.Fields;

/**
 * Facts as event records: id, instant and type are the record's own, the payload is the rest. An id
 * that no store accepts is in the payload as well.
 */
final class FactCodec {

  private static final String ID = "id";
  private static final String AT = "at";

  private static final RecordCodec<SalesEvent> CODEC =
      RecordCodec.of(SalesEvent.class, LoopTypes.by(KpiCatalogue.standard()));

  private FactCodec() {}

  private static final ImmutableSet<String> HEAD = ImmutableSet.of(ID, AT);
  private static final ImmutableSet<String> HEAD_OF_ODD_ID = ImmutableSet.of(AT);

  static EventRecord write(SalesEvent event) {
    String id = Ids.stored(event.id());
    Fields payload = CODEC.writeRest(event, id.equals(event.id()) ? HEAD : HEAD_OF_ODD_ID);
    return new EventRecord(id, event.at(), CODEC.typeName(event), payload);
  }

  static SalesEvent read(EventRecord event) {
    return CODEC.readRest(
        event.type(),
        ImmutableMap.of(ID, event.id(), AT, event.occurredAt()),
        event.payload(),
        "event " + event.id());
  }
}
