package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.conversion.End;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What deals came to, as sums and lists that add up when the deals are counted in parts.
 *
 * <p>The place of a deal is a number: a stage from 0, {@link #lost}, {@link #won} or {@link #open},
 * that is, in no stage yet.
 */
final class StageTally {
  private static final int ENDS = End.values().length;
  private static final byte NEVER = -1;

  final int stages;
  final int lost;
  final int won;
  final int open;
  private final int places;

  private final long[] moves; // from place to place, also to the same
  private final long[] lasts; // by the last place of a deal
  private final long[] deepest; // by deepest stage, from none on, and end

  /** The times in a stage, by stage, how the deal left it, and end. */
  private final LongChunks[] times;

  private final TreeMap<String, Long> ignored = new TreeMap<>();

  StageTally(int stages) {
    this.stages = stages;
    lost = stages;
    won = stages + 1;
    open = stages + 2;
    places = stages + 3;
    moves = new long[places * places];
    lasts = new long[places];
    deepest = new long[(stages + 1) * ENDS];
    times = new LongChunks[stages * ENDS * ENDS];
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

  /** Returns the time between two times, the longest there is where it is longer. */
  static long span(long from, long to) {
    long span = to - from;
    return span < 0 ? Long.MAX_VALUE : span; // from is never after to
  }

  /** Adds that an event the funnel does not name was seen so often. */
  void ignore(String event, long rows) {
    if (rows > 0) {
      ignored.merge(event, rows, Long::sum);
    }
  }

  /** Adds what other deals came to; they must be all there. */
  void absorb(StageTally other) {
    add(moves, other.moves);
    add(lasts, other.lasts);
    add(deepest, other.deepest);
    for (int i = 0; i < times.length; i++) {
      times[i].absorb(other.times[i]);
    }
    other.ignored.forEach(this::ignore);
  }

  private static void add(long[] sums, long[] others) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
  }

  /**
   * How often a deal went from one place to another; to {@link #open} from where it is in a stage
   * or in none, and from an end to itself where it is won or lost.
   */
  long moves(int from, int to) {
    boolean stays = isEnd(from) ? to == from : to == open;
    if (stays) {
      return lasts[from];
    }
    return from == to ? 0 : moves[from * places + to];
  }

  /** How many deals came to no stage after this one, or -1 for none, and stand so. */
  long deepest(int stage, End end) {
    return deepest[(stage + 1) * ENDS + end.code()];
  }

  /** How many deals were recorded to enter a stage and stand so. */
  long entered(int stage, End end) {
    long entered = 0;
    for (int how = 0; how < ENDS; how++) {
      entered += times[(stage * ENDS + how) * ENDS + end.code()].size();
    }
    return entered;
  }

  /** The times in a stage, by {@link End#code} of how it was left. */
  LongChunks[] stays(int stage) {
    LongChunks[] stays = new LongChunks[ENDS];
    for (int how = 0; how < ENDS; how++) {
      stays[how] = new LongChunks();
      for (int end = 0; end < ENDS; end++) {
        stays[how].absorb(times[(stage * ENDS + how) * ENDS + end]);
      }
    }
    return stays;
  }

  Map<String, Long> ignored() {
    return ignored;
  }

  /**
   * Counts deals. What a deal does next is hard for a processor to guess, so that what is done for
   * every fact and stage is arithmetic without branches.
   */
  static final class Deals implements DealSink {
    private final int stages;
    private final int open;
    private final int places;
    private final long[] moves;
    private final long[] lasts;
    private final long[] deepest;
    private final LongChunks.Writer writer;
    private final long asOf;
    private final boolean isFirst;
    private final long
        kept; // all bits where the times of visits add up, none where the last counts

    // by place
    private final byte[] ends;
    private final byte[] leaving; // how a place is left for this one

    // the deal being added: the time spent in a place and how it was left, if it was
    private final long[] spent;
    private final byte[] left;

    Deals(StageTally tally, VisitTime rule, long asOf) {
      stages = tally.stages;
      open = tally.open;
      places = tally.places;
      moves = tally.moves;
      lasts = tally.lasts;
      deepest = tally.deepest;
      writer = new LongChunks.Writer(tally.times);
      this.asOf = asOf;
      isFirst = rule == VisitTime.FIRST;
      kept = rule == VisitTime.TOTAL ? -1L : 0;
      ends = new byte[places];
      leaving = new byte[places];
      for (int place = 0; place < places; place++) {
        ends[place] = tally.end(place).code();
        leaving[place] = place == tally.lost ? End.LOST.code() : End.WON.code();
      }
      leaving[open] = End.OPEN.code();
      spent = new long[places];
      left = new byte[places];
      Arrays.fill(left, NEVER);
    }

    @Override
    public void add(int[] became, long[] at, int from, int to) {
      long[] time = spent;
      byte[] how = left;
      byte[] hows = leaving;
      long[] moved = moves;
      int place = open;
      long since = at[from];
      int goesOn = 0; // all bits while a visit goes on
      for (int i = from; i < to; i++) {
        int next = became[i];
        long now = at[i];
        if (Integer.compareUnsigned(next, open) >= 0) {
          continue;
        }
        moved[place * places + next]++;
        if (!isFirst) {
          time[place] = sum(time[place] & (kept | goesOn), span(since, now));
          how[place] = hows[next];
          goesOn = ((next ^ place) - 1) >> (Integer.SIZE - 1);
          since = now;
        } else if (next != place) {
          leaveFirst(place, since, now, next);
          since = now;
        }
        place = next;
      }
      lasts[place]++;
      if (isFirst) {
        leaveFirst(place, since, asOf, open);
      } else {
        time[place] = sum(time[place] & (kept | goesOn), span(since, asOf));
        how[place] = hows[open];
      }
      finish(ends[place]);
    }

    private void leaveFirst(int place, long since, long now, int next) {
      if (left[place] == NEVER) {
        spent[place] = span(since, now);
        left[place] = leaving[next];
      }
    }

    private void finish(int end) {
      int furthest = -1;
      for (int stage = 0; stage < stages; stage++) {
        int how = left[stage];
        int isIn = 1 + (how >> (Integer.SIZE - 1));
        furthest += (stage - furthest) & -isIn;
        writer.add((stage * ENDS + Math.max(0, how)) * ENDS + end, spent[stage], isIn);
        left[stage] = NEVER;
        spent[stage] = 0;
      }
      deepest[(furthest + 1) * ENDS + end]++;
    }

    /** Ends counting. */
    void flush() {
      writer.flush();
    }

    private static long sum(long a, long b) {
      long sum = a + b;
      return sum < 0 ? Long.MAX_VALUE : sum; // neither is negative
    }
  }
}
