package dev.pacesetter.metrics.pipeline;

import java.time.Instant;

/** Replays one deal after the other and adds up what moved inside the window. */
final class WaterfallTally {
  private final long from;
  private final long to;
  private final DealHistory history;
  private final PipelineScope scope;

  private final Line start = new Line();
  private final Line created = new Line();
  private final Line reopened = new Line();
  private final Line pulledIn = new Line();
  private final Line increased = new Line();
  private final Line won = new Line();
  private final Line lost = new Line();
  private final Line decreased = new Line();
  private final Line pushedOut = new Line();
  private final Line end = new Line();

  // the deal being replayed
  private boolean known;
  private DealStatus status = DealStatus.OPEN;
  private long amount;
  private long closeDay;
  private boolean inWindow;

  WaterfallTally(long from, long to, DealHistory history, PipelineScope scope) {
    this.from = from;
    this.to = to;
    this.history = history;
    this.scope = scope;
  }

  /** Replays the deal whose first row this is and returns the first row of the next one. */
  int replayDeal(int first) {
    known = false;
    inWindow = false;
    int row = first;
    for (; row < history.rows() && history.deal(row) == history.deal(first); row++) {
      if (history.time(row) >= to) {
        continue; // past the window; only the end of the deal is still looked for
      }
      if (!inWindow && history.time(row) >= from) {
        addIfOpen(start);
        inWindow = true;
      }
      apply(row);
    }
    if (!inWindow) {
      addIfOpen(start);
    }
    addIfOpen(end);
    return row;
  }

  private void addIfOpen(Line line) {
    if (known && status == DealStatus.OPEN && scope.includes(closeDay)) {
      line.add(amount);
    }
  }

  private void apply(int row) {
    DealStatus newStatus = history.status(row);
    long newAmount = history.amount(row);
    long newDay = history.closeDay(row);
    if (known && newStatus != DealStatus.OPEN && newDay == DealHistory.NO_CLOSE_DAY) {
      newDay = closeDay;
    }
    if (!known) {
      known = true;
      enter(created, newAmount, newDay);
    } else if (status != DealStatus.OPEN && status != newStatus) {
      enter(reopened, newAmount, newDay);
    } else if (status == DealStatus.OPEN) {
      changeAmount(newAmount);
      move(newDay);
    } else {
      amount = newAmount;
      closeDay = newDay;
    }
    if (status == DealStatus.OPEN && newStatus != DealStatus.OPEN) {
      count(newStatus == DealStatus.WON ? won : lost, scope.includes(closeDay), amount);
    }
    status = newStatus;
  }

  private void enter(Line line, long newAmount, long newDay) {
    status = DealStatus.OPEN;
    amount = newAmount;
    closeDay = newDay;
    count(line, scope.includes(newDay), newAmount);
  }

  private void changeAmount(long newAmount) {
    boolean included = scope.includes(closeDay);
    count(increased, included && newAmount > amount, newAmount - amount);
    count(decreased, included && newAmount < amount, amount - newAmount);
    amount = newAmount;
  }

  private void move(long newDay) {
    boolean before = scope.includes(closeDay);
    boolean after = scope.includes(newDay);
    count(pulledIn, !before && after, amount);
    count(pushedOut, before && !after, amount);
    closeDay = newDay;
  }

  private void count(Line line, boolean happened, long moved) {
    if (happened && inWindow) {
      line.add(moved);
    }
  }

  Waterfall result(Instant windowStart, Instant windowEnd) {
    return new Waterfall(
        windowStart,
        windowEnd,
        scope,
        start.toMovement(),
        created.toMovement(),
        reopened.toMovement(),
        pulledIn.toMovement(),
        increased.toMovement(),
        won.toMovement(),
        lost.toMovement(),
        decreased.toMovement(),
        pushedOut.toMovement(),
        end.toMovement());
  }

  private static final class Line {
    private long count;
    private long amount;

    void add(long moved) {
      count++;
      amount = Math.addExact(amount, moved);
    }

    Movement toMovement() {
      return new Movement(count, amount);
    }
  }
}
