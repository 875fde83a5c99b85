package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.math.LongMath;
import dev.pacesetter.metrics.column.Dictionary;
import dev.pacesetter.metrics.column.LongDictionary;
import dev.pacesetter.metrics.column.Ticks;
import dev.pacesetter.metrics.event.EventColumns;
import dev.pacesetter.metrics.event.EventTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A funnel kept up to date event by event.
 *
 * <p>After any events in any order of arrival its counts are those that {@link
 * FunnelDefinition#over(EventTable)} gives for the same events, as of the latest of them. An event
 * may arrive late by the stated lateness: up to that long before the latest event seen. Later ones
 * are refused and counted. An event with an id that arrives again changes nothing.
 *
 * <pre>{@code
 * LiveFunnel live = Funnel.ordered("lead", "won").within(Duration.ofDays(90)).live(Duration.ofDays(1));
 * live.event("deal-17", "lead", Instant.parse("2026-03-02T09:30:00Z")).id(1).apply();
 * live.step("lead").pending(); // 1
 * }</pre>
 *
 * <p>The state is the rows that match something, per row 12 bytes and 8 each for values, sequence
 * numbers and ids where any are given, 4 for each dimension the funnel names, in blocks that are on
 * average three quarters full; per subject some 60 bytes beside. {@link #bytes()} tells. Where the
 * funnel counts the best chain in a limited window without held dimensions, rows that can matter no
 * more are forgotten as a subject's block fills up, so that a subject takes no more than its latest
 * window and its best chain.
 *
 * <p>Not safe for use by several threads; has no clock and no thread of its own.
 */
public final class LiveFunnel {
  private final FunnelDefinition definition;
  private final TimeUnit unit;
  private final long lateness;
  private final CompiledFunnel funnel;
  private final ImmutableList<String> dimensions;

  private final Dictionary events = new Dictionary();
  private final Dictionary[] dimensionValues;
  private final Dictionary subjectNames = new Dictionary();
  private final LongDictionary subjectKeys = new LongDictionary();
  private final LiveStore store;
  private final LiveBits bits;
  private final SubjectCount subjects;
  private final LiveCounts counts;
  private final LivePruning pruning;
  private final ExpiryQueue expiries = new ExpiryQueue();
  private final Rows rows = new Rows();
  private final Event event = new Event();

  /** Until when what a subject counts for stays as it is. */
  private long[] unchangedUntil = new long[0];

  private boolean isNamed;
  private boolean hasSubjects;
  private boolean hasClock;
  private long clock;
  private long late;
  private long duplicates;

  private LiveFunnel(FunnelDefinition definition, long lateness, TimeUnit unit) {
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
    dimensionValues = new Dictionary[dimensions.size()];
    Arrays.setAll(dimensionValues, i -> new Dictionary());
    store = new LiveStore(dimensions.size());
    event.arrived.codes = new int[dimensions.size()];
    bits = new LiveBits(funnel, events, dimensions, dimensionValues);
    KeyReader held = reader(definition.held());
    KeyReader grouped =
        reader(definition.breakdown().map(Breakdown::dimensions).orElse(ImmutableList.of()));
    counts = new LiveCounts(funnel, store::value, !grouped.isEmpty());
    subjects = new SubjectCount(funnel, held, grouped, counts);
    pruning = new LivePruning(funnel, store);
  }

  /**
   * Returns an empty live funnel.
   *
   * @param definition what is asked
   * @param lateness how long after the latest event an earlier one may still arrive, at least 0
   * @param unit the unit of the times
   * @return the live funnel
   * @throws IllegalArgumentException if the lateness is negative
   */
  public static LiveFunnel of(FunnelDefinition definition, Duration lateness, TimeUnit unit) {
    checkArgument(!lateness.isNegative(), "lateness is %s; it must not be negative", lateness);
    return new LiveFunnel(definition, Window.of(lateness).length(unit), unit);
  }

  private KeyReader reader(ImmutableList<String> names) {
    int[] numbers = names.stream().mapToInt(dimensions::indexOf).toArray();
    return KeyReader.growing(
        store::code, (dimension, code) -> dimensionValues[dimension].name(code), numbers);
  }

  /**
   * Returns what is asked.
   *
   * @return the definition
   */
  public FunnelDefinition definition() {
    return definition;
  }

  /**
   * Starts the event that arrives next.
   *
   * @param subject the name of the subject
   * @param event the name of the event
   * @param at when
   * @return the event, one object for all of them; nothing is counted before {@link Event#apply()}
   * @throws IllegalStateException if earlier subjects were numbers
   * @throws ArithmeticException if the instant does not fit the unit of the times
   */
  public Event event(String subject, String event, Instant at) {
    return event(subject, event, Ticks.of(at, unit));
  }

  /**
   * Starts the event that arrives next.
   *
   * @param subject the name of the subject
   * @param event the name of the event
   * @param at when, in the unit of the times since 1970-01-01T00:00Z
   * @return the event, one object for all of them; nothing is counted before {@link Event#apply()}
   * @throws IllegalStateException if earlier subjects were numbers
   */
  public Event event(String subject, String event, long at) {
    checkState(
        isNamed || !hasSubjects, "subject '%s' is a name; earlier ones are numbers", subject);
    this.event.start(events.code(event), at);
    this.event.name = subject;
    this.event.isNamed = true;
    return this.event;
  }

  /**
   * Starts the event that arrives next.
   *
   * @param subject the caller's number of the subject
   * @param event the name of the event
   * @param at when, in the unit of the times since 1970-01-01T00:00Z
   * @return the event, one object for all of them; nothing is counted before {@link Event#apply()}
   * @throws IllegalStateException if earlier subjects had names
   */
  public Event event(long subject, String event, long at) {
    checkState(!isNamed, "subject %s is a number; earlier ones are names", subject);
    this.event.start(events.code(event), at);
    this.event.key = subject;
    this.event.isNamed = false;
    return this.event;
  }

  private Arrival apply(Event next) {
    LiveStore.Arrived arrived = next.arrived;
    if (hasClock && arrived.time < LongMath.saturatedSubtract(clock, lateness)) {
      late++;
      return Arrival.TOO_LATE;
    }
    advance(arrived.time);
    if (!bits.isRelevant(arrived)) {
      return Arrival.IRRELEVANT;
    }
    arrived.subject = next.isNamed ? subjectNames.code(next.name) : subjectKeys.code(next.key);
    isNamed = next.isNamed;
    hasSubjects = true;
    return put(arrived);
  }

  private Arrival put(LiveStore.Arrived arrived) {
    if (arrived.isIdentified && store.has(arrived)) {
      duplicates++;
      return Arrival.DUPLICATE;
    }
    int subject = arrived.subject;
    int before = store.count(subject);
    if (before > 0 && pruning.isDue(subject)) {
      bits.read(store, subject, rows);
      pruning.prune(subject, LongMath.saturatedSubtract(clock, lateness), rows);
      before = store.count(subject);
    }
    boolean isLatest = before == 0 || store.time(store.row(subject, before - 1)) < arrived.time;
    if (isLatest && subjects.followsChanges()) {
      store.insert(arrived);
      change(subject, before, clock);
    } else {
      takeBack(subject);
      store.insert(arrived);
      add(subject, clock);
    }
    return Arrival.APPLIED;
  }

  /** Counts a subject anew after its last rows came, or as of a later time. */
  private void change(int subject, int before, long asOf) {
    bits.read(store, subject, rows);
    subjects.countChange(rows, before, clock, asOf, counts);
    expectChange(subject);
  }

  private void takeBack(int subject) {
    counts.takeBack();
    count(subject, clock);
  }

  private void add(int subject, long asOf) {
    counts.add();
    count(subject, asOf);
    expectChange(subject);
  }

  private void expectChange(int subject) {
    if (subject >= unchangedUntil.length) {
      int known = unchangedUntil.length;
      unchangedUntil = Arrays.copyOf(unchangedUntil, Math.max(subject + 1, 2 * known));
      Arrays.fill(unchangedUntil, known, unchangedUntil.length, Long.MAX_VALUE);
    }
    long until = counts.unchangedUntil();
    if (until != unchangedUntil[subject]) {
      unchangedUntil[subject] = until;
      if (until != Long.MAX_VALUE) {
        expect(until, subject);
      }
    }
  }

  private void count(int subject, long asOf) {
    bits.read(store, subject, rows);
    subjects.count(rows, asOf);
  }

  /** Notes when a subject must be counted anew; what changed before then is still in the queue. */
  private void expect(long until, int subject) {
    if (expiries.size() > 2 * subjects() + 64) {
      expiries.clear();
      for (int known = 0; known < Math.min(subjects(), unchangedUntil.length); known++) {
        if (unchangedUntil[known] != Long.MAX_VALUE) {
          expiries.add(unchangedUntil[known], known);
        }
      }
    } else {
      expiries.add(until, subject);
    }
  }

  /** Moves the clock on and counts anew what has run out of time. */
  private void advance(long time) {
    if (hasClock && time <= clock) {
      return;
    }
    while (!expiries.isEmpty() && expiries.firstTime() < time) {
      long until = expiries.firstTime();
      int subject = expiries.firstSubject();
      expiries.removeFirst();
      if (unchangedUntil[subject] == until) {
        if (subjects.followsChanges()) {
          change(subject, store.count(subject), time);
        } else {
          takeBack(subject);
          add(subject, time);
        }
      }
    }
    clock = time;
    hasClock = true;
  }

  /**
   * Returns the steps as of the latest event.
   *
   * @return the steps in the order of the funnel
   */
  public ImmutableList<FunnelStep> steps() {
    return counts.counts().steps(0);
  }

  /**
   * Returns how many chains reached a step, without making an object.
   *
   * @param step the step, from 0
   * @return the number of chains
   */
  public long entered(int step) {
    return counts.counts().entered(0, step);
  }

  /**
   * Returns how many chains went on from a step, without making an object.
   *
   * @param step the step, from 0
   * @return the number of chains
   */
  public long converted(int step) {
    return counts.counts().converted(0, step);
  }

  /**
   * Returns how many chains are at a step and may still go on, without making an object.
   *
   * @param step the step, from 0
   * @return the number of chains
   */
  public long pending(int step) {
    return counts.counts().pending(0, step);
  }

  /**
   * Returns a step as of the latest event.
   *
   * @param name its name
   * @return the step
   * @throws IllegalArgumentException if the funnel has no such step
   */
  public FunnelStep step(String name) {
    return steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the funnel has no step '"
                        + name
                        + "'; it has "
                        + steps().stream().map(FunnelStep::name).toList()));
  }

  /**
   * Returns the whole report as of the latest event, with groups and times. It is made anew from
   * all rows at each call.
   *
   * @return the report
   */
  public FunnelReport report() {
    return definition.over(toTable(), clock);
  }

  /**
   * Returns how many chains are counted.
   *
   * @return the number
   */
  public long chains() {
    return counts.chains();
  }

  /**
   * Returns how many subjects an exclusion left out.
   *
   * @return the number
   */
  public long discarded() {
    return counts.discarded();
  }

  /**
   * Returns how many events were refused because they came too late.
   *
   * @return the number
   */
  public long late() {
    return late;
  }

  /**
   * Returns how many events were there already.
   *
   * @return the number
   */
  public long duplicates() {
    return duplicates;
  }

  /**
   * Returns how many subjects have a row that matters.
   *
   * @return the number
   */
  public int subjects() {
    return isNamed ? subjectNames.size() : subjectKeys.size();
  }

  /**
   * Returns how many bytes the state takes, names aside.
   *
   * @return the number of bytes
   */
  public long bytes() {
    long index = isNamed ? 0 : 16L * subjectKeys.size();
    return store.bytes() + expiries.bytes() + (long) Long.BYTES * unchangedUntil.length + index;
  }

  /** The rows of all subjects as a table. */
  private EventTable toTable() {
    int size = 0;
    for (int subject = 0; subject < subjects(); subject++) {
      size = Math.addExact(size, store.count(subject));
    }
    long[] keys = new long[isNamed ? 0 : size];
    int[] names = new int[isNamed ? size : 0];
    long[] times = new long[size];
    int[] codes = new int[size];
    long[] values = new long[store.hasValues() ? size : 0];
    long[] sequences = new long[store.hasSequences() ? size : 0];
    int[][] columns = new int[dimensions.size()][size];
    int to = 0;
    for (int subject = 0; subject < subjects(); subject++) {
      for (int i = 0; i < store.count(subject); i++, to++) {
        int row = store.row(subject, i);
        if (isNamed) {
          names[to] = subject;
        } else {
          keys[to] = subjectKeys.key(subject);
        }
        times[to] = store.time(row);
        codes[to] = store.event(row);
        if (values.length > 0) {
          values[to] = store.value(row);
        }
        if (sequences.length > 0) {
          sequences[to] = store.sequence(row);
        }
        for (int d = 0; d < columns.length; d++) {
          columns[d][to] = store.code(d, row);
        }
      }
    }
    EventColumns table =
        isNamed
            ? EventColumns.of(names, subjectNames.names(), codes, events.names(), times)
            : EventColumns.of(keys, codes, events.names(), times);
    table.timesIn(unit);
    if (values.length > 0) {
      table.values(values);
    }
    if (sequences.length > 0) {
      table.sequences(sequences);
    }
    for (int d = 0; d < columns.length; d++) {
      table.dimension(dimensions.get(d), columns[d], dimensionValues[d].names());
    }
    return table.toTable();
  }

  /** The event that arrives next; one object for all of them. */
  public final class Event {
    private final LiveStore.Arrived arrived = new LiveStore.Arrived();
    private String name = "";
    private long key;
    private boolean isNamed;
    private boolean isStarted;

    private Event() {}

    private void start(int code, long at) {
      arrived.event = code;
      arrived.time = at;
      arrived.value = 0;
      arrived.sequence = 0;
      arrived.isIdentified = false;
      arrived.id = 0;
      Arrays.fill(arrived.codes, EventTable.NONE);
      isStarted = true;
    }

    /**
     * Gives the event an identity: the same subject, time and id is the same event.
     *
     * @param id the caller's number of the event
     * @return this event
     */
    public Event id(long id) {
      arrived.id = id;
      arrived.isIdentified = true;
      return this;
    }

    /**
     * Gives the event a value.
     *
     * @param value a whole number, such as minor units of money
     * @return this event
     */
    public Event value(long value) {
      arrived.value = value;
      return this;
    }

    /**
     * Gives the event a sequence number, which orders events of one subject and time.
     *
     * @param sequence the number
     * @return this event
     */
    public Event sequence(long sequence) {
      arrived.sequence = sequence;
      return this;
    }

    /**
     * Gives the event a value in a dimension; one that the funnel does not name is ignored.
     *
     * @param dimension the name of the dimension
     * @param value the value
     * @return this event
     */
    public Event with(String dimension, String value) {
      int index = dimensions.indexOf(dimension);
      if (index >= 0) {
        arrived.codes[index] = dimensionValues[index].code(value);
      }
      return this;
    }

    /**
     * Counts the event in.
     *
     * @return what became of it
     * @throws IllegalStateException if it was applied before
     * @throws IllegalArgumentException if an event with its id says something else
     */
    public Arrival apply() {
      checkState(isStarted, "the event was applied; start the next one");
      isStarted = false;
      return LiveFunnel.this.apply(this);
    }
  }
}
