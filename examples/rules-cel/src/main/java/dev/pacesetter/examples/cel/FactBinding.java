package dev.pacesetter.examples.cel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What expressions may name: variables with their CEL types, and how each is taken from the facts.
 *
 * <p>A fact may be missing; an expression that needs it then has no value, and its rule is
 * undecided. Only facts that a rule names are taken.
 *
 * <p>Immutable.
 *
 * @param <F> the facts
 */
public final class FactBinding<F> {
  private final String name;
  private final Function<F, About> about;
  private final ImmutableSortedMap<String, Fact<F>> facts;

  /**
   * What a finding says beside its numbers.
   *
   * @param subject whom or what it is about
   * @param name what people call the subject
   * @param period when, null where no period applies
   * @param currency the currency of money, null where there is none
   */
  public record About(
      Scope subject, Text name, @Nullable Period period, @Nullable CurrencyUnit currency) {}

  /** A variable, and how to take it; null where it is missing. */
  record Fact<F>(String name, CelType type, String meaning, Function<F, @Nullable Object> taken) {}

  private FactBinding(
      String name, Function<F, About> about, ImmutableSortedMap<String, Fact<F>> facts) {
    this.name = name;
    this.about = about;
    this.facts = facts;
  }

  /**
   * Returns a binding without variables.
   *
   * @param name what a file calls these facts, such as {@code goal}
   * @param about says what findings are about
   * @param <F> the facts
   * @return the binding
   */
  public static <F> FactBinding<F> of(String name, Function<F, About> about) {
    return new FactBinding<>(name, about, ImmutableSortedMap.of());
  }

  /**
   * Returns this binding with a number, a {@code double} in CEL.
   *
   * @param variable its name, such as {@code goal.target}
   * @param meaning what it is, with its unit
   * @param taken takes it from the facts, empty where it is missing
   * @return the binding
   * @throws IllegalArgumentException if there is a variable of that name
   */
  public FactBinding<F> number(String variable, String meaning, Function<F, OptionalDouble> taken) {
    return with(
        new Fact<>(
            variable,
            SimpleType.DOUBLE,
            meaning,
            facts -> {
              OptionalDouble number = taken.apply(facts);
              return number.isPresent() ? (Double) number.getAsDouble() : null;
            }));
  }

  /**
   * Returns this binding with numbers by key, a {@code map(string, double)} in CEL.
   *
   * @param variable its name
   * @param meaning what the keys and numbers are
   * @param taken takes them from the facts; what is missing has no key
   * @return the binding
   * @throws IllegalArgumentException if there is a variable of that name
   */
  public FactBinding<F> numbers(
      String variable, String meaning, Function<F, ? extends Map<String, Double>> taken) {
    return with(
        new Fact<>(
            variable, MapType.create(SimpleType.STRING, SimpleType.DOUBLE), meaning, taken::apply));
  }

  /**
   * Returns this binding with a text, a {@code string} in CEL.
   *
   * @param variable its name
   * @param meaning what it is
   * @param taken takes it from the facts, empty where it is missing
   * @return the binding
   * @throws IllegalArgumentException if there is a variable of that name
   */
  public FactBinding<F> text(String variable, String meaning, Function<F, Optional<String>> taken) {
    return with(
        new Fact<>(variable, SimpleType.STRING, meaning, facts -> taken.apply(facts).orElse(null)));
  }

  /**
   * Returns this binding with a truth, a {@code bool} in CEL.
   *
   * @param variable its name
   * @param meaning when it is true
   * @param taken asks the facts
   * @return the binding
   * @throws IllegalArgumentException if there is a variable of that name
   */
  public FactBinding<F> truth(String variable, String meaning, Predicate<F> taken) {
    return with(new Fact<>(variable, SimpleType.BOOL, meaning, taken::test));
  }

  private FactBinding<F> with(Fact<F> fact) {
    checkArgument(
        !facts.containsKey(fact.name()), "binding %s has '%s' already", name, fact.name());
    return new FactBinding<>(
        name,
        about,
        ImmutableSortedMap.<String, Fact<F>>naturalOrder()
            .putAll(facts)
            .put(fact.name(), fact)
            .buildOrThrow());
  }

  /**
   * Returns what a file calls these facts.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the variables as a table for people who write rules.
   *
   * @return a line of Markdown each, in the order of names, each ended by a line feed
   */
  public String table() {
    StringBuilder table = new StringBuilder("| variable | type | meaning |\n| --- | --- | --- |\n");
    facts
        .values()
        .forEach(
            fact ->
                table.append(
                    "| `%s` | `%s` | %s |\n"
                        .formatted(fact.name(), Expressions.name(fact.type()), fact.meaning())));
    return table.toString();
  }

  About about(F given) {
    return about.apply(given);
  }

  ImmutableMap<String, CelType> types() {
    return ImmutableMap.copyOf(Maps.transformValues(facts, Fact::type));
  }

  /** The value of a variable, null where it is missing. */
  @Nullable Object take(String variable, F given) {
    Fact<F> fact = facts.get(variable);
    return fact == null ? null : fact.taken().apply(given);
  }
}
