package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.column.Ticks;
import dev.pacesetter.metrics.event.EventTable;
import java.time.Instant;
import java.util.Arrays;

/**
 * Lays out the facts of a table for a {@link DealSink}: the deals of the cohort one after the
 * other, the facts of each in their order.
 *
 * <p>A fact is the place it brings a deal to, {@link StageTally#open} if it says no more than that
 * the deal exists, and negative if the funnel does not name it.
 */
final class StageReplay {
  /** About so many rows are laid out at a time, which stay in the nearest cache. */
  private static final int BLOCK = 1024;

  private final EventTable table;
  private final long asOf;
  private final int lost;
  private final int won;
  private final int open;
  private final int[] facts; // by the code of the event
  private final long[] ignored; // likewise
  private final boolean anyIgnored;

  private final StageCohort.Basis basis;
  private final int cohortStage;
  private final long cohortFirst;
  private final long cohortLast;

  // the block
  private int[] became = new int[BLOCK];
  private long[] at = new long[BLOCK];
  private int[] disordered = new int[BLOCK]; // facts that may stand after one they precede
  private int disorders;

  private StageReplay(StageFunnel funnel, EventTable table, Instant asOf, StageTally places) {
    this.table = table;
    this.asOf = floor(asOf);
    lost = places.lost;
    won = places.won;
    open = places.open;
    facts = new int[table.events().size()];
    Arrays.setAll(facts, code -> fact(funnel, code));
    ignored = new long[facts.length];
    anyIgnored = Arrays.stream(facts).anyMatch(fact -> fact < 0);
    StageCohort cohort = funnel.cohort();
    basis = cohort.basis();
    cohortStage = cohort.stage().map(funnel.stages()::indexOf).orElse(open);
    cohortFirst = cohort.from().equals(Instant.MIN) ? Long.MIN_VALUE : before(cohort.from()) + 1;
    cohortLast = cohort.to().equals(Instant.MAX) ? Long.MAX_VALUE : before(cohort.to());
  }

  private int fact(StageFunnel funnel, int code) {
    String event = table.events().get(code);
    if (funnel.wonEvents().contains(event)) {
      return won;
    }
    if (funnel.lostEvents().contains(event)) {
      return lost;
    }
    if (funnel.createdEvents().contains(event)) {
      return open;
    }
    int stage = funnel.stages().indexOf(event);
    return stage >= 0 ? stage : -1 - code;
  }

  /** Returns what the deals of a table came to. */
  static StageTally tally(StageFunnel funnel, EventTable table, Instant asOf) {
    StageTally tally = new StageTally(funnel.stages().size());
    StageReplay replay = new StageReplay(funnel, table, asOf, tally);
    StageTally.Deals deals = new StageTally.Deals(tally, funnel.time(), replay.asOf);
    replay.play(deals);
    deals.flush();
    for (int code = 0; code < replay.ignored.length; code++) {
      tally.ignore(table.events().get(code), replay.ignored[code]);
    }
    return tally;
  }

  /** Returns which ways the deals of a table went. */
  static StageJourneys journeys(StageFunnel funnel, EventTable table, Instant asOf) {
    StageTally places = new StageTally(funnel.stages().size());
    StageReplay replay = new StageReplay(funnel, table, asOf, places);
    StageJourneys journeys = new StageJourneys(places, replay.asOf);
    replay.play(journeys);
    journeys.flush();
    return journeys;
  }

  private void play(DealSink sink) {
    for (int subject = 0, next; subject < table.subjects(); subject = next) {
      int first = table.start(subject);
      next = subject + 1;
      while (next < table.subjects() && table.end(next) - first <= BLOCK) {
        next++;
      }
      lay(first, table.end(next - 1));
      int disorder = 0;
      for (int deal = subject; deal < next; deal++) {
        int start = table.start(deal) - first;
        int end = table.end(deal) - first;
        if (disorder < disorders && disordered[disorder] < end) {
          order(start, end, first);
          while (disorder < disorders && disordered[disorder] < end) {
            disorder++;
          }
        }
        play(start, end, sink);
      }
    }
  }

  private void play(int start, int end, DealSink sink) {
    int to = end;
    while (to > start && at[to - 1] > asOf) {
      to--;
    }
    int from = anyIgnored ? passOver(start, to) : start;
    if (from < to && (basis == StageCohort.Basis.ALL || isMember(from, to))) {
      sink.add(became, at, from, to);
    }
  }

  /** Lays out rows, and notes which may have to come before the one before them. */
  @SuppressWarnings("ShortCircuitBoolean") // a branch would take longer than both sides
  private void lay(int first, int end) {
    int rows = end - first;
    if (rows > became.length) {
      became = new int[rows];
      at = new long[rows];
      disordered = new int[rows];
    }
    int[] to = became;
    long[] times = at;
    int[] noted = disordered;
    int[] codes = facts;
    int factBefore = 0;
    long timeBefore = Long.MIN_VALUE;
    int count = 0;
    for (int i = 0; i < rows; i++) {
      int fact = codes[table.event(first + i)];
      long time = table.time(first + i);
      noted[count] = i;
      count += time == timeBefore & fact < factBefore ? 1 : 0;
      factBefore = fact;
      timeBefore = time;
      to[i] = fact;
      times[i] = time;
    }
    disorders = count;
  }

  /** Puts facts of one time and sequence number in the order of the places. */
  private void order(int start, int end, int firstRow) {
    for (int from = start, to; from < end; from = to) {
      to = from + 1;
      while (to < end
          && at[to] == at[from]
          && table.sequence(firstRow + to) == table.sequence(firstRow + from)) {
        to++;
      }
      if (to - from > 1) {
        Arrays.sort(became, from, to);
      }
    }
  }

  /** Counts facts that the funnel does not name, and returns the first that it does. */
  private int passOver(int start, int end) {
    int known = end;
    for (int i = end - 1; i >= start; i--) {
      if (became[i] >= 0) {
        known = i;
      } else {
        ignored[-1 - became[i]]++;
      }
    }
    return known;
  }

  private boolean isMember(int from, int to) {
    return switch (basis) {
      case ALL -> true;
      case CREATED -> isInRange(at[from]);
      case ENTERED -> enteredInRange(from, to);
      case CLOSED -> closedInRange(from, to);
    };
  }

  private boolean enteredInRange(int from, int to) {
    for (int i = from; i < to; i++) {
      if (became[i] == cohortStage) {
        return isInRange(at[i]);
      }
    }
    return false;
  }

  private boolean closedInRange(int from, int to) {
    int place = open;
    long since = 0;
    for (int i = from; i < to; i++) {
      if (became[i] >= 0 && became[i] < open && became[i] != place) {
        place = became[i];
        since = at[i];
      }
    }
    return (place == lost || place == won) && isInRange(since);
  }

  private boolean isInRange(long time) {
    return time >= cohortFirst && time <= cohortLast;
  }

  private long before(Instant bound) {
    return floor(bound.minusNanos(1));
  }

  /** In the unit of the table; as near as a {@code long} comes where it does not reach. */
  private long floor(Instant instant) {
    try {
      return Ticks.of(instant, table.timeUnit());
    } catch (ArithmeticException beyond) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
