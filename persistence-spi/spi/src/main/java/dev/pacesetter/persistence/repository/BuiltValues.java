package dev.pacesetter.persistence.repository;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Primitives;
import com.google.common.reflect.TypeToken;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at values in the house style: an abstract class with a static {@code builder()} whose
 * builder has a method for each attribute.
 *
 * <p>An attribute is a method without parameters for which the builder has one of the same name
 * that takes what it returns. They are written by name, as a class does not tell their order.
 */
final class BuiltValues {

  private BuiltValues() {}

  private record Attribute(Method accessor, Method setter) {}

  static Optional<PartsShape> shapeOf(TypeToken<?> type, Class<?> raw, String path, Shapes shapes) {
    Method start;
    Method build;
    try {
      start = raw.getMethod("builder");
      build = start.getReturnType().getMethod("build");
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
    if (!Modifier.isStatic(start.getModifiers()) || !raw.isAssignableFrom(build.getReturnType())) {
      return Optional.empty();
    }
    Records.checkAccess(start, raw, path);
    Records.checkAccess(build, raw, path);
    List<Attribute> attributes = attributes(raw, start.getReturnType());
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    for (Attribute attribute : attributes) {
      Method accessor = attribute.accessor();
      Records.checkAccess(attribute.setter(), raw, path);
      parts.add(
          Records.part(
              type,
              accessor.getName(),
              accessor.getGenericReturnType(),
              // what is not abstract is the default of an attribute that was not set
              Records.isNullable(accessor.getAnnotatedReturnType())
                  || !Modifier.isAbstract(accessor.getModifiers()),
              accessor,
              path,
              shapes));
    }
    return Optional.of(
        new PartsShape(
            raw,
            parts.build(),
            values -> {
              Object builder = start.invoke(null);
              for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                  attributes.get(i).setter().invoke(builder, values[i]);
                }
              }
              return build.invoke(builder);
            }));
  }

  private static List<Attribute> attributes(Class<?> type, Class<?> builder) {
    List<Attribute> attributes = new ArrayList<>();
    for (Method accessor : type.getMethods()) {
      if (accessor.getParameterCount() == 0
          && !Modifier.isStatic(accessor.getModifiers())
          && !accessor.isBridge()
          && accessor.getDeclaringClass() != Object.class) {
        Method setter = setter(builder, accessor);
        if (setter != null) {
          attributes.add(new Attribute(accessor, setter));
        }
      }
    }
    attributes.sort(comparing(attribute -> attribute.accessor().getName()));
    return attributes;
  }

  private static @Nullable Method setter(Class<?> builder, Method accessor) {
    Class<?> type = Primitives.wrap(accessor.getReturnType());
    return Arrays.stream(builder.getMethods())
        .filter(method -> method.getName().equals(accessor.getName()))
        .filter(method -> method.getParameterCount() == 1 && !method.isBridge())
        .filter(method -> Primitives.wrap(method.getParameterTypes()[0]).isAssignableFrom(type))
        .findFirst()
        .orElse(null);
  }
}
