package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.conversion.End;
import java.util.Arrays;

/**
 * Counts deals by {@link VisitTime#TOTAL} where no fact is far from the as-of instant. What a deal
 * does next, and when it ends, is hard for a processor to guess. So all that is done for every fact
 * and stage is arithmetic without branches: first the facts of a block as if they were of one deal,
 * then its deals, where what was wrong between two of them is put right, then its stages.
 */
final class StageTotals implements DealSink {
  // the lowest bits of a time say how the place was left; all is 0 if the deal was not there
  private static final int WON = 1;
  private static final int LOST = 2;
  private static final int STILL = 4;
  private static final int HOW_BITS = 3;
  private static final int HOW = (1 << HOW_BITS) - 1;

  // what there is to say about a deal: its end, whether it was in a later stage, eight stages
  private static final int END_BITS = 2;
  private static final int END = (1 << END_BITS) - 1;
  private static final int LATER = 1 << END_BITS;
  private static final int STAGE_BITS = END_BITS + 1;
  private static final int EIGHT_BITS = 3;
  private static final int EIGHT = 1 << EIGHT_BITS;
  private static final int KIND_BITS = STAGE_BITS + EIGHT;

  private final StageTally tally;
  private final long asOf;
  private final LongChunks.Writer writer;

  // by place
  private final long[] leaving; // how a place is left for this one, less all bits that say how
  private final int[] ends; // the code of the end of deals whose last place this is
  private final int[] stills; // the list of the times there of deals that are there still

  // of a block
  private int[] steps = new int[0]; // by fact: whether a deal begins, times the places
  private long[] times = new long[0]; // by deal and place
  private int[] kinds = new int[0]; // by deal

  private final long[] seen; // deals by eight of stages and kind

  StageTotals(StageTally tally, long asOf) {
    this.tally = tally;
    this.asOf = asOf;
    // one list more, of the deals that are in no stage
    LongChunks[] lists = Arrays.copyOf(tally.times, tally.times.length + 1);
    lists[tally.times.length] = new LongChunks();
    writer = new LongChunks.Writer(lists);
    leaving = new long[tally.open + 1];
    ends = new int[tally.open + 1];
    stills = new int[tally.open + 1];
    for (int place = 0; place <= tally.open; place++) {
      leaving[place] = (place == tally.lost ? LOST : WON) - (long) HOW;
      ends[place] = tally.end(place).code();
      stills[place] = place < tally.stages ? StageTally.list(place, End.OPEN) : tally.times.length;
    }
    leaving[tally.open] = STILL - HOW;
    int eights = ((tally.stages - 1) >> EIGHT_BITS) + 1;
    seen = new long[eights << KIND_BITS];
  }

  @Override
  public void add(DealBlock block) {
    int cells = block.deals << tally.shift;
    if (cells > times.length) {
      times = new long[cells];
      kinds = new int[block.deals];
    }
    if (block.rows() >= steps.length) {
      steps = new int[block.became.length];
    }
    int step = 1 << tally.shift;
    Arrays.fill(steps, 0, block.rows() + 1, 0);
    for (int deal = 1; deal < block.deals; deal++) {
      steps[block.starts[deal]] = step;
    }
    addFacts(block);
    writer.reserve(block.deals);
    addDeals(block);
    for (int stage = tally.stages - 1; stage >= 0; stage--) {
      addStage(stage, block.deals);
      if ((stage & (EIGHT - 1)) == 0) {
        addKinds(stage >> EIGHT_BITS, block.deals);
      }
    }
    Arrays.fill(times, 0, cells, 0);
  }

  /** Adds up times, and counts moves, also those from the end of a deal to the next one. */
  private void addFacts(DealBlock block) {
    int rows = block.rows();
    int[] became = block.became;
    long[] at = block.at;
    int[] begins = steps;
    long[] spent = times;
    long[] hows = leaving;
    long[] moves = tally.moves;
    int shift = tally.shift;
    int deal = 0;
    int place = became[0];
    long since = at[0];
    for (int i = 1; i <= rows; i++) {
      int next = became[i];
      long now = at[i];
      int cell = deal + place;
      spent[cell] = (spent[cell] | HOW) + ((now - since) << HOW_BITS) + hows[next];
      moves[(place << shift) + next]++;
      deal += begins[i];
      place = next;
      since = now;
    }
  }

  private void addDeals(DealBlock block) {
    int[] starts = block.starts;
    int[] became = block.became;
    long[] at = block.at;
    long[] spent = times;
    int[] said = kinds;
    long[] moves = tally.moves;
    long[] lasts = tally.lasts;
    int shift = tally.shift;
    int open = tally.open << shift;
    moves[open + became[0]]++;
    for (int deal = 0; deal < block.deals; deal++) {
      int end = starts[deal + 1];
      int last = became[end - 1];
      int next = became[end]; // the next deal's
      moves[(last << shift) + next]--;
      moves[open + next]++;
      lasts[last]++;
      said[deal] = ends[last];
      int cell = (deal << shift) + last;
      long time = (spent[cell] | HOW) + ((asOf - at[end]) << HOW_BITS) + (STILL - HOW);
      spent[cell] = time;
      writer.add(stills[last], time >> HOW_BITS);
    }
    writer.used[tally.times.length] = 0;
  }

  /** Adds the times in a stage of the deals that left it, and notes who was there. */
  private void addStage(int stage, int deals) {
    long[] spent = times;
    int[] said = kinds;
    int shift = tally.shift;
    int bit = 1 << (STAGE_BITS + (stage & (EIGHT - 1)));
    int wonList = StageTally.list(stage, End.WON);
    int lostList = StageTally.list(stage, End.LOST);
    long[] won = writer.chunks[wonList];
    long[] lost = writer.chunks[lostList];
    int wons = writer.used[wonList];
    int losts = writer.used[lostList];
    for (int deal = 0; deal < deals; deal++) {
      long time = spent[(deal << shift) + stage];
      won[wons] = time >> HOW_BITS;
      wons += (int) time & WON;
      lost[losts] = time >> HOW_BITS;
      losts += ((int) time & LOST) >> 1;
      said[deal] |= (int) (-time >> (Long.SIZE - 1)) & bit;
    }
    writer.used[wonList] = wons;
    writer.used[lostList] = losts;
  }

  /** Counts deals by what was noted about eight stages, and forgets in which they were. */
  private void addKinds(int eight, int deals) {
    long[] counts = seen;
    int[] said = kinds;
    int first = eight << KIND_BITS;
    for (int deal = 0; deal < deals; deal++) {
      int kind = said[deal];
      counts[first + kind]++;
      said[deal] = (kind & END) | (-(kind >> END_BITS) >>> (Integer.SIZE - 1) << END_BITS);
    }
  }

  /** Ends counting. */
  void flush() {
    writer.flush();
    for (int i = 0; i < seen.length; i++) {
      if (seen[i] > 0) {
        addSeen(i >> KIND_BITS, i & ((1 << KIND_BITS) - 1), seen[i]);
      }
    }
  }

  private void addSeen(int eight, int kind, long deals) {
    int first = eight << EIGHT_BITS;
    int end = kind & END;
    int stages = kind >> STAGE_BITS;
    for (int rest = stages; rest != 0; rest &= rest - 1) {
      tally.enter(first + Integer.numberOfTrailingZeros(rest), end, deals);
    }
    if ((kind & LATER) == 0 && (stages != 0 || eight == 0)) {
      int deepest = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(stages);
      tally.reach(first + deepest, end, deals);
    }
  }
}
