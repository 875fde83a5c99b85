package dev.pacesetter.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Says what could stand in a rule file instead. */
final class Allowed {
  /** A name that differs in more letters is no slip of the pen. */
  private static final int SLIPS = 3;

  private static final int MOST_SUGGESTIONS = 3;
  private static final int LONGEST_ID = 100;

  private final ImmutableListMultimap<String, Rule<?>> rules;
  private final Text everyRule;

  Allowed(Iterable<? extends RuleBook<?>> books) {
    ImmutableListMultimap.Builder<String, Rule<?>> known = ImmutableListMultimap.builder();
    for (RuleBook<?> book : books) {
      for (Rule<?> rule : book.everyRule()) {
        known.put(rule.id(), rule);
      }
    }
    rules = known.build();
    everyRule = list("allowed.rules", rules.keySet());
  }

  /** Every rule of that id; several where several books have one. */
  ImmutableList<Rule<?>> rules(String id) {
    return rules.get(id);
  }

  /** Rules whose ids look like one, or all rules. */
  Text ruleLike(String id) {
    ImmutableList<String> near = near(id, rules.keySet());
    return near.isEmpty() ? everyRule : list("allowed.rules.near", near);
  }

  static Text parametersOf(Rule<?> rule, String name) {
    ImmutableList<String> known =
        rule.parameters().stream().map(Parameter::name).collect(ImmutableList.toImmutableList());
    if (known.isEmpty()) {
      return say("allowed.parameters.none");
    }
    ImmutableList<String> near = near(name, known);
    return near.isEmpty()
        ? list("allowed.parameters", known)
        : list("allowed.parameters.near", near);
  }

  static Text range(Parameter parameter) {
    return say("allowed.range", number(parameter.lowest()), number(parameter.highest()));
  }

  static Text say(String key, Object... arguments) {
    return Text.inEach(locale -> Phrases.named(RuleProblem.PHRASES, locale).say(key, arguments));
  }

  /** As it is written in a rule file: 0.05, 1000, without a needless point. */
  static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return (exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros()).toPlainString();
  }

  private static Text list(String key, Collection<String> names) {
    return Text.inEach(
        locale -> {
          Phrases phrases = Phrases.named(RuleProblem.PHRASES, locale);
          return phrases.fill(
              key, ImmutableMap.of("names", String.join(phrases.say("list"), names)));
        });
  }

  private record Near(String name, int slips) {}

  /** The nearest names, nearest first; ties in the order of names. */
  private static ImmutableList<String> near(String written, Collection<String> names) {
    if (written.length() > LONGEST_ID) {
      return ImmutableList.of();
    }
    String lower = written.toLowerCase(Locale.ROOT);
    return names.stream()
        .map(name -> new Near(name, slips(lower, name.toLowerCase(Locale.ROOT))))
        .filter(near -> near.slips() <= Math.min(SLIPS, near.name().length() / 2))
        .sorted(Comparator.comparingInt(Near::slips).thenComparing(Near::name))
        .limit(MOST_SUGGESTIONS)
        .map(Near::name)
        .collect(ImmutableList.toImmutableList());
  }

  /** The distance of Levenshtein: how many letters to put in, take out or change. */
  private static int slips(String one, String other) {
    if (Math.abs(one.length() - other.length()) > SLIPS) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[other.length() + 1];
    for (int at = 0; at < row.length; at++) {
      row[at] = at;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
