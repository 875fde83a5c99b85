package dev.pacesetter.examples.conformance;

import com.google.common.base.Strings;
import dev.pacesetter.examples.conformance.check.Difference;
import dev.pacesetter.examples.conformance.check.Group;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.examples.conformance.check.Verdict;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results for people. */
final class TextReport {
  private final Phrases phrases;
  private final PrintWriter out;

  TextReport(Phrases phrases, PrintWriter out) {
    this.phrases = phrases;
    this.out = out;
  }

  /** Prints a line a group, a line a topic and a line for all. */
  void print(Results results) {
    for (String topic : results.topics()) {
      SortedMap<Group, GroupCount> groups = results.groups(topic);
      out.println(phrases.text("topic", topic, counts(Results.total(groups.values()))));
      int subject = width(groups, Group::subject);
      int aspect = width(groups, group -> shown(group.aspect()));
      int option = width(groups, group -> shown(group.option()));
      groups.forEach(
          (group, count) ->
              out.println(
                  "  "
                      + Strings.padEnd(group.subject(), subject, ' ')
                      + "  "
                      + Strings.padEnd(shown(group.aspect()), aspect, ' ')
                      + "  "
                      + Strings.padEnd(shown(group.option()), option, ' ')
                      + "  "
                      + counts(count)
                      + reasons(count)));
    }
    out.println(phrases.text("total", counts(results.total())));
  }

  private static int width(SortedMap<Group, GroupCount> groups, Function<Group, String> column) {
    return groups.keySet().stream().mapToInt(group -> column.apply(group).length()).max().orElse(0);
  }

  private static String shown(String name) {
    return name.isEmpty() ? "-" : name;
  }

  private String counts(GroupCount count) {
    String counts =
        phrases.text(
            "counts",
            count.count(Verdict.PASSED),
            count.count(Verdict.FAILED),
            count.count(Verdict.NOT_EXPRESSIBLE));
    long doubtful = count.count(Verdict.DOUBTFUL);
    return doubtful == 0 ? counts : counts + phrases.text("counts-doubtful", doubtful);
  }

  private String reasons(GroupCount count) {
    Map<Reason, Long> reasons = count.reasons();
    if (reasons.isEmpty()) {
      return "";
    }
    if (reasons.size() == 1) {
      Iterator<Reason> only = reasons.keySet().iterator();
      return phrases.text("why", phrases.text(only.next()));
    }
    return phrases.text(
        "why",
        reasons.entrySet().stream()
            .map(reason -> reason.getValue() + ": " + phrases.text(reason.getKey()))
            .collect(Collectors.joining("; ")));
  }

  /** Prints every check that did not agree, with what is expected and what was answered. */
  void printDisagreements(Results results) {
    for (Result result : results.disagreements()) {
      Difference difference = result.check().difference().orElseThrow();
      out.println(
          phrases.text(
              result.check().verdict() == Verdict.FAILED ? "failed" : "doubtful",
              result.check().id(),
              result.file(),
              result.line(),
              difference.path(),
              difference.expected(),
              difference.got()));
    }
  }
}
