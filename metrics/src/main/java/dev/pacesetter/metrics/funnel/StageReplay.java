package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.column.Ticks;
import dev.pacesetter.metrics.event.EventTable;
import java.time.Instant;
import java.util.Arrays;

/**
 * Lays out the facts of a table for a {@link StageTally}: the deals one after the other, the facts
 * of each in their order.
 *
 * <p>A fact is the place it brings a deal to, {@link StageTally#open} if it says no more than that
 * the deal exists, and negative if the funnel does not name it.
 */
final class StageReplay {
  /** About so many rows are laid out at a time, which stay in the nearest cache. */
  private static final int BLOCK = 1024;

  private final EventTable table;
  private final long asOf;
  private final StageTally tally;
  private final StageTally.Deals deals;
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

  private StageReplay(StageFunnel funnel, EventTable table, Instant asOf) {
    this.table = table;
    this.asOf = floor(asOf);
    tally = new StageTally(funnel.stages().size());
    deals = new StageTally.Deals(tally, funnel.time(), this.asOf);
    facts = new int[table.events().size()];
    Arrays.setAll(facts, code -> fact(funnel, code));
    ignored = new long[facts.length];
    anyIgnored = Arrays.stream(facts).anyMatch(fact -> fact < 0);
    StageCohort cohort = funnel.cohort();
    basis = cohort.basis();
    cohortStage = cohort.stage().map(funnel.stages()::indexOf).orElse(tally.open);
    cohortFirst = cohort.from().equals(Instant.MIN) ? Long.MIN_VALUE : before(cohort.from()) + 1;
    cohortLast = cohort.to().equals(Instant.MAX) ? Long.MAX_VALUE : before(cohort.to());
  }

  private int fact(StageFunnel funnel, int code) {
    String event = table.events().get(code);
    if (funnel.wonEvents().contains(event)) {
      return tally.won;
    }
    if (funnel.lostEvents().contains(event)) {
      return tally.lost;
    }
    if (funnel.createdEvents().contains(event)) {
      return tally.open;
    }
    int stage = funnel.stages().indexOf(event);
    return stage >= 0 ? stage : -1 - code;
  }

  /** Returns what the deals of a table came to. */
  static StageTally tally(StageFunnel funnel, EventTable table, Instant asOf) {
    return new StageReplay(funnel, table, asOf).play();
  }

  private StageTally play() {
    for (int subject = 0, next; subject < table.subjects(); subject = next) {
      int first = table.start(subject);
      next = subject + 1;
      while (next < table.subjects() && table.end(next) - first <= BLOCK) {
        next++;
      }
      boolean ordered = lay(first, table.end(next - 1));
      for (int deal = subject; deal < next; deal++) {
        play(table.start(deal) - first, table.end(deal) - first, first, ordered);
      }
    }
    deals.close();
    for (int code = 0; code < ignored.length; code++) {
      tally.ignore(table.events().get(code), ignored[code]);
    }
    return tally;
  }

  private void play(int start, int end, int firstRow, boolean ordered) {
    if (!ordered) {
      order(start, end, firstRow);
    }
    int known = anyIgnored ? passOver(start, end) : start;
    if (known < end && at[known] <= asOf && isMember(known, end)) {
      deals.add(became, at, known, end);
    }
  }

  /** Lays out rows; false if some of one time may stand in another order than theirs. */
  @SuppressWarnings("ShortCircuitBoolean") // a branch would take longer than both sides
  private boolean lay(int first, int end) {
    int rows = end - first;
    if (rows > became.length) {
      became = new int[rows];
      at = new long[rows];
    }
    int[] to = became;
    long[] times = at;
    int[] codes = facts;
    int factBefore = 0;
    long timeBefore = Long.MIN_VALUE;
    boolean ordered = true;
    for (int i = 0; i < rows; i++) {
      int fact = codes[table.event(first + i)];
      long time = table.time(first + i);
      ordered &= time != timeBefore | fact >= factBefore;
      factBefore = fact;
      timeBefore = time;
      to[i] = fact;
      times[i] = time;
    }
    return ordered;
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
      } else if (at[i] <= asOf) {
        ignored[-1 - became[i]]++;
      }
    }
    return known;
  }

  private boolean isMember(int known, int end) {
    return switch (basis) {
      case ALL -> true;
      case CREATED -> isInRange(at[known]);
      case ENTERED -> enteredInRange(known, end);
      case CLOSED -> closedInRange(known, end);
    };
  }

  private boolean enteredInRange(int known, int end) {
    for (int i = known; i < end && at[i] <= asOf; i++) {
      if (became[i] == cohortStage) {
        return isInRange(at[i]);
      }
    }
    return false;
  }

  private boolean closedInRange(int known, int end) {
    int place = tally.open;
    long since = 0;
    for (int i = known; i < end && at[i] <= asOf; i++) {
      if (became[i] >= 0 && became[i] < tally.open && became[i] != place) {
        place = became[i];
        since = at[i];
      }
    }
    return tally.isEnd(place) && isInRange(since);
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
