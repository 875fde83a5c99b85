package dev.pacesetter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.goal.IllegalEntryException.Refusal;
import dev.pacesetter.goal.LedgerEntry.GoalSet;
import dev.pacesetter.goal.LedgerEntry.GoalWithdrawn;
import dev.pacesetter.goal.LedgerEntry.PeriodClosed;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;

/** The ledger against {@link DayByDayLedger}, over random legal and illegal entries. */
class GoalLedgerProperties {
  private static final Business BUSINESS = Business.small();
  private static final Instant START = Instant.parse("2025-12-01T09:00:00Z");
  private static final Text WHY = Text.of("because");
  private static final LocalDate FIRST = DayByDayLedger.DAYS.get(0);

  /** Three stretches of ten days, and all thirty. */
  private static final ImmutableList<Period> PERIODS =
      ImmutableList.of(period(0, 10), period(10, 20), period(20, 30), period(0, 30));

  private static Period period(int from, int to) {
    return new Period(
        PeriodKind.MONTH, "d" + from + "-" + to, FIRST.plusDays(from), FIRST.plusDays(to));
  }

  private enum Kind {
    SET,
    WITHDRAW,
    CLOSE
  }

  /**
   * An entry before it is known when the last one was recorded.
   *
   * @param seconds how long after the last entry, below 0 for before it
   * @param number a small number that tells entries apart
   */
  private record Draft(
      Kind kind, int seconds, int number, int goal, Period period, int from, int length) {

    LedgerEntry entry(int place, Instant last) {
      // one in twelve has an id that may be there already
      String id = number == 0 ? "e1" : "e" + place;
      Instant at = last.plusSeconds(seconds);
      LocalDate start = FIRST.plusDays(from);
      return switch (kind) {
        case SET ->
            new GoalSet(
                id,
                at,
                "mia",
                WHY,
                Optional.of("rule.R1").filter(rule -> number % 2 == 0),
                SmartCase.goal(BUSINESS)
                    .id("g" + goal)
                    .kpi(Kpis.WON_COUNT)
                    .atLeast(number + 1L)
                    .period(period)
                    .build(),
                start,
                Optional.of(start.plusDays(length)).filter(end -> length > 0));
        case WITHDRAW -> new GoalWithdrawn(id, at, "mia", WHY, Optional.empty(), "g" + goal, start);
        case CLOSE -> new PeriodClosed(id, at, "mia", WHY, Optional.empty(), period);
      };
    }
  }

  /** The ledger, what it must be, and how it was after each entry. */
  private static final class Both {
    private final DayByDayLedger expected = new DayByDayLedger();
    private final List<GoalLedger> past = new ArrayList<>();
    private final Map<LocalDate, List<SalesGoal>> frozen = new HashMap<>();
    private GoalLedger ledger = GoalLedger.empty();

    void record(Draft draft) {
      List<LedgerEntry> known = expected.entries();
      Instant last = known.isEmpty() ? START : known.get(known.size() - 1).recordedAt();
      LedgerEntry entry = draft.entry(known.size(), last);
      Optional<Refusal> refusal = expected.refusal(entry);
      Statistics.label("entry").collect(refusal.map(Enum::name).orElse("legal"));
      if (refusal.isPresent()) {
        GoalLedger before = ledger;
        IllegalEntryException refused =
            catchThrowableOfType(IllegalEntryException.class, () -> before.with(entry));
        assertThat(refused).as("%s after %s", entry, known).isNotNull();
        assertThat(refused.refusal()).isEqualTo(refusal.get());
        assertThat(refused).hasMessageContaining("entry " + entry.id());
      } else {
        past.add(ledger);
        ledger = ledger.with(entry);
        expected.record(entry);
      }
      assertThat(ledger.entries()).isEqualTo(expected.entries());
      holdClosedDays();
    }

    /** What is said about a closed day is said for good. */
    private void holdClosedDays() {
      for (LocalDate day : DayByDayLedger.DAYS) {
        boolean closed = expected.closedDays().contains(day);
        assertThat(ledger.isClosed(day)).isEqualTo(closed);
        if (closed) {
          List<SalesGoal> now = ledger.goalsAsOf(day, Instant.MAX);
          List<SalesGoal> before = frozen.putIfAbsent(day, now);
          assertThat(before == null ? now : before).isEqualTo(now);
        }
      }
    }
  }

