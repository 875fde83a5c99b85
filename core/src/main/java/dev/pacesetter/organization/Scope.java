package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A part of the business: the whole company, or what lies in a team, with a person, with a product,
 * and so on. Conditions on several dimensions hold together.
 *
 * <p>Reads like {@code team=emea,product=gtx-pro}, or {@code company} without a condition, and
 * {@link #parse} undoes {@link #toString}. Within a value a comma reads {@code %2C}, an equals sign
 * {@code %3D} and a percent sign {@code %25}, so that any id or name can be meant.
 *
 * @param conditions at most one id or name for each dimension
 */
public record Scope(ImmutableSortedMap<Dimension, String> conditions) {

  /** Along what the business can be divided. */
  public enum Dimension {
    /** A team with all teams below it; the value is the team's id. */
    TEAM,
    /** A person; the value is the person's id. */
    PERSON,
    /** A territory with all territories below it; the value is the territory's id. */
    TERRITORY,
    /** A product line with all lines below it; the value is the line's id. */
    LINE,
    /** A product; the value is the product's id. */
    PRODUCT,
    /** A market segment; the value is its name. */
    SEGMENT,
    /** A channel through which deals come; the value is its name. */
    CHANNEL
  }

  /**
   * Checks the conditions.
   *
   * @throws IllegalArgumentException if a value is blank
   */
  public Scope {
    conditions.forEach(Scope::check);
  }

  private static void check(Dimension dimension, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "the scope's %s is '%s'; it must not be blank"
              .formatted(dimension.name().toLowerCase(Locale.ROOT), value));
    }
  }

  /**
   * Returns the whole company.
   *
   * @return the scope without a condition
   */
  public static Scope company() {
    return new Scope(ImmutableSortedMap.of());
  }

  /**
   * Returns a team with all teams below it.
   *
   * @param id the team's id
   * @return the scope
   */
  public static Scope team(String id) {
    return company().and(Dimension.TEAM, id);
  }

  /**
   * Returns what is credited to a person.
   *
   * @param id the person's id
   * @return the scope
   */
  public static Scope person(String id) {
    return company().and(Dimension.PERSON, id);
  }

  /**
   * Returns what customers of a territory buy.
   *
   * @param id the territory's id
   * @return the scope
   */
  public static Scope territory(String id) {
    return company().and(Dimension.TERRITORY, id);
  }

  /**
   * Returns what is sold of a product line.
   *
   * @param id the line's id
   * @return the scope
   */
  public static Scope line(String id) {
    return company().and(Dimension.LINE, id);
  }

  /**
   * Returns what is sold of a product.
   *
   * @param id the product's id
   * @return the scope
   */
  public static Scope product(String id) {
    return company().and(Dimension.PRODUCT, id);
  }

  /**
   * Returns this scope narrowed by one more condition.
   *
   * @param dimension a dimension that has no condition so far
   * @param value the id or name
   * @return the narrower scope
   * @throws IllegalArgumentException if the dimension has a condition already
   */
  public Scope and(Dimension dimension, String value) {
    checkArgument(
        !conditions.containsKey(dimension),
        "scope %s has a condition on %s already; it cannot also be %s",
        this,
        dimension,
        value);
    return new Scope(
        ImmutableSortedMap.<Dimension, String>naturalOrder()
            .putAll(conditions)
            .put(dimension, value)
            .buildOrThrow());
  }

  /**
   * Returns the condition on a dimension.
   *
   * @param dimension the dimension
   * @return the id or name, empty when the scope is not limited in it
   */
  public Optional<String> on(Dimension dimension) {
    return Optional.ofNullable(conditions.get(dimension));
  }

  /**
   * Returns the team.
   *
   * @return the team's id, empty when the scope is not limited to one
   */
  public Optional<String> team() {
    return on(Dimension.TEAM);
  }

  /**
   * Returns the person.
   *
   * @return the person's id, empty when the scope is not limited to one
   */
  public Optional<String> person() {
    return on(Dimension.PERSON);
  }

  /**
   * Returns the product.
   *
   * @return the product's id, empty when the scope is not limited to one
   */
  public Optional<String> product() {
    return on(Dimension.PRODUCT);
  }

  /**
   * Reads a scope; undoes {@link #toString}.
   *
   * @param text {@code company}, or conditions such as {@code team=emea,product=gtx-pro}
   * @return the scope
   * @throws IllegalArgumentException if the text is neither
   */
  public static Scope parse(String text) {
    Scope scope = company();
    if (text.equals("company")) {
      return scope;
    }
    for (String condition : Splitter.on(',').split(text)) {
      int at = condition.indexOf('=');
      checkArgument(
          at > 0, "scope is '%s'; allowed are 'company' or e.g. 'team=emea,product=gtx'", text);
      scope =
          scope.and(
              dimension(condition.substring(0, at), text), plain(condition.substring(at + 1)));
    }
    return scope;
  }

  private static Dimension dimension(String name, String text) {
    for (Dimension dimension : Dimension.values()) {
      if (dimension.name().toLowerCase(Locale.ROOT).equals(name)) {
        return dimension;
      }
    }
    throw new IllegalArgumentException(
        "scope is '%s'; '%s' is none of %s"
            .formatted(
                text,
                name,
                Arrays.stream(Dimension.values())
                    .map(known -> known.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))));
  }

  @Override
  public String toString() {
    return conditions.isEmpty()
        ? "company"
        : conditions.entrySet().stream().map(Scope::text).collect(Collectors.joining(","));
  }

  private static String text(Map.Entry<Dimension, String> condition) {
    return condition.getKey().name().toLowerCase(Locale.ROOT) + "=" + escaped(condition.getValue());
  }

  private static String escaped(String value) {
    return value.replace("%", "%25").replace(",", "%2C").replace("=", "%3D");
  }

  private static String plain(String escaped) {
    return escaped.replace("%3D", "=").replace("%2C", ",").replace("%25", "%");
  }
}
