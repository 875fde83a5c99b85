package dev.pacesetter.examples.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import dev.pacesetter.LoopRules;
import dev.pacesetter.goal.Letter;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.monitor.Monitor;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.RuleBook;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules written as CEL expressions, in YAML or JSON.
 *
 * <pre>{@code
 * rules:
 *   - id: own.A9
 *     version: 1
 *     facts: goal
 *     title: {en: Not more than doubled, zh: 不超过翻倍}
 *     parameters:
 *       factor: {standard: 2, from: 1, to: 10}
 *     numbers:
 *       factor: {value: goal.target / yearBefore[goal.kpi], unit: ratio, limit: param.factor}
 *     cases:
 *       - when: number.factor > param.factor
 *         verdict: warn
 *         reason: tooHigh
 *         say: {en: "The goal is {factor.observed} of a year before.", zh: "目标为上年同期的 {factor.observed}。"}
 *         repair: {en: "Ask for less.", zh: "请降低目标。"}
 *       - verdict: pass
 *         reason: within
 *         say: {en: "The goal is {factor.observed} of a year before.", zh: "目标为上年同期的 {factor.observed}。"}
 * }</pre>
 *
 * <p>The first case that holds is the verdict. Expressions name the variables of the binding,
 * {@code param.NAME}, and in {@code when} also {@code number.NAME}. A rule that needs a fact which
 * is missing is undecided and says which. Numbers are evidence: {@code value} and {@code unit}
 * (money, count, ratio, days or score), and if wanted {@code n}, {@code expected}, {@code limit},
 * {@code p}, {@code adjusted-p}, {@code test} and {@code kpi}.
 *
 * <p>Immutable.
 */
public final class CelRuleFile {
  private final ImmutableList<CelRule<?>> rules;

  private CelRuleFile(ImmutableList<CelRule<?>> rules) {
    this.rules = rules;
  }

  /**
   * Reads rules over the facts of the library.
   *
   * @param file YAML or JSON in UTF-8
   * @return the rules, compiled
   * @throws CelRuleException if anything in it is not as it must be; carries all problems
   * @throws IOException if the file cannot be read
   */
  public static CelRuleFile read(Path file) throws IOException {
    return read(file, KpiCatalogue.standard());
  }

