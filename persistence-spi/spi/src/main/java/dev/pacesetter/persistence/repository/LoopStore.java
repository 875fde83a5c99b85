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
import dev.pacesetter.organization.Organization;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Workspace;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.initiative.Initiative;
import dev.pacesetter.plan.initiative.MeasuredLift;
import dev.pacesetter.plan.initiative.PlanNote;
import dev.pacesetter.plan.task.Task;
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
 * <tr><td>initiative</td><td>{@link Initiative#id}</td></tr>
 * <tr><td>lift</td><td>the id of the initiative measured</td></tr>
 * <tr><td>plan-note</td><td>{@link PlanNote#id}</td></tr>
 * <tr><td>task</td><td>{@link Task#id}</td></tr>
 * <tr><td>review</td><td>{@link #reviewId}: period and as-of day</td></tr>
 * <tr><td>note</td><td>{@link #noteId}: period, as-of day and person</td></tr>
 * </table>
 *
 * <p>A metric is written with its version, such as {@code won.value@1}, and is refused where this
 * version of the library defines it otherwise: its numbers would not be comparable.
 *
 * <p>Safe for use by many threads; lives as long as the store, which the caller closes.
 */
public final class LoopStore {

  /** The id of the one organization and the one calendar of a workspace. */
  public static final String COMPANY = "company";

  private static final RecordCodec<Organization> ORGANIZATIONS = codec(Organization.class);
  private static final RecordCodec<FiscalCalendar> CALENDARS = codec(FiscalCalendar.class);
  private static final RecordCodec<SalesGoal> GOALS = codec(SalesGoal.class);
  private static final RecordCodec<Agreement> AGREEMENTS = codec(Agreement.class);
  private static final RecordCodec<SmartAssessment> ASSESSMENTS = codec(SmartAssessment.class);
  private static final RecordCodec<SalesPlan> PLANS = codec(SalesPlan.class);
  private static final RecordCodec<Initiative> INITIATIVES = codec(Initiative.class);
  private static final RecordCodec<MeasuredLift> LIFTS = codec(MeasuredLift.class);
  private static final RecordCodec<PlanNote> PLAN_NOTES = codec(PlanNote.class);
  private static final RecordCodec<Task> TASKS = codec(Task.class);
  private static final RecordCodec<Review> REVIEWS = codec(Review.class);
  private static final RecordCodec<Note> NOTES = codec(Note.class);

  private final JournalPort facts;
  private final Repository<Organization> organizations;
  private final Repository<FiscalCalendar> calendars;
  private final Repository<SalesGoal> goals;
  private final Repository<Agreement> agreements;
  private final LedgerRepository ledger;
  private final Repository<SmartAssessment> assessments;
  private final Repository<SalesPlan> plans;
  private final Repository<Initiative> initiatives;
  private final Repository<MeasuredLift> lifts;
  private final Repository<PlanNote> planNotes;
  private final Repository<Task> tasks;
  private final Repository<Review> reviews;
  private final Repository<Note> notes;

  private LoopStore(JournalPort facts, DocumentPort documents) {
    this.facts = facts;
    organizations = new Repository<>(documents, "organization", ORGANIZATIONS, one -> COMPANY);
    calendars = new Repository<>(documents, "calendar", CALENDARS, one -> COMPANY);
    goals = new Repository<>(documents, "goal", GOALS, SalesGoal::id);
    agreements =
        new Repository<>(
            documents,
            "agreement",
            AGREEMENTS,
            agreement -> agreement.goal().id(),
            Agreement::continues);
    ledger = new LedgerRepository(documents);
    assessments =
        new Repository<>(
            documents, "assessment", ASSESSMENTS, assessment -> assessment.goal().id());
    plans = new Repository<>(documents, "plan", PLANS, SalesPlan::goalId);
    initiatives = new Repository<>(documents, "initiative", INITIATIVES, Initiative::id);
    lifts = new Repository<>(documents, "lift", LIFTS, MeasuredLift::initiative);
    planNotes = new Repository<>(documents, "plan-note", PLAN_NOTES, PlanNote::id);
    tasks = new Repository<>(documents, "task", TASKS, Task::id);
    reviews =
        new Repository<>(
            documents, "review", REVIEWS, review -> reviewId(review.period(), review.day()));
    notes =
        new Repository<>(
            documents, "note", NOTES, note -> noteId(note.period(), note.day(), note.person()));
  }

  private static <T> RecordCodec<T> codec(Class<T> type) {
    return RecordCodec.of(type, LoopTypes.ALL);
  }

  /**
   * Returns the loop of a workspace.
   *
   * @param store where it is kept
   * @param workspace whose it is
   * @return the loop's store
   * @throws IllegalStateException if the store is closed
   */
  public static LoopStore of(Store store, Workspace workspace) {
    return new LoopStore(store.journal(workspace), store.documents(workspace));
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
   * Returns the initiatives.
   *
   * @return the repository, by initiative id
   */
  public Repository<Initiative> initiatives() {
    return initiatives;
  }

  /**
   * Returns what initiatives brought; a new measurement of the same one is a new revision.
   *
   * @return the repository, by initiative id
   */
  public Repository<MeasuredLift> lifts() {
    return lifts;
  }

  /**
   * Returns the notes on market, customers and products, to which findings refer by id.
   *
   * @return the repository, by note id
   */
  public Repository<PlanNote> planNotes() {
    return planNotes;
  }

  /**
   * Returns the tasks; {@link dev.pacesetter.plan.task.TaskPlan} takes them together.
   *
   * @return the repository, by task id
   */
  public Repository<Task> tasks() {
    return tasks;
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
