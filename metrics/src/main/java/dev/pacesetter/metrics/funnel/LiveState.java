package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.math.LongMath;
import dev.pacesetter.metrics.column.Dictionary;
import dev.pacesetter.metrics.event.EventColumns;
import dev.pacesetter.metrics.event.EventTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;

/** Everything that a live funnel remembers; its counts follow from it. */
final class LiveState {
  final FunnelDefinition definition;
  final TimeUnit unit;
  final long lateness;
  final CompiledFunnel funnel;

  /** The dimensions that the definition names. */
  final ImmutableList<String> dimensions;

  final Dictionary events = new Dictionary();
  final Dictionary[] values;
  final LiveStore store;

  /** The subjects of which rows were forgotten. */
  final BitSet settled = new BitSet();

  private final Dictionary subjectNames = new Dictionary();
  private final LiveSubjects subjects = new LiveSubjects();
  private boolean isNamed;

  boolean hasClock;
  long clock;
  long late;
  long duplicates;

  LiveState(FunnelDefinition definition, TimeUnit unit, long lateness) {
    this.definition = definition;
    this.unit = unit;
    this.lateness = lateness;
    funnel = new CompiledFunnel(definition, unit);
    dimensions =
        ImmutableSet.<String>builder()
            .addAll(funnel.conditionDimensions())
            .addAll(definition.held())
            .addAll(definition.breakdown().map(Breakdown::dimensions).orElse(ImmutableList.of()))
            .build()
            .asList();
    values = new Dictionary[dimensions.size()];
    Arrays.setAll(values, i -> new Dictionary());
    store = new LiveStore(dimensions.size(), subjects);
  }

  KeyReader reader(ImmutableList<String> names) {
    int[] numbers = names.stream().mapToInt(dimensions::indexOf).toArray();
    return KeyReader.growing(
        store::code, (dimension, code) -> values[dimension].name(code), numbers);
  }

  /** The earliest time at which an event may still arrive. */
  long earliest() {
    return hasClock ? LongMath.saturatedSubtract(clock, lateness) : Long.MIN_VALUE;
  }

  int subjects() {
    return subjects.size();
  }

  boolean isNamed() {
    return isNamed;
  }

  String subjectName(int subject) {
    return isNamed ? subjectNames.name(subject) : Long.toString(subjects.key(subject));
  }

  long subjectKey(int subject) {
    return subjects.key(subject);
  }

  int subject(LiveStore.Arrived arrived) {
    return arrived.isNamed ? subject(arrived.name) : subject(arrived.key);
  }

  int subject(String name) {
    checkState(
        isNamed || subjects.size() == 0, "subject '%s' is a name; earlier ones are numbers", name);
    isNamed = true;
    int subject = subjectNames.code(name);
    return subject < subjects.size() ? subject : subjects.append(subject);
  }

  int subject(long key) {
    checkState(!isNamed, "subject %s is a number; earlier ones are names", key);
    return subjects.number(key);
  }

  /** The rows of all subjects as a table. */
  EventTable toTable() {
    int size = 0;
    for (int subject = 0; subject < subjects(); subject++) {
      size = Math.addExact(size, store.count(subject));
    }
    int[] rows = new int[size];
    int[] names = new int[isNamed ? size : 0];
    long[] keys = new long[isNamed ? 0 : size];
    int to = 0;
    for (int subject = 0; subject < subjects(); subject++) {
      for (int i = 0; i < store.count(subject); i++) {
        if (isNamed) {
          names[to] = subject;
        } else {
          keys[to] = subjects.key(subject);
        }
        rows[to++] = store.row(subject, i);
      }
    }
    int[] codes = new int[size];
    long[] times = new long[size];
    Arrays.setAll(codes, i -> store.event(rows[i]));
    Arrays.setAll(times, i -> store.time(rows[i]));
    EventColumns table =
        isNamed
            ? EventColumns.of(names, subjectNames.names(), codes, events.names(), times)
            : EventColumns.of(keys, codes, events.names(), times);
    table.timesIn(unit);
    if (store.hasValues()) {
      long[] column = new long[size];
      Arrays.setAll(column, i -> store.value(rows[i]));
      table.values(column);
    }
    if (store.hasSequences()) {
      long[] column = new long[size];
      Arrays.setAll(column, i -> store.sequence(rows[i]));
      table.sequences(column);
    }
    for (int d = 0; d < values.length; d++) {
      int dimension = d;
      int[] column = new int[size];
      Arrays.setAll(column, i -> store.code(dimension, rows[i]));
      table.dimension(dimensions.get(d), column, values[d].names());
    }
    return table.toTable();
  }

  long bytes() {
    return store.bytes() + subjects.bytes() + settled.size() / Byte.SIZE;
  }
}
