package dev.pacesetter.examples.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.examples.review.goals.GoalFile;
import dev.pacesetter.examples.review.goals.GoalSetting;
import dev.pacesetter.examples.review.goals.WrittenGoal;
import dev.pacesetter.examples.review.importing.Import;
import dev.pacesetter.examples.review.report.GoalTitles;
import dev.pacesetter.examples.review.report.ReviewFiles;
import dev.pacesetter.examples.review.report.ReviewResult;
import dev.pacesetter.feedback.Feedback;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.goal.SmartRules;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.monitor.Monitor;
import dev.pacesetter.monitor.PaceReport;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.Weights;
import dev.pacesetter.review.Review;
import dev.pacesetter.review.ReviewRound;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One run of the loop, from the export to the page. */
final class ReviewJob {
  /** How many facts are stored in one transaction. */
  private static final int BATCH = 2_000;

  private final ReviewOptions options;
  private final PrintWriter console;
  private final Progress progress;

  ReviewJob(ReviewOptions options, PrintWriter console, Progress progress) {
    this.options = options;
    this.console = console;
    this.progress = progress;
  }

  /** Runs, and returns how many rows were rejected. */
  long run() throws IOException {
    Import imported =
        progress.during(
            "Reading",
            step -> Import.read(options.mapping(), options.data(), Progress.reading(step)));
    try (Store store = Stores.open(options.store())) {
      LoopStore loop = new LoopStore(store, Workspace.of(options.workspace()));
      AppendResult stored = store(imported.events(), loop);
      loop.saveOrganization(imported.organization(), imported.calendar());
      Journal journal = loop.journal();
      ReviewResult result = review(imported, journal);
      loop.save(result);
      Console.tell(console, imported, stored, result);
      ReviewFiles.write(result, options.out(), options.languages(), console);
    }
    return imported.rejections().total();
  }

  private AppendResult store(List<SalesEvent> events, LoopStore loop) {
    return progress.during(
        "Storing",
        step -> {
          AppendResult sum = AppendResult.NONE;
          long done = 0;
          for (List<SalesEvent> batch : Iterables.partition(events, BATCH)) {
            sum = sum.plus(loop.append(batch));
            done += batch.size();
            step.reached(done, events.size());
          }
          return sum;
        });
  }

  private ReviewResult review(Import imported, Journal journal) {
    FiscalCalendar calendar = imported.calendar();
    LocalDate day = options.asOf().orElse(imported.exportedOn());
    Period period =
        options
            .period()
            .map(calendar::period)
            .orElseGet(() -> calendar.periodOf(PeriodKind.QUARTER, day));
    Organization organization = imported.organization();
    SalesFacts facts = SalesFacts.of(organization, calendar, journal.bookAsOf(calendar.endOf(day)));
    Instant eve = calendar.startOf(period.start()).minusNanos(1);
    SalesFacts before = SalesFacts.of(organization, calendar, journal.bookAsOf(eve));

    ImmutableList<SalesGoal> goals = goals(imported, before);
    ImmutableList<SalesGoal> current =
        goals.stream()
            .filter(goal -> goal.period().equals(period))
            .collect(ImmutableList.toImmutableList());
    SmartRules smart = SmartRules.standard();
    ImmutableList<SmartAssessment> assessments =
        current.stream()
            .map(goal -> smart.assess(goal, facts, goals))
            .collect(ImmutableList.toImmutableList());
    Optional<SalesPlan> plan = plan(current, before);
    Optional<PaceReport> pace = plan.map(known -> Monitor.standard().watch(known, facts));
    Review review = ReviewRound.standard().review(facts, period, goals);
    ImmutableList<Note> notes = notes(organization, period, review);
    return new ReviewResult(
        imported,
        organization,
        journal.size(),
        titles(options.goals()),
        assessments,
        plan,
        pace,
        review,
        notes);
  }

  private ImmutableList<SalesGoal> goals(Import imported, SalesFacts before) {
    GoalSetting setting = GoalSetting.by(before);
    return options.goals().map(setting::from).orElseGet(() -> setting.from(imported.quotas()));
  }

  /** The plan of the company goal, in which people with a goal of their own keep it. */
  private static Optional<SalesPlan> plan(ImmutableList<SalesGoal> current, SalesFacts before) {
    Optional<SalesGoal> company =
        current.stream().filter(goal -> goal.scope().conditions().isEmpty()).findFirst();
    if (company.isEmpty() || !(company.get().kpi() instanceof AdditiveKpi kpi)) {
      return Optional.empty();
    }
    SalesGoal goal = company.get();
    ImmutableList<SalesGoal> personal =
        current.stream()
            .filter(own -> own.scope().person().isPresent() && own.kpi().id().equals(kpi.id()))
            .collect(ImmutableList.toImmutableList());
    ImmutableList<Person> people =
        before.organization().people().stream()
            .filter(person -> GoalSetting.isThere(person, goal.period()))
            .filter(person -> personal.isEmpty() || hasGoal(person, personal))
            .collect(ImmutableList.toImmutableList());
    if (people.isEmpty() || before.organization().products().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        SalesPlan.forGoal(goal)
            .acrossPeople(people)
            .acrossProducts(before.organization().products())
            .acrossMonths(before.calendar())
            .weightedBy(Weights.history(kpi, before, GoalSetting.yearBefore(goal.period())))
            .withPersonGoals(personal)
            .decompose());
  }

  private static boolean hasGoal(Person person, List<SalesGoal> personal) {
    return personal.stream()
        .anyMatch(goal -> goal.scope().person().equals(Optional.of(person.id())));
  }

  /** Notes for those who were there in the period. */
  private static ImmutableList<Note> notes(
      Organization organization, Period period, Review review) {
    Feedback feedback = Feedback.standard();
    return organization.people().stream()
        .filter(person -> GoalSetting.isThere(person, period))
        .map(person -> feedback.noteFor(person.id(), review))
        .collect(ImmutableList.toImmutableList());
  }

  private static GoalTitles titles(Optional<GoalFile> written) {
    ImmutableMap.Builder<String, String> chinese = ImmutableMap.builder();
    written.ifPresent(
        file -> {
          for (WrittenGoal goal : file.goals()) {
            chinese.put(goal.id(), goal.title(Locale.CHINESE));
          }
        });
    return new GoalTitles(chinese.buildOrThrow());
  }
}
