package dev.pacesetter.examples.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pacesetter.examples.conformance.check.Difference;
import dev.pacesetter.examples.conformance.check.Verdict;
import java.util.Locale;

/** The results for machines; the README documents the names. */
final class JsonReport {
  private static final int FORMAT = 1;
  private static final Phrases ENGLISH = Phrases.in(Locale.ENGLISH);
  private static final Phrases CHINESE = Phrases.in(Locale.CHINESE);

  private JsonReport() {}

  /** Returns the results as JSON. */
  static String of(Results results) throws JsonProcessingException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", FORMAT);
    count(root, results.total());
    groups(root.putArray("groups"), results);
    disagreements(root.putArray("disagreements"), results);
    unreadable(root.putArray("unreadable"), results);
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void count(ObjectNode into, GroupCount count) {
    into.put("passed", count.count(Verdict.PASSED));
    into.put("failed", count.count(Verdict.FAILED));
    into.put("doubtful", count.count(Verdict.DOUBTFUL));
    into.put("notExpressible", count.count(Verdict.NOT_EXPRESSIBLE));
  }

  private static void groups(ArrayNode into, Results results) {
    results
        .groups()
        .forEach(
            (group, count) -> {
              ObjectNode one = into.addObject();
              one.put("topic", group.topic());
              one.put("subject", group.subject());
              one.put("aspect", group.aspect());
              one.put("option", group.option());
              count(one, count);
              ArrayNode reasons = one.putArray("reasons");
              count
                  .reasons()
                  .forEach(
                      (reason, times) -> {
                        ObjectNode why = reasons.addObject();
                        why.put("reason", reason.key());
                        why.put("count", times);
                        text(why, ENGLISH.text(reason), CHINESE.text(reason));
                      });
            });
  }

  private static void disagreements(ArrayNode into, Results results) {
    for (Result result : results.disagreements()) {
      Difference difference = result.check().difference().orElseThrow();
      ObjectNode one = into.addObject();
      one.put("id", result.check().id());
      one.put("file", result.file());
      one.put("line", result.line());
      one.put("verdict", result.check().verdict().name());
      one.put("path", difference.path());
      one.put("expected", difference.expected());
      one.put("got", difference.got());
    }
  }

  private static void unreadable(ArrayNode into, Results results) {
    for (Unreadable line : results.unreadable()) {
      ObjectNode one = into.addObject();
      one.put("file", line.file());
      one.put("line", line.line());
      one.put("problem", line.problem());
      text(one, ENGLISH.problem(line), CHINESE.problem(line));
    }
  }

  private static void text(ObjectNode into, String english, String chinese) {
    into.putObject("text").put("en", english).put("zh", chinese);
  }
}
