package dev.pacesetter.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * An immutable ordered set of rules over the same facts.
 *
 * <p>A rule that is switched off keeps its place and its parameters, and is not asked; a rule that
 * is left out is gone. What a {@link RuleFile} says changes a book too.
 *
 * @param <F> the facts
 */
public final class RuleBook<F> {
  private final ImmutableMap<String, Rule<F>> rules;
  private final ImmutableMap<String, Settings> settings;
  private final ImmutableSet<String> off;

  private RuleBook(
      ImmutableMap<String, Rule<F>> rules,
      ImmutableMap<String, Settings> settings,
      ImmutableSet<String> off) {
    this.rules = rules;
    this.settings = settings;
    this.off = off;
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
    RuleBook<F> book = new RuleBook<>(ImmutableMap.of(), ImmutableMap.of(), ImmutableSet.of());
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
            .buildOrThrow(),
        off);
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
    return new RuleBook<>(ImmutableMap.copyOf(left), ImmutableMap.copyOf(values), offWithout(id));
  }

  /**
   * Returns this book with a rule that is not asked, wherever it was switched before.
   *
   * @param id the rule's id
   * @return the book
   * @throws IllegalArgumentException if there is no such rule
   */
  public RuleBook<F> switchedOff(String id) {
    rule(id);
    ImmutableSet<String> more = ImmutableSet.<String>builder().addAll(off).add(id).build();
    return new RuleBook<>(rules, settings, more);
  }

  /**
   * Returns this book with a rule that is asked, wherever it was switched before.
   *
   * @param id the rule's id
   * @return the book
   * @throws IllegalArgumentException if there is no such rule
   */
  public RuleBook<F> switchedOn(String id) {
    rule(id);
    return new RuleBook<>(rules, settings, offWithout(id));
  }

  private ImmutableSet<String> offWithout(String id) {
    return Sets.difference(off, ImmutableSet.of(id)).immutableCopy();
  }

  /**
   * Returns this book as a file wants it.
   *
   * @param file speaks of rules of this book only
   * @return the book
   * @throws RuleFileException if the file does not fit this book; carries all problems
   */
  public RuleBook<F> with(RuleFile file) {
    file.check(ImmutableList.of(this));
    return file.change(this);
  }

  /**
   * Returns this book as a file wants it that speaks of other books too. Rules this book does not
   * have are passed over; {@link RuleFile#check} tells whether some book has them.
   *
   * @param file the file
   * @return the book
   * @throws RuleFileException if what the file says of this book's rules does not fit them; carries
   *     all problems
   */
  public RuleBook<F> withPartOf(RuleFile file) {
    RuleFile.refuseAny(file.problems(ImmutableList.of(this), false));
    return file.change(this);
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
    return new RuleBook<>(rules, ImmutableMap.copyOf(changed), off);
  }

  /**
   * Returns the rules that are asked.
   *
   * @return the rules in the order of evaluation
   */
  public ImmutableList<Rule<F>> rules() {
    return rules.values().stream()
        .filter(rule -> !off.contains(rule.id()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the rules that are switched off.
   *
   * @return the rules in the order of the book
   */
  public ImmutableList<Rule<F>> switchedOff() {
    return rules.values().stream()
        .filter(rule -> off.contains(rule.id()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The rules, whether switched on or off. */
  ImmutableList<Rule<F>> everyRule() {
    return rules.values().asList();
  }

  boolean has(String id) {
    return rules.containsKey(id);
  }

  /**
   * Asks every rule that is not switched off.
   *
   * @param facts what is known
   * @return one finding a rule, in the order of the book, with the parameters it was judged by
   */
  public ImmutableList<Finding> evaluate(F facts) {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (Rule<F> rule : rules.values()) {
      if (off.contains(rule.id())) {
        continue;
      }
      Settings known = settingsOf(rule.id());
      findings.add(rule.evaluate(facts, known).judgedBy(known.beside(rule)));
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
