package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.column.Ticks;
import dev.pacesetter.metrics.event.EventTable;
import java.time.Instant;
import java.util.Arrays;

/**
 * Lays out the facts of a table for a {@link DealSink}: the deals of the cohort one after the
 * other, the facts of each in their order.
 *
 * <p>Until a deal is tidied a fact is negative where the funnel does not name it.
 */
final class StageReplay {
  /** About so many rows are laid out at a time. */
  private static final int BLOCK = 1024;

  private final EventTable table;
  private final StageTally places;
  private final long asOf;
  private final int[] facts; // by the code of the event
  private final long[] ignored; // likewise
  private final boolean isTidy; // every deal of the table is as it is to be, but for late facts

  private final StageCohort.Basis basis;
  private final int cohortStage;
  private final long cohortFirst;
  private final long cohortLast;

  private final DealBlock block = new DealBlock(BLOCK);
  private int[] disordered = new int[BLOCK]; // facts that may stand after one they precede
  private int disorders;

  private StageReplay(StageFunnel funnel, EventTable table, Instant asOf, StageTally places) {
    this.table = table;
    this.places = places;
    this.asOf = floor(asOf);
    facts = new int[table.events().size()];
    Arrays.setAll(facts, code -> fact(funnel, code));
    ignored = new long[facts.length];
    StageCohort cohort = funnel.cohort();
    basis = cohort.basis();
    cohortStage = cohort.stage().map(funnel.stages()::indexOf).orElse(places.open);
    cohortFirst = cohort.from().equals(Instant.MIN) ? Long.MIN_VALUE : before(cohort.from()) + 1;
    cohortLast = cohort.to().equals(Instant.MAX) ? Long.MAX_VALUE : before(cohort.to());
    isTidy =
        basis == StageCohort.Basis.ALL
            && Math.abs(this.asOf / 2) < DealBlock.NEAR
            && Arrays.stream(facts).allMatch(fact -> fact >= 0 && fact < places.open);
  }

  private int fact(StageFunnel funnel, int code) {
    String event = table.events().get(code);
    if (funnel.wonEvents().contains(event)) {
      return places.won;
    }
    if (funnel.lostEvents().contains(event)) {
      return places.lost;
    }
    if (funnel.createdEvents().contains(event)) {
      return places.open;
    }
    int stage = funnel.stages().indexOf(event);
    return stage >= 0 ? stage : -1 - code;
  }

  /** Returns what the deals of a table came to. */
  static StageTally tally(StageFunnel funnel, EventTable table, Instant asOf) {
    StageTally tally = new StageTally(funnel.stages().size());
    StageReplay replay = new StageReplay(funnel, table, asOf, tally);
    StageVisits visits = new StageVisits(tally, funnel.time(), replay.asOf);
    if (funnel.time() == VisitTime.TOTAL) {
      StageTotals totals = new StageTotals(tally, replay.asOf);
      replay.play(block -> (block.isNear ? totals : visits).add(block));
      totals.flush();
    } else {
      replay.play(visits);
    }
    visits.flush();
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
      divide(subject, next, first);
      if (!isTidy || !block.isNear) {
        tidy();
      }
      if (block.deals > 0) {
        block.became[block.rows()] = places.open;
        block.at[block.rows()] = asOf;
        sink.add(block);
      }
    }
  }

  /** Lays out rows, and notes which may have to come before the one before them. */
  private void lay(int first, int end) {
    int rows = end - first;
    block.reserve(rows);
    if (rows > disordered.length) {
      disordered = new int[rows];
    }
    int[] became = block.became;
    long[] at = block.at;
    int[] noted = disordered;
    int[] codes = facts;
    int factBefore = 0;
    long timeBefore = Long.MIN_VALUE;
    int count = 0;
    for (int i = 0; i < rows; i++) {
      int fact = codes[table.event(first + i)];
      long time = table.time(first + i);
      if (time == timeBefore && fact < factBefore) {
        noted[count++] = i;
      }
      factBefore = fact;
      timeBefore = time;
      became[i] = fact;
      at[i] = time;
    }
    disorders = count;
  }

  /** Divides the rows into deals, and puts the facts of each in order. */
  private void divide(int subject, int next, int first) {
    int[] starts = block.starts;
    long[] at = block.at;
    block.deals = next - subject;
    long known = asOf;
    long spans = 0; // together they have a high bit if one is negative or too long
    int start = 0;
    for (int deal = 0; deal < next - subject; deal++) {
      int end = table.end(subject + deal) - first;
      starts[deal + 1] = end;
      spans |= (known - at[start]) | (known - at[end - 1]);
      start = end;
    }
    block.isNear = spans >= 0 && spans < DealBlock.NEAR;
    for (int i = 0; i < disorders; i++) {
      int deal = Arrays.binarySearch(starts, 0, block.deals + 1, disordered[i]);
      if (deal < 0) { // otherwise the row before is of another deal
        order(starts[-deal - 2], starts[-deal - 1], first);
      }
    }
  }

  /** Puts facts of one time and sequence number in the order of the places. */
  private void order(int start, int end, int firstRow) {
    for (int from = start, to; from < end; from = to) {
      to = from + 1;
      while (to < end
          && block.at[to] == block.at[from]
          && table.sequence(firstRow + to) == table.sequence(firstRow + from)) {
        to++;
      }
      if (to - from > 1) {
        Arrays.sort(block.became, from, to);
      }
    }
  }

  /** Keeps the known facts that the funnel names, of the deals that are in the cohort. */
  private void tidy() {
    int[] starts = block.starts;
    int deals = 0;
    int kept = 0;
    int start = 0;
    boolean isNear = true;
    for (int deal = 0; deal < block.deals; deal++) {
      int end = starts[deal + 1];
      int to = keep(start, end, kept);
      if (to > kept && isMember(kept, to)) {
        long age = asOf - block.at[kept]; // negative where it is longer than any number
        isNear &= age >= 0 && age < DealBlock.NEAR;
        kept = to;
        starts[++deals] = to; // at most the deal just read
      }
      start = end;
    }
    block.deals = deals;
    block.isNear = isNear;
  }

  /** Moves the facts of a deal that are to be kept to their place, and returns that after them. */
  private int keep(int start, int end, int kept) {
    int[] became = block.became;
    long[] at = block.at;
    int to = kept;
    for (int i = start; i < end && at[i] <= asOf; i++) {
      int fact = became[i];
      if (fact < 0) {
        ignored[-1 - fact]++;
      } else {
        became[to] = fact;
        at[to] = at[i];
        to += fact < places.open || to == kept ? 1 : 0;
      }
    }
    return to;
  }

  private boolean isMember(int from, int to) {
    return switch (basis) {
      case ALL -> true;
      case CREATED -> isInRange(block.at[from]);
      case ENTERED -> enteredInRange(from, to);
      case CLOSED -> closedInRange(from, to);
    };
  }

  private boolean enteredInRange(int from, int to) {
    for (int i = from; i < to; i++) {
      if (block.became[i] == cohortStage) {
        return isInRange(block.at[i]);
      }
    }
    return false;
  }

  private boolean closedInRange(int from, int to) {
    int place = block.became[to - 1];
    int since = to - 1;
    while (since > from && block.became[since - 1] == place) {
      since--;
    }
    return places.isEnd(place) && isInRange(block.at[since]);
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
