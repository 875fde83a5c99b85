package dev.pacesetter.journal;

import dev.pacesetter.journal.Opportunity.Activity;
import dev.pacesetter.journal.Opportunity.Answer;
import dev.pacesetter.journal.Opportunity.Booking;
import dev.pacesetter.journal.Opportunity.Ownership;
import dev.pacesetter.journal.Opportunity.Quote;
import dev.pacesetter.journal.Opportunity.Revision;
import dev.pacesetter.journal.Opportunity.Sharing;
import dev.pacesetter.journal.Opportunity.StageVisit;
import dev.pacesetter.journal.SalesEvent.OpportunityEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Plays the facts of one deal in their order; {@link Opportunity} takes what came of them. */
final class OpportunityReplay {
  final String id;
  final Instant createdAt;
  final List<Ownership> owners = new ArrayList<>(1);
  final List<StageVisit> stages = new ArrayList<>(4);
  final List<Revision> revisions = new ArrayList<>(3);
  final List<Activity> activities = new ArrayList<>(0);
  final List<Quote> quotes = new ArrayList<>(0);
  final List<Answer> answers = new ArrayList<>(0);
  final List<Sharing> sharings = new ArrayList<>(0);
  final List<Booking> contracts = new ArrayList<>(0);
  final List<Booking> invoices = new ArrayList<>(0);
  final List<Booking> payments = new ArrayList<>(0);
  @Nullable String customer;
  @Nullable String product;
  @Nullable String channel;
  @Nullable Instant closedAt;
  @Nullable String lossReason;
  int timesPushed;
  private final UnaryOperator<Money> rates;
  private @Nullable Money amount;
  private @Nullable LocalDate expectedClose;
  private Outcome outcome = Outcome.OPEN;

  OpportunityReplay(String id, Instant first, UnaryOperator<Money> rates) {
    this.id = id;
    this.rates = rates;
    this.createdAt = first;
    revise(first);
  }

  void apply(OpportunityEvent event) {
    if (event instanceof SalesEvent.OpportunityCreated created) {
      create(created);
    } else if (event instanceof SalesEvent.OwnerAssigned owner) {
      owners.add(new Ownership(owner.person(), owner.at()));
    } else if (event instanceof SalesEvent.CreditShared shared) {
      sharings.add(new Sharing(shared.basisPoints(), shared.at()));
    } else if (event instanceof SalesEvent.CustomerLinked link) {
      customer = link.customer();
    } else if (event instanceof SalesEvent.ProductLinked link) {
      product = link.product();
    } else if (event instanceof SalesEvent.ChannelLinked link) {
      channel = link.channel();
    } else if (event instanceof SalesEvent.AmountSet set) {
      amount = rates.apply(set.amount());
      revise(set.at());
    } else if (event instanceof SalesEvent.CloseExpected expected) {
      if (expectedClose != null && expected.day().isAfter(expectedClose)) {
        timesPushed++;
      }
      expectedClose = expected.day();
      revise(expected.at());
    } else if (event instanceof SalesEvent.StageEntered entered) {
      enter(entered);
    } else if (event instanceof SalesEvent.ActivityLogged logged) {
      activities.add(new Activity(logged.person(), logged.kind(), logged.at()));
    } else if (event instanceof SalesEvent.QuoteSent quote) {
      quotes.add(new Quote(rates.apply(quote.list()), rates.apply(quote.net()), quote.at()));
    } else if (event instanceof SalesEvent.SurveyAnswered survey) {
      answers.add(new Answer(survey.survey(), survey.score(), survey.at()));
    } else if (event instanceof SalesEvent.ContractSigned contract) {
      contracts.add(new Booking(contract.id(), rates.apply(contract.value()), contract.at()));
    } else if (event instanceof SalesEvent.InvoiceIssued invoice) {
      invoices.add(new Booking(invoice.id(), rates.apply(invoice.value()), invoice.at()));
    } else if (event instanceof SalesEvent.PaymentReceived payment) {
      payments.add(new Booking(payment.id(), rates.apply(payment.value()), payment.at()));
    } else if (event instanceof SalesEvent.OpportunityWon won) {
      close(Outcome.WON, won.at(), null);
    } else if (event instanceof SalesEvent.OpportunityLost lost) {
      close(Outcome.LOST, lost.at(), lost.reason().isBlank() ? null : lost.reason());
    }
  }

  Opportunity done() {
    return new Opportunity(this);
  }

  /** What the creation tells takes effect like a fact of its own; what it leaves open does not. */
  private void create(SalesEvent.OpportunityCreated created) {
    if (created.owner() != null) {
      owners.add(new Ownership(created.owner(), created.at()));
    }
    customer = created.customer() == null ? customer : created.customer();
    product = created.product() == null ? product : created.product();
    channel = created.channel() == null ? channel : created.channel();
  }

  private void enter(SalesEvent.StageEntered entered) {
    stages.add(new StageVisit(entered.stage(), entered.at()));
    if (outcome != Outcome.OPEN) {
      outcome = Outcome.OPEN;
      closedAt = null;
      lossReason = null;
      revise(entered.at());
    }
  }

  private void close(Outcome end, Instant at, @Nullable String reason) {
    outcome = end;
    closedAt = at;
    lossReason = reason;
    revise(at);
  }

  private void revise(Instant at) {
    revisions.add(new Revision(at, outcome, amount, expectedClose));
  }
}
