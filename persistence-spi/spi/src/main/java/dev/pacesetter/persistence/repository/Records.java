package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableList;
import com.google.common.reflect.TypeToken;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at records. */
final class Records {

  private Records() {}

  static PartsShape shapeOf(TypeToken<?> type, Class<?> raw, String path, Shapes shapes) {
    RecordComponent[] components = raw.getRecordComponents();
    Constructor<?> constructor;
    try {
      constructor =
          raw.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has a canonical constructor", e);
    }
    checkAccess(constructor, raw, path);
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    for (RecordComponent component : components) {
      parts.add(
          part(
              type,
              component.getName(),
              component.getGenericType(),
              isNullable(component.getAnnotatedType()),
              component.getAccessor(),
              path,
              shapes));
    }
    return new PartsShape(raw, parts.build(), constructor::newInstance);
  }

  static Part part(
      TypeToken<?> owner,
      String name,
      Type type,
      boolean mayBeAbsent,
      Method accessor,
      String path,
      Shapes shapes) {
    checkAccess(accessor, accessor.getDeclaringClass(), path);
    TypeToken<?> resolved = owner.resolveType(type);
    Part.Presence presence = Part.Presence.of(resolved.getRawType(), mayBeAbsent);
    TypeToken<?> inside =
        presence == Part.Presence.OPTIONAL
            ? resolved.resolveType(Optional.class.getTypeParameters()[0])
            : resolved;
    return new Part(name, accessor, presence, shapes.of(inside, path + "." + name));
  }

  static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  static void checkAccess(AccessibleObject member, Class<?> type, String path) {
    if (!member.trySetAccessible()) {
      throw new IllegalArgumentException(
          "%s is of %s, which cannot be reached; it must be public in an exported package"
              .formatted(path, type.getName()));
    }
  }
}
