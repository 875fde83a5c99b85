package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.examples.review.mapping.Field;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.journal.Outcome;
import java.time.Instant;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rows about deals as they stand, and about how they ended. */
final class DealRows {
  private final ImportRun run;
  private final Row row;
  private final ImportMapping mapping;

  DealRows(ImportRun run, Row row) {
    this.run = run;
    this.row = row;
    this.mapping = run.mapping();
  }

  /** Takes a deal and returns it. */
  Deal opportunity() {
    String id = row.requiredReference(Field.ID);
    try {
      Deal deal = new Deal(id, row.file(), row.line(), row.currency(mapping.currency()));
      deal.stage = row.text(Field.STAGE);
      deal.outcome = outcome(deal.stage);
      deal.created = row.instant(Field.CREATED);
      deal.closed = closed(deal.outcome);
      deal.expectedClose.current(row.day(Field.EXPECTED_CLOSE));
      deal.amount.current(row.money(Field.AMOUNT, deal.currency));
      deal.wonAmount = row.money(Field.WON_AMOUNT, deal.currency);
      deal.entered = row.entered();
      deal.channel = row.reference(Field.CHANNEL);
      deal.lostReason = Objects.requireNonNullElse(row.text(Field.LOST_REASON), "");
      @Nullable String owner = resolved(run.people(), Field.OWNER);
      deal.owner.current(owner);
      deal.customer = resolved(run.customers(), Field.CUSTOMER);
      deal.product = resolved(run.products(), Field.PRODUCT);
      if (run.deals().putIfAbsent(id, deal) != null) {
        throw row.rejected(Field.ID, Reason.DUPLICATE_ID, Message.of("allowed.once"));
      }
      run.people().keep(owner);
      run.customers().keep(deal.customer);
      run.products().keep(deal.product);
      return deal;
    } catch (Rejected e) {
      run.rejectDeal(id);
      throw e;
    }
  }

  /** Takes the end of a deal. */
  void closing() {
    Deal deal = run.deal(row);
    if (deal.outcome != Outcome.OPEN) {
      throw row.rejected(Field.OPPORTUNITY, Reason.DUPLICATE_ID, Message.of("allowed.one-closing"));
    }
    Outcome outcome = row.tells(Field.STATUS) ? status(Field.STATUS) : Outcome.WON;
    if (outcome == Outcome.OPEN) {
      throw row.rejected(Field.STATUS, Reason.UNKNOWN_VALUE, oneOf(mapping.won(), mapping.lost()));
    }
    @Nullable Instant closed = row.instant(Field.CLOSED);
    @Nullable Money amount = row.money(Field.AMOUNT, deal.currency);
    String reason = Objects.requireNonNullElse(row.text(Field.LOST_REASON), "");
    @Nullable String owner = resolved(run.people(), Field.OWNER);
    deal.outcome = outcome;
    deal.closed = closed;
    deal.closingAmount = amount;
    deal.lostReason = reason;
    deal.closingOwner = owner;
    run.people().keep(owner);
  }

  private @Nullable String resolved(Listing<?> listing, Field field) {
    @Nullable String id = row.reference(field);
    return id == null ? null : listing.resolve(row, field, id);
  }

  private Outcome outcome(@Nullable String stage) {
    Outcome byStage = Outcome.OPEN;
    if (stage != null) {
      if (mapping.won().contains(stage)) {
        byStage = Outcome.WON;
      } else if (mapping.lost().contains(stage)) {
        byStage = Outcome.LOST;
      } else if (run.stagePlace(stage) < 0) {
        throw row.rejected(
            Field.STAGE,
            Reason.UNKNOWN_STAGE,
            oneOf(mapping.stages(), mapping.won(), mapping.lost()));
      }
    }
    if (!row.tells(Field.STATUS)) {
      return byStage;
    }
    Outcome byStatus = status(Field.STATUS);
    if (byStage != Outcome.OPEN && byStage != byStatus) {
      throw row.rejected(
          Field.STATUS, Reason.CONTRADICTION, Message.of("allowed.status", String.valueOf(stage)));
    }
    return byStatus;
  }

  private Outcome status(Field field) {
    String status = row.required(field);
    if (mapping.won().contains(status)) {
      return Outcome.WON;
    }
    if (mapping.lost().contains(status)) {
      return Outcome.LOST;
    }
    if (mapping.open().contains(status)) {
      return Outcome.OPEN;
    }
    throw row.rejected(
        field, Reason.UNKNOWN_VALUE, oneOf(mapping.open(), mapping.won(), mapping.lost()));
  }

  private @Nullable Instant closed(Outcome outcome) {
    @Nullable Instant closed = row.instant(Field.CLOSED);
    if (closed != null && outcome == Outcome.OPEN) {
      throw row.rejected(Field.CLOSED, Reason.CONTRADICTION, Message.of("allowed.open"));
    }
    return closed;
  }

  @SafeVarargs
  private static Message oneOf(Iterable<String>... values) {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    for (Iterable<String> some : values) {
      all.addAll(some);
    }
    return Message.of("allowed.one-of", ImmutableSet.copyOf(all.build()).asList());
  }
}
