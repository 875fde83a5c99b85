package dev.pacesetter.journal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One fact with a time.
 *
 * <p>The id is the caller's and makes a fact recognisable: two events with the same id are the same
 * fact. Facts at the same instant take effect in the order of the kinds below and then of their
 * ids, so the order of arrival never matters.
 */
public sealed interface SalesEvent {

  /**
   * Returns what makes this fact recognisable.
   *
   * @return the id, unique in a journal, not blank
   */
  String id();

  /**
   * Returns when it happened.
   *
   * @return the instant
   */
  Instant at();

  /** A fact about one opportunity. */
  sealed interface OpportunityEvent extends SalesEvent {
    /**
     * Returns the opportunity it is about.
     *
     * @return the opportunity's id, not blank
     */
    String opportunity();
  }

  /**
   * A deal became known, with what was known of it then.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param owner who is responsible, null when nobody is yet
   * @param customer who buys, null when not known yet
   * @param product what is sold, null when not known yet
   * @param channel through which channel the deal came, null when not known
   */
  record OpportunityCreated(
      String id,
      Instant at,
      String opportunity,
      @Nullable String owner,
      @Nullable String customer,
      @Nullable String product,
      @Nullable String channel)
      implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public OpportunityCreated {
      check(id, opportunity);
      for (@Nullable String known : new @Nullable String[] {owner, customer, product, channel}) {
        if (known != null) {
          check(id, known);
        }
      }
    }

