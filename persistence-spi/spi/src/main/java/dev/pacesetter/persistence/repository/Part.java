package dev.pacesetter.persistence.repository;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record or attribute of a built value.
 *
 * @param name its name, which is also that of the field
 * @param accessor reads it from the value
 * @param presence what stands for "no value"
 * @param shape how a value that is there looks
 */
record Part(String name, Method accessor, Presence presence, Shape shape) {

  /** What stands for "no value"; such a part is left out. */
  enum Presence {
    REQUIRED,
    NULLABLE,
    OPTIONAL,
    OPTIONAL_INT,
    OPTIONAL_LONG,
    OPTIONAL_DOUBLE;

    static Presence of(Class<?> type, boolean nullable) {
      if (type == Optional.class) {
        return OPTIONAL;
      } else if (type == OptionalInt.class) {
        return OPTIONAL_INT;
      } else if (type == OptionalLong.class) {
        return OPTIONAL_LONG;
      } else if (type == OptionalDouble.class) {
        return OPTIONAL_DOUBLE;
      }
      return nullable ? NULLABLE : REQUIRED;
    }

    /** Returns the value inside, {@code null} if there is none. */
    @Nullable Object unwrap(@Nullable Object value) {
      if (value instanceof Optional<?> optional) {
        return optional.orElse(null);
      } else if (value instanceof OptionalInt optional) {
        return optional.isPresent() ? optional.getAsInt() : null;
      } else if (value instanceof OptionalLong optional) {
        return optional.isPresent() ? optional.getAsLong() : null;
      } else if (value instanceof OptionalDouble optional) {
        return optional.isPresent() ? optional.getAsDouble() : null;
      }
      return value;
    }

    /** Undoes {@link #unwrap}. */
    @Nullable Object wrap(@Nullable Object value) {
      return switch (this) {
        case REQUIRED, NULLABLE -> value;
        case OPTIONAL -> Optional.ofNullable(value);
        case OPTIONAL_INT -> value == null ? OptionalInt.empty() : OptionalInt.of((int) value);
        case OPTIONAL_LONG -> value == null ? OptionalLong.empty() : OptionalLong.of((long) value);
        case OPTIONAL_DOUBLE ->
            value == null ? OptionalDouble.empty() : OptionalDouble.of((double) value);
      };
    }
  }

  /** Returns the part of a value, {@code null} if there is none. */
  @Nullable Object of(Object value) {
    try {
      return presence.unwrap(accessor.invoke(value));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + accessor, e);
    }
  }
}
