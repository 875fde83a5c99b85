package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Revision;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.metrics.pipeline.DealHistory;
import dev.pacesetter.metrics.pipeline.DealStatus;
import dev.pacesetter.organization.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * All deals of a book as columns, for one pass over many.
 *
 * <p>Row {@code i} is the {@code i}-th deal in the order of ids. People and products are places in
 * {@link #people()} and {@link #products()}, or -1 where nobody or nothing is recorded. Days are
 * epoch days in the calendar's zone.
 */
public final class Deals {
  /** From so many wins on it is not luck that none was lost: losses are not written down. */
  private static final int WINS_WITHOUT_A_LOSS = 20;

  private static final double SECONDS_A_DAY = 86_400;
  private static final double NANOS_A_SECOND = 1e9;

  private final SalesFacts facts;
  private final Slices slices;
  private final Slices atCreation;
  private final Outcome[] outcome;
  private final int[] createdDay;
  private final int[] closedDay;
  private final long[] amount;
  private final boolean[] valued;
  private final double[] age;

  private Deals(SalesFacts facts, int size) {
    this.facts = facts;
    slices = new Slices(facts.dimensions(), size);
    atCreation = new Slices(facts.dimensions(), size);
    outcome = new Outcome[size];
    createdDay = new int[size];
    closedDay = new int[size];
    amount = new long[size];
    valued = new boolean[size];
    age = new double[size];
  }

  static Deals of(SalesFacts facts) {
    ImmutableList<Opportunity> opportunities = facts.book().opportunities();
    Deals deals = new Deals(facts, opportunities.size());
    for (int row = 0; row < opportunities.size(); row++) {
      deals.set(row, opportunities.get(row));
    }
    return deals;
  }

  private void set(int row, Opportunity deal) {
    Instant end = deal.closedAt().orElse(facts.book().asOf());
    LocalDate created = facts.calendar().dayOf(deal.createdAt());
    slice(slices, row, facts.calendar().dayOf(end), deal.owner(), deal);
    slice(atCreation, row, created, deal.creator(), deal);
    outcome[row] = deal.outcome();
    createdDay[row] = Math.toIntExact(created.toEpochDay());
    closedDay[row] = deal.closedAt().isPresent() ? epochDay(end) : Integer.MAX_VALUE;
    valued[row] = deal.amount().isPresent();
    amount[row] = deal.amount().map(Money::getAmountMinorLong).orElse(0L);
    age[row] = days(Duration.between(deal.createdAt(), end));
  }

  private static void slice(
      Slices slices, int row, LocalDate day, Optional<String> person, Opportunity deal) {
    slices.set(row, day, person, deal.product(), deal.customer(), deal.channel());
  }

  /** Not by {@code toNanos()}, which overflows when a year was mistyped as 0017. */
  private static double days(Duration duration) {
    return (duration.getSeconds() + duration.getNano() / NANOS_A_SECOND) / SECONDS_A_DAY;
  }

  private int epochDay(Instant instant) {
    return Math.toIntExact(facts.calendar().dayOf(instant).toEpochDay());
  }

  /**
   * Returns the number of deals.
   *
   * @return the number of rows
   */
  public int size() {
    return outcome.length;
  }

  /**
   * Returns everybody who is listed or named by a fact.
   *
   * @return ids in their order
   */
  public ImmutableList<String> people() {
    return facts.dimensions().people();
  }

  /**
   * Returns everything that is listed or named by a fact.
   *
   * @return ids in their order
   */
  public ImmutableList<String> products() {
    return facts.dimensions().products();
  }

  /**
   * Returns who is credited.
   *
   * @param row the row
   * @return a place in {@link #people()}, or -1
   */
  public int person(int row) {
    return slices.person(row);
  }

  /**
   * Returns what is sold.
   *
   * @param row the row
   * @return a place in {@link #products()}, or -1
   */
  public int product(int row) {
    return slices.product(row);
  }

  /**
   * Returns how the deal stands.
   *
   * @param row the row
   * @return open, won or lost
   */
  public Outcome outcome(int row) {
    return outcome[row];
  }

  /**
   * Returns the day on which the deal became known.
   *
   * @param row the row
   * @return the epoch day
   */
  public int createdDay(int row) {
    return createdDay[row];
  }

  /**
   * Returns the day on which the deal closed.
   *
   * @param row the row
   * @return the epoch day; {@link Integer#MAX_VALUE} while open
   */
  public int closedDay(int row) {
    return closedDay[row];
  }

  /**
   * Returns whether an amount is recorded.
   *
   * @param row the row
   * @return false where {@link #amount} has nothing to say
   */
  public boolean isValued(int row) {
    return valued[row];
  }

  /**
   * Returns the amount.
   *
   * @param row the row
   * @return minor units of the book's currency; 0 where none is recorded
   */
  public long amount(int row) {
    return amount[row];
  }

  /**
   * Returns the time from creation to close, or to the as-of instant while open.
   *
   * @param row the row
   * @return days of 24 hours with fraction; negative when recorded out of order
   */
  public double age(int row) {
    return age[row];
  }

  /**
   * Returns whether losing is recorded at all: a book with many wins and not a single loss says
   * nothing about win rates.
   *
   * @return whether some deal is lost, or fewer than {@value #WINS_WITHOUT_A_LOSS} are won
   */
  public boolean recordsLosses() {
    int won = 0;
    for (Outcome end : outcome) {
      if (end == Outcome.LOST) {
        return true;
      }
      won += end == Outcome.WON ? 1 : 0;
    }
    return won < WINS_WITHOUT_A_LOSS;
  }

  /**
   * Finds the deals of a scope, each where it belonged when it closed, or where it belongs now
   * while it is open.
   *
   * @param scope which part of the business
   * @return their rows, ascending
   */
  public int[] rows(Scope scope) {
    return slices.rows(scope);
  }

  /**
   * Finds the deals that were created in a scope, whoever has them now.
   *
   * @param scope which part of the business
   * @return their rows, ascending
   */
  public int[] rowsByCreation(Scope scope) {
    return atCreation.rows(scope);
  }

  /**
   * Returns how deals changed, for a {@link dev.pacesetter.metrics.pipeline.Waterfall}.
   *
   * @param rows the deals, ascending
   * @return what amount, expected close and outcome were from each instant on at which one of them
   *     was told; an amount that is not recorded is 0
   */
  public DealHistory history(int[] rows) {
    DealHistory.Builder history = DealHistory.builder();
    for (int row : rows) {
      ImmutableList<Revision> revisions = facts.book().opportunities().get(row).revisions();
      for (int i = 0; i < revisions.size(); i++) {
        Revision revision = revisions.get(i);
        if (i + 1 == revisions.size() || !revisions.get(i + 1).at().equals(revision.at())) {
          // facts of one instant are one change
          history.add(
              row,
              revision.at().toEpochMilli(),
              i,
              status(revision.outcome()),
              revision.amount().map(Money::getAmountMinorLong).orElse(0L),
              revision.expectedClose().map(LocalDate::toEpochDay).orElse(DealHistory.NO_CLOSE_DAY));
        }
      }
    }
    return history.build();
  }

  private static DealStatus status(Outcome outcome) {
    return switch (outcome) {
      case OPEN -> DealStatus.OPEN;
      case WON -> DealStatus.WON;
      case LOST -> DealStatus.LOST;
    };
  }
}
