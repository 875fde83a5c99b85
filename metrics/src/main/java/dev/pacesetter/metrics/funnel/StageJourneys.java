package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.conversion.End;
import java.util.Arrays;

/** Which ways deals went and how old they were at their end; asked for less often than the rest. */
final class StageJourneys implements DealSink {
  private static final int ENDS = End.values().length;

  private final StageTally places;
  private final long asOf;
  private final PathTree paths;
  private final LongChunks[] ages; // since the first fact by end, then since the first stage
  private final LongChunks.Writer writer;

  StageJourneys(StageTally places, long asOf) {
    this.places = places;
    this.asOf = asOf;
    paths = new PathTree(places.open + 1);
    ages = new LongChunks[2 * ENDS];
    Arrays.setAll(ages, i -> new LongChunks());
    writer = new LongChunks.Writer(ages);
  }

  @Override
  public void add(DealBlock block) {
    writer.reserve(block.deals);
    for (int deal = 0; deal < block.deals; deal++) {
      add(block.became, block.at, block.starts[deal], block.starts[deal + 1]);
    }
  }

  private void add(int[] became, long[] at, int from, int to) {
    int node = PathTree.START;
    int place = places.open;
    long since = 0;
    long staged = 0;
    boolean isStaged = false;
    for (int i = from; i < to; i++) {
      int next = became[i];
      if (next == place) {
        continue;
      }
      node = paths.next(node, next);
      if (!isStaged && next < places.stages) {
        isStaged = true;
        staged = at[i];
      }
      place = next;
      since = at[i];
    }
    paths.count(node, 1);
    int end = places.end(place).code();
    long until = places.isEnd(place) ? since : asOf;
    writer.add(end, StageTally.span(at[from], until));
    if (isStaged) {
      writer.add(ENDS + end, StageTally.span(staged, until));
    }
  }

  /** Ends adding deals. */
  void flush() {
    writer.flush();
  }

  /** Adds the journeys of other deals, which must be all there. */
  void absorb(StageJourneys other) {
    paths.absorb(other.paths);
    for (int i = 0; i < ages.length; i++) {
      ages[i].absorb(other.ages[i]);
    }
  }

  PathTree paths() {
    return paths;
  }

  /** The ages since the first fact, by {@link End#code}. */
  LongChunks[] ages() {
    return Arrays.copyOf(ages, ENDS);
  }

  /** The ages since the first stage, by {@link End#code}. */
  LongChunks[] agesInStages() {
    return Arrays.copyOfRange(ages, ENDS, ages.length);
  }
}
