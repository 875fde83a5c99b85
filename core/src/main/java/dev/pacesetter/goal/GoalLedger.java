package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.LedgerEntry.GoalSet;
import dev.pacesetter.goal.LedgerEntry.OfGoal;
import dev.pacesetter.goal.LedgerEntry.PeriodClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every goal there ever was, on two time axes: when it holds, and when it was known.
 *
 * <pre>{@code
 * GoalLedger ledger =
 *     GoalLedger.empty()
 *         .with(new GoalSet("e1", june, "mia", Text.of("as planned"), goal, firstOfJuly))
 *         .with(new GoalSet("e2", august, "mia", Text.of("market fell"), lower, firstOfAugust))
 *         .with(new PeriodClosed("e3", october, "mia", Text.of("reviewed"), none, q3));
 * ledger.goalsAsOf(firstOfAugust, july);     // what was known in July about August
 * ledger.history("q3-emea");                 // who changed what, from what to what, and why
 * }</pre>
 *
 * <p>Append-only and immutable: {@link #with} returns a longer ledger, and nothing is ever deleted
 * or overwritten. About each day, the last entry that covers it holds; so a wrong entry is
 * corrected by a new one over the same days, and both stay on record. Days of a closed period are
 * frozen, and so are goals whose own period lies within closed ones. A goal that was withdrawn is
 * over; what comes after is a goal of another id.
 *
 * <p>Entries are in the order in which they were recorded, those of one instant in the order in
 * which they were appended. Two ledgers are equal if they have equal entries in this order.
 */
public final class GoalLedger {
  private static final GoalLedger EMPTY =
      new GoalLedger(
          ImmutableList.of(), ImmutableMap.of(), ImmutableSortedMap.of(), ImmutableRangeSet.of());

  private final ImmutableList<LedgerEntry> entries;

  /** Where in {@link #entries} each id stands. */
  private final ImmutableMap<String, Integer> places;

  /** What was recorded about each goal, in the order of the ledger. */
  private final ImmutableSortedMap<String, ImmutableList<OfGoal>> byGoal;

  private final ImmutableRangeSet<LocalDate> closed;

  GoalLedger(
      ImmutableList<LedgerEntry> entries,
      ImmutableMap<String, Integer> places,
      ImmutableSortedMap<String, ImmutableList<OfGoal>> byGoal,
      ImmutableRangeSet<LocalDate> closed) {
    this.entries = entries;
    this.places = places;
    this.byGoal = byGoal;
    this.closed = closed;
  }

  /**
   * Returns a ledger without entries.
   *
   * @return the ledger
   */
  public static GoalLedger empty() {
    return EMPTY;
  }

  /**
   * Returns the ledger of entries.
   *
   * @param entries the entries in their order
   * @return the ledger
   * @throws IllegalEntryException if an entry is not allowed after those before it
   */
  public static GoalLedger of(Iterable<? extends LedgerEntry> entries) {
    return EMPTY.with(entries);
  }

  /**
   * Returns this ledger with one more entry.
   *
   * @param entry the entry, recorded not before the last one
   * @return the longer ledger
   * @throws IllegalEntryException if the entry is not allowed here; tells why by name
   */
  public GoalLedger with(LedgerEntry entry) {
    return with(ImmutableList.of(entry));
  }

  /**
   * Returns this ledger with more entries.
   *
   * @param more the entries in their order, recorded not before the last one
   * @return the longer ledger
   * @throws IllegalEntryException if one of them is not allowed after those before it; tells which
   *     and why, and none is taken
   */
  public GoalLedger with(Iterable<? extends LedgerEntry> more) {
    LedgerWriter writer = new LedgerWriter(entries, places, byGoal, closed);
    more.forEach(writer::append);
    return writer.ledger();
  }

  /**
   * Returns everything that was recorded.
   *
   * @return the entries in their order
   */
  public ImmutableList<LedgerEntry> entries() {
    return entries;
  }

  /**
   * Returns what was known at an instant.
   *
   * @param known the instant; entries recorded at it count
   * @return the ledger as it was then, a beginning of this one
   */
  public GoalLedger knownAt(Instant known) {
    int count = entries.size();
    while (count > 0 && entries.get(count - 1).recordedAt().isAfter(known)) {
      count--;
    }
    return count == entries.size() ? this : of(entries.subList(0, count));
  }

  /**
   * Returns the goals there are on a day, as known at an instant.
   *
   * @param day the day on which they hold
   * @param known the instant; entries recorded at it count
   * @return the goals in the order of ids
   */
  public ImmutableList<SalesGoal> goalsAsOf(LocalDate day, Instant known) {
    return byGoal.values().stream()
        .flatMap(own -> on(day, known, own).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns a goal as it is on a day, as known at an instant.
   *
   * @param id the id of the goal
   * @param day the day on which it holds
   * @param known the instant; entries recorded at it count
   * @return the goal; empty if there is none on that day
   */
  public Optional<SalesGoal> goalAsOf(String id, LocalDate day, Instant known) {
    return on(day, known, of(id));
  }

  private ImmutableList<OfGoal> of(String goal) {
    return byGoal.getOrDefault(goal, ImmutableList.of());
  }

  private static Optional<SalesGoal> on(LocalDate day, Instant known, List<OfGoal> own) {
    for (int i = own.size() - 1; i >= 0; i--) {
      OfGoal entry = own.get(i);
      if (!entry.recordedAt().isAfter(known) && entry.days().contains(day)) {
        return stateAfter(entry);
      }
    }
    return Optional.empty();
  }

  /** What a goal is on a day, after some entries about it. */
  static Optional<SalesGoal> on(LocalDate day, List<OfGoal> own) {
    return on(day, Instant.MAX, own);
  }

  private static Optional<SalesGoal> stateAfter(OfGoal entry) {
    return entry instanceof GoalSet set ? Optional.of(set.goal()) : Optional.empty();
  }

  /**
   * Returns every change of a goal.
   *
   * @param id the id of the goal
   * @return the changes in the order of the ledger, the one that set it first; empty for a goal
   *     that was never set
   */
  public ImmutableList<GoalChange> history(String id) {
    ImmutableList<OfGoal> own = of(id);
    ImmutableList.Builder<GoalChange> changes = ImmutableList.builder();
    for (int i = 0; i < own.size(); i++) {
      OfGoal entry = own.get(i);
      changes.add(new GoalChange(entry, on(entry.from(), own.subList(0, i)), stateAfter(entry)));
    }
    return changes.build();
  }

  /**
   * Returns the periods that were closed.
   *
   * @return the periods in the order in which they were closed
   */
  public ImmutableList<Period> closedPeriods() {
    return entries.stream()
        .filter(PeriodClosed.class::isInstance)
        .map(entry -> ((PeriodClosed) entry).period())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns whether a day is closed.
   *
   * @param day the day
   * @return whether it belongs to a closed period
   */
  public boolean isClosed(LocalDate day) {
    return closed.contains(day);
  }

  /**
   * Returns what this ledger and another say together.
   *
   * <p>Always possible where one is the beginning of the other. Where both went on differently from
   * a common beginning, their entries are taken in the order in which they were recorded, at one
   * instant by id, and each ledger keeps its own order; that is possible if the result is a ledger.
   * It is the same whichever of the two is asked. What {@link #knownAt} says about the time since
   * they parted then contains what only the other knew.
   *
   * @param other the other ledger
   * @return the ledger of both
   * @throws IllegalArgumentException if an id stands for two different entries, or entries that
   *     both ledgers have are in a different order
   * @throws IllegalEntryException if one ledger has an entry that the other does not allow, such as
   *     a change of a period which the other had closed
   */
  public GoalLedger mergedWith(GoalLedger other) {
    for (LedgerEntry entry : entries) {
      @Nullable Integer place = other.places.get(entry.id());
      checkArgument(
          place == null || other.entries.get(place).equals(entry),
          "ledger entry id '%s' stands for both %s and %s",
          entry.id(),
          entry,
          place == null ? entry : other.entries.get(place));
    }
    List<LedgerEntry> merged = new ArrayList<>();
    int here = 0;
    int there = 0;
    while (here < entries.size() && there < other.entries.size()) {
      LedgerEntry mine = entries.get(here);
      LedgerEntry yours = other.entries.get(there);
      boolean mineWaits = !mine.equals(yours) && other.places.containsKey(mine.id());
      boolean yoursWaits = !mine.equals(yours) && places.containsKey(yours.id());
      checkArgument(
          !mineWaits || !yoursWaits,
          "ledger entries '%s' and '%s' are in one order here and in another there",
          mine.id(),
          yours.id());
      boolean takesMine = yoursWaits || (!mineWaits && isFirst(mine, yours));
      merged.add(takesMine ? mine : yours);
      here += takesMine || mine.equals(yours) ? 1 : 0;
      there += !takesMine || mine.equals(yours) ? 1 : 0;
    }
    merged.addAll(entries.subList(here, entries.size()));
    merged.addAll(other.entries.subList(there, other.entries.size()));
    return merged.equals(entries) ? this : of(merged);
  }

  private static boolean isFirst(LedgerEntry one, LedgerEntry other) {
    int byTime = one.recordedAt().compareTo(other.recordedAt());
    return byTime != 0 ? byTime < 0 : one.id().compareTo(other.id()) <= 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GoalLedger ledger && entries.equals(ledger.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return "ledger of %s goals in %s entries".formatted(byGoal.size(), entries.size());
  }
}
