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

  final int stages;
  final int lost;
  final int won;
  final int open;

  /** A place takes so many bits. */
  final int shift;

  /** Moves by the place left, shifted, and the one come to; of no meaning where both are one. */
  final long[] moves;

  /** Deals by their last place. */
  final long[] lasts;

  /** The times in a stage, see {@link #list}. */
  final LongChunks[] times;

  private final long[] deepest; // deals by the deepest stage they came to, from none on, and end
  private final long[] entered; // deals by stage and end
  private final TreeMap<String, Long> ignored = new TreeMap<>();

  StageTally(int stages) {
    this.stages = stages;
    lost = stages;
    won = stages + 1;
    open = stages + 2;
    shift = Integer.SIZE - Integer.numberOfLeadingZeros(open);
    moves = new long[1 << (2 * shift)];
    lasts = new long[open + 1];
    deepest = new long[(stages + 1) * ENDS];
    entered = new long[stages * ENDS];
    times = new LongChunks[stages * ENDS];
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

  /** Returns the number of the list of the times in a stage that was left so. */
  static int list(int stage, End left) {
    return stage * ENDS + left.code();
  }

  /** Returns the time between two times, the longest there is where it is longer. */
  static long span(long from, long to) {
    long span = to - from;
    return span < 0 ? Long.MAX_VALUE : span; // from is never after to
  }

  /** Adds deals that came to no stage after this one, or -1 for none, by the code of their end. */
  void reach(int stage, int end, long deals) {
    deepest[(stage + 1) * ENDS + end] += deals;
  }

  /** Adds deals that entered a stage, by the code of their end. */
  void enter(int stage, int end, long deals) {
    entered[stage * ENDS + end] += deals;
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
    add(entered, other.entered);
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
    return from == to ? 0 : moves[(from << shift) + to];
  }

  /** How many deals came to no stage after this one, or -1 for none, and stand so. */
  long deepest(int stage, End end) {
    return deepest[(stage + 1) * ENDS + end.code()];
  }

  /** How many deals were recorded to enter a stage and stand so. */
  long entered(int stage, End end) {
    return entered[stage * ENDS + end.code()];
  }

  /** The times in a stage, by {@link End#code} of how it was left. */
  LongChunks[] stays(int stage) {
    return Arrays.copyOfRange(times, stage * ENDS, (stage + 1) * ENDS);
  }

  Map<String, Long> ignored() {
    return ignored;
  }
}
