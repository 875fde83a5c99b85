package dev.pacesetter.kpi;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.journal.Book;
import dev.pacesetter.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a metric looks at: the organization, its calendar, and the book as of an instant.
 *
 * <p>Immutable; columns for fast scans are derived once.
 */
public final class SalesFacts {
  private final Organization organization;
  private final FiscalCalendar calendar;
  private final Book book;
  private final Dimensions dimensions;
  private final Deals deals;
  private final Credits wonCredits;
  private final Credits orderCredits;
  private final Credits activityCredits;

  private SalesFacts(Organization organization, FiscalCalendar calendar, Book book) {
    this.organization = organization;
    this.calendar = calendar;
    this.book = book;
    dimensions = Dimensions.of(organization, book);
    deals = Deals.of(this);
    wonCredits = Credits.ofWonDeals(this);
    orderCredits = Credits.ofOrders(this);
    activityCredits = Credits.ofActivities(this);
  }

  /**
   * Returns the facts.
   *
   * @param organization who sells what
   * @param calendar when the year turns, and where
   * @param book how things stood
   * @return the facts
   */
  public static SalesFacts of(Organization organization, FiscalCalendar calendar, Book book) {
    return new SalesFacts(
        Objects.requireNonNull(organization),
        Objects.requireNonNull(calendar),
        Objects.requireNonNull(book));
  }

  /**
   * Returns the facts as they stood before; nothing that happened since shows in them.
   *
   * @param earlier the earlier instant; facts at it count
   * @return the facts as of {@code earlier}
   * @throws IllegalArgumentException if {@code earlier} is after the book's instant
   */
  public SalesFacts rewoundTo(Instant earlier) {
    return earlier.equals(book.asOf())
        ? this
        : new SalesFacts(organization, calendar, book.rewoundTo(earlier));
  }

  /**
   * Returns who sells what.
   *
   * @return the organization
   */
  public Organization organization() {
    return organization;
  }

  /**
   * Returns when the year turns, and where.
   *
   * @return the calendar
   */
  public FiscalCalendar calendar() {
    return calendar;
  }

  /**
   * Returns how things stood.
   *
   * @return the book
   */
  public Book book() {
    return book;
  }

  /**
   * Returns the day of the book's instant in the calendar's zone.
   *
   * @return the last day that may have facts
   */
  public LocalDate today() {
    return calendar.dayOf(book.asOf());
  }

  /**
   * Returns all deals as columns.
   *
   * @return the deals in the order of ids
   */
  public Deals deals() {
    return deals;
  }

  Credits wonCredits() {
    return wonCredits;
  }

  Credits orderCredits() {
    return orderCredits;
  }

  Credits activityCredits() {
    return activityCredits;
  }

  Dimensions dimensions() {
    return dimensions;
  }
}
