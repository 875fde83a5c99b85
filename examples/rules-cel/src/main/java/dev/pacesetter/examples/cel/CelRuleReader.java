package dev.pacesetter.examples.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.pacesetter.examples.cel.CelRule.Case;
import dev.pacesetter.examples.cel.CelRule.NumberRule;
import dev.pacesetter.examples.cel.Expressions.Compiled;
import dev.pacesetter.examples.cel.Expressions.Refused;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.rule.Wording;
import dev.pacesetter.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one rule and compiles its expressions. */
final class CelRuleReader<F> {
  static final ImmutableSet<String> NEEDED =
      ImmutableSet.of("id", "version", "facts", "title", "numbers", "cases");
  static final ImmutableSet<String> POSSIBLE = ImmutableSet.of("parameters");

  private final FactBinding<F> binding;
  private final KpiCatalogue catalogue;
  private final ImmutableMap<String, Yaml> rule;
  private final String id;
  private final TreeSet<String> used = new TreeSet<>();
  private final TreeSet<String> placeholders = new TreeSet<>(ImmutableSet.of("subject"));

  CelRuleReader(
      FactBinding<F> binding, KpiCatalogue catalogue, String id, ImmutableMap<String, Yaml> rule) {
    this.binding = binding;
    this.catalogue = catalogue;
    this.id = id;
    this.rule = rule;
  }

  /** The rule; worth something only if there were no problems. */
  CelRule<F> read() {
    ImmutableList<Parameter> parameters = parameters();
    Map<String, CelType> variables = new TreeMap<>(binding.types());
    parameters.forEach(
        parameter -> variables.put(CelRule.PARAMETER + parameter.name(), SimpleType.DOUBLE));
    Expressions overFacts = new Expressions(variables);
    ImmutableList<NumberRule> numbers = numbers(overFacts);
    numbers.forEach(number -> variables.put(CelRule.NUMBER + number.name(), SimpleType.DOUBLE));
    ImmutableList<Case> cases = cases(new Expressions(variables));
    used.retainAll(binding.types().keySet());
    return new CelRule<>(
        binding,
        id,
        version(),
        text(rule.get("title")),
        parameters,
        numbers,
        cases,
        ImmutableSortedSet.copyOf(used));
  }

  private int version() {
    Yaml written = rule.get("version");
    if (written == null) {
      return 1;
    }
    double version = written.number();
    if (version < 1 || version != Math.rint(version) || version > Integer.MAX_VALUE) {
      written.problem("it must be a whole number from 1");
      return 1;
    }
    return (int) version;
  }

  private ImmutableList<Parameter> parameters() {
    ImmutableList.Builder<Parameter> parameters = ImmutableList.builder();
    Yaml written = rule.get("parameters");
    if (written == null) {
      return ImmutableList.of();
    }
    written
        .entries()
        .forEach(
            (name, range) -> {
              if (!name.matches("[a-zA-Z]+")) {
                range.problem("a parameter is named in letters");
                return;
              }
              ImmutableMap<String, Yaml> ends =
                  range.entries(ImmutableSet.of("standard", "from", "to"), ImmutableSet.of());
              Yaml middle = ends.get("standard");
              Yaml low = ends.get("from");
              Yaml high = ends.get("to");
              if (middle == null || low == null || high == null) {
                return;
              }
              double standard = middle.number();
              double from = low.number();
              double to = high.number();
              if (from <= standard && standard <= to) {
                parameters.add(new Parameter(name, standard, from, to));
              } else {
                range.problem(
                    "the standard is %s; it must lie from %s to %s".formatted(standard, from, to));
              }
            });
    return parameters.build();
  }

  private ImmutableList<NumberRule> numbers(Expressions expressions) {
    Yaml written = rule.get("numbers");
    if (written == null) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<NumberRule> numbers = ImmutableList.builder();
    ImmutableMap<String, Yaml> all = written.entries();
    if (all.isEmpty()) {
      written.problem("a finding rests on at least one number");
    }
    all.forEach((name, entry) -> number(name, entry, expressions, numbers));
    return numbers.build();
  }

  private void number(
      String name,
      Yaml written,
      Expressions expressions,
      ImmutableList.Builder<NumberRule> numbers) {
    if (!name.matches("[a-zA-Z]+")) {
      written.problem("a number is named in letters");
      return;
    }
    ImmutableMap<String, Yaml> parts =
        written.entries(
            ImmutableSet.of("value", "unit"),
            ImmutableSet.of("n", "expected", "limit", "p", "adjusted-p", "test", "kpi"));
    @Nullable KpiVersion kpi = kpi(parts.get("kpi"));
    for (String part : ImmutableList.of("observed", "n", "expected", "limit", "period")) {
      placeholders.add(name + "." + part);
    }
    if (kpi != null) {
      placeholders.add(name + ".kpi");
    }
    @Nullable Unit unit = oneOf(parts.get("unit"), Unit.values());
    @Nullable Compiled value = number(parts.get("value"), expressions);
    if (unit == null || value == null) {
      return;
    }
    Yaml test = parts.get("test");
    numbers.add(
        new NumberRule(
            name,
            unit,
            value,
            number(parts.get("n"), expressions),
            number(parts.get("expected"), expressions),
            number(parts.get("limit"), expressions),
            number(parts.get("p"), expressions),
            number(parts.get("adjusted-p"), expressions),
            test == null ? null : test.text(),
            kpi));
  }

