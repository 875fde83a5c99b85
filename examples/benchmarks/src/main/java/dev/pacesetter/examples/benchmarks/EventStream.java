package dev.pacesetter.examples.benchmarks;

/**
 * The events one at a time, without end: after the last one they begin again, of the same subjects,
 * as much later as all of them take. A subject comes back after two years, as customers do; what it
 * did before is long out of the window, and the number of subjects stays as it is.
 */
final class EventStream {
  private final SalesEvents events;
  private final long lap;
  private int row = -1;
  private long shift;

  EventStream(SalesEvents events) {
    this.events = events;
    lap = events.asOf() - events.times[0] + 1;
  }

  /** Goes on to the next event. */
  void next() {
    row++;
    if (row == events.rows()) {
      row = 0;
      shift += lap;
    }
  }

  long subject() {
    return events.subjects[row];
  }

  /** The number of the name in {@link SalesEvents#EVENTS}. */
  int event() {
    return events.events[row];
  }

  long time() {
    return events.times[row] + shift;
  }
}
