package dev.pacesetter.persistence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable tree of named plain values: what both ports carry, and what every backend can keep.
 *
 * <p>A value is a text, a number, a flag, a list of values, or further fields; there is no null, a
 * field without a value is left out. Numbers are exact decimals and equal when their value is: 1
 * and 1.0 are the same, 0.1 is one tenth, and what came in as a {@code double} goes out as that
 * same {@code double}. NaN, the infinities and lone surrogates are refused, as no backend could be
 * relied on to keep them.
 *
 * <p>Fields keep the order in which they were added, but that order is only for reading: trees with
 * the same fields are equal. The tree is at most {@value #MAX_DEPTH} levels deep.
 */
public final class Fields {

  /** How deep lists and fields may be nested. */
  public static final int MAX_DEPTH = 64;

  private static final String ALLOWED =
      "allowed are String, Boolean, int, long, double, BigInteger, BigDecimal, List, Map and Fields";
  private static final Fields EMPTY = new Fields(ImmutableMap.of(), 1);

  private final ImmutableMap<String, Object> values;
  private final int depth;

  private Fields(ImmutableMap<String, Object> values, int depth) {
    this.values = values;
    this.depth = depth;
  }

  /**
   * Returns fields without a field.
   *
   * @return empty fields
   */
  public static Fields empty() {
    return EMPTY;
  }

  /**
   * Returns the fields of a map, as a JSON or YAML parser gives it.
   *
   * @param values names to values: String, Boolean, any integral number or decimal, List, Map,
   *     Fields
   * @return the fields, in the order of the map
   * @throws IllegalArgumentException if a value is of another type or not allowed; names the path
   */
  public static Fields of(Map<String, ?> values) {
    return (Fields) canonical("", values, 0);
  }

  /**
   * Starts to build fields.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the values by name.
   *
   * @return String, Boolean, Long (integers that fit), BigDecimal (all other numbers),
   *     ImmutableList of such values, or Fields
   */
  public ImmutableMap<String, Object> asMap() {
    return values;
  }

  /**
   * Returns the value of a field that may be left out.
   *
   * @param name the field
   * @return the value, as in {@link #asMap}
   */
  public Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * Returns a text.
   *
   * @param name the field
   * @return its value
   * @throws IllegalArgumentException if there is no such field or it is no text
   */
  public String text(String name) {
    return require(name, String.class, "a text");
  }

  /**
   * Returns an integer.
   *
   * @param name the field
   * @return its value, exact
   * @throws IllegalArgumentException if there is no such field or it is no integer in the range of
   *     {@code long}
   */
  public long whole(String name) {
    return require(name, Long.class, "an integer from -2^63 to 2^63-1");
  }

  /**
   * Returns a number.
   *
   * @param name the field
   * @return its value, exact, without trailing zeros
   * @throws IllegalArgumentException if there is no such field or it is no number
   */
  public BigDecimal decimal(String name) {
    Number number = require(name, Number.class, "a number");
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
  }

  /**
   * Returns a flag.
   *
   * @param name the field
   * @return its value
   * @throws IllegalArgumentException if there is no such field or it is no flag
   */
  public boolean flag(String name) {
    return require(name, Boolean.class, "true or false");
  }

  /**
   * Returns a list.
   *
   * @param name the field
   * @return its values, as in {@link #asMap}
   * @throws IllegalArgumentException if there is no such field or it is no list
   */
  public ImmutableList<?> list(String name) {
    return require(name, ImmutableList.class, "a list");
  }

  /**
   * Returns nested fields.
   *
   * @param name the field
   * @return its value
   * @throws IllegalArgumentException if there is no such field or it holds no fields
   */
  public Fields fields(String name) {
    return require(name, Fields.class, "fields");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Fields that && values.equals(that.values));
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Returns the names and values for a person who debugs; not a format. */
  @Override
  public String toString() {
    return values.toString();
  }

  private <T> T require(String name, Class<T> type, String wanted) {
    Object value = values.get(name);
    checkArgument(value != null, "Field \"%s\" is missing; there are %s", name, values.keySet());
    checkArgument(
        type.isInstance(value),
        "Field \"%s\" is %s; it must be %s",
        name,
        Names.shortened(String.valueOf(value)),
        wanted);
    return type.cast(value);
  }

  private static Object canonical(String path, @Nullable Object value, int level) {
    if (value instanceof String text) {
      return canonicalText(path, text);
    } else if (value instanceof Boolean) {
      return value;
    } else if (value instanceof Number number) {
      return canonicalNumber(path, number);
    }
    checkArgument(
        level < MAX_DEPTH,
        "%s is nested more than %s levels deep; put less into one record",
        subject(Names.shortened(path)),
        MAX_DEPTH);
    if (value instanceof Fields fields) {
      checkArgument(
          level + fields.depth <= MAX_DEPTH,
          "%s is nested %s levels deep; at most %s are allowed",
          subject(Names.shortened(path)),
          level + fields.depth,
          MAX_DEPTH);
      return fields;
    } else if (value instanceof Map<?, ?> map) {
      return canonicalMap(path, map, level);
    } else if (value instanceof List<?> list) {
      ImmutableList.Builder<Object> items = ImmutableList.builderWithExpectedSize(list.size());
      int index = 0;
      for (Object item : list) {
        items.add(canonical(path + "[" + index++ + "]", item, level + 1));
      }
      return items.build();
    }
    throw new IllegalArgumentException(
        "%s is %s; %s"
            .formatted(
                subject(path),
                value == null
                    ? "null"
                    : "a "
                        + value.getClass().getName()
                        + " ("
                        + Names.shortened(value.toString())
                        + ")",
                ALLOWED));
  }

  /** Names the path only where something is wrong with the text. */
  private static String canonicalText(String path, String text) {
    return Names.loneSurrogate(text) < 0 ? text : Names.checkUnicode(subject(path), text);
  }

  private static Fields canonicalMap(String path, Map<?, ?> map, int level) {
    ImmutableMap.Builder<String, Object> values = ImmutableMap.builderWithExpectedSize(map.size());
    int depth = 1;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String name)) {
        throw new IllegalArgumentException(
            "%s has the name %s; a name must be a String".formatted(subject(path), entry.getKey()));
      }
      if (Names.loneSurrogate(name) >= 0) {
        Names.checkUnicode("Field name \"" + name + "\"", name);
      }
      Object value =
          canonical(path.isEmpty() ? name : path + "." + name, entry.getValue(), level + 1);
      values.put(name, value);
      depth = Math.max(depth, 1 + depthOf(value));
    }
    return map.isEmpty() ? EMPTY : new Fields(values.buildOrThrow(), depth);
  }

  private static int depthOf(Object value) {
    if (value instanceof Fields fields) {
      return fields.depth;
    } else if (value instanceof ImmutableList<?> list) {
      return 1 + list.stream().mapToInt(Fields::depthOf).max().orElse(0);
    }
    return 0;
  }

  private static Number canonicalNumber(String path, Number number) {
    if (number instanceof Long || number instanceof Integer) {
      return number.longValue();
    } else if (number instanceof Double real) {
      checkArgument(
          Double.isFinite(real), "%s is %s; a number must be finite", subject(path), real);
      return canonicalDecimal(BigDecimal.valueOf(real));
    } else if (number instanceof BigDecimal decimal) {
      return canonicalDecimal(decimal);
    } else if (number instanceof BigInteger integer) {
      return canonicalDecimal(new BigDecimal(integer));
    } else if (number instanceof Short || number instanceof Byte) {
      return number.longValue();
    }
    throw new IllegalArgumentException(
        "%s is a %s (%s); %s"
            .formatted(subject(path), number.getClass().getName(), number, ALLOWED));
  }

  private static Number canonicalDecimal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    long digits = (long) stripped.precision() - stripped.scale();
    if (stripped.scale() <= 0 && digits <= 19) {
      BigInteger integer = stripped.toBigIntegerExact();
      if (integer.bitLength() < Long.SIZE) {
        return integer.longValue();
      }
    }
    return stripped;
  }

  private static String subject(String path) {
    return path.isEmpty() ? "Fields" : "Field \"" + path + "\"";
  }

  /** Collects fields in order. */
  public static final class Builder {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a field.
     *
     * @param name a name not added before
     * @param value as in {@link Fields#of}
     * @return this builder
     * @throws IllegalArgumentException if the name was added before
     */
    public Builder put(String name, Object value) {
      checkArgument(
          values.putIfAbsent(name, value) == null,
          "Field \"%s\" is given twice; a name is allowed once",
          name);
      return this;
    }

    /**
     * Returns the fields.
     *
     * @return the fields, in the order added
     * @throws IllegalArgumentException if a value is not allowed; names the path
     */
    public Fields build() {
      return Fields.of(values);
    }
  }
}
