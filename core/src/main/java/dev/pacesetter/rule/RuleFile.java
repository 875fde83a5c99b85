package dev.pacesetter.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.rule.RuleProblem.Kind;
import dev.pacesetter.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about rules: other values for their parameters, and which rules are off.
 *
 * <pre>{@code
 * rules:
 *   smart.A2: {from: 0.5, to: 0.8}
 *   monitor.person.behind: {tolerance: 0.1}
 *   smart.R5: off
 * }</pre>
 *
 * <p>The file is YAML 1.2 or JSON in UTF-8, of at most 1,000,000 bytes. Below {@code rules}, the
 * key is the id of a rule and the value is {@code on}, {@code off}, {@code true}, {@code false} or
 * a group of parameters with numbers; parameters that are not named keep the value they have. The
 * order of keys makes no difference. Anchors, aliases and tags are refused: a file that decides
 * about people reads as it stands.
 *
 * <p>One file may speak to several books. Whether some book has a rule is known only with all of
 * them: {@link #check}, or reading with books, refuses a rule that none has.
 *
 * <p>Immutable.
 */
public final class RuleFile {
  private final String name;
  private final ImmutableSortedMap<String, Entry> rules;

  /** What the file says about a rule, and where. */
  record Entry(Place key, String written, @Nullable Boolean on, ImmutableList<Wanted> parameters) {}

  /** A value for a parameter. */
  record Wanted(String parameter, Place key, Place at, String written, double value) {}

  /** Where something stands, from 1. */
  record Place(int line, int column) {}

  RuleFile(String name, ImmutableSortedMap<String, Entry> rules) {
    this.name = name;
    this.rules = rules;
  }

  /**
   * Reads a rule file without knowing the rules.
   *
   * @param name what to call it in errors
   * @param text YAML or JSON
   * @return the file
   * @throws RuleFileException if it is not written as a rule file is; carries all problems
   */
  public static RuleFile parse(String name, String text) {
    return new RuleFileReader(name).read(text).file(ImmutableList.of(), false);
  }

  /**
   * Reads a rule file for certain books; what is wrong with its writing and what does not fit the
   * books is told together.
   *
   * @param name what to call it in errors
   * @param text YAML or JSON
   * @param books the books it may speak to
   * @return the file
   * @throws RuleFileException if something in it is not as it must be; carries all problems
   */
  public static RuleFile parse(String name, String text, Iterable<? extends RuleBook<?>> books) {
    return new RuleFileReader(name).read(text).file(books, true);
  }

  /**
   * Reads a rule file for certain books.
   *
   * @param name what to call it in errors
   * @param in YAML or JSON in UTF-8
   * @param books the books it may speak to
   * @return the file
   * @throws RuleFileException if something in it is not as it must be; carries all problems
   * @throws IOException if the stream fails
   */
  public static RuleFile read(String name, InputStream in, Iterable<? extends RuleBook<?>> books)
      throws IOException {
    return new RuleFileReader(name)
        .read(in.readNBytes(RuleFileReader.LARGEST + 1))
        .file(books, true);
  }

  /**
   * Reads a rule file for certain books.
   *
   * @param file a file with YAML or JSON in UTF-8
   * @param books the books it may speak to
   * @return the file
   * @throws RuleFileException if something in it is not as it must be; carries all problems
   * @throws IOException if it cannot be read
   */
  public static RuleFile read(Path file, Iterable<? extends RuleBook<?>> books) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(String.valueOf(file.getFileName()), in, books);
    }
  }

  /**
   * Returns what the file is called.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the rules it speaks of.
   *
   * @return ids in their order
   */
  public ImmutableSortedSet<String> ruleIds() {
    return rules.keySet();
  }

  /**
   * Checks that everything the file says fits one of the books.
   *
   * @param books all books it may speak to
   * @throws RuleFileException if a rule is in no book, a rule has no such parameter, or a number is
   *     out of range; carries all problems
   */
  public void check(Iterable<? extends RuleBook<?>> books) {
    refuseAny(problems(books, true));
  }

  static void refuseAny(List<RuleProblem> problems) {
    if (!problems.isEmpty()) {
      throw new RuleFileException(problems);
    }
  }

  /** What does not fit the books; a rule that none of them has is one only if asked. */
  List<RuleProblem> problems(Iterable<? extends RuleBook<?>> books, boolean all) {
    List<RuleProblem> problems = new ArrayList<>();
    Allowed known = new Allowed(books);
    rules.forEach(
        (id, entry) -> {
          if (problems.size() >= RuleFileException.MOST) {
            return;
          }
          ImmutableList<Rule<?>> found = known.rules(id);
          if (found.isEmpty() && all) {
            problems.add(
                problem(entry.key(), Kind.UNKNOWN_RULE, id, entry.written(), known.ruleLike(id)));
          }
          for (Rule<?> rule : found) {
            entry.parameters().forEach(number -> check(rule, number, problems));
          }
        });
    return problems;
  }

  private void check(Rule<?> rule, Wanted number, List<RuleProblem> problems) {
    String key = rule.id() + "." + number.parameter();
    Optional<Parameter> parameter =
        rule.parameters().stream()
            .filter(candidate -> candidate.name().equals(number.parameter()))
            .findFirst();
    if (parameter.isEmpty()) {
      problems.add(
          problem(
              number.key(),
              Kind.UNKNOWN_PARAMETER,
              key,
              number.written(),
              Allowed.parametersOf(rule, number.parameter())));
    } else if (!parameter.get().allows(number.value())) {
      problems.add(
          problem(
              number.at(),
              Kind.OUT_OF_RANGE,
              key,
              number.written(),
              Allowed.range(parameter.get())));
    }
  }

  private RuleProblem problem(Place place, Kind kind, String key, String value, Text allowed) {
    return new RuleProblem(name, place.line(), place.column(), kind, key, value, allowed);
  }

  /** Changes a book as the file says; what is about other rules is passed over. */
  <F> RuleBook<F> change(RuleBook<F> book) {
    RuleBook<F> changed = book;
    for (Map.Entry<String, Entry> rule : rules.entrySet()) {
      if (book.has(rule.getKey())) {
        changed = change(changed, rule.getKey(), rule.getValue());
      }
    }
    return changed;
  }

  private static <F> RuleBook<F> change(RuleBook<F> book, String id, Entry entry) {
    TreeMap<String, Double> values = new TreeMap<>();
    entry.parameters().forEach(number -> values.put(number.parameter(), number.value()));
    RuleBook<F> changed = book.withParameters(id, values);
    @Nullable Boolean on = entry.on();
    if (on == null) {
      return changed;
    }
    return on ? changed.switchedOn(id) : changed.switchedOff(id);
  }

  /** Returns the name and the rules it speaks of. */
  @Override
  public String toString() {
    return name + " about " + rules.keySet();
  }
}
