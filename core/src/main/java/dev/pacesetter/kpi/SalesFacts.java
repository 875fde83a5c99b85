package dev.pacesetter.kpi;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.journal.Book;
import dev.pacesetter.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a metric looks at: the organization, its calendar, and the book as of an instant.
 *
 * <p>Immutable; columns for fast scans are derived once, those of credits when they are first
 * needed. Safe for use by many threads.
 */
public final class SalesFacts {
  private final Organization organization;
  private final FiscalCalendar calendar;
  private final Book book;
  private final Dimensions dimensions;
  private final Deals deals;
  private final Map<CreditKind, Credits> credits = new ConcurrentHashMap<>();
  private final Map<AdditiveKpi, Credits> ownCredits = new ConcurrentHashMap<>();

  private SalesFacts(Organization organization, FiscalCalendar calendar, Book book) {
    this.organization = organization;
    this.calendar = calendar;
    this.book = book;
    dimensions = Dimensions.of(organization, book);
    deals = Deals.of(this);
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

  /**
   * Returns the credits of a metric of one's own, made when they are first asked for; a metric
   * calls this from {@link AdditiveKpi#credits} so that they need not be made again.
   *
   * @param kpi the metric, which is what they are kept by
   * @param making makes its credits of these facts
   * @return the credits
   */
  public Credits creditsOf(AdditiveKpi kpi, Function<SalesFacts, Credits> making) {
    Credits known = ownCredits.get(kpi);
    if (known == null) {
      // not computed inside the map: it may ask for the credits of another metric of one's own
      known = making.apply(this);
      Credits before = ownCredits.putIfAbsent(kpi, known);
      known = before == null ? known : before;
    }
    return known;
  }

  /** Credits of a kind; made when they are first asked for. */
  Credits credits(CreditKind kind) {
    Credits known = credits.get(kind);
    return known == null ? credits.computeIfAbsent(kind, unseen -> unseen.of(this)) : known;
  }

  Dimensions dimensions() {
    return dimensions;
  }
}
