package dev.pacesetter.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of one rule's parameters.
 *
 * @param values a value for every parameter of the rule
 */
public record Settings(ImmutableSortedMap<String, Double> values) {

  /**
   * Returns a rule's values: its standards, replaced where somebody set another.
   *
   * @param rule the rule
   * @param overrides values by parameter name
   * @return the settings
   * @throws IllegalArgumentException if a name is no parameter of the rule or a value is not
   *     allowed; the message names rule, parameter, value and what is allowed
   */
  public static Settings of(Rule<?> rule, Map<String, Double> overrides) {
    TreeMap<String, Parameter> known = new TreeMap<>();
    TreeMap<String, Double> values = new TreeMap<>();
    for (Parameter parameter : rule.parameters()) {
      known.put(parameter.name(), parameter);
      values.put(parameter.name(), parameter.standard());
    }
    overrides.forEach(
        (name, value) -> {
          Parameter parameter = known.get(name);
          checkArgument(
              parameter != null,
              "rule %s has no parameter '%s'; it has %s",
              rule.id(),
              name,
              known.keySet());
          checkArgument(
              parameter.allows(value),
              "rule %s: %s is %s; allowed are %s to %s",
              rule.id(),
              name,
              value,
              parameter.lowest(),
              parameter.highest());
          values.put(name, value);
        });
    return new Settings(ImmutableSortedMap.copyOf(values));
  }

  /** The values beside the standards of their rule, in the order of the rule. */
  ImmutableList<Setting> beside(Rule<?> rule) {
    return rule.parameters().stream()
        .map(
            parameter -> new Setting(parameter.name(), get(parameter.name()), parameter.standard()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the value of a parameter.
   *
   * @param name the parameter
   * @return the value
   * @throws IllegalArgumentException if the rule did not declare it
   */
  public double get(String name) {
    Double value = values.get(name);
    checkArgument(value != null, "parameter '%s' is not among %s", name, values.keySet());
    return value;
  }
}
