package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.conversion.End;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts deals by any rule, however far apart their facts are. */
final class StageVisits implements DealSink {
  private final StageTally tally;
  private final VisitTime rule;
  private final long asOf;
  private final LongChunks.Writer writer;

  // the deal being added: the time spent in a place, and how it was left if it was entered
  private final long[] spent;
  private final @Nullable End[] left;

  StageVisits(StageTally tally, VisitTime rule, long asOf) {
    this.tally = tally;
    this.rule = rule;
    this.asOf = asOf;
    writer = new LongChunks.Writer(tally.times);
    spent = new long[tally.open + 1];
    left = new @Nullable End[tally.open + 1];
  }

  @Override
  public void add(DealBlock block) {
    writer.reserve(block.deals);
    for (int deal = 0; deal < block.deals; deal++) {
      add(block.became, block.at, block.starts[deal], block.starts[deal + 1]);
    }
  }

  private void add(int[] became, long[] at, int from, int to) {
    int place = tally.open;
    long since = at[from];
    for (int i = from; i < to; i++) {
      int next = became[i];
      if (next != place) {
        tally.moves[(place << tally.shift) + next]++;
        leave(place, since, at[i], next == tally.lost ? End.LOST : End.WON);
        place = next;
        since = at[i];
      }
    }
    leave(place, since, asOf, End.OPEN);
    tally.lasts[place]++;
    int end = tally.end(place).code();
    int furthest = -1;
    for (int stage = 0; stage < tally.stages; stage++) {
      End how = left[stage];
      if (how != null) {
        furthest = stage;
        tally.enter(stage, end, 1);
        writer.add(StageTally.list(stage, how), spent[stage]);
      }
    }
    tally.reach(furthest, end, 1);
    Arrays.fill(left, null);
  }

  private void leave(int place, long since, long now, End how) {
    if (rule == VisitTime.FIRST && left[place] != null) {
      return;
    }
    long time = StageTally.span(since, now);
    boolean isMore = rule == VisitTime.TOTAL && left[place] != null;
    spent[place] = isMore ? sum(spent[place], time) : time;
    left[place] = how;
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum; // neither is negative
  }

  /** Ends counting. */
  void flush() {
    writer.flush();
  }
}
