package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.goal.Agreement;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Workspace;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.review.Review;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything the sales loop of one workspace keeps: its facts, and its versioned documents.
 *
 * <table>
 * <caption>The id of each kind of document</caption>
 * <tr><th>kind</th><th>id</th></tr>
 * <tr><td>organization, calendar</td><td>{@link #COMPANY}: there is one</td></tr>
 * <tr><td>goal</td><td>{@link SalesGoal#id}</td></tr>
 * <tr><td>agreement</td><td>the id of the goal agreed</td></tr>
 * <tr><td>ledger entry</td><td>its place in the ledger</td></tr>
 * <tr><td>assessment</td><td>the id of the goal assessed</td></tr>
 * <tr><td>plan</td><td>{@link SalesPlan#goalId}</td></tr>
 * <tr><td>review</td><td>{@link #reviewId}: period and as-of day</td></tr>
 * <tr><td>note</td><td>{@link #noteId}: period, as-of day and person</td></tr>
 * </table>
 *
 * <p>A metric is written with its version, such as {@code won.value@1}, and is refused where this
 * version of the library defines it otherwise: its numbers would not be comparable. Metrics of
 * one's own are found in the {@link KpiCatalogue} that the store is opened with.
 *
 * <p>Safe for use by many threads; lives as long as the store, which the caller closes.
 */
public final class LoopStore {

  /** The id of the one organization and the one calendar of a workspace. */
  public static final String COMPANY = "company";

  private final JournalPort facts;
  private final Repository<Organization> organizations;
  private final Repository<FiscalCalendar> calendars;
  private final Repository<SalesGoal> goals;
  private final Repository<Agreement> agreements;
  private final LedgerRepository ledger;
  private final Repository<SmartAssessment> assessments;
  private final Repository<SalesPlan> plans;
  private final Repository<Review> reviews;
  private final Repository<Note> notes;

  private LoopStore(JournalPort facts, DocumentPort documents, KpiCatalogue catalogue) {
    this.facts = facts;
    ImmutableList<StandIn<?, ?>> types = LoopTypes.by(catalogue);
    organizations =
        new Repository<>(
            documents, "organization", RecordCodec.of(Organization.class, types), one -> COMPANY);
    calendars =
        new Repository<>(
            documents, "calendar", RecordCodec.of(FiscalCalendar.class, types), one -> COMPANY);
    goals =
        new Repository<>(documents, "goal", RecordCodec.of(SalesGoal.class, types), SalesGoal::id);
    agreements =
        new Repository<>(
            documents,
            "agreement",
            RecordCodec.of(Agreement.class, types),
            agreement -> agreement.goal().id(),
            Agreement::continues);
    ledger = new LedgerRepository(documents, types);
    assessments =
        new Repository<>(
            documents,
            "assessment",
            RecordCodec.of(SmartAssessment.class, types),
            assessment -> assessment.goal().id());
    plans =
        new Repository<>(
            documents, "plan", RecordCodec.of(SalesPlan.class, types), SalesPlan::goalId);
    reviews =
        new Repository<>(
            documents,
            "review",
            RecordCodec.of(Review.class, types),
            review -> reviewId(review.period(), review.day()));
    notes =
        new Repository<>(
            documents,
            "note",
            RecordCodec.of(Note.class, types),
            note -> noteId(note.period(), note.day(), note.person()));
  }

  /**
   * Returns the loop of a workspace that uses the standard metrics alone.
   *
   * @param store where it is kept
   * @param workspace whose it is
   * @return the loop's store
   * @throws IllegalStateException if the store is closed
   */
  public static LoopStore of(Store store, Workspace workspace) {
    return of(store, workspace, KpiCatalogue.standard());
  }

  /**
   * Returns the loop of a workspace that has metrics of its own.
   *
   * @param store where it is kept
   * @param workspace whose it is
   * @param catalogue where metrics are found again by their ids; what was saved with one that is
   *     not in it cannot be read
   * @return the loop's store
   * @throws IllegalStateException if the store is closed
   */
  public static LoopStore of(Store store, Workspace workspace, KpiCatalogue catalogue) {
    return new LoopStore(store.journal(workspace), store.documents(workspace), catalogue);
  }

  /**
   * Returns the id of a review.
   *
   * @param period the period reviewed
   * @param day the day as of which
   * @return such as {@code FY2026-Q3/2026-09-30}, where {@code %} and {@code /} in the name of the
   *     period are {@code %25} and {@code %2F}
   */
  public static String reviewId(Period period, LocalDate day) {
    return Ids.of(period.name(), day);
  }

  /**
   * Returns the id of a note.
   *
   * @param period the period it is about
   * @param day the day as of which
   * @param person the id of the person it is for
   * @return such as {@code FY2026-Q3/2026-09-30/ana}, escaped as in {@link #reviewId}
   */
  public static String noteId(Period period, LocalDate day, String person) {
    return Ids.of(period.name(), day, person);
  }

  /**
   * Appends the facts that are new, in one transaction; importing twice changes nothing.
   *
   * @param events any number of facts
   * @return how many were appended, were there already, or were refused because their id stands for
   *     another fact
   * @throws IllegalArgumentException if a text is not well-formed; nothing was appended
   * @throws dev.pacesetter.persistence.StoreException if the store fails; nothing was appended
   * @throws IllegalStateException if the store is closed
   */
  public AppendResult append(Iterable<? extends SalesEvent> events) {
    ImmutableList.Builder<EventRecord> records = ImmutableList.builder();
    Map<String, String> shortened = new HashMap<>();
    for (SalesEvent event : events) {
      EventRecord fact = FactCodec.write(event);
      records.add(fact);
      if (!fact.id().equals(event.id())) {
        shortened.put(fact.id(), event.id());
      }
    }
    AppendResult result = facts.append(records.build());
    return new AppendResult(
        result.appended(),
        result.duplicates(),
        result.conflicts().stream()
            .map(id -> shortened.getOrDefault(id, id))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Returns every fact there is at the time of the call.
   *
   * @return the journal
   * @throws UnreadableFieldsException if an event is no fact this version knows; names the event
   * @throws dev.pacesetter.persistence.StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  public Journal journal() {
    return journal(facts::forEach);
  }

  /**
   * Returns what had happened by an instant.
   *
   * @param asOf the instant, itself included
   * @return the journal of the facts with {@code at <= asOf}
   * @throws UnreadableFieldsException if an event is no fact this version knows; names the event
   * @throws dev.pacesetter.persistence.StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  public Journal journalAsOf(Instant asOf) {
    return journal(action -> facts.forEachAsOf(asOf, action));
  }

  private static Journal journal(Consumer<Consumer<EventRecord>> source) {
    ImmutableList.Builder<SalesEvent> events = ImmutableList.builder();
    source.accept(fact -> events.add(FactCodec.read(fact)));
    return Journal.of(events.build());
  }

  /**
   * Returns the organization: teams, people, products, customers and the sales process.
   *
   * @return the repository; its one document has the id {@link #COMPANY}
   */
  public Repository<Organization> organizations() {
    return organizations;
  }

  /**
   * Returns the fiscal calendar.
   *
   * @return the repository; its one document has the id {@link #COMPANY}
   */
  public Repository<FiscalCalendar> calendars() {
    return calendars;
  }

  /**
   * Returns the goals.
   *
   * @return the repository, by goal id
   */
  public Repository<SalesGoal> goals() {
    return goals;
  }

  /**
   * Returns the agreements; a step taken is a new revision. An agreement that does not go on from
   * the one saved last is refused, so that no step is lost when two people save.
   *
   * @return the repository, by goal id
   */
  public Repository<Agreement> agreements() {
    return agreements;
  }

  /**
   * Returns the goal ledger, to which entries are only appended.
   *
   * @return the repository of the one ledger
   */
  public LedgerRepository ledger() {
    return ledger;
  }

  /**
   * Returns the SMART assessments; a new one of the same goal is a new revision.
   *
   * @return the repository, by goal id
   */
  public Repository<SmartAssessment> assessments() {
    return assessments;
  }

  /**
   * Returns the plans; a new one for the same goal is a new revision.
   *
   * @return the repository, by goal id
   */
  public Repository<SalesPlan> plans() {
    return plans;
  }

  /**
   * Returns the reviews.
   *
   * @return the repository, by {@link #reviewId}
   */
  public Repository<Review> reviews() {
    return reviews;
  }

  /**
   * Returns the notes.
   *
   * @return the repository, by {@link #noteId}
   */
  public Repository<Note> notes() {
    return notes;
  }
}
