package dev.pacesetter.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal as it stood at an instant, with how it came there.
 *
 * <p>Made by a {@link Book}. Money is in the book's currency.
 */
public final class Opportunity {

  /**
   * A visit to a stage.
   *
   * @param stage the name of the stage
   * @param at when it was entered
   */
  public record StageVisit(String stage, Instant at) {}

  /**
   * What somebody did for the deal.
   *
   * @param person who
   * @param kind what
   * @param at when
   */
  public record Activity(String person, ActivityKind kind, Instant at) {}

  /**
   * An offer.
   *
   * @param list value at list prices
   * @param net value offered
   * @param at when
   */
  public record Quote(Money list, Money net, Instant at) {}

  /**
   * A survey answer.
   *
   * @param survey which question
   * @param score the answer
   * @param at when
   */
  public record Answer(SurveyKind survey, int score, Instant at) {}

  /** How the deal stood from an instant on, until the next revision. */
  public static final class Revision {
    private final Instant at;
    private final Outcome outcome;
    private final @Nullable Money amount;
    private final @Nullable LocalDate expectedClose;

    Revision(
        Instant at, Outcome outcome, @Nullable Money amount, @Nullable LocalDate expectedClose) {
      this.at = at;
      this.outcome = outcome;
      this.amount = amount;
      this.expectedClose = expectedClose;
    }

    /**
     * Returns from when on this holds.
     *
     * @return the instant
     */
    public Instant at() {
      return at;
    }

    /**
     * Returns how the deal stood.
     *
     * @return open, won or lost
     */
    public Outcome outcome() {
      return outcome;
    }

    /**
     * Returns the amount.
     *
     * @return the amount, empty when none was recorded
     */
    public Optional<Money> amount() {
      return Optional.ofNullable(amount);
    }

    /**
     * Returns the day on which the deal was expected to close.
     *
     * @return the day, empty when none was recorded
     */
    public Optional<LocalDate> expectedClose() {
      return Optional.ofNullable(expectedClose);
    }
  }

  /**
   * Money that a contract, an invoice or a payment brought.
   *
   * @param id the fact's id
   * @param value how much
   * @param at when
   */
  public record Booking(String id, Money value, Instant at) {}

  /** How credit is shared from an instant on. */
  record Sharing(ImmutableSortedMap<String, Integer> basisPoints, Instant at) {}

  /** Who owns the deal from an instant on. */
  record Ownership(String person, Instant at) {}

  private final String id;
  private final Instant createdAt;
  private final ImmutableList<Ownership> owners;
  private final @Nullable String customer;
  private final @Nullable String product;
  private final @Nullable String channel;
  private final ImmutableList<StageVisit> stages;
  private final ImmutableList<Revision> revisions;
  private final ImmutableList<Activity> activities;
  private final ImmutableList<Quote> quotes;
  private final ImmutableList<Answer> answers;
  private final ImmutableList<Sharing> sharings;
  private final ImmutableList<Booking> contracts;
  private final ImmutableList<Booking> invoices;
  private final ImmutableList<Booking> payments;
  private final @Nullable Instant closedAt;
  private final @Nullable String lossReason;
  private final int timesPushed;

  Opportunity(OpportunityReplay replay) {
    id = replay.id;
    createdAt = replay.createdAt;
    owners = ImmutableList.copyOf(replay.owners);
    customer = replay.customer;
    product = replay.product;
    channel = replay.channel;
    stages = ImmutableList.copyOf(replay.stages);
    revisions = ImmutableList.copyOf(replay.revisions);
    activities = ImmutableList.copyOf(replay.activities);
    quotes = ImmutableList.copyOf(replay.quotes);
    answers = ImmutableList.copyOf(replay.answers);
    sharings = ImmutableList.copyOf(replay.sharings);
    contracts = ImmutableList.copyOf(replay.contracts);
    invoices = ImmutableList.copyOf(replay.invoices);
    payments = ImmutableList.copyOf(replay.payments);
    closedAt = replay.closedAt;
    lossReason = replay.lossReason;
    timesPushed = replay.timesPushed;
  }

  /**
   * Returns what identifies the deal.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Returns when the deal became known: the instant of its first fact, which is its creation
   * wherever that is recorded.
   *
   * @return the instant
   */
  public Instant createdAt() {
    return createdAt;
  }

  /**
   * Returns who is credited: the owner when it closed, or the owner now while it is open.
   *
   * @return the person's id, empty when nobody was assigned by then
   */
  public Optional<String> owner() {
    Instant moment = closedAt;
    return moment == null
        ? Optional.ofNullable(Iterables.getLast(owners, null)).map(Ownership::person)
        : ownerAt(moment);
  }

  /**
   * Returns who owned the deal at an instant.
   *
   * @param instant the instant
   * @return the person's id, empty when nobody was assigned by then
   */
  public Optional<String> ownerAt(Instant instant) {
    Optional<String> owner = Optional.empty();
    for (Ownership ownership : owners) {
      if (ownership.at().isAfter(instant)) {
        break;
      }
      owner = Optional.of(ownership.person());
    }
    return owner;
  }

  /**
   * Returns who brought the deal: the owner when it became known, or the first one after that.
   *
   * @return the person's id, empty when nobody was ever assigned
   */
  public Optional<String> creator() {
    return ownerAt(createdAt).or(() -> owners.stream().findFirst().map(Ownership::person));
  }

  /**
   * Returns when the deal was first assigned to somebody.
   *
   * @return the instant, empty when nobody was ever assigned
   */
  public Optional<Instant> assignedAt() {
    return owners.stream().findFirst().map(Ownership::at);
  }

