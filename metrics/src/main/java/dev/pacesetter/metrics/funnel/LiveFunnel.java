package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.Ticks;
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
 * average three quarters full; per subject some 50 bytes beside. {@link #bytes()} tells. Rows that
 * can matter no more are forgotten each time those of a subject have doubled. Where the funnel
 * counts the best chain in a limited window without held dimensions, a subject takes no more than
 * its latest window and its best chain. In the common case of steps in order, one an event, without
 * exclusions, conditions, optional steps and windows of single steps, it takes no more than its
 * best chain, the latest one at each step and the rows within the lateness.
 *
 * <p>Not safe for use by several threads; has no clock and no thread of its own.
 */
public final class LiveFunnel {
  private final LiveState state;
  private final LiveCounting counting;
  private final LiveCounts counts;
  private final Event event = new Event();

  private LiveFunnel(LiveState state) {
    this.state = state;
    counting = new LiveCounting(state);
    counts = counting.counts();
    event.arrived.codes = new int[state.dimensions.size()];
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
    return new LiveFunnel(new LiveState(definition, unit, Window.of(lateness).length(unit)));
  }

  /**
   * Returns the live funnel of bytes that {@link #toBytes} gave, here or elsewhere.
   *
   * @param bytes the bytes
   * @return the live funnel; it goes on as the other one would have
   * @throws IllegalArgumentException if they are no live funnel, of another version of the format,
   *     cut off or damaged
   */
  public static LiveFunnel fromBytes(byte[] bytes) {
    return new LiveFunnel(LiveBytes.read(bytes));
  }

  /**
   * Returns everything this funnel knows as bytes, for another machine or another day. They begin
   * with the version of their format and end with a checksum; definition and names are in them.
   *
   * @return the bytes
   * @throws ArithmeticException if there are more than 2<sup>31</sup>-1
   */
  public byte[] toBytes() {
    return LiveBytes.write(state);
  }

  /**
   * Counts in everything another live funnel knows, as if its events had arrived here. Events with
   * an id that both know count once. The clock becomes the later of both.
   *
   * @param other of the same definition, unit and lateness; it is not changed
   * @throws IllegalArgumentException if it is of another definition, unit or lateness, or if both
   *     know a subject of which either has forgotten rows that can matter no more: those of both
   *     together could
   * @throws IllegalStateException if one has subjects with names and the other with numbers
   */
  public void merge(LiveFunnel other) {
    LiveMerge.merge(other.state, state, counting);
  }

  /**
   * Returns what is asked.
   *
   * @return the definition
   */
  public FunnelDefinition definition() {
    return state.definition;
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
    return event(subject, event, Ticks.of(at, state.unit));
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
    this.event.start(event, at);
    this.event.arrived.name = subject;
    this.event.arrived.isNamed = true;
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
    this.event.start(event, at);
    this.event.arrived.key = subject;
    this.event.arrived.isNamed = false;
    return this.event;
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
    return state.definition.over(state.toTable(), state.clock);
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
    return state.late;
  }

  /**
   * Returns how many events were there already.
   *
   * @return the number
   */
  public long duplicates() {
    return state.duplicates;
  }

  /**
   * Returns how many subjects have a row that matters.
   *
   * @return the number
   */
  public int subjects() {
    return state.subjects();
  }

  /**
   * Returns how many bytes the state takes, names aside.
   *
   * @return the number of bytes
   */
  public long bytes() {
    return counting.bytes();
  }

  /** The event that arrives next; one object for all of them. */
  public final class Event {
    private final LiveStore.Arrived arrived = new LiveStore.Arrived();
    private boolean isStarted;

    private Event() {}

    private void start(String name, long at) {
      arrived.eventName = name;
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
      int index = state.dimensions.indexOf(dimension);
      if (index >= 0) {
        arrived.codes[index] = state.values[index].code(value);
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
      return counting.apply(arrived);
    }
  }
}
