package dev.pacesetter.journal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Facts in the order in which they took effect.
 *
 * <p>A journal is a set: a fact that arrives twice is there once, and the order of arrival makes no
 * difference. Facts are in the order of time; at the same instant a deal is created before it
 * changes and changes before it closes, and what is left is in the order of ids.
 */
public final class Journal {
  private static final ImmutableMap<Class<?>, Integer> RANKS =
      ranks(
          SalesEvent.OpportunityCreated.class,
          SalesEvent.OwnerAssigned.class,
          SalesEvent.CreditShared.class,
          SalesEvent.CustomerLinked.class,
          SalesEvent.ProductLinked.class,
          SalesEvent.ChannelLinked.class,
          SalesEvent.StageEntered.class,
          SalesEvent.CloseExpected.class,
          SalesEvent.AmountSet.class,
          SalesEvent.ActivityLogged.class,
          SalesEvent.QuoteSent.class,
          SalesEvent.ContractSigned.class,
          SalesEvent.OpportunityWon.class,
          SalesEvent.OpportunityLost.class,
          SalesEvent.InvoiceIssued.class,
          SalesEvent.PaymentReceived.class,
          SalesEvent.SurveyAnswered.class,
          SalesEvent.OrderPlaced.class,
          SalesEvent.TrainingCompleted.class);
  private static final Comparator<SalesEvent> ORDER =
      Comparator.comparing(SalesEvent::at)
          .thenComparingInt(event -> Objects.requireNonNull(RANKS.get(event.getClass())))
          .thenComparing(SalesEvent::id);

  private final ImmutableList<SalesEvent> events;

  private Journal(ImmutableList<SalesEvent> events) {
    this.events = events;
  }

  /**
   * Returns a journal of facts.
   *
   * @param events the facts in any order; repeated ones do no harm
   * @return the journal
   * @throws IllegalArgumentException if two facts have the same id and are not equal
   */
  public static Journal of(Iterable<? extends SalesEvent> events) {
    Map<String, SalesEvent> known = new HashMap<>();
    List<SalesEvent> distinct = new ArrayList<>();
    for (SalesEvent event : events) {
      SalesEvent before = known.putIfAbsent(event.id(), event);
      if (before == null) {
        distinct.add(event);
      } else {
        checkArgument(
            before.equals(event),
            "event id '%s' stands for both %s and %s; it must stand for one fact",
            event.id(),
            before,
            event);
      }
    }
    distinct.sort(ORDER);
    return new Journal(ImmutableList.copyOf(distinct));
  }

  /**
   * Returns this journal with more facts.
   *
   * @param more the facts to add; those already known do no harm
   * @return the joint journal
   * @throws IllegalArgumentException if two facts have the same id and are not equal
   */
  public Journal with(Iterable<? extends SalesEvent> more) {
    return of(ImmutableList.<SalesEvent>builder().addAll(events).addAll(more).build());
  }

  /**
   * Returns the facts.
   *
   * @return the facts in the order in which they took effect
   */
  public ImmutableList<SalesEvent> events() {
    return events;
  }

  /**
   * Returns the number of facts.
   *
   * @return the count
   */
  public int size() {
    return events.size();
  }

  /**
   * Returns how things stood at an instant, where all money is in one currency.
   *
   * @param asOf the instant; facts at it count, later ones do not
   * @return the book
   * @throws IllegalArgumentException if money is in several currencies; the message names a pair
   */
  public Book bookAsOf(Instant asOf) {
    return book(asOf, null);
  }

  /**
   * Returns how things stood at an instant, with money at plan rates.
   *
   * @param asOf the instant; facts at it count, later ones do not
   * @param rates turns other currencies into one
   * @return the book
   * @throws IllegalArgumentException if a rate is missing; the message names the pair
   */
  public Book bookAsOf(Instant asOf, PlanRates rates) {
    return book(asOf, rates);
  }

  private Book book(Instant asOf, @Nullable PlanRates rates) {
    return Book.replay(events, asOf, rates);
  }

  private static ImmutableMap<Class<?>, Integer> ranks(Class<?>... kinds) {
    ImmutableMap.Builder<Class<?>, Integer> ranks = ImmutableMap.builder();
    for (int rank = 0; rank < kinds.length; rank++) {
      ranks.put(kinds[rank], rank);
    }
    return ranks.buildOrThrow();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Journal that && events.equals(that.events);
  }

  @Override
  public int hashCode() {
    return events.hashCode();
  }

  @Override
  public String toString() {
    return "journal of " + events.size() + " facts";
  }
}