  /**
   * Reads rules over the facts of the library that may speak of metrics of one's own.
   *
   * @param file YAML or JSON in UTF-8
   * @param catalogue the metrics there are
   * @return the rules, compiled
   * @throws CelRuleException if anything in it is not as it must be; carries all problems
   * @throws IOException if the file cannot be read
   */
  public static CelRuleFile read(Path file, KpiCatalogue catalogue) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      return parse(name, Files.readString(file, StandardCharsets.UTF_8), catalogue);
    } catch (MalformedInputException e) {
      throw new CelRuleException(
          ImmutableList.of(
              new CelProblem(name, 1, 1, "the file", "", 0, 0, "it must be text in UTF-8")));
    }
  }

  /**
   * Reads rules over the facts of the library.
   *
   * @param name what to call the file in errors
   * @param text YAML or JSON
   * @return the rules, compiled
   * @throws CelRuleException if anything in it is not as it must be; carries all problems
   */
  public static CelRuleFile parse(String name, String text) {
    return parse(name, text, KpiCatalogue.standard());
  }

  /**
   * Reads rules over the facts of the library that may speak of metrics of one's own.
   *
   * @param name what to call the file in errors
   * @param text YAML or JSON
   * @param catalogue the metrics there are
   * @return the rules, compiled
   * @throws CelRuleException if anything in it is not as it must be; carries all problems
   */
  public static CelRuleFile parse(String name, String text, KpiCatalogue catalogue) {
    return parse(
        name,
        text,
        catalogue,
        Bindings.goal(catalogue),
        Bindings.pace(),
        Bindings.person(catalogue),
        Bindings.company(catalogue));
  }

  /**
   * Reads rules over facts of one's own.
   *
   * @param name what to call the file in errors
   * @param text YAML or JSON
   * @param bindings what {@code facts} may name
   * @return the rules, compiled
   * @throws CelRuleException if anything in it is not as it must be; carries all problems
   */
  public static CelRuleFile parse(String name, String text, FactBinding<?>... bindings) {
    return parse(name, text, KpiCatalogue.standard(), bindings);
  }

  private static CelRuleFile parse(
      String name, String text, KpiCatalogue catalogue, FactBinding<?>... bindings) {
    ImmutableMap<String, FactBinding<?>> known =
        Maps.uniqueIndex(Arrays.asList(bindings), FactBinding::name);
    List<CelProblem> problems = new ArrayList<>();
    ImmutableList.Builder<CelRule<?>> rules = ImmutableList.builder();
    @Nullable Yaml root = Yaml.root(name, text, problems);
    if (root != null) {
      Yaml list =
          root.entries(ImmutableSortedSet.of("rules"), ImmutableSortedSet.of()).get("rules");
      Set<String> ids = new HashSet<>();
      for (Yaml item : list == null ? ImmutableList.<Yaml>of() : list.items()) {
        @Nullable CelRule<?> rule = rule(item, known, catalogue, ids);
        if (rule != null) {
          rules.add(rule);
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new CelRuleException(
          ImmutableList.sortedCopyOf(
              Comparator.comparingInt(CelProblem::line).thenComparingInt(CelProblem::column),
              Set.copyOf(problems)));
    }
    return new CelRuleFile(rules.build());
  }

  private static @Nullable CelRule<?> rule(
      Yaml item,
      ImmutableMap<String, FactBinding<?>> known,
      KpiCatalogue catalogue,
      Set<String> ids) {
    Yaml written = item.entries().get("id");
    String id = written == null ? item.key() : written.text();
    ImmutableMap<String, Yaml> parts =
        item.named(id).entries(CelRuleReader.NEEDED, CelRuleReader.POSSIBLE);
    Yaml facts = parts.get("facts");
    if (written == null || facts == null) {
      return null;
    }
    if (!ids.add(id)) {
      written.problem("another rule of the file has the id '%s'".formatted(id));
    }
    FactBinding<?> binding = known.get(facts.text());
    if (binding == null) {
      facts.problem("it is '%s'; allowed are %s".formatted(facts.text(), known.keySet()));
      return null;
    }
    if (binding.name().equals(Bindings.goal().name())) {
      checkLetter(id, written);
    }
    return new CelRuleReader<>(binding, catalogue, id, parts).read();
  }

  private static void checkLetter(String id, Yaml written) {
    try {
      Letter.ofRule(id);
    } catch (IllegalArgumentException e) {
      written.problem(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns the rules over certain facts.
   *
   * @param binding one of the bindings the file was read with, or one of the same name and facts
   * @param <F> the facts
   * @return the rules in the order of the file
   */
  @SuppressWarnings("unchecked") // a rule over a binding of that name is over its facts
  public <F> ImmutableList<Rule<F>> rules(FactBinding<F> binding) {
    return rules.stream()
        .filter(rule -> rule.binding().name().equals(binding.name()))
        .map(rule -> (Rule<F>) rule)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the rules of the loop with those of this file after them.
   *
   * @param loop the rules of the loop
   * @return all rules
   * @throws IllegalArgumentException if the loop has a rule of the same id
   */
  public LoopRules addTo(LoopRules loop) {
    return loop.with(loop.smart().withBook(book -> with(book, Bindings.goal())))
        .with(Monitor.with(with(loop.monitor().rules(), Bindings.pace())))
        .with(
            loop.round()
                .withRules(with(loop.round().rules(), Bindings.person()))
                .withDataRules(with(loop.round().dataRules(), Bindings.company())));
  }

  private <F> RuleBook<F> with(RuleBook<F> book, FactBinding<F> binding) {
    RuleBook<F> more = book;
    for (Rule<F> rule : rules(binding)) {
      more = more.with(rule);
    }
    return more;
  }
}
