package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import java.time.Instant;
import java.util.Arrays;

/** Replays one deal after the other and adds up what it reached. */
final class StageTally {
  private static final int NOWHERE = -1;
  private static final double MILLIS_PER_DAY = 86_400_000;

  private final StageHistory history;
  private final ReachRule rule;
  private final long asOf;
  private final int stages;

  private final long[] reached;
  private final long[] implied;
  private final long[] converted;
  private final long[] dropped;
  private final long[] backwardMoves;
  private final long[] reentries;
  private final long[] running;
  private final ImmutableDoubleArray.Builder[] days;
  private final Counter all = new Counter();
  private final Counter unstaged = new Counter();
  private long entrants;
  private long won;
  private long reopened;

  // the deal being replayed
  private final boolean[] visited;
  private final long[] time;
  private int current;
  private long since;
  private int deepest;
  private int outcome;

  StageTally(StageHistory history, ReachRule rule, long asOf) {
    this.history = history;
    this.rule = rule;
    this.asOf = asOf;
    stages = history.stages().size();
    reached = new long[stages];
    implied = new long[stages];
    converted = new long[stages];
    dropped = new long[stages];
    backwardMoves = new long[stages];
    reentries = new long[stages];
    running = new long[stages];
    days = new ImmutableDoubleArray.Builder[stages];
    Arrays.setAll(days, stage -> ImmutableDoubleArray.builder());
    visited = new boolean[stages];
    time = new long[stages];
  }

  /** Replays the deal whose first row this is and returns the first row of the next one. */
  int replayDeal(int first) {
    Arrays.fill(visited, false);
    Arrays.fill(time, 0);
    current = NOWHERE;
    deepest = NOWHERE;
    outcome = StageHistory.CREATED;
    int row = first;
    for (; row < history.rows() && history.deal(row) == history.deal(first); row++) {
      if (history.time(row) <= asOf) {
        apply(history.fact(row), history.time(row));
      }
    }
    if (history.time(first) <= asOf) {
      addDeal();
    }
    return row;
  }

  private void apply(int fact, long at) {
    if (fact == StageHistory.CREATED || fact == current) {
      return;
    }
    if (current != NOWHERE) {
      time[current] = Math.addExact(time[current], Math.subtractExact(at, since));
    }
    if (fact >= stages) {
      current = NOWHERE;
      outcome = fact;
      return;
    }
    if (outcome != StageHistory.CREATED) {
      reopened++;
      outcome = StageHistory.CREATED;
    } else if (current > fact) {
      backwardMoves[current]++;
    }
    if (visited[fact]) {
      reentries[fact]++;
    }
    visited[fact] = true;
    current = fact;
    since = at;
    deepest = Math.max(deepest, fact);
  }

  private void addDeal() {
    boolean isWon = outcome == history.won();
    boolean isLost = outcome == history.lost();
    all.add(isWon, isLost);
    if (deepest == NOWHERE) {
      unstaged.add(isWon, isLost);
    }
    boolean passedAll = isWon && rule == ReachRule.REACHED_OR_PASSED;
    if (deepest == NOWHERE && !passedAll) {
      return;
    }
    entrants++;
    won += isWon ? 1 : 0;
    int last = passedAll ? stages - 1 : deepest;
    for (int stage = 0; stage <= last; stage++) {
      if (visited[stage] || rule == ReachRule.REACHED_OR_PASSED) {
        reached[stage]++;
        implied[stage] += visited[stage] ? 0 : 1;
        if (isWon || stage < deepest) {
          converted[stage]++;
        } else if (isLost) {
          dropped[stage]++;
        }
      }
      if (stage == current) {
        running[stage]++;
      } else if (visited[stage]) {
        days[stage].add(time[stage] / MILLIS_PER_DAY);
      }
    }
  }

  StageFunnelReport report(Instant instant, double confidence) {
    ImmutableList.Builder<StageStep> steps = ImmutableList.builder();
    for (int stage = 0; stage < stages; stage++) {
      long decided = converted[stage] + dropped[stage];
      steps.add(
          new StageStep(
              history.stages().get(stage),
              reached[stage],
              implied[stage],
              converted[stage],
              dropped[stage],
              reached[stage] - decided,
              rate(converted[stage], reached[stage], confidence),
              rate(converted[stage], decided, confidence),
              rate(reached[stage], entrants, confidence),
              backwardMoves[stage],
              reentries[stage],
              Sample.of(Unit.DAYS, days[stage].build().toArray()).withConfidence(confidence),
              running[stage]));
    }
    return new StageFunnelReport(
        instant,
        rule,
        steps.build(),
        won,
        rate(won, entrants, confidence),
        all.toOutcomes(),
        unstaged.toOutcomes(),
        reopened);
  }

  private static Measure rate(long part, long whole, double confidence) {
    return ProportionInterval.WILSON.measure(Ratio.of(part, whole), confidence);
  }

  private static final class Counter {
    private long open;
    private long won;
    private long lost;

    void add(boolean isWon, boolean isLost) {
      if (isWon) {
        won++;
      } else if (isLost) {
        lost++;
      } else {
        open++;
      }
    }

    Outcomes toOutcomes() {
      return new Outcomes(open, won, lost);
    }
  }
}
