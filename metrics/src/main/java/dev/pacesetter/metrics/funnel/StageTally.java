package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.conversion.End;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What deals came to: which way how many went, and how long they took, as lists. All of it adds up
 * when the deals are counted in parts.
 *
 * <p>The place of a deal is a number: a stage from 0, {@link #lost}, {@link #won} or {@link #open},
 * that is, in no stage yet.
 */
final class StageTally {
  static final int ENDS = End.values().length;

  final int stages;
  final int lost;
  final int won;
  final int open;

  private final PathTree paths;

  /** By stage and how the deal left it, then the ages by end, then the ages in stages. */
  private final LongChunks[] times;

  private final TreeMap<String, Long> ignored = new TreeMap<>();

  StageTally(int stages) {
    this.stages = stages;
    lost = stages;
    won = stages + 1;
    open = stages + 2;
    paths = new PathTree(open + 1);
    times = new LongChunks[(stages + 2) * ENDS];
    Arrays.setAll(times, i -> new LongChunks());
  }

  boolean isEnd(int place) {
    return place == lost || place == won;
  }

  /** Returns how a deal stands whose last place this is. */
  End end(int place) {
    if (place == won) {
      return End.WON;
    }
    return place == lost ? End.LOST : End.OPEN;
  }

  /** Adds that an event the funnel does not name was seen so often. */
  void ignore(String event, long rows) {
    if (rows > 0) {
      ignored.merge(event, rows, Long::sum);
    }
  }

  /** Adds what other deals came to. */
  void absorb(StageTally other) {
    paths.absorb(other.paths);
    for (int i = 0; i < times.length; i++) {
      times[i].absorb(other.times[i]);
    }
    other.ignored.forEach(this::ignore);
  }

  PathTree paths() {
    return paths;
  }

  /** The times in a stage, by {@link End#code}. */
  LongChunks[] stays(int stage) {
    return Arrays.copyOfRange(times, stage * ENDS, (stage + 1) * ENDS);
  }

  /** The ages since the first fact, by {@link End#code}. */
  LongChunks[] ages() {
    return stays(stages);
  }

  /** The ages since the first stage, by {@link End#code}. */
  LongChunks[] agesInStages() {
    return stays(stages + 1);
  }

  Map<String, Long> ignored() {
    return ignored;
  }

  /**
   * Adds deals one by one. What a deal does next is hard for a processor to guess, so that most of
   * what is done for every fact is arithmetic without branches.
   */
  static final class Deals {
    private static final byte NEVER = -1;

    private final int stages;
    private final int open;
    private final PathTree paths;
    private final long asOf;
    private final boolean firstVisit;
    private final long
        kept; // all bits where the times of visits add up, none where the last counts
    private final LongChunks.Writer writer;

    // by place
    private final byte[] ends;
    private final byte[] leaving; // how a place is left for this one
    private final long[] closed; // all bits for the ends

    // the deal being added: the time spent in a place and how it was left, if it was
    private final long[] spent;
    private final byte[] left;

    Deals(StageTally tally, VisitTime rule, long asOf) {
      stages = tally.stages;
      open = tally.open;
      paths = tally.paths;
      writer = new LongChunks.Writer(tally.times);
      this.asOf = asOf;
      firstVisit = rule == VisitTime.FIRST;
      kept = rule == VisitTime.TOTAL ? -1L : 0;
      int places = open + 1;
      ends = new byte[places];
      leaving = new byte[places];
      closed = new long[places];
      spent = new long[places];
      left = new byte[places];
      for (int place = 0; place < places; place++) {
        ends[place] = tally.end(place).code();
        leaving[place] = place == tally.lost ? End.LOST.code() : End.WON.code();
        closed[place] = tally.isEnd(place) ? -1L : 0;
      }
      leaving[open] = End.OPEN.code();
      Arrays.fill(left, NEVER);
    }

    /**
     * Adds a deal.
     *
     * @param became the places that its facts bring it to; those from {@link #open} on and negative
     *     ones change nothing
     * @param at when, ascending
     * @param from the first fact of the deal, which must be known as of the report
     * @param to the fact after the last
     */
    void add(int[] became, long[] at, int from, int to) {
      long[] time = spent;
      byte[] how = left;
      byte[] hows = leaving;
      int nowhere = open;
      int path = PathTree.START;
      int place = nowhere;
      long since = at[from];
      for (int i = from; i < to; i++) {
        int next = became[i];
        long now = at[i];
        if (now > asOf) {
          break;
        }
        if (next == place || Integer.compareUnsigned(next, nowhere) >= 0) {
          continue;
        }
        path = paths.next(path, next);
        if (!firstVisit) {
          time[place] = sum(time[place] & kept, span(since, now));
          how[place] = hows[next];
        } else if (how[place] == NEVER) {
          time[place] = span(since, now);
          how[place] = hows[next];
        }
        place = next;
        since = now;
      }
      paths.count(path, 1);
      if (!firstVisit) {
        time[place] = sum(time[place] & kept, span(since, asOf));
        how[place] = hows[open];
      } else if (how[place] == NEVER) {
        time[place] = span(since, asOf);
        how[place] = hows[open];
      }
      int end = ends[place];
      long until = asOf + ((since - asOf) & closed[place]);
      writer.add(stages * ENDS + end, span(at[from], until), 1);
      if (writeStays() > 0) {
        int entry = from;
        while (Integer.compareUnsigned(became[entry], stages) >= 0) {
          entry++;
        }
        writer.add((stages + 1) * ENDS + end, span(at[entry], until), 1);
      }
    }

    /** Writes the times of all stages the deal has been in, and returns how many those are. */
    private int writeStays() {
      int entered = 0;
      for (int stage = 0; stage < stages; stage++) {
        int how = left[stage];
        int isIn = 1 + (how >> (Integer.SIZE - 1));
        writer.add(stage * ENDS + Math.max(0, how), spent[stage], isIn);
        left[stage] = NEVER;
        spent[stage] = 0;
        entered += isIn;
      }
      return entered;
    }

    /** Ends adding. */
    void close() {
      writer.close();
    }

    private static long sum(long a, long b) {
      long sum = a + b;
      return sum < 0 ? Long.MAX_VALUE : sum; // neither is negative
    }

    private static long span(long from, long to) {
      long span = to - from;
      return span < 0 ? Long.MAX_VALUE : span; // from is never after to
    }
  }
}
