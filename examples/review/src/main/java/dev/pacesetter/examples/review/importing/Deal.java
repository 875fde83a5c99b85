package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SalesEvent.AmountSet;
import dev.pacesetter.journal.SalesEvent.CloseExpected;
import dev.pacesetter.journal.SalesEvent.OpportunityCreated;
import dev.pacesetter.journal.SalesEvent.OpportunityLost;
import dev.pacesetter.journal.SalesEvent.OpportunityWon;
import dev.pacesetter.journal.SalesEvent.OwnerAssigned;
import dev.pacesetter.journal.SalesEvent.StageEntered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A deal as its row tells it, until everything about it is read and it becomes facts. */
final class Deal {

  /** A field with the value it has now and what is recorded of its changes. */
  static final class Tracked<T> {
    private @Nullable T current;
    private boolean changed;
    private @Nullable Instant firstChange;
    private @Nullable T beforeFirst;
    private @Nullable Instant lastChange;
    private @Nullable T afterLast;

    void current(@Nullable T value) {
      current = value;
    }

    void changed(Instant at, @Nullable T before, T after) {
      changed = true;
      if (firstChange == null || at.isBefore(firstChange)) {
        firstChange = at;
        beforeFirst = before;
      }
      if (lastChange == null || !at.isBefore(lastChange)) {
        lastChange = at;
        afterLast = after;
      }
    }

    /** Returns the value at creation: what the first change replaced, else what it is now. */
    @Nullable T initial() {
      return changed ? beforeFirst : current;
    }

    /** Returns the value it has now where the last change left another, else null. */
    @Nullable T unexplained() {
      return changed && current != null && !current.equals(afterLast) ? current : null;
    }

    /** Returns whether a change is recorded after an instant. */
    boolean changedAfter(Instant at) {
      return lastChange != null && lastChange.isAfter(at);
    }
  }

  final String id;
  final String file;
  final long line;

  /** The currency of amounts about this deal that do not name one. */
  final CurrencyUnit currency;

  final Tracked<String> owner = new Tracked<>();
  final Tracked<Money> amount = new Tracked<>();
  final Tracked<LocalDate> expectedClose = new Tracked<>();
  Outcome outcome = Outcome.OPEN;
  @Nullable String stage;
  @Nullable String customer;
  @Nullable String product;
  @Nullable String channel;
  @Nullable Instant created;
  @Nullable Instant closed;
  @Nullable Money wonAmount;
  @Nullable String closingOwner;
  @Nullable Money closingAmount;
  String lostReason = "";
  ImmutableMap<String, Instant> entered = ImmutableMap.of();
  private boolean stagesRecorded;
  private @Nullable Instant firstRecorded;
  private final Set<String> used = new HashSet<>(0);

  Deal(String id, String file, long line, CurrencyUnit currency) {
    this.id = id;
    this.file = file;
    this.line = line;
    this.currency = currency;
  }

  /** Notes that something about this deal is dated. */
  void recorded(Instant at) {
    if (firstRecorded == null || at.isBefore(firstRecorded)) {
      firstRecorded = at;
    }
  }

  void stageRecorded(Instant at) {
    stagesRecorded = true;
    recorded(at);
  }

  /** Returns whether an id is used for the first time. */
  boolean isNew(String eventId) {
    return used.add(eventId);
  }

  /** Turns everything the row told into facts. */
  void tell(ImportRun run, Consumer<SalesEvent> facts) {
    new Telling(run, facts).tell();
  }

  /** The moments of a deal once they are settled, and the facts that follow. */
  private final class Telling {
    private final Notes notes;
    private final EventIds ids;
    private final Instant exported;
    private final ImportRun run;
    private final Consumer<SalesEvent> facts;

    Telling(ImportRun run, Consumer<SalesEvent> facts) {
      this.run = run;
      this.notes = run.notes();
      this.ids = run.ids();
      this.exported = run.exported();
      this.facts = facts;
    }

    void tell() {
      boolean undated = false;
      @Nullable Instant end = end();
      Instant start;
      if (created != null) {
        start = created;
        if (end != null && start.isAfter(end)) {
          note(NoteKind.CLOSED_BEFORE_CREATED, "closed-before", run.day(start), run.day(end));
          start = end;
        }
      } else {
        @Nullable Instant first = firstDated();
        undated = first == null;
        start = first == null ? exported : first;
        note(undated ? NoteKind.UNDATED : NoteKind.CREATED_WITH_FIRST_FACT, "deal");
      }
      if (start.isAfter(run.exportEnd()) || (end != null && end.isAfter(run.exportEnd()))) {
        note(NoteKind.AFTER_EXPORT, "deal");
      }
      describe(start, undated);
      enterStages(start, end, undated);
      correct(end);
      if (end != null) {
        close(end);
      }
    }

