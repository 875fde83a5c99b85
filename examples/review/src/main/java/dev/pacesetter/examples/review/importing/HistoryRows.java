package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.mapping.Field;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SalesEvent.ActivityLogged;
import dev.pacesetter.journal.SalesEvent.AmountSet;
import dev.pacesetter.journal.SalesEvent.CloseExpected;
import dev.pacesetter.journal.SalesEvent.OpportunityLost;
import dev.pacesetter.journal.SalesEvent.OpportunityWon;
import dev.pacesetter.journal.SalesEvent.OwnerAssigned;
import dev.pacesetter.journal.SalesEvent.QuoteSent;
import dev.pacesetter.journal.SalesEvent.StageEntered;
import dev.pacesetter.journal.SalesEvent.SurveyAnswered;
import dev.pacesetter.journal.SurveyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rows about what happened to deals that earlier rows brought. */
final class HistoryRows {
  private static final ImmutableList<String> CHANGING =
      ImmutableList.of("amount", "expected_close", "owner");

  private final ImportRun run;
  private final Row row;
  private final Consumer<SalesEvent> facts;
  private final EventIds ids;

  HistoryRows(ImportRun run, Row row, Consumer<SalesEvent> facts) {
    this.run = run;
    this.row = row;
    this.facts = facts;
    this.ids = run.ids();
  }

  void stage() {
    Deal deal = run.deal(row);
    Instant at = at(deal);
    String stage = row.required(Field.STAGE);
    ImportMapping mapping = run.mapping();
    int place = run.stagePlace(stage);
    boolean won = mapping.won().contains(stage);
    boolean lost = mapping.lost().contains(stage);
    if (place < 0 && !won && !lost) {
      throw row.rejected(
          Field.STAGE,
          Reason.UNKNOWN_STAGE,
          Message.of(
              "allowed.one-of",
              ImmutableList.<String>builder()
                  .addAll(mapping.stages())
                  .addAll(mapping.won())
                  .addAll(mapping.lost())
                  .build()));
    }
    if (deal.closed != null && at.isAfter(deal.closed)) {
      throw row.rejected(
          Field.AT, Reason.AFTER_CLOSE, Message.of("allowed.until", run.time(deal.closed)));
    }
    if (place >= 0) {
      String id = ids.stage(deal.id, place, stage, at);
      if (!deal.isNew(id)) {
        throw row.rejected(Field.AT, Reason.DUPLICATE_ID, Message.of("allowed.once"));
      }
      deal.stageRecorded(at);
      facts.accept(new StageEntered(id, at, deal.id, stage));
    } else {
      deal.stageRecorded(at);
      if (!at.equals(deal.closed)) {
        facts.accept(
            won
                ? new OpportunityWon(ids.at(deal.id, "won", at), at, deal.id)
                : new OpportunityLost(ids.at(deal.id, "lost", at), at, deal.id, ""));
      }
    }
  }

  void change() {
    Deal deal = run.deal(row);
    Instant at = at(deal);
    switch (row.required(Field.FIELD)) {
      case "amount" -> {
        @Nullable Money before = row.money(Field.OLD, deal.currency);
        Money after = row.requiredMoney(Field.NEW, deal.currency);
        deal.amount.changed(at, before, after);
        facts.accept(new AmountSet(id(deal, "amount", at), at, deal.id, after));
      }
      case "expected_close" -> {
        @Nullable LocalDate before = row.day(Field.OLD);
        row.required(Field.NEW);
        @Nullable LocalDate after = row.day(Field.NEW);
        if (after != null) {
          deal.expectedClose.changed(at, before, after);
          facts.accept(new CloseExpected(id(deal, "expected-close", at), at, deal.id, after));
        }
      }
      case "owner" -> {
        @Nullable String before = row.reference(Field.OLD);
        if (before != null) {
          before = run.people().resolve(row, Field.OLD, before);
        }
        String after = run.people().resolve(row, Field.NEW, row.requiredReference(Field.NEW));
        deal.owner.changed(at, before, after);
        run.people().keep(before);
        run.people().keep(after);
        facts.accept(new OwnerAssigned(id(deal, "owner", at), at, deal.id, after));
      }
      default ->
          throw row.rejected(
              Field.FIELD, Reason.UNKNOWN_VALUE, Message.of("allowed.one-of", CHANGING));
    }
    deal.recorded(at);
  }

  void activity() {
    Deal deal = run.deal(row);
    Instant at = at(deal);
    ActivityKind kind = kind(ActivityKind.values());
    String person = run.people().resolve(row, Field.PERSON, row.requiredReference(Field.PERSON));
    String id = newId(deal, "activity");
    run.people().keep(person);
    deal.recorded(at);
    facts.accept(new ActivityLogged(id, at, deal.id, person, kind));
  }

  void quote() {
    Deal deal = run.deal(row);
    Instant at = at(deal);
    Money list = row.requiredMoney(Field.LIST_VALUE, deal.currency);
    Money net = row.requiredMoney(Field.NET_VALUE, deal.currency);
    String id = newId(deal, "quote");
    deal.recorded(at);
    facts.accept(new QuoteSent(id, at, deal.id, list, net));
  }

  void survey() {
    Deal deal = run.deal(row);
    Instant at = at(deal);
    SurveyKind kind = kind(SurveyKind.values());
    int score = (int) row.whole(Field.SCORE, kind.lowest(), kind.highest());
    String id = newId(deal, "survey");
    deal.recorded(at);
    facts.accept(new SurveyAnswered(id, at, deal.id, kind, score));
  }

  private Instant at(Deal deal) {
    Instant at = row.requiredInstant(Field.AT);
    if (deal.created != null && at.isBefore(deal.created)) {
      throw row.rejected(
          Field.AT, Reason.BEFORE_CREATION, Message.of("allowed.from", run.time(deal.created)));
    }
    return at;
  }

  private <E extends Enum<E>> E kind(E[] kinds) {
    String text = row.required(Field.KIND);
    for (E kind : kinds) {
      if (name(kind).equals(text)) {
        return kind;
      }
    }
    throw row.rejected(
        Field.KIND,
        Reason.UNKNOWN_VALUE,
        Message.of(
            "allowed.one-of",
            Arrays.stream(kinds).map(HistoryRows::name).collect(ImmutableList.toImmutableList())));
  }

  private static String name(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Returns an id for a row that has its own. */
  private String newId(Deal deal, String what) {
    String id = row.requiredReference(Field.ID);
    if (!run.isNew(what, id)) {
      throw row.rejected(Field.ID, Reason.DUPLICATE_ID, Message.of("allowed.once"));
    }
    return ids.of(deal.id, what, id);
  }

  /** Returns an id for a change; of several at one instant, the later row takes effect later. */
  private String id(Deal deal, String what, Instant at) {
    String first = ids.at(deal.id, what, at);
    String id = first;
    for (int next = 2; !deal.isNew(id); next++) {
      id = first + "/" + EventIds.padded(next, 4);
    }
    return id;
  }
}
