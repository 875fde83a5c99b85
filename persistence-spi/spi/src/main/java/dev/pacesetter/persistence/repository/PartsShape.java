package dev.pacesetter.persistence.repository;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.persistence.Fields;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record or a built value as fields, one for each part that has a value. */
final class PartsShape implements Shape {

  /** Makes a value from its parts, in order. */
  @FunctionalInterface
  interface Maker {
    Object make(@Nullable Object[] parts) throws ReflectiveOperationException;
  }

  private final Class<?> type;
  private final ImmutableList<Part> parts;
  private final ImmutableSet<String> names;
  private final Maker maker;

  PartsShape(Class<?> type, ImmutableList<Part> parts, Maker maker) {
    this.type = type;
    this.parts = parts;
    this.names = parts.stream().map(Part::name).collect(ImmutableSet.toImmutableSet());
    this.maker = maker;
  }

  @Override
  public Map<String, Object> write(Object value) {
    return write(value, ImmutableSet.of());
  }

  /** Writes a value without some of its parts. */
  Map<String, Object> write(Object value, ImmutableSet<String> without) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Part part : parts) {
      if (without.contains(part.name())) {
        continue;
      }
      Object inside = part.of(value);
      if (inside != null) {
        fields.put(part.name(), part.shape().write(inside));
      } else if (part.presence() == Part.Presence.REQUIRED) {
        throw new IllegalArgumentException(
            "%s.%s is null; it must be %s, or be marked @Nullable"
                .formatted(type.getSimpleName(), part.name(), part.shape().allowed()));
      }
    }
    return fields;
  }

  @Override
  public Object read(Object plain, String path) {
    return read(plain, path, ImmutableMap.of(), ImmutableSet.of());
  }

  /**
   * Reads a value.
   *
   * @param known parts that are not among the fields; where they are, the fields count
   * @param others fields that are no parts and have been read already
   */
  Object read(
      Object plain, String path, ImmutableMap<String, Object> known, ImmutableSet<String> others) {
    if (!(plain instanceof Fields fields)) {
      throw refuse(plain, path);
    }
    Map<String, Object> stored = fields.asMap();
    for (String name : stored.keySet()) {
      if (!names.contains(name) && !others.contains(name)) {
        throw new UnreadableFieldsException(
            path, "has the unknown field \"%s\"; known are %s".formatted(name, names));
      }
    }
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      Part part = parts.get(i);
      Object found = stored.get(part.name());
      Object given = found == null ? known.get(part.name()) : null;
      if (given != null) {
        values[i] = part.presence().wrap(given);
        continue;
      }
      String where = path + "." + part.name();
      if (found == null && part.presence() == Part.Presence.REQUIRED) {
        throw new UnreadableFieldsException(
            where, "is missing; it must be " + part.shape().allowed());
      }
      values[i] = part.presence().wrap(found == null ? null : part.shape().read(found, where));
    }
    return make(values, path);
  }

  private Object make(@Nullable Object[] values, String path) {
    try {
      return maker.make(values);
    } catch (InvocationTargetException e) {
      Throwable refusal = e.getTargetException();
      Throwables.throwIfInstanceOf(refusal, Error.class);
      throw new UnreadableFieldsException(path, "cannot be read: " + refusal.getMessage(), refusal);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }

  @Override
  public boolean isFields() {
    return true;
  }

  @Override
  public String allowed() {
    return "the fields " + names;
  }
}