  private static Arbitrary<Draft> drafts(Arbitrary<Kind> kinds, int earliest, int first) {
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(earliest, 2),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(PERIODS),
            Arbitraries.integers().between(first, 32),
            Arbitraries.integers().between(0, 6))
        .as(Draft::new);
  }

  private static Action.Independent<Both> recording(Arbitrary<Draft> drafts) {
    return () ->
        drafts.map(draft -> Transformer.mutate(draft.toString(), both -> both.record(draft)));
  }

  @Provide
  Arbitrary<ActionChain<Both>> books() {
    return ActionChain.startWith(Both::new)
        .withAction(6, recording(drafts(Arbitraries.just(Kind.SET), 0, 0)))
        .withAction(2, recording(drafts(Arbitraries.just(Kind.SET), 0, 20)))
        .withAction(1, recording(drafts(Arbitraries.of(Kind.class), -2, 0)))
        .withMaxTransformations(20);
  }

  @Property(tries = 300)
  void takesWhatIsLegalAndRefusesTheRestByName(@ForAll("books") ActionChain<Both> book) {
    Both end = book.run();

    Statistics.label("closed").collect(end.ledger.closedPeriods().size());
    Statistics.label("entry")
        .coverage(
            coverage -> {
              coverage.check("legal").percentage(share -> share > 20);
              for (Refusal refusal : Refusal.values()) {
                coverage.check(refusal.name()).count(count -> count > 0);
              }
            });
  }

  @Property(tries = 100)
  void tellsEveryPairOfDates(@ForAll("books") ActionChain<Both> book) {
    Both end = book.run();
    List<Instant> instants = new ArrayList<>(List.of(START.minusSeconds(1)));
    end.ledger.entries().forEach(entry -> instants.add(entry.recordedAt()));
    for (Instant known : instants) {
      for (LocalDate day : DayByDayLedger.DAYS) {
        Map<String, SalesGoal> expected = end.expected.asOf(day, known);
        assertThat(end.ledger.goalsAsOf(day, known)).containsExactlyElementsOf(expected.values());
        assertThat(end.ledger.goalAsOf("g1", day, known))
            .isEqualTo(Optional.ofNullable(expected.get("g1")));
      }
    }
  }

  @Property(tries = 200)
  void isThePastItWasAndReplaysToItself(@ForAll("books") ActionChain<Both> book) {
    Both end = book.run();
    for (GoalLedger before : end.past) {
      int size = before.entries().size();
      assertThat(end.ledger.entries().subList(0, size)).isEqualTo(before.entries());
      Instant next = end.ledger.entries().get(size).recordedAt();
      assertThat(end.ledger.knownAt(next.minusNanos(1)))
          .isEqualTo(before.knownAt(next.minusNanos(1)));
      assertThat(before.mergedWith(end.ledger)).isEqualTo(end.ledger);
      assertThat(end.ledger.mergedWith(before)).isEqualTo(end.ledger);
    }
    GoalLedger replayed = GoalLedger.of(end.ledger.entries());
    assertThat(replayed).isEqualTo(end.ledger);
    for (String goal : List.of("g0", "g1", "g2", "g3")) {
      assertThat(replayed.history(goal)).isEqualTo(end.ledger.history(goal));
      for (GoalChange change : end.ledger.history(goal)) {
        GoalLedger before = end.past.get(end.ledger.entries().indexOf(change.entry()));
        assertThat(change.before())
            .isEqualTo(before.goalAsOf(goal, change.entry().from(), Instant.MAX));
      }
    }
  }

  @Property(tries = 200)
  void mergesAlikeWhicheverIsAsked(
      @ForAll("books") ActionChain<Both> book, @ForAll List<Boolean> sides) {
    GoalLedger whole = book.run().ledger;
    GoalLedger here = GoalLedger.empty();
    GoalLedger there = GoalLedger.empty();
    for (int i = 0; i < whole.entries().size(); i++) {
      LedgerEntry entry = whole.entries().get(i);
      boolean both = i >= 2 * sides.size();
      here = both || sides.get(i / 2) ? ifAllowed(here, entry) : here;
      there = both || !sides.get(i / 2) ? ifAllowed(there, entry) : there;
    }
    Object one = merged(here, there);
    boolean parted = !one.equals(here) && !one.equals(there);
    Statistics.label("parted").collect(parted);
    Statistics.label("parted")
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
    assertThat(merged(there, here)).isEqualTo(one);
    if (one instanceof GoalLedger merged) {
      for (GoalLedger side : List.of(here, there)) {
        assertThat(merged.entries().stream().filter(side.entries()::contains).toList())
            .isEqualTo(side.entries());
      }
    }
  }

  /** Leaves out an entry that does not stand alone, such as a withdrawal without its goal. */
  private static GoalLedger ifAllowed(GoalLedger ledger, LedgerEntry entry) {
    try {
      return ledger.with(entry);
    } catch (IllegalEntryException e) {
      return ledger;
    }
  }

  private static Object merged(GoalLedger one, GoalLedger other) {
    try {
      return one.mergedWith(other);
    } catch (IllegalEntryException e) {
      return e.refusal();
    }
  }
}
