package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.column.Dictionary;
import java.util.concurrent.TimeUnit;

/**
 * A live funnel as bytes, version 1 of the format.
 *
 * <p>The letters are {@code PSLF}; the body of the {@link PackedWriter} is:
 *
 * <ol>
 *   <li>the definition as its text, the name of the time unit, the lateness
 *   <li>whether there is a clock, and the clock
 *   <li>how many events were late and how many duplicates
 *   <li>the number of event names and the names; for each dimension the number of its values and
 *       the values
 *   <li>whether subjects have names, and their number; for each its name or key, whether rows of it
 *       were forgotten, and the number of its rows; for each row the time, event, whether it has an
 *       id, the id, value, sequence number, and for each dimension its code counted from 1, 0 where
 *       there is none
 * </ol>
 */
final class LiveBytes {
  private static final String LETTERS = "PSLF";
  private static final short VERSION = 1;

  private LiveBytes() {}

  static byte[] write(LiveState live) {
    PackedWriter body = new PackedWriter();
    body.text(live.definition.toString());
    body.text(live.unit.name());
    body.number(live.lateness);
    body.number(live.hasClock ? 1 : 0);
    body.signed(live.clock);
    body.number(live.late);
    body.number(live.duplicates);
    names(body, live.events);
    for (Dictionary values : live.values) {
      names(body, values);
    }
    body.number(live.isNamed() ? 1 : 0);
    body.number(live.subjects());
    for (int subject = 0; subject < live.subjects(); subject++) {
      subject(body, live, subject);
    }
    return body.framed(LETTERS, VERSION);
  }

  private static void names(PackedWriter body, Dictionary names) {
    body.number(names.size());
    names.names().forEach(body::text);
  }

  private static void subject(PackedWriter body, LiveState live, int subject) {
    LiveStore store = live.store;
    if (live.isNamed()) {
      body.text(live.subjectName(subject));
    } else {
      body.signed(live.subjectKey(subject));
    }
    body.number(live.settled.get(subject) ? 1 : 0);
    body.number(store.count(subject));
    for (int i = 0; i < store.count(subject); i++) {
      int row = store.row(subject, i);
      body.signed(store.time(row));
      body.number(store.event(row));
      body.number(store.isIdentified(row) ? 1 : 0);
      body.signed(store.id(row));
      body.signed(store.value(row));
      body.signed(store.sequence(row));
      for (int d = 0; d < live.values.length; d++) {
        body.number(store.code(d, row) + 1L);
      }
    }
  }

  static LiveState read(byte[] bytes) {
    return PackedReader.read(bytes, "live funnel", LETTERS, VERSION, LiveBytes::read);
  }

  private static LiveState read(PackedReader body) {
    FunnelDefinition definition = Funnel.parse(body.text());
    TimeUnit unit = TimeUnit.valueOf(body.text());
    LiveState live = new LiveState(definition, unit, body.count());
    live.hasClock = body.count() == 1;
    live.clock = body.signed();
    live.late = body.count();
    live.duplicates = body.count();
    know(body, live.events);
    for (Dictionary values : live.values) {
      know(body, values);
    }
    boolean named = body.count() == 1;
    for (int left = body.size(3); left > 0; left--) {
      int before = live.subjects();
      int subject = named ? live.subject(body.text()) : live.subject(body.signed());
      body.check(live.subjects() > before, "a subject is there twice");
      live.settled.set(subject, body.count() == 1);
      for (int rows = body.size(6); rows > 0; rows--) {
        live.store.insert(row(body, live, subject));
      }
    }
    return live;
  }

  private static void know(PackedReader body, Dictionary names) {
    for (int left = body.size(1); left > 0; left--) {
      names.code(body.text());
    }
  }

  private static LiveStore.Arrived row(PackedReader body, LiveState live, int subject) {
    LiveStore.Arrived row = new LiveStore.Arrived();
    row.subject = subject;
    row.time = body.signed();
    row.event = code(body, live.events.size());
    row.isIdentified = body.count() == 1;
    row.id = body.signed();
    row.value = body.signed();
    row.sequence = body.signed();
    row.codes = new int[live.values.length];
    for (int d = 0; d < row.codes.length; d++) {
      row.codes[d] = code(body, live.values[d].size() + 1) - 1;
    }
    return row;
  }

  private static int code(PackedReader body, int names) {
    long code = body.count();
    body.check(code < names, "a code has no name");
    return (int) code;
  }
}
