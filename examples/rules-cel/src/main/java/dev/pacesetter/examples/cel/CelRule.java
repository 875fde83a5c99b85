package dev.pacesetter.examples.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.cel.runtime.CelEvaluationException;
import dev.pacesetter.examples.cel.Expressions.Compiled;
import dev.pacesetter.examples.cel.FactBinding.About;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.rule.Wording;
import dev.pacesetter.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A rule from a file: numbers, and the first case that holds. */
final class CelRule<F> implements Rule<F> {
  static final String PARAMETER = "param.";
  static final String NUMBER = "number.";

  /** A diagnosis says nothing about what is not recorded, as with rules of the library. */
  static final String MISSING = "notRecorded";

  private static final Text CANNOT =
      Text.of("This cannot be judged without {missing}.", "缺少 {missing}，无法判断。");

  /** A number of the evidence; only the value must be there. */
  record NumberRule(
      String name,
      Unit unit,
      Compiled value,
      @Nullable Compiled n,
      @Nullable Compiled expected,
      @Nullable Compiled limit,
      @Nullable Compiled pValue,
      @Nullable Compiled adjusted,
      @Nullable String test,
      @Nullable KpiVersion kpi) {}

  /** What is said where something holds; the last case holds always. */
  record Case(@Nullable Compiled when, Verdict verdict, String reason, Wording wording) {}

  private final FactBinding<F> binding;
  private final String id;
  private final int version;
  private final Text title;
  private final ImmutableList<Parameter> parameters;
  private final ImmutableList<NumberRule> numbers;
  private final ImmutableList<Case> cases;
  private final ImmutableSortedSet<String> used;

  CelRule(
      FactBinding<F> binding,
      String id,
      int version,
      Text title,
      ImmutableList<Parameter> parameters,
      ImmutableList<NumberRule> numbers,
      ImmutableList<Case> cases,
      ImmutableSortedSet<String> used) {
    this.binding = binding;
    this.id = id;
    this.version = version;
    this.title = title;
    this.parameters = parameters;
    this.numbers = numbers;
    this.cases = cases;
    this.used = used;
  }

  FactBinding<F> binding() {
    return binding;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public ImmutableList<Parameter> parameters() {
    return parameters;
  }

  @Override
  public Finding evaluate(F facts, Settings settings) {
    Map<String, Object> bound = new HashMap<>();
    settings.values().forEach((name, value) -> bound.put(PARAMETER + name, value));
    for (String name : used) {
      @Nullable Object value = binding.take(name, facts);
      if (value != null) {
        bound.put(name, value);
      }
    }
    for (NumberRule number : numbers) {
      @Nullable Double value = number.value().number(bound);
      if (value != null) {
        bound.put(NUMBER + number.name(), value);
      }
    }
    About about = binding.about(facts);
    for (Case each : cases) {
      try {
        if (each.when() == null || (boolean) each.when().value(bound)) {
          return finding(about, bound, each.verdict(), each.reason(), each.wording()).build();
        }
      } catch (CelEvaluationException e) {
        return finding(about, bound, Verdict.UNDECIDED, MISSING, Wording.of(title, CANNOT))
            .putWord("missing", missing(each.when(), bound, e))
            .build();
      }
    }
    throw new IllegalStateException("the last case of rule " + id + " holds always");
  }

  private Finding.Builder finding(
      About about, Map<String, Object> bound, Verdict verdict, String reason, Wording wording) {
    Finding.Builder finding = Finding.by(this, wording);
    finding.verdict(verdict).reason(reason).subject(about.subject()).subjectName(about.name());
    numbers.forEach(number -> finding.addEvidence(evidence(number, about, bound)));
    return finding;
  }

  private static Evidence evidence(NumberRule number, About about, Map<String, Object> bound) {
    Evidence.Builder evidence = Evidence.builder();
    evidence.name(number.name()).scope(about.subject());
    if (about.period() != null) {
      evidence.period(about.period());
    }
    if (number.kpi() != null) {
      evidence.kpi(number.kpi());
    }
    if (number.test() != null) {
      evidence.test(number.test());
    }
    double minor = 1;
    if (number.unit() == Unit.MONEY) {
      minor = Math.pow(10, about.currency() == null ? 2 : about.currency().getDecimalPlaces());
      if (about.currency() != null) {
        evidence.currency(about.currency());
      }
    }
    @Nullable Double value = number.value().number(bound);
    @Nullable Double n = of(number.n(), bound);
    long count = n == null ? 1 : Math.max(0, Math.round(n));
    evidence.observed(
        value == null
            ? Measure.noData(number.unit(), n == null ? 0 : count, NoData.NOT_RECORDED)
            : Measure.of(inUnit(value, minor), number.unit(), count));
    @Nullable Double expected = of(number.expected(), bound);
    if (expected != null) {
      evidence.expected(inUnit(expected, minor));
    }
    @Nullable Double limit = of(number.limit(), bound);
    if (limit != null) {
      evidence.limit(inUnit(limit, minor));
    }
    @Nullable Double pValue = of(number.pValue(), bound);
    if (pValue != null) {
      evidence.pValue(pValue);
    }
    @Nullable Double adjusted = of(number.adjusted(), bound);
    if (adjusted != null) {
      evidence.adjustedPValue(adjusted);
    }
    return evidence.build();
  }

  /** Money is counted in whole minor units. */
  private static double inUnit(double value, double minor) {
    return minor == 1 ? value : Math.rint(value * minor);
  }

  private static @Nullable Double of(@Nullable Compiled expression, Map<String, Object> bound) {
    return expression == null ? null : expression.number(bound);
  }

  /**
   * The variables an expression needs and does not have, or what CEL says where it has them all.
   */
  private String missing(
      @Nullable Compiled expression, Map<String, Object> bound, CelEvaluationException problem) {
    TreeSet<String> names = new TreeSet<>();
    if (expression != null) {
      addMissing(expression, bound, names);
    }
    return names.isEmpty()
        ? String.valueOf(problem.getMessage()).replaceAll("\\s*\\R\\s*", " ")
        : String.join(", ", names);
  }

  private void addMissing(Compiled expression, Map<String, Object> bound, Set<String> names) {
    for (String name : expression.used()) {
      if (bound.containsKey(name)) {
        continue;
      }
      numbers.stream()
          .filter(number -> name.equals(NUMBER + number.name()))
          .findFirst()
          .ifPresentOrElse(number -> addMissing(number, bound, names), () -> names.add(name));
    }
  }

  private void addMissing(NumberRule number, Map<String, Object> bound, Set<String> names) {
    int before = names.size();
    addMissing(number.value(), bound, names);
    if (names.size() == before) {
      // its variables are there, but it has no value: a key that a map lacks, or a division by zero
      names.add(number.name() + " (" + number.value().text() + ")");
    }
  }
}
