package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.IllegalEntryException.Refusal;
import dev.pacesetter.goal.LedgerEntry.GoalSet;
import dev.pacesetter.goal.LedgerEntry.GoalWithdrawn;
import dev.pacesetter.goal.LedgerEntry.OfGoal;
import dev.pacesetter.goal.LedgerEntry.PeriodClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a ledger must be, the slow way: every question is answered day by day, entry by entry. */
final class DayByDayLedger {
  /** All days there are; what has no end lasts to the last of them. */
  static final List<LocalDate> DAYS =
      LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2026, 2, 10)).toList();

  private final List<LedgerEntry> entries = new ArrayList<>();

  void record(LedgerEntry entry) {
    entries.add(entry);
  }

  List<LedgerEntry> entries() {
    return entries;
  }

  static boolean covers(OfGoal entry, LocalDate day) {
    return entry.from().compareTo(day) <= 0
        && (entry.until().isEmpty() || entry.until().get().compareTo(day) > 0);
  }

  Map<String, SalesGoal> asOf(LocalDate day, Instant known) {
    TreeMap<String, SalesGoal> goals = new TreeMap<>();
    for (LedgerEntry entry : entries) {
      if (entry.recordedAt().isAfter(known)) {
        break;
      }
      if (entry instanceof GoalSet set && covers(set, day)) {
        goals.put(set.goal().id(), set.goal());
      } else if (entry instanceof GoalWithdrawn over && covers(over, day)) {
        goals.remove(over.goalId());
      }
    }
    return goals;
  }

  Set<LocalDate> closedDays() {
    Set<LocalDate> closed = new HashSet<>();
    for (LedgerEntry entry : entries) {
      if (entry instanceof PeriodClosed closing) {
        DAYS.stream().filter(closing.period()::contains).forEach(closed::add);
      }
    }
    return closed;
  }

  boolean isClosed(Period period) {
    return closedDays().containsAll(period.start().datesUntil(period.end()).toList());
  }

  Optional<Refusal> refusal(LedgerEntry entry) {
    EnumSet<Refusal> wrong = EnumSet.noneOf(Refusal.class);
    for (LedgerEntry earlier : entries) {
      if (earlier.id().equals(entry.id())) {
        wrong.add(Refusal.DUPLICATE_ID);
      }
      if (earlier.recordedAt().isAfter(entry.recordedAt())) {
        wrong.add(Refusal.BACK_IN_TIME);
      }
    }
    if (entry instanceof PeriodClosed closing) {
      if (isClosed(closing.period())) {
        wrong.add(Refusal.ALREADY_CLOSED);
      }
    } else {
      ofChange((OfGoal) entry, wrong);
    }
    return wrong.stream().findFirst();
  }

  private void ofChange(OfGoal entry, Set<Refusal> wrong) {
    boolean isKnown = false;
    for (LedgerEntry earlier : entries) {
      if (earlier instanceof OfGoal change && change.goalId().equals(entry.goalId())) {
        isKnown = true;
        if (change instanceof GoalWithdrawn) {
          wrong.add(Refusal.WITHDRAWN_GOAL);
        }
      }
    }
    if (!isKnown && entry instanceof GoalWithdrawn) {
      wrong.add(Refusal.UNKNOWN_GOAL);
    }
    for (LocalDate day : DAYS) {
      if (covers(entry, day)) {
        if (closedDays().contains(day)) {
          wrong.add(Refusal.CLOSED_DAYS);
        }
        Optional.ofNullable(asOf(day, Instant.MAX).get(entry.goalId()))
            .filter(before -> isClosed(before.period()))
            .ifPresent(before -> wrong.add(Refusal.GOAL_OF_CLOSED_PERIOD));
      }
    }
    if (entry instanceof GoalSet set && isClosed(set.goal().period())) {
      wrong.add(Refusal.GOAL_OF_CLOSED_PERIOD);
    }
  }
}
