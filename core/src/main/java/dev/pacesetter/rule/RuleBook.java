package dev.pacesetter.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * An immutable ordered set of rules over the same facts.
 *
 * @param <F> the facts
 */
public final class RuleBook<F> {
  private final ImmutableMap<String, Rule<F>> rules;
  private final ImmutableMap<String, Settings> settings;

  private RuleBook(ImmutableMap<String, Rule<F>> rules, ImmutableMap<String, Settings> settings) {
    this.rules = rules;
    this.settings = settings;
  }

  /**
   * Returns a book with its rules at their standard parameters.
   *
   * @param rules the rules in the order of evaluation
   * @param <F> the facts
   * @return the book
   * @throws IllegalArgumentException if two rules have the same id
   */
  public static <F> RuleBook<F> of(Iterable<? extends Rule<F>> rules) {
    RuleBook<F> book = new RuleBook<>(ImmutableMap.of(), ImmutableMap.of());
    for (Rule<F> rule : rules) {
      book = book.with(rule);
    }
    return book;
  }

  /**
   * Returns this book with one more rule at the end.
   *
   * @param rule the rule
   * @return the book
   * @throws IllegalArgumentException if a rule has the same id
   */
  public RuleBook<F> with(Rule<F> rule) {
    checkArgument(!rules.containsKey(rule.id()), "rule %s is in the book already", rule.id());
    return new RuleBook<>(
        ImmutableMap.<String, Rule<F>>builder().putAll(rules).put(rule.id(), rule).buildOrThrow(),
        ImmutableMap.<String, Settings>builder()
            .putAll(settings)
            .put(rule.id(), Settings.of(rule, ImmutableSortedMap.of()))
            .buildOrThrow());
  }

  /**
   * Returns this book without a rule.
   *
   * @param id the rule's id
   * @return the book
   * @throws IllegalArgumentException if there is no such rule
   */
  public RuleBook<F> without(String id) {
    rule(id);
    Map<String, Rule<F>> left = new LinkedHashMap<>(rules);
    Map<String, Settings> values = new LinkedHashMap<>(settings);
    left.remove(id);
    values.remove(id);
    return new RuleBook<>(ImmutableMap.copyOf(left), ImmutableMap.copyOf(values));
  }

  /**
   * Returns this book with other values for some parameters of a rule.
   *
   * @param id the rule's id
   * @param values values by parameter name; parameters not named keep the value they have
   * @return the book
   * @throws IllegalArgumentException if there is no such rule or parameter, or a value is not
   *     allowed
   */
  public RuleBook<F> withParameters(String id, Map<String, Double> values) {
    Map<String, Double> merged = new TreeMap<>(settingsOf(id).values());
    merged.putAll(values);
    Map<String, Settings> changed = new LinkedHashMap<>(settings);
    changed.put(id, Settings.of(rule(id), merged));
    return new RuleBook<>(rules, ImmutableMap.copyOf(changed));
  }

  /**
   * Returns the rules.
   *
   * @return the rules in the order of evaluation
   */
  public ImmutableList<Rule<F>> rules() {
    return rules.values().asList();
  }

  /**
   * Asks every rule.
   *
   * @param facts what is known
   * @return one finding a rule, in the order of the book
   */
  public ImmutableList<Finding> evaluate(F facts) {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (Rule<F> rule : rules.values()) {
      findings.add(rule.evaluate(facts, settingsOf(rule.id())));
    }
    return findings.build();
  }

  /**
   * Returns the values of a rule's parameters.
   *
   * @param id the rule's id
   * @return the settings
   * @throws IllegalArgumentException if there is no such rule
   */
  public Settings settingsOf(String id) {
    Settings known = settings.get(id);
    checkArgument(known != null, "there is no rule '%s'; the book has %s", id, rules.keySet());
    return known;
  }

  private Rule<F> rule(String id) {
    Rule<F> known = rules.get(id);
    checkArgument(known != null, "there is no rule '%s'; the book has %s", id, rules.keySet());
    return known;
  }
}
