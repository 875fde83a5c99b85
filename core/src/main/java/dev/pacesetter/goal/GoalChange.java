package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.LedgerEntry.OfGoal;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an entry of a ledger changed about a goal.
 *
 * @param entry the entry: when it was recorded, by whom, why, and from which day it holds
 * @param before what the ledger said until then about the first day of the entry; empty where there
 *     was no such goal
 * @param after what it says about that day since; empty where the goal was withdrawn
 */
public record GoalChange(OfGoal entry, Optional<SalesGoal> before, Optional<SalesGoal> after) {

  /** What can change about a goal. */
  public enum Field {
    /** The goal in one sentence. */
    TITLE,
    /** Who answers for it. */
    OWNER,
    /** What is measured. */
    METRIC,
    /** The number asked for. */
    TARGET,
    /** Which part of the business it speaks of. */
    SCOPE,
    /** When it is to be reached. */
    PERIOD,
    /** The goal above. */
    PARENT,
    /** Why the goal is as it is. */
    RATIONALE
  }

  /**
   * One thing that changed.
   *
   * @param field what
   * @param before what it was, as people read it; empty where there was nothing
   * @param after what it is, as people read it; empty where there is nothing any more
   */
  public record Difference(Field field, Optional<Text> before, Optional<Text> after) {}

  /**
   * Returns what changed, one by one.
   *
   * @return the differences in the order of {@link Field}; everything the goal has where it was new
   *     or withdrawn, and none where the entry says what was known
   */
  public ImmutableList<Difference> differences() {
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (Field field : Field.values()) {
      Optional<Text> then = before.flatMap(goal -> said(goal, field));
      Optional<Text> now = after.flatMap(goal -> said(goal, field));
      if (!then.equals(now)) {
        differences.add(new Difference(field, then, now));
      }
    }
    return differences.build();
  }

  private static Optional<Text> said(SalesGoal goal, Field field) {
    return switch (field) {
      case TITLE -> Optional.of(goal.title());
      case OWNER -> goal.owner().map(Text::of);
      case METRIC ->
          Optional.of(
              words(
                  "metric",
                  locale ->
                      Map.of(
                          "name", goal.kpi().name(locale),
                          "id", goal.kpi().id(),
                          "version", goal.kpi().version())));
      case TARGET ->
          Optional.of(
              words(
                  "target." + goal.target().bound(),
                  locale -> Map.of("amount", Proposal.amount(goal, goal.target().amount()))));
      case SCOPE ->
          Optional.of(
              goal.scope().conditions().isEmpty()
                  ? words("company", locale -> Map.of())
                  : Text.of(goal.scope().toString()));
      case PERIOD ->
          Optional.of(
              words(
                  "period",
                  locale ->
                      Map.of(
                          "name", goal.period().name(),
                          "start", goal.period().start(),
                          "last", goal.period().lastDay())));
      case PARENT -> goal.contributesTo().map(Text::of);
      case RATIONALE -> goal.rationale();
    };
  }

  private static Text words(String key, Function<Locale, Map<String, ?>> words) {
    return Text.inEach(
        locale ->
            Phrases.named(AgreementText.PHRASES, locale).fill("value." + key, words.apply(locale)));
  }

  /**
   * Says who changed what, from what to what, from when on, and why.
   *
   * @param locale Chinese, or English for every other language
   * @param organization knows what people are called; an id it does not know stands for itself
   * @return a few sentences, which leave out when it was recorded
   */
  public String explain(Locale locale, Organization organization) {
    Phrases phrases = Phrases.named(AgreementText.PHRASES, locale);
    Map<String, Object> words = new TreeMap<>();
    words.put("author", organization.nameOf(Scope.person(entry.author())));
    words.put("from", entry.from());
    entry.until().ifPresent(end -> words.put("last", end.minusDays(1)));
    words.put(
        "fields",
        String.join(
            phrases.say("change.list"),
            differences().stream().map(one -> say(phrases, one)).toList()));
    List<String> sentences = new ArrayList<>();
    sentences.add(
        phrases.fill("change." + kind() + entry.until().map(end -> ".until").orElse(""), words));
    sentences.add(
        phrases.fill("change.reason", Map.of("why", entry.reason().in(phrases.language()))));
    entry
        .rule()
        .ifPresent(rule -> sentences.add(phrases.fill("change.rule", Map.of("rule", rule))));
    return String.join(phrases.say("sentences"), sentences);
  }

  private String kind() {
    if (after.isEmpty()) {
      return "withdrawn";
    }
    if (before.isEmpty()) {
      return "set";
    }
    return differences().isEmpty() ? "same" : "changed";
  }

  private String say(Phrases phrases, Difference one) {
    Map<String, Object> words = new TreeMap<>();
    words.put("field", phrases.say("field." + one.field()));
    words.put(
        "before",
        one.before()
            .map(text -> text.in(phrases.language()))
            .orElseGet(() -> phrases.say("value.none")));
    words.put(
        "after",
        one.after()
            .map(text -> text.in(phrases.language()))
            .orElseGet(() -> phrases.say("value.none")));
    return phrases.fill(before.isEmpty() ? "change.field.set" : "change.field", words);
  }
}
