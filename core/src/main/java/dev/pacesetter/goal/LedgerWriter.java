package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.IllegalEntryException.Refusal;
import dev.pacesetter.goal.LedgerEntry.GoalSet;
import dev.pacesetter.goal.LedgerEntry.GoalWithdrawn;
import dev.pacesetter.goal.LedgerEntry.OfGoal;
import dev.pacesetter.goal.LedgerEntry.PeriodClosed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Appends to a ledger what is allowed, and refuses the rest by name. */
final class LedgerWriter {
  private final List<LedgerEntry> entries;
  private final Map<String, Integer> places;
  private final Map<String, List<OfGoal>> byGoal = new HashMap<>();
  private final RangeSet<LocalDate> closed;

  LedgerWriter(
      ImmutableList<LedgerEntry> entries,
      ImmutableMap<String, Integer> places,
      ImmutableSortedMap<String, ImmutableList<OfGoal>> byGoal,
      ImmutableRangeSet<LocalDate> closed) {
    this.entries = new ArrayList<>(entries);
    this.places = new LinkedHashMap<>(places);
    this.byGoal.putAll(byGoal);
    this.closed = TreeRangeSet.create(closed);
  }

  GoalLedger ledger() {
    ImmutableSortedMap.Builder<String, ImmutableList<OfGoal>> goals =
        ImmutableSortedMap.naturalOrder();
    byGoal.forEach((id, own) -> goals.put(id, ImmutableList.copyOf(own)));
    return new GoalLedger(
        ImmutableList.copyOf(entries),
        ImmutableMap.copyOf(places),
        goals.buildOrThrow(),
        ImmutableRangeSet.copyOf(closed));
  }

  void append(LedgerEntry entry) {
    if (places.containsKey(entry.id())) {
      throw new IllegalEntryException(Refusal.DUPLICATE_ID, "", entry);
    }
    if (!entries.isEmpty()) {
      LedgerEntry last = entries.get(entries.size() - 1);
      if (entry.recordedAt().isBefore(last.recordedAt())) {
        throw new IllegalEntryException(Refusal.BACK_IN_TIME, last.recordedAt().toString(), entry);
      }
    }
    if (entry instanceof PeriodClosed closing) {
      close(closing);
    } else {
      change((OfGoal) entry);
    }
    places.put(entry.id(), entries.size());
    entries.add(entry);
  }

  private void close(PeriodClosed entry) {
    if (closed.encloses(days(entry.period()))) {
      throw new IllegalEntryException(Refusal.ALREADY_CLOSED, entry.period().toString(), entry);
    }
    closed.add(days(entry.period()));
  }

  private void change(OfGoal entry) {
    List<OfGoal> own = byGoal.getOrDefault(entry.goalId(), ImmutableList.of());
    if (own.isEmpty() && entry instanceof GoalWithdrawn) {
      throw new IllegalEntryException(Refusal.UNKNOWN_GOAL, entry.goalId(), entry);
    } else if (!own.isEmpty() && own.get(own.size() - 1) instanceof GoalWithdrawn) {
      throw new IllegalEntryException(Refusal.WITHDRAWN_GOAL, entry.goalId(), entry);
    } else if (closed.intersects(entry.days())) {
      throw new IllegalEntryException(
          Refusal.CLOSED_DAYS,
          closed.subRangeSet(entry.days()).asRanges().iterator().next().toString(),
          entry);
    }
    touched(entry, own)
        .map(SalesGoal::period)
        .filter(period -> closed.encloses(days(period)))
        .findFirst()
        .ifPresent(
            period -> {
              throw new IllegalEntryException(
                  Refusal.GOAL_OF_CLOSED_PERIOD, period.toString(), entry);
            });
    // lists of the ledger before are immutable; the first change copies
    List<OfGoal> longer = own instanceof ArrayList ? own : new ArrayList<>(own);
    longer.add(entry);
    byGoal.put(entry.goalId(), longer);
  }

  /** What the goal is after an entry, and everything it was on the days of the entry before. */
  private static Stream<SalesGoal> touched(OfGoal entry, List<OfGoal> own) {
    TreeSet<LocalDate> days = new TreeSet<>();
    days.add(entry.from());
    for (OfGoal earlier : own) {
      days.add(earlier.from());
      earlier.until().ifPresent(days::add);
    }
    Stream<SalesGoal> before =
        days.stream()
            .filter(entry.days())
            .map(day -> GoalLedger.on(day, own))
            .flatMap(Optional::stream);
    return entry instanceof GoalSet set ? Stream.concat(before, Stream.of(set.goal())) : before;
  }

  private static Range<LocalDate> days(Period period) {
    return Range.closedOpen(period.start(), period.end());
  }
}