  /**
   * Returns how credit for what the deal brings at an instant is shared.
   *
   * @param instant the instant
   * @return basis points by person, together {@link SalesEvent.CreditShared#WHOLE}; empty when
   *     nothing was agreed by then, and the owner has all
   */
  public ImmutableSortedMap<String, Integer> sharesAt(Instant instant) {
    ImmutableSortedMap<String, Integer> shares = ImmutableSortedMap.of();
    for (Sharing sharing : sharings) {
      if (sharing.at().isAfter(instant)) {
        break;
      }
      shares = sharing.basisPoints();
    }
    return shares;
  }

  /**
   * Returns everybody who ever owned the deal or had a share in its credit.
   *
   * @return the people's ids, sorted
   */
  public ImmutableSortedSet<String> participants() {
    ImmutableSortedSet.Builder<String> people = ImmutableSortedSet.naturalOrder();
    owners.forEach(ownership -> people.add(ownership.person()));
    sharings.forEach(sharing -> people.addAll(sharing.basisPoints().keySet()));
    return people.build();
  }

  /**
   * Returns who buys.
   *
   * @return the customer's id, empty when not recorded
   */
  public Optional<String> customer() {
    return Optional.ofNullable(customer);
  }

  /**
   * Returns what is sold.
   *
   * @return the product's id, empty when not recorded
   */
  public Optional<String> product() {
    return Optional.ofNullable(product);
  }

  /**
   * Returns through which channel the deal came.
   *
   * @return the channel, empty when not recorded
   */
  public Optional<String> channel() {
    return Optional.ofNullable(channel);
  }

  /**
   * Returns how the deal stands.
   *
   * @return open, won or lost
   */
  public Outcome outcome() {
    return last().outcome();
  }

  /**
   * Returns when it was won or lost.
   *
   * @return the instant, empty while the deal is open
   */
  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  /**
   * Returns why it was lost.
   *
   * @return the reason as recorded; empty when the deal is not lost or no reason is recorded
   */
  public Optional<String> lossReason() {
    return Optional.ofNullable(lossReason);
  }

  /**
   * Returns the last stage entered.
   *
   * @return the stage, empty when none is recorded
   */
  public Optional<String> stage() {
    return Optional.ofNullable(Iterables.getLast(stages, null)).map(StageVisit::stage);
  }

  /**
   * Returns every stage visit, also those of backward moves.
   *
   * @return the visits in the order of time
   */
  public ImmutableList<StageVisit> stages() {
    return stages;
  }

  /**
   * Returns the amount, expected while open and final when won.
   *
   * @return the amount, empty when none is recorded
   */
  public Optional<Money> amount() {
    return last().amount();
  }

  /**
   * Returns the day on which the deal is expected to close.
   *
   * @return the day, empty when none is recorded
   */
  public Optional<LocalDate> expectedClose() {
    return last().expectedClose();
  }

  /**
   * Returns every change of outcome, amount and expected close.
   *
   * @return the revisions in the order of time; the first is the creation
   */
  public ImmutableList<Revision> revisions() {
    return revisions;
  }

  /**
   * Returns what was done for the deal.
   *
   * @return the activities in the order of time
   */
  public ImmutableList<Activity> activities() {
    return activities;
  }

  /**
   * Returns the offers made.
   *
   * @return the quotes in the order of time
   */
  public ImmutableList<Quote> quotes() {
    return quotes;
  }

  /**
   * Returns the survey answers about the deal.
   *
   * @return the answers in the order of time
   */
  public ImmutableList<Answer> answers() {
    return answers;
  }

  /**
   * Returns how often the expected close was moved to a later day.
   *
   * @return the number of pushes, at least 0
   */
  public int timesPushed() {
    return timesPushed;
  }

  /**
   * Returns how far the deal has come in a list of stages: the furthest it ever entered.
   *
   * @param stageNames the stages, first to last
   * @return the place of the deepest stage entered, empty when none of them was
   */
  public OptionalInt deepest(ImmutableList<String> stageNames) {
    return stages.stream()
        .mapToInt(visit -> stageNames.indexOf(visit.stage()))
        .filter(place -> place >= 0)
        .max();
  }

  /**
   * Returns the contracts signed for the deal.
   *
   * @return the contracts in the order of time
   */
  public ImmutableList<Booking> contracts() {
    return contracts;
  }

  /**
   * Returns the invoices issued for the deal.
   *
   * @return the invoices in the order of time
   */
  public ImmutableList<Booking> invoices() {
    return invoices;
  }

  /**
   * Returns the payments received for the deal.
   *
   * @return the payments in the order of time
   */
  public ImmutableList<Booking> payments() {
    return payments;
  }

  /**
   * Returns the value of all contracts signed for the deal.
   *
   * @return the sum, empty when no contract is recorded
   */
  public Optional<Money> signed() {
    return sum(contracts);
  }

  /**
   * Returns the value of all invoices issued for the deal.
   *
   * @return the sum, empty when no invoice is recorded
   */
  public Optional<Money> invoiced() {
    return sum(invoices);
  }

  /**
   * Returns the cash collected for the deal.
   *
   * @return the sum, empty when no payment is recorded
   */
  public Optional<Money> collected() {
    return sum(payments);
  }

  private static Optional<Money> sum(ImmutableList<Booking> bookings) {
    return bookings.stream().map(Booking::value).reduce(Money::plus);
  }

  private Revision last() {
    return revisions.get(revisions.size() - 1);
  }

  @Override
  public String toString() {
    return id + " " + outcome();
  }
}
