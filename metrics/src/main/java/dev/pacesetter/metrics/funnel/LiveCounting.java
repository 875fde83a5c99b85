package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Takes events into the state of a live funnel and has the counts follow. */
final class LiveCounting {
  private final LiveState state;
  private final LiveStore store;
  private final LiveBits bits;
  private final LiveCounts counts;
  private final SubjectCount subjects;
  private final ChainSink sink;
  private final LivePruning pruning;
  private final @Nullable LiveDirect direct;
  private final ExpiryQueue expiries = new ExpiryQueue();
  private final Rows rows = new Rows();

  /** Counts what the state holds already. */
  LiveCounting(LiveState state) {
    this.state = state;
    store = state.store;
    bits = new LiveBits(state.funnel, state.events, state.dimensions, state.values);
    KeyReader grouped =
        state.reader(
            state.definition.breakdown().map(Breakdown::dimensions).orElse(ImmutableList.of()));
    counts = new LiveCounts(state.funnel, store::value, !grouped.isEmpty());
    subjects =
        SubjectCount.following(
            state.funnel, state.reader(state.definition.held()), grouped, counts);
    sink = subjects.sink();
    pruning = new LivePruning(state);
    direct = LiveDirect.of(state);
    for (int subject = 0; subject < state.subjects(); subject++) {
      if (store.count(subject) > 0) {
        add(subject, state.clock);
      }
    }
  }

  LiveCounts counts() {
    return counts;
  }

  /** Counts an event in. */
  Arrival apply(LiveStore.Arrived arrived) {
    if (arrived.time < state.earliest()) {
      state.late++;
      return Arrival.TOO_LATE;
    }
    arrived.event = state.events.code(arrived.eventName); // one that comes too late is not known
    boolean isRelevant = bits.isRelevant(arrived);
    if (isRelevant) {
      arrived.subject = state.subject(arrived);
    }
    advance(arrived.time);
    return isRelevant ? put(arrived) : Arrival.IRRELEVANT;
  }

  private Arrival put(LiveStore.Arrived arrived) {
    if (arrived.isIdentified && store.has(arrived)) {
      state.duplicates++;
      return Arrival.DUPLICATE;
    }
    int subject = arrived.subject;
    forget(subject);
    int before = store.count(subject);
    boolean isLatest = before == 0 || store.time(store.row(subject, before - 1)) < arrived.time;
    if (isLatest && subjects.followsChanges()) {
      store.insert(arrived);
      change(subject, before, state.clock);
    } else {
      takeBack(subject);
      store.insert(arrived);
      add(subject, state.clock);
    }
    return Arrival.APPLIED;
  }

  private void forget(int subject) {
    boolean isDone =
        direct != null && direct.isDue(subject) && direct.forget(subject, state.earliest());
    if (!isDone && pruning.isDue(subject)) {
      bits.read(store, subject, rows);
      pruning.prune(subject, state.earliest(), rows);
    }
  }

  /** Counts a subject anew after its last rows came, or as of a later time. */
  private void change(int subject, int before, long asOf) {
    if (direct == null || !changeDirectly(direct, subject, before, asOf)) {
      bits.read(store, subject, rows);
      subjects.countChange(rows, before, state.clock, asOf);
      expect(subject, counts.unchangedUntil());
    }
  }

  /** Returns false where rows must be put in order first; then nothing was counted. */
  private boolean changeDirectly(LiveDirect direct, int subject, int before, long asOf) {
    direct.begin(subject);
    if (!direct.scan(before)) {
      return false;
    }
    direct.remember();
    boolean wasPending = direct.isPending(state.clock);
    if (!direct.scan(store.count(subject) - before)) {
      return false;
    }
    boolean isPending = direct.isPending(asOf);
    if (direct.isLonger() || wasPending != isPending) {
      counts.takeBack();
      direct.chainBefore(wasPending, sink);
      counts.add();
      direct.chain(isPending, sink);
    }
    expect(subject, isPending ? direct.openUntil() : Long.MAX_VALUE);
    return true;
  }

  /** Takes back what a subject counts for. */
  void takeBack(int subject) {
    counts.takeBack();
    count(subject, state.clock);
  }

  /** Adds what a subject counts for. */
  void add(int subject) {
    add(subject, state.clock);
  }

  private void add(int subject, long asOf) {
    counts.add();
    count(subject, asOf);
    expect(subject, counts.unchangedUntil());
  }

  private void count(int subject, long asOf) {
    bits.read(store, subject, rows);
    subjects.count(rows, asOf);
  }

  /** Notes when a subject must be counted anew; what changed before then is still in the queue. */
  private void expect(int subject, long until) {
    if (until == store.unchangedUntil(subject)) {
      return;
    }
    store.setUnchangedUntil(subject, until);
    if (until == Long.MAX_VALUE) {
      return;
    }
    if (expiries.size() > 2 * state.subjects() + 64) {
      expiries.clear();
      for (int known = 0; known < state.subjects(); known++) {
        if (store.unchangedUntil(known) != Long.MAX_VALUE) {
          expiries.add(store.unchangedUntil(known), known);
        }
      }
    } else {
      expiries.add(until, subject);
    }
  }

  /** Moves the clock on and counts anew what has run out of time. */
  void advance(long time) {
    if (state.hasClock && time <= state.clock) {
      return;
    }
    while (!expiries.isEmpty() && expiries.firstTime() < time) {
      long until = expiries.firstTime();
      int subject = expiries.firstSubject();
      expiries.removeFirst();
      if (store.unchangedUntil(subject) == until) {
        if (subjects.followsChanges()) {
          change(subject, store.count(subject), time);
        } else {
          takeBack(subject);
          add(subject, time);
        }
      }
    }
    state.clock = time;
    state.hasClock = true;
  }

  /** How many bytes the state takes and what is noted beside it. */
  long bytes() {
    return state.bytes() + expiries.bytes();
  }
}
