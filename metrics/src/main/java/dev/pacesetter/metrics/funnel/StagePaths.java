package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.conversion.End;
import java.util.Arrays;

/** The ways of a tally without the ends that were followed by another stage. */
final class StagePaths {
  private final StageTally tally;
  private final ImmutableList<String> names;
  private final PathTree paths;

  StagePaths(StageTally tally, ImmutableList<String> names) {
    this.tally = tally;
    this.names = names;
    paths = new PathTree(tally.open + 1);
    PathTree all = tally.paths();
    int[] stagesOnly = new int[all.nodes()];
    stagesOnly[PathTree.START] = PathTree.START;
    for (int node = PathTree.START; node < all.nodes(); node++) {
      int last = all.last(node);
      if (node != PathTree.START) {
        int before = stagesOnly[all.parent(node)];
        stagesOnly[node] = tally.isEnd(last) ? before : paths.next(before, last);
      }
      int stages = stagesOnly[node];
      if (all.deals(node) > 0) {
        paths.count(tally.isEnd(last) ? paths.next(stages, last) : stages, all.deals(node));
      }
    }
  }

  ImmutableList<StagePath> mostFrequent(int most) {
    long least = least(most);
    ImmutableList.Builder<StagePath> candidates = ImmutableList.builder();
    for (int node = PathTree.START; node < paths.nodes(); node++) {
      if (paths.deals(node) >= least) {
        candidates.add(path(node));
      }
    }
    return candidates.build().stream()
        .sorted(StagePath.MOST_FREQUENT_FIRST)
        .limit(most)
        .collect(ImmutableList.toImmutableList());
  }

  /** A way of fewer deals than this is not among the most frequent. */
  private long least(int most) {
    long[] deals = new long[paths.nodes()];
    Arrays.setAll(deals, paths::deals);
    Arrays.sort(deals);
    return Math.max(1, deals[Math.max(0, deals.length - Math.max(1, most))]);
  }

  private StagePath path(int node) {
    End end = tally.end(paths.last(node));
    int[] way = paths.way(node);
    int stages = end == End.OPEN ? way.length : way.length - 1;
    return new StagePath(
        Arrays.stream(way, 0, stages).mapToObj(names::get).collect(ImmutableList.toImmutableList()),
        end,
        paths.deals(node));
  }
}
