package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import java.util.concurrent.TimeUnit;

/** What a tally says about a funnel; every number follows from the counts by addition. */
final class StageSums {
  private static final int NONE = -1;

  private final StageFunnel funnel;
  private final StageTally tally;
  private final StageCounts counts;
  private final boolean passedCount;
  private final int stages;

  StageSums(StageFunnel funnel, StageTally tally, StageCounts counts) {
    this.funnel = funnel;
    this.tally = tally;
    this.counts = counts;
    passedCount = funnel.reach() == ReachRule.REACHED_OR_PASSED;
    stages = tally.stages;
  }

  Outcomes deals() {
    return deepestFrom(NONE);
  }

  Outcomes unstaged() {
    return new Outcomes(
        counts.deepest(NONE, End.OPEN),
        counts.deepest(NONE, End.WON),
        counts.deepest(NONE, End.LOST));
  }

  long won() {
    return entrants().won();
  }

  Measure wonRate() {
    return rate(won(), entrants().total());
  }

  long reopened() {
    long reopened = 0;
    for (int stage = 0; stage < stages; stage++) {
      reopened += counts.moves(tally.won, stage) + counts.moves(tally.lost, stage);
    }
    return reopened;
  }

  /** Deals that reached any stage. */
  private Outcomes entrants() {
    return passedCount ? passed(0) : deepestFrom(0);
  }

  /** Deals whose deepest stage is this one or a later one. */
  private Outcomes deepestFrom(int stage) {
    long open = 0;
    long won = 0;
    long lost = 0;
    for (int deepest = stage; deepest < stages; deepest++) {
      open += counts.deepest(deepest, End.OPEN);
      won += counts.deepest(deepest, End.WON);
      lost += counts.deepest(deepest, End.LOST);
    }
    return new Outcomes(open, won, lost);
  }

  /** Deals that entered this stage or a later one, or were won. */
  private Outcomes passed(int stage) {
    Outcomes recorded = deepestFrom(stage);
    return new Outcomes(recorded.open(), deals().won(), recorded.lost());
  }

  private Outcomes entered(int stage) {
    return new Outcomes(
        counts.entered(stage, End.OPEN),
        counts.entered(stage, End.WON),
        counts.entered(stage, End.LOST));
  }

  ImmutableList<StageStep> steps(TimeUnit unit) {
    ImmutableList.Builder<StageStep> steps = ImmutableList.builder();
    for (int stage = 0; stage < stages; stage++) {
      steps.add(step(stage, unit));
    }
    return steps.build();
  }

  private StageStep step(int stage, TimeUnit unit) {
    Outcomes entered = entered(stage);
    Outcomes ends = passedCount ? passed(stage) : entered;
    long reached = ends.total();
    long dropped = counts.deepest(stage, End.LOST);
    long pending = counts.deepest(stage, End.OPEN);
    long converted = reached - dropped - pending;
    long visits = visits(stage);
    return new StageStep(
        funnel.stages().get(stage),
        reached,
        reached - (passedCount ? entered.total() : reached),
        deepestFrom(stage).total() - entered.total(),
        converted,
        dropped,
        pending,
        rate(converted, reached),
        rate(converted, converted + dropped),
        rate(reached, entrants().total()),
        ends,
        rate(ends.won(), reached),
        rate(ends.won(), ends.won() + ends.lost()),
        visits,
        backwardMoves(stage),
        visits - entered.total(),
        new StageTimes(tally.stays(stage), unit, funnel.confidence()),
        counts.moves(stage, tally.open));
  }

  private long visits(int stage) {
    long visits = 0;
    for (int from = 0; from <= tally.open; from++) {
      visits += counts.moves(from, stage);
    }
    return visits;
  }

  private long backwardMoves(int stage) {
    long moves = 0;
    for (int earlier = 0; earlier < stage; earlier++) {
      moves += counts.moves(stage, earlier);
    }
    return moves;
  }

  private Measure rate(long part, long whole) {
    return ProportionInterval.WILSON.measure(Ratio.of(part, whole), funnel.confidence());
  }
}