  private @Nullable KpiVersion kpi(@Nullable Yaml written) {
    if (written == null) {
      return null;
    }
    try {
      return KpiVersion.of(catalogue.get(written.text()));
    } catch (IllegalArgumentException e) {
      written.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private ImmutableList<Case> cases(Expressions expressions) {
    Yaml written = rule.get("cases");
    if (written == null) {
      return ImmutableList.of();
    }
    ImmutableList<Yaml> items = written.items();
    ImmutableList.Builder<Case> cases = ImmutableList.builder();
    for (int at = 0; at < items.size(); at++) {
      Yaml item = items.get(at);
      ImmutableMap<String, Yaml> parts =
          item.entries(
              ImmutableSet.of("verdict", "reason", "say"), ImmutableSet.of("when", "repair"));
      boolean last = at == items.size() - 1;
      if (last == parts.containsKey("when")) {
        item.problem(
            last
                ? "the last case holds always; it must not have the key when"
                : "the key when is missing; only the last case holds always");
      }
      @Nullable Compiled when = compiled(parts.get("when"), expressions, SimpleType.BOOL);
      @Nullable Verdict verdict = oneOf(parts.get("verdict"), Verdict.values());
      @Nullable Wording wording = wording(parts);
      if (verdict != null && wording != null) {
        cases.add(new Case(when, verdict, reason(parts.get("reason")), wording));
      }
    }
    if (items.isEmpty()) {
      written.problem("there must be a case");
    }
    return cases.build();
  }

  private static String reason(@Nullable Yaml written) {
    if (written == null) {
      return "";
    }
    String reason = written.text();
    if (!reason.matches("[a-zA-Z]+")) {
      written.problem("a reason is a word in letters, such as tooHigh");
    }
    return reason;
  }

  private @Nullable Wording wording(Map<String, Yaml> parts) {
    Yaml say = parts.get("say");
    if (say == null) {
      return null;
    }
    @Nullable Wording wording =
        checked(say, Wording.builder().title(text(rule.get("title"))).sentence(text(say)));
    Yaml repair = parts.get("repair");
    if (wording == null || repair == null) {
      return wording;
    }
    return checked(repair, Wording.builder().from(wording).repair(text(repair)));
  }

  private @Nullable Wording checked(Yaml written, Wording.Builder builder) {
    try {
      Wording wording = builder.build();
      for (String name : wording.placeholders()) {
        if (!placeholders.contains(name)) {
          written.problem(
              "there is no placeholder {%s}; allowed are %s".formatted(name, placeholders));
        }
      }
      return wording;
    } catch (IllegalArgumentException e) {
      written.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** A text in both languages. */
  static Text text(@Nullable Yaml written) {
    if (written == null) {
      return Text.of("");
    }
    ImmutableMap<String, Yaml> languages =
        written.entries(ImmutableSet.of("en", "zh"), ImmutableSet.of());
    Yaml english = languages.get("en");
    Yaml chinese = languages.get("zh");
    return english == null || chinese == null
        ? Text.of("")
        : Text.of(english.text(), chinese.text());
  }

  private @Nullable Compiled number(@Nullable Yaml written, Expressions expressions) {
    return compiled(written, expressions, SimpleType.DOUBLE, SimpleType.INT);
  }

  private @Nullable Compiled compiled(
      @Nullable Yaml written, Expressions expressions, CelType... types) {
    if (written == null) {
      return null;
    }
    String text = written.text();
    if (text.isEmpty()) {
      return null;
    }
    try {
      Compiled compiled = expressions.compile(text, types);
      used.addAll(compiled.used());
      return compiled;
    } catch (Refused e) {
      written.problem(text, e);
      return null;
    }
  }

  private static <E extends Enum<E>> @Nullable E oneOf(@Nullable Yaml written, E[] values) {
    if (written == null) {
      return null;
    }
    String text = written.text();
    for (E value : values) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return value;
      }
    }
    written.problem(
        "it is '%s'; allowed are %s"
            .formatted(text, Arrays.toString(values).toLowerCase(Locale.ROOT)));
    return null;
  }
}
