package dev.pacesetter.examples.review;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.pacesetter.SalesLoop;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.examples.review.goals.GoalSetting;
import dev.pacesetter.examples.review.importing.Import;
import dev.pacesetter.examples.review.outlook.Outlook;
import dev.pacesetter.examples.review.report.ReviewFiles;
import dev.pacesetter.examples.review.report.ReviewResult;
import dev.pacesetter.examples.review.tasks.TaskFile;
import dev.pacesetter.goal.Agreement;
import dev.pacesetter.goal.Consent;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.StoreException;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import dev.pacesetter.persistence.repository.LoopStore;
import dev.pacesetter.persistence.repository.Saved;
import dev.pacesetter.plan.InfeasiblePlanException;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.task.TaskSchedule;
import dev.pacesetter.review.Review;
import dev.pacesetter.text.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  /** Runs, and returns how many rows and facts could not be used. */
  long run() throws IOException {
    try (Beside storage = new Beside("store");
        Opening opening = new Opening(storage, storage.start(this::open))) {
      Import imported =
          progress.during(
              "Reading",
              step -> Import.read(options.mapping(), options.data(), Progress.reading(step)));
      LoopStore kept =
          LoopStore.of(
              opening.store().get(), Workspace.of(options.workspace()), options.catalogue());
      Known known = Known.after(kept.journal(), imported.events());
      Supplier<AppendResult> storing = storage.start(() -> append(imported.events(), kept));
      ReviewResult result = review(imported, known, kept.agreements().all());
      Supplier<Long> keeping = storage.start(() -> keep(result, kept));
      List<Path> written = ReviewFiles.write(result, options.out(), options.languages());
      Console.tell(console, imported, storing.get(), result);
      written.forEach(path -> console.println("Written: " + path));
      console.printf(Locale.ROOT, "Documents saved: %d new or changed.%n", keeping.get());
      return imported.rejections().total() + result.conflicts().size();
    }
  }

  private Store open() {
    try {
      return Stores.open(options.store());
    } catch (IllegalArgumentException e) {
      throw new StoreException("the store cannot be opened: " + e.getMessage(), e);
    }
  }

  /** A store that is being opened beside other work, and is closed whatever becomes of that. */
  private record Opening(Beside storage, Supplier<Store> store) implements AutoCloseable {
    /** Closes the store after what still writes to it. */
    @Override
    public void close() {
      storage.close();
      Store opened;
      try {
        opened = store.get();
      } catch (RuntimeException e) {
        // Whoever asked for the store was told; where nobody did, something else failed first.
        return;
      }
      opened.close();
    }
  }

  /**
   * What is known once an export is read.
   *
   * @param journal the journal as the store will hold it
   * @param conflicts ids of the facts that are stored with other content; the stored one holds
   */
  private record Known(Journal journal, ImmutableList<String> conflicts) {
    static Known after(Journal stored, List<SalesEvent> events) {
      Map<String, SalesEvent> before = new HashMap<>();
      stored.events().forEach(event -> before.put(event.id(), event));
      List<SalesEvent> fresh = new ArrayList<>();
      ImmutableList.Builder<String> conflicts = ImmutableList.builder();
      for (SalesEvent event : events) {
        @Nullable SalesEvent same = before.get(event.id());
        if (same == null) {
          fresh.add(event);
        } else if (!same.equals(event)) {
          conflicts.add(event.id());
        }
      }
      return new Known(stored.with(fresh), conflicts.build());
    }
  }

  private AppendResult append(List<SalesEvent> events, LoopStore kept) {
    // Neighbours in the index of ids come together: it grows at its end instead of everywhere.
    List<SalesEvent> byId = ImmutableList.sortedCopyOf(comparing(SalesEvent::id), events);
    return progress.during(
        "Storing",
        step -> {
          AppendResult sum = AppendResult.NONE;
          long done = 0;
          for (List<SalesEvent> batch : Iterables.partition(byId, BATCH)) {
            sum = sum.plus(kept.append(batch));
            done += batch.size();
            step.reached(done, byId.size());
          }
          return sum;
        });
  }

  /** Saves every document as of the review, and returns how many had changed. */
  private static long keep(ReviewResult result, LoopStore kept) {
    Instant savedAt = result.review().asOf();
    List<Saved> saved = new ArrayList<>();
    saved.add(kept.organizations().save(result.organization(), savedAt));
    saved.add(kept.calendars().save(result.review().calendar(), savedAt));
    result
        .review()
        .attainments()
        .forEach(attainment -> saved.add(kept.goals().save(attainment.goal(), savedAt)));
    result
        .assessments()
        .forEach(assessment -> saved.add(kept.assessments().save(assessment, savedAt)));
    result.plan().ifPresent(plan -> saved.add(kept.plans().save(plan, savedAt)));
    result
        .tasks()
        .ifPresent(
            schedule ->
                schedule
                    .tasks()
                    .forEach(task -> saved.add(kept.tasks().save(task.task(), savedAt))));
    saved.add(kept.reviews().save(result.review(), savedAt));
    result.notes().forEach(note -> saved.add(kept.notes().save(note, savedAt)));
    return saved.stream().filter(Saved::changed).count();
  }

  private ReviewResult review(Import imported, Known known, ImmutableList<Agreement> agreements) {
    FiscalCalendar calendar = imported.calendar();
    LocalDate day = options.asOf().orElse(imported.exportedOn());
    Period period =
        options
            .period()
            .map(calendar::period)
            .orElseGet(() -> calendar.periodOf(PeriodKind.QUARTER, day));
    Instant asOf = calendar.endOf(day);
    SalesLoop loop =
        SalesLoop.of(imported.organization(), calendar, known.journal()).with(options.rules());
    SalesFacts eve = loop.factsAsOf(calendar.startOf(period.start()).minusNanos(1));
    loop = loop.withGoals(goals(imported, loop)).withAgreements(agreements);
    Period planned = options.plan().map(calendar::period).orElse(period);
    SalesLoop whole = loop;
    List<Text> problems = new ArrayList<>();
    Optional<SalesPlan> plan =
        loop.goals().stream()
            .filter(goal -> goal.period().equals(planned))
            .filter(goal -> goal.scope().conditions().isEmpty())
            .findFirst()
            .flatMap(goal -> plan(whole, goal, asOf, problems));
    SalesFacts facts = loop.factsAsOf(asOf);
    // Goals are judged by what was known when they were to be agreed: the eve of the period.
    SalesFacts agreed = facts.today().isBefore(eve.today()) ? facts : eve;
    ImmutableList<SmartAssessment> assessments =
        options.rules().smart().assessAll(loop.goals(), agreed, loop.agreements()).stream()
            .filter(
                assessment ->
                    assessment.goal().period().equals(period)
                        || assessment.goal().period().equals(planned))
            .collect(ImmutableList.toImmutableList());
    Review review = options.rules().round().review(facts, period, loop.goals());
    return new ReviewResult(
        imported,
        imported.organization(),
        known.journal().size(),
        known.conflicts(),
        assessments,
        consents(loop, asOf),
        plan,
        Optional.ofNullable(Iterables.getFirst(problems, null)),
        plan.map(split -> whole.check(split, asOf)).orElse(ImmutableList.of()),
        plan.flatMap(
            split ->
                whole.goals().stream()
                    .filter(goal -> goal.id().equals(split.goalId()))
                    .findFirst()
                    .map(whole::assignment)),
        plan.map(
            split ->
                Outlook.of(
                    split, split.period().equals(period) ? agreed : facts, known(imported, whole))),
        options.tasks().map(file -> schedule(file, imported, period)),
        plan.filter(split -> split.period().equals(period))
            .map(split -> options.rules().monitor().watch(split, facts)),
        review,
        loop.notes(review));
  }

  private static TaskSchedule schedule(TaskFile file, Import imported, Period period) {
    return file.schedule(imported.organization(), imported.calendar(), period.start());
  }

  private static ImmutableMap<String, Consent> consents(SalesLoop loop, Instant asOf) {
    ImmutableMap.Builder<String, Consent> consents = ImmutableMap.builder();
    for (SalesGoal goal : loop.goals()) {
      loop.consentTo(goal, asOf).ifPresent(consent -> consents.put(goal.id(), consent));
    }
    return consents.buildOrThrow();
  }

  private ImmutableList<SalesGoal> goals(Import imported, SalesLoop loop) {
    GoalSetting setting =
        GoalSetting.by(imported.organization(), imported.calendar(), eve(imported, loop));
    return options.goals().map(setting::from).orElseGet(() -> setting.from(imported.quotas()));
  }

  private static Function<Period, SalesFacts> eve(Import imported, SalesLoop loop) {
    return period -> loop.factsAsOf(imported.calendar().startOf(period.start()).minusNanos(1));
  }

  /** The goals of the loop, and where they were written by hand also those that quotas make. */
  private ImmutableList<SalesGoal> known(Import imported, SalesLoop loop) {
    if (options.goals().isEmpty()) {
      return loop.goals();
    }
    GoalSetting setting =
        GoalSetting.by(imported.organization(), imported.calendar(), eve(imported, loop));
    return ImmutableList.<SalesGoal>builder()
        .addAll(loop.goals())
        .addAll(setting.from(imported.quotas()))
        .build();
  }

  /** Goals that contradict each other are told by their SMART verdict; they make no plan. */
  private static Optional<SalesPlan> plan(
      SalesLoop loop, SalesGoal goal, Instant asOf, List<Text> problems) {
    try {
      return Optional.of(loop.plan(goal, asOf));
    } catch (InfeasiblePlanException e) {
      problems.add(e.problem());
      return Optional.empty();
    }
  }
}
