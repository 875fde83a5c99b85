package dev.pacesetter.examples.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.pacesetter.SalesLoop;
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
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.goal.SmartRules;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.monitor.Monitor;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import dev.pacesetter.plan.SalesPlan;
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
    Instant asOf = calendar.endOf(day);
    SalesLoop loop = SalesLoop.of(imported.organization(), calendar, journal);
    SalesFacts eve = loop.factsAsOf(calendar.startOf(period.start()).minusNanos(1));
    loop = loop.withGoals(goals(imported, eve));
    ImmutableList<SalesGoal> current =
        loop.goals().stream()
            .filter(goal -> goal.period().equals(period))
            .collect(ImmutableList.toImmutableList());
    Optional<SalesPlan> plan =
        current.stream()
            .filter(goal -> goal.scope().conditions().isEmpty())
            .findFirst()
            .map(loop::plan);
    SalesFacts facts = loop.factsAsOf(asOf);
    Review review = ReviewRound.standard().review(facts, period, loop.goals());
    return new ReviewResult(
        imported,
        imported.organization(),
        journal.size(),
        titles(options.goals()),
        assess(current, facts.today().isBefore(eve.today()) ? facts : eve, loop.goals()),
        plan,
        plan.map(known -> Monitor.standard().watch(known, facts)),
        review,
        loop.notes(review));
  }

  /** Goals are judged by what was known when they were to be agreed: the eve of the period. */
  private static ImmutableList<SmartAssessment> assess(
      ImmutableList<SalesGoal> current, SalesFacts facts, ImmutableList<SalesGoal> all) {
    return current.stream()
        .map(goal -> SmartRules.standard().assess(goal, facts, all))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<SalesGoal> goals(Import imported, SalesFacts before) {
    GoalSetting setting = GoalSetting.by(before);
    return options.goals().map(setting::from).orElseGet(() -> setting.from(imported.quotas()));
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
