package dev.pacesetter.journal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.pacesetter.journal.SalesEvent.OpportunityEvent;
import dev.pacesetter.journal.SalesEvent.OrderPlaced;
import dev.pacesetter.journal.SalesEvent.TrainingCompleted;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How things stood at an instant: every deal with its history, every order line, every training.
 *
 * <p>A pure function of the facts up to and including the instant; later facts have no effect. All
 * money is in one currency.
 */
public final class Book {
  private final ImmutableList<SalesEvent> events;
  private final @Nullable PlanRates rates;
  private final Instant asOf;
  private final @Nullable CurrencyUnit currency;
  private final ImmutableSortedMap<String, Opportunity> opportunities;
  private final ImmutableList<OrderPlaced> orderLines;
  private final ImmutableList<TrainingCompleted> trainings;

  private Book(
      ImmutableList<SalesEvent> events,
      @Nullable PlanRates rates,
      Instant asOf,
      @Nullable CurrencyUnit currency,
      ImmutableSortedMap<String, Opportunity> opportunities,
      ImmutableList<OrderPlaced> orderLines,
      ImmutableList<TrainingCompleted> trainings) {
    this.events = events;
    this.rates = rates;
    this.asOf = asOf;
    this.currency = currency;
    this.opportunities = opportunities;
    this.orderLines = orderLines;
    this.trainings = trainings;
  }

  /** Plays events that are in their order. */
  static Book replay(ImmutableList<SalesEvent> events, Instant asOf, @Nullable PlanRates rates) {
    Exchange exchange = new Exchange(rates);
    Map<String, OpportunityReplay> deals = new HashMap<>();
    ImmutableList.Builder<OrderPlaced> lines = ImmutableList.builder();
    ImmutableList.Builder<TrainingCompleted> trainings = ImmutableList.builder();
    for (SalesEvent event : events) {
      if (event.at().isAfter(asOf)) {
        break;
      }
      if (event instanceof OpportunityEvent about) {
        deals
            .computeIfAbsent(
                about.opportunity(), id -> new OpportunityReplay(id, about.at(), exchange::toBase))
            .apply(about);
      } else if (event instanceof OrderPlaced line) {
        lines.add(exchange.toBase(line));
      } else if (event instanceof TrainingCompleted training) {
        trainings.add(training);
      }
    }
    return new Book(
        events,
        rates,
        asOf,
        exchange.base,
        ImmutableSortedMap.copyOf(Maps.transformValues(deals, OpportunityReplay::done)),
        lines.build(),
        trainings.build());
  }

  /**
   * Returns the instant up to which facts are known.
   *
   * @return the instant; facts at it count
   */
  public Instant asOf() {
    return asOf;
  }

  /**
   * Returns how things stood before: the book the same journal gives as of an earlier instant, at
   * the same plan rates. Nothing that happened since shows in it.
   *
   * @param earlier the earlier instant; facts at it count
   * @return the book as of {@code earlier}
   * @throws IllegalArgumentException if {@code earlier} is after {@link #asOf()}
   */
  public Book rewoundTo(Instant earlier) {
    checkArgument(
        !earlier.isAfter(asOf),
        "a book as of %s cannot be rewound to %s, which is later",
        asOf,
        earlier);
    return earlier.equals(asOf) ? this : replay(events, earlier, rates);
  }

  /**
   * Returns the currency of all money in this book.
   *
   * @return the currency, empty when no fact names money
   */
  public Optional<CurrencyUnit> currency() {
    return Optional.ofNullable(currency);
  }

  /**
   * Returns every deal known by then.
   *
   * @return the deals in the order of ids
   */
  public ImmutableList<Opportunity> opportunities() {
    return opportunities.values().asList();
  }

  /**
   * Finds a deal.
   *
   * @param id the deal's id
   * @return the deal, empty when none of that id is known by then
   */
  public Optional<Opportunity> opportunity(String id) {
    return Optional.ofNullable(opportunities.get(id));
  }

  /**
   * Returns every order line placed by then.
   *
   * @return the lines in the order of time, then id
   */
  public ImmutableList<OrderPlaced> orderLines() {
    return orderLines;
  }

  /**
   * Returns every training completed by then.
   *
   * @return the trainings in the order of time, then id
   */
  public ImmutableList<TrainingCompleted> trainings() {
    return trainings;
  }

  @Override
  public String toString() {
    return "book as of "
        + asOf
        + " with "
        + opportunities.size()
        + " deals and "
        + orderLines.size()
        + " order lines";
  }

  /** Brings money into one currency: the plan's, or the only one there is. */
  private static final class Exchange {
    private @Nullable PlanRates rates;
    private @Nullable CurrencyUnit base;

    Exchange(@Nullable PlanRates rates) {
      this.rates = rates;
      this.base = rates == null ? null : rates.base();
    }

    Money toBase(Money money) {
      if (rates == null) {
        rates = PlanRates.in(money.getCurrencyUnit());
        base = rates.base();
      }
      return rates.convert(money);
    }

    OrderPlaced toBase(OrderPlaced line) {
      Money value = toBase(line.value());
      return value.equals(line.value())
          ? line
          : new OrderPlaced(
              line.id(),
              line.at(),
              line.order(),
              line.person(),
              line.customer(),
              line.product(),
              line.quantity(),
              value);
    }
  }
}
