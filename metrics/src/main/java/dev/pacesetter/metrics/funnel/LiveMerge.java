package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.event.EventTable;

/** Counts in everything another live funnel knows. */
final class LiveMerge {
  private final LiveState theirs;
  private final LiveState state;
  private final LiveStore store;
  private final LiveCounting counting;

  private LiveMerge(LiveState theirs, LiveState state, LiveCounting counting) {
    this.theirs = theirs;
    this.state = state;
    this.counting = counting;
    store = state.store;
  }

  /**
   * Counts in what is theirs, as {@link LiveFunnel#merge} promises.
   *
   * @throws IllegalArgumentException if they ask something else or forgot rows of a subject of ours
   */
  static void merge(LiveState theirs, LiveState into, LiveCounting counting) {
    checkArgument(
        into.definition.equals(theirs.definition)
            && into.unit == theirs.unit
            && into.lateness == theirs.lateness,
        "one live funnel is of '%s', %s late in %s, and one of '%s', %s late in %s; both must be the"
            + " same",
        into.definition,
        into.lateness,
        into.unit,
        theirs.definition,
        theirs.lateness,
        theirs.unit);
    new LiveMerge(theirs, into, counting).merge();
  }

  private void merge() {
    int[] here = new int[theirs.subjects()];
    for (int subject = 0; subject < here.length; subject++) {
      here[subject] =
          theirs.isNamed()
              ? state.subject(theirs.subjectName(subject))
              : state.subject(theirs.subjectKey(subject));
      checkArgument(
          store.count(here[subject]) == 0
              || !(state.settled.get(here[subject]) || theirs.settled.get(subject)),
          "subject %s is known to both, and rows of it were forgotten",
          theirs.subjectName(subject));
    }
    if (theirs.hasClock) {
      counting.advance(theirs.clock);
    }
    theirs.events.names().forEach(state.events::code);
    for (int subject = 0; subject < here.length; subject++) {
      takeIn(subject, here[subject]);
    }
    state.late += theirs.late;
    state.duplicates += theirs.duplicates;
  }

  private void takeIn(int subject, int here) {
    LiveStore from = theirs.store;
    if (store.count(here) > 0) {
      counting.takeBack(here);
    }
    for (int i = 0; i < from.count(subject); i++) {
      int row = from.row(subject, i);
      LiveStore.Arrived arrived = new LiveStore.Arrived();
      arrived.subject = here;
      arrived.event = state.events.code(theirs.events.name(from.event(row)));
      arrived.time = from.time(row);
      arrived.sequence = from.sequence(row);
      arrived.value = from.value(row);
      arrived.isIdentified = from.isIdentified(row);
      arrived.id = from.id(row);
      arrived.codes = new int[state.values.length];
      for (int d = 0; d < arrived.codes.length; d++) {
        int code = from.code(d, row);
        arrived.codes[d] =
            code == EventTable.NONE ? code : state.values[d].code(theirs.values[d].name(code));
      }
      if (arrived.isIdentified && store.has(arrived)) {
        state.duplicates++;
      } else {
        store.insert(arrived);
      }
    }
    state.settled.set(here, state.settled.get(here) || theirs.settled.get(subject));
    if (store.count(here) > 0) {
      counting.add(here);
    }
  }
}
