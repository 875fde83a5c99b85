package dev.pacesetter.examples.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.importing.Import;
import dev.pacesetter.examples.review.report.ReviewResult;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.goal.Letter;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.plan.task.TaskSchedule;
import dev.pacesetter.review.BookTotals;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Numbers;
import java.io.PrintWriter;
import java.util.Locale;
import org.joda.money.Money;

/** What a run says on the console, in English. */
final class Console {
  private Console() {}

  static void tell(PrintWriter console, Import imported, AppendResult stored, ReviewResult result) {
    imported.summary(Locale.ENGLISH).forEach(console::println);
    say(
        console,
        Message.of(
            "console.stored",
            stored.appended(),
            stored.duplicates(),
            stored.conflicts().size(),
            result.facts()));
    stored.conflicts().stream()
        .limit(Message.LISTED_AT_MOST)
        .forEach(id -> say(console, Message.of("console.conflict", id)));
    tellBook(console, result);
    result.assessments().forEach(assessment -> tellGoal(console, assessment));
    result.tasks().ifPresent(schedule -> tellTasks(console, schedule));
  }

  private static void tellTasks(PrintWriter console, TaskSchedule schedule) {
    schedule
        .movedDueDays()
        .forEach((task, day) -> say(console, Message.of("console.due-moved", task, day)));
    schedule
        .missed()
        .forEach(late -> say(console, Message.of("console.late", late.explain(Locale.ENGLISH))));
    schedule
        .overloads()
        .forEach(
            load -> say(console, Message.of("console.overloaded", load.explain(Locale.ENGLISH))));
  }

  private static void say(PrintWriter console, Message message) {
    console.println(message.in(Locale.ENGLISH));
  }

  private static void tellBook(PrintWriter console, ReviewResult result) {
    BookTotals totals = result.review().totals();
    if (totals.all() == 0) {
      return;
    }
    ImmutableList.Builder<Message> parts = ImmutableList.builder();
    parts.add(
        result
            .review()
            .currency()
            .map(currency -> Numbers.money(Money.ofMinor(currency, totals.wonValue())))
            .map(value -> Message.of("console.won-worth", totals.won(), value))
            .orElseGet(() -> Message.of("console.won", totals.won())));
    parts.add(Message.of("console.lost", totals.lost()));
    for (BookTotals.StageCount stage : totals.openByStage()) {
      parts.add(
          stage.stage().isEmpty()
              ? Message.of("console.open", stage.count())
              : Message.of("console.stage", stage.count(), stage.stage()));
    }
    say(console, Message.of("console.book", result.review().day(), parts.build()));
  }

  /** The verdict letter by letter, and what does not pass. */
  private static void tellGoal(PrintWriter console, SmartAssessment assessment) {
    StringBuilder letters = new StringBuilder();
    for (Letter letter : Letter.values()) {
      letters
          .append("  ")
          .append(letter.name().charAt(0))
          .append(' ')
          .append(assessment.letter(letter).name().toLowerCase(Locale.ROOT));
    }
    console.printf(
        Locale.ROOT, "SMART %s:%s%n", assessment.goal().title().in(Locale.ENGLISH), letters);
    if (assessment.goal().scope().person().isPresent()) {
      return;
    }
    for (Finding finding : assessment.findings()) {
      if (finding.verdict() != Verdict.PASS) {
        console.printf(
            Locale.ROOT,
            "  %s %s: %s%s%n",
            finding.ruleId().substring(finding.ruleId().indexOf('.') + 1),
            finding.verdict().name().toLowerCase(Locale.ROOT),
            finding.explain(Locale.ENGLISH),
            finding.repair(Locale.ENGLISH).map(repair -> " " + repair).orElse(""));
      }
    }
  }
}
