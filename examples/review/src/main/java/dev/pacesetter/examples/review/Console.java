package dev.pacesetter.examples.review;

import dev.pacesetter.examples.review.importing.Import;
import dev.pacesetter.examples.review.report.ReviewResult;
import dev.pacesetter.goal.Letter;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.review.BookTotals;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Numbers;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What a run says on the console, in English. */
final class Console {
  private Console() {}

  static void tell(PrintWriter console, Import imported, AppendResult stored, ReviewResult result) {
    imported.summary(Locale.ENGLISH).forEach(console::println);
    console.printf(
        Locale.ROOT,
        "Stored: %s new facts, %s known already, %s in conflict; %s in the journal.%n",
        count(stored.appended()),
        count(stored.duplicates()),
        count(stored.conflicts().size()),
        count(result.facts()));
    stored.conflicts().stream()
        .limit(20)
        .forEach(
            id ->
                console.printf(
                    Locale.ROOT, "  %s is stored with other content; the stored one holds.%n", id));
    tellBook(console, result);
    result.assessments().forEach(assessment -> tellGoal(console, assessment));
  }

  private static void tellBook(PrintWriter console, ReviewResult result) {
    BookTotals totals = result.review().totals();
    if (totals.all() == 0) {
      return;
    }
    String stages =
        totals.openByStage().stream()
            .map(stage -> count(stage.count()) + " " + stage.stage())
            .collect(Collectors.joining(", "));
    String value =
        result
            .review()
            .currency()
            .map(currency -> Numbers.money(Money.ofMinor(currency, totals.wonValue())))
            .orElse("no money recorded");
    console.printf(
        Locale.ROOT,
        "Book as of %s: %s won (%s), %s lost, %s.%n",
        result.review().day(),
        count(totals.won()),
        value,
        count(totals.lost()),
        stages);
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

  private static String count(long count) {
    return Numbers.decimal((double) count, 0);
  }
}