    /**
     * Creates the fact that a deal became known, and nothing else of it.
     *
     * @param id makes this fact recognisable
     * @param at when it happened
     * @param opportunity the opportunity
     */
    public OpportunityCreated(String id, Instant at, String opportunity) {
      this(id, at, opportunity, null, null, null, null);
    }
  }

  /**
   * A person became responsible for a deal, in place of whoever was.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param person the new owner
   */
  record OwnerAssigned(String id, Instant at, String opportunity, String person)
      implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public OwnerAssigned {
      check(id, opportunity, person);
    }
  }

  /**
   * The credit for a deal was shared among people, in place of whatever was agreed before.
   *
   * <p>It holds from its instant on for everything that the deal brings, whoever owns it then.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param basisPoints what each person has, in hundredths of a percent, each at least 1, together
   *     10000
   */
  record CreditShared(
      String id, Instant at, String opportunity, ImmutableSortedMap<String, Integer> basisPoints)
      implements OpportunityEvent {
    /** What all shares add up to: 100 %. */
    public static final int WHOLE = 10_000;

    /**
     * Checks that the shares are of people, positive, and the whole.
     *
     * @throws IllegalArgumentException if a share is below 1 or they do not add up to 10000
     */
    public CreditShared {
      check(id, opportunity);
      long sum = 0;
      for (Map.Entry<String, Integer> share : basisPoints.entrySet()) {
        check(id, share.getKey());
        checkArgument(
            share.getValue() >= 1,
            "event %s gives %s the share %s; at least 1 basis point",
            id,
            share.getKey(),
            share.getValue());
        sum += share.getValue();
      }
      checkArgument(
          sum == WHOLE,
          "event %s shares credit as %s, which is %s basis points; it must be %s",
          id,
          basisPoints,
          sum,
          WHOLE);
    }
  }

  /**
   * The customer of a deal became known or changed.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param customer the customer
   */
  record CustomerLinked(String id, Instant at, String opportunity, String customer)
      implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public CustomerLinked {
      check(id, opportunity, customer);
    }
  }

  /**
   * The product a deal is about became known or changed.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param product the product
   */
  record ProductLinked(String id, Instant at, String opportunity, String product)
      implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public ProductLinked {
      check(id, opportunity, product);
    }
  }

  /**
   * The channel through which a deal came became known or changed.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param channel the channel
   */
  record ChannelLinked(String id, Instant at, String opportunity, String channel)
      implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public ChannelLinked {
      check(id, opportunity, channel);
    }
  }

  /**
   * A deal's expected or final amount became known or changed.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param amount the amount from now on, not negative
   */
  record AmountSet(String id, Instant at, String opportunity, Money amount)
      implements OpportunityEvent {
    /**
     * Checks that nothing is blank and the amount is not negative.
     *
     * @throws IllegalArgumentException if the amount is negative
     */
    public AmountSet {
      check(id, opportunity);
      checkNotNegative(id, "amount", amount);
    }
  }

  /**
   * The day on which a deal is expected to close became known or changed.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param day the expected day from now on
   */
  record CloseExpected(String id, Instant at, String opportunity, LocalDate day)
      implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public CloseExpected {
      check(id, opportunity);
    }
  }

  /**
   * A deal entered a stage. After winning or losing this opens the deal again.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param stage the name of the stage
   */
  record StageEntered(String id, Instant at, String opportunity, String stage)
      implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public StageEntered {
      check(id, opportunity, stage);
    }
  }

  /**
   * Somebody did something for a deal.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param person who did it
   * @param kind what was done
   */
  record ActivityLogged(String id, Instant at, String opportunity, String person, ActivityKind kind)
      implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public ActivityLogged {
      check(id, opportunity, person);
    }
  }

  /**
   * An offer was made.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param list the value at list prices, not negative
   * @param net the value offered, not negative, in the same currency
   */
  record QuoteSent(String id, Instant at, String opportunity, Money list, Money net)
      implements OpportunityEvent {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is negative or the currencies differ
     */
    public QuoteSent {
      check(id, opportunity);
      checkNotNegative(id, "list value", list);
      checkNotNegative(id, "net value", net);
      checkArgument(
          list.getCurrencyUnit().equals(net.getCurrencyUnit()),
          "quote %s has the list value %s and the net value %s; one currency is needed",
          id,
          list,
          net);
    }
  }

  /**
   * A contract was signed.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param value the value signed, not negative
   */
  record ContractSigned(String id, Instant at, String opportunity, Money value)
      implements OpportunityEvent {
    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is negative
     */
    public ContractSigned {
      check(id, opportunity);
      checkNotNegative(id, "value", value);
    }
  }

  /**
   * An invoice was issued.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param value the value invoiced, not negative
   */
  record InvoiceIssued(String id, Instant at, String opportunity, Money value)
      implements OpportunityEvent {
    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is negative
     */
    public InvoiceIssued {
      check(id, opportunity);
      checkNotNegative(id, "value", value);
    }
  }

  /**
   * Cash was collected.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param value the cash, not negative
   */
  record PaymentReceived(String id, Instant at, String opportunity, Money value)
      implements OpportunityEvent {
    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is negative
     */
    public PaymentReceived {
      check(id, opportunity);
      checkNotNegative(id, "value", value);
    }
  }

  /**
   * A customer answered a survey about a deal.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param survey which question was asked
   * @param score the answer, within the scale of the question
   */
  record SurveyAnswered(String id, Instant at, String opportunity, SurveyKind survey, int score)
      implements OpportunityEvent {
    /**
     * Checks the score.
     *
     * @throws IllegalArgumentException if the score is outside the scale
     */
    public SurveyAnswered {
      check(id, opportunity);
      checkArgument(
          score >= survey.lowest() && score <= survey.highest(),
          "survey %s has the score %s; %s allows %s to %s",
          id,
          score,
          survey,
          survey.lowest(),
          survey.highest());
    }
  }

  /**
   * A deal was won, at the amount last set.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   */
  record OpportunityWon(String id, Instant at, String opportunity) implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public OpportunityWon {
      check(id, opportunity);
    }
  }

  /**
   * A deal was lost.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param opportunity the opportunity
   * @param reason why, as recorded; empty when no reason was recorded
   */
  record OpportunityLost(String id, Instant at, String opportunity, String reason)
      implements OpportunityEvent {
    /** Checks that nothing is blank. */
    public OpportunityLost {
      check(id, opportunity);
    }
  }

  /**
   * One line of an order was placed.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param order the order the line belongs to
   * @param person who is credited
   * @param customer who ordered
   * @param product what was ordered
   * @param quantity how many, at least 1
   * @param value the value of the line, not negative
   */
  record OrderPlaced(
      String id,
      Instant at,
      String order,
      String person,
      String customer,
      String product,
      long quantity,
      Money value)
      implements SalesEvent {
    /**
     * Checks quantity and value.
     *
     * @throws IllegalArgumentException if the quantity is below 1 or the value negative
     */
    public OrderPlaced {
      check(id, order, person, customer, product);
      checkArgument(quantity >= 1, "order line %s has the quantity %s; at least 1", id, quantity);
      checkNotNegative(id, "value", value);
    }
  }

  /**
   * A person completed a training.
   *
   * @param id makes this fact recognisable
   * @param at when it happened
   * @param person who was trained
   * @param training what in
   */
  record TrainingCompleted(String id, Instant at, String person, String training)
      implements SalesEvent {
    /** Checks that nothing is blank. */
    public TrainingCompleted {
      check(id, person, training);
    }
  }

  private static void check(String id, String... parts) {
    checkArgument(!id.isBlank(), "an event id is '%s'; it must not be blank", id);
    for (String part : parts) {
      checkArgument(!part.isBlank(), "event %s has a blank reference '%s'", id, part);
    }
  }

  private static void checkNotNegative(String id, String what, Money money) {
    checkArgument(
        !money.isNegative(), "event %s has the %s %s; it must not be negative", id, what, money);
  }
}