    private @Nullable Instant end() {
      if (outcome == Outcome.OPEN) {
        return null;
      }
      if (closed == null) {
        note(NoteKind.UNDATED_CLOSE, "deal");
        return exported;
      }
      return closed;
    }

    private @Nullable Instant firstDated() {
      for (Instant at : entered.values()) {
        recorded(at);
      }
      if (closed != null) {
        recorded(closed);
      }
      return firstRecorded;
    }

    private void describe(Instant start, boolean undated) {
      facts.accept(
          new OpportunityCreated(
              id("created", undated), start, id, owner.initial(), customer, product, channel));
      @Nullable LocalDate firstExpected = expectedClose.initial();
      if (firstExpected != null) {
        facts.accept(new CloseExpected(id("expected-close", undated), start, id, firstExpected));
      }
      @Nullable Money firstAmount = amount.initial();
      if (firstAmount != null) {
        facts.accept(new AmountSet(id("amount", undated), start, id, firstAmount));
      }
    }

    /** Lets what is true now hold at the end, where no recorded change explains it. */
    private void correct(@Nullable Instant end) {
      @Nullable String ownerNow = owner.unexplained();
      if (ownerNow != null) {
        Instant at = correctedAt(owner, end);
        facts.accept(new OwnerAssigned(ids.undated(id, "owner-now"), at, id, ownerNow));
      }
      @Nullable LocalDate expectedNow = expectedClose.unexplained();
      if (expectedNow != null) {
        Instant at = correctedAt(expectedClose, end);
        facts.accept(new CloseExpected(ids.undated(id, "expected-close-now"), at, id, expectedNow));
      }
      @Nullable Money amountNow = amount.unexplained();
      if (amountNow != null) {
        Instant at = correctedAt(amount, end);
        facts.accept(new AmountSet(ids.undated(id, "amount-now"), at, id, amountNow));
      }
      if (ownerNow != null || expectedNow != null || amountNow != null) {
        note(NoteKind.DIFFERS_FROM_CHANGES, "deal");
      }
    }

    private Instant correctedAt(Tracked<?> field, @Nullable Instant end) {
      return end == null || field.changedAfter(end) ? exported : end;
    }

    private void enterStages(Instant start, @Nullable Instant end, boolean undated) {
      for (Map.Entry<String, Instant> stageEntered : inProcessOrder().entrySet()) {
        Instant at = stageEntered.getValue();
        if (end != null && at.isAfter(end)) {
          if (created == null || !created.equals(at)) {
            note(NoteKind.ENTERED_AFTER_CLOSED, "closed-before", run.day(at), run.day(end));
          }
          at = end;
        }
        enter(stageEntered.getKey(), at);
      }
      if (stage == null || stagesRecorded || entered.containsKey(stage)) {
        return;
      }
      int place = run.stagePlace(stage);
      if (place < 0) {
        return;
      }
      if (entered.isEmpty() && !undated) {
        enter(stage, start);
      } else {
        if (!undated) {
          note(NoteKind.UNDATED_STAGE, "deal");
        }
        String what = EventIds.stage(place, stage);
        facts.accept(new StageEntered(ids.undated(id, what), exported, id, stage));
      }
    }

    private Map<String, Instant> inProcessOrder() {
      Map<String, Instant> ordered = new LinkedHashMap<>();
      for (String each : run.mapping().stages()) {
        @Nullable Instant at = entered.get(each);
        if (at != null) {
          ordered.put(each, at);
        }
      }
      return ordered;
    }

    private void enter(String entering, Instant at) {
      int place = run.stagePlace(entering);
      facts.accept(new StageEntered(ids.stage(id, place, entering, at), at, id, entering));
    }

    private void close(Instant end) {
      boolean undated = closed == null;
      if (closingOwner != null) {
        facts.accept(new OwnerAssigned(id("closing-owner", undated), end, id, closingOwner));
      }
      Money last = closingAmount == null ? wonAmount : closingAmount;
      if (last != null && (closingAmount != null || outcome == Outcome.WON)) {
        facts.accept(new AmountSet(id("won-amount", undated), end, id, last));
      }
      facts.accept(
          outcome == Outcome.WON
              ? new OpportunityWon(id("won", undated), end, id)
              : new OpportunityLost(id("lost", undated), end, id, lostReason));
    }

    private String id(String what, boolean undated) {
      return undated ? ids.undated(id, what) : ids.of(id, what);
    }

    private void note(NoteKind kind, String example, Object... more) {
      Object[] arguments = new Object[3 + more.length];
      arguments[0] = file;
      arguments[1] = line;
      arguments[2] = id;
      System.arraycopy(more, 0, arguments, 3, more.length);
      notes.add(kind, example, Objects.requireNonNull(arguments));
    }
  }
}
