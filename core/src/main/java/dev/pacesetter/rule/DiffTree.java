package dev.pacesetter.rule;

import static dev.pacesetter.rule.Explanation.leaf;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.rule.FindingChange.Kind;
import dev.pacesetter.rule.FindingChange.NumberChange;
import dev.pacesetter.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in one language what became of a finding. */
final class DiffTree {
  private final Phrases phrases;
  private final Locale language;
  private final NumberText numbers;

  DiffTree(Phrases phrases) {
    this.phrases = phrases;
    this.language = phrases.language();
    this.numbers = new NumberText(phrases);
  }

  Explanation of(FindingChange change) {
    List<Explanation> lines = new ArrayList<>();
    @Nullable Finding before = change.before();
    @Nullable Finding after = change.after();
    if (before == null || after == null) {
      lines.add(leaf(change.either().explain(language)));
    } else {
      changed(change, before, after, lines);
    }
    return Explanation.node(headline(change), lines);
  }

  private String headline(FindingChange change) {
    Finding finding = change.either();
    String name = finding.subjectName().in(language);
    return phrases.fill(
        "diff.finding",
        ImmutableMap.of(
            "subject",
            name.isEmpty() ? phrases.say("why.company") : name,
            "title",
            finding.title(language),
            "rule",
            finding.ruleId(),
            "what",
            what(change)));
  }

  private String what(FindingChange change) {
    @Nullable Finding before = change.before();
    @Nullable Finding after = change.after();
    if (before == null || after == null) {
      return phrases.fill(
          before == null ? "diff.appeared" : "diff.disappeared",
          ImmutableMap.of("verdict", change.either().verdict().in(language)));
    }
    if (before.verdict() == after.verdict()) {
      return phrases.fill("diff.same", ImmutableMap.of("verdict", after.verdict().in(language)));
    }
    return phrases.fill(
        change.kinds().contains(Kind.WORSE) ? "diff.worse" : "diff.better",
        ImmutableMap.of(
            "before", before.verdict().in(language), "after", after.verdict().in(language)));
  }

  private void changed(
      FindingChange change, Finding before, Finding after, List<Explanation> lines) {
    String now = after.explain(language);
    String then = before.explain(language);
    if (!now.equals(then)) {
      lines.add(leaf(phrases.fill("diff.before", ImmutableMap.of("sentence", then))));
      lines.add(leaf(phrases.fill("diff.after", ImmutableMap.of("sentence", now))));
    }
    change.numbers().forEach(number -> lines.add(leaf(number(number, after))));
    if (before.ruleVersion() != after.ruleVersion()) {
      lines.add(
          leaf(
              phrases.fill(
                  "diff.version",
                  ImmutableMap.of(
                      "before",
                      Integer.toString(before.ruleVersion()),
                      "after",
                      Integer.toString(after.ruleVersion())))));
    }
    parameters(before, after, lines);
    if (!before.explainedBy().equals(after.explainedBy())) {
      lines.add(
          leaf(
              phrases.fill(
                  "diff.explainedBy",
                  ImmutableMap.of("before", explainedBy(before), "after", explainedBy(after)))));
    }
  }

  private String number(NumberChange change, Finding finding) {
    @Nullable Evidence before = change.before();
    @Nullable Evidence after = change.after();
    Evidence either = after == null ? Objects.requireNonNull(before) : after;
    String then = before == null ? "–" : numbers.line(before);
    String now = after == null ? "–" : numbers.line(after);
    return phrases.fill(
        then.equals(now) ? "diff.number.same" : "diff.number",
        ImmutableMap.of("name", numbers.label(finding, either), "before", then, "after", now));
  }

  private void parameters(Finding before, Finding after, List<Explanation> lines) {
    for (Setting now : after.settings()) {
      before.settings().stream()
          .filter(then -> then.name().equals(now.name()))
          .filter(then -> Double.compare(then.value(), now.value()) != 0)
          .forEach(
              then ->
                  lines.add(
                      leaf(
                          phrases.fill(
                              "diff.parameter",
                              ImmutableMap.of(
                                  "name",
                                  now.name(),
                                  "before",
                                  Allowed.number(then.value()),
                                  "after",
                                  Allowed.number(now.value()))))));
    }
  }

  private String explainedBy(Finding finding) {
    return finding.explainedBy().orElseGet(() -> phrases.say("diff.explainedBy.none"));
  }
}
