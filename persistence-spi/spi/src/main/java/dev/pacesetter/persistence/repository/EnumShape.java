package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;

/** An enum constant by its name. */
final class EnumShape implements Shape {

  private final ImmutableMap<String, Enum<?>> constants;

  EnumShape(Class<? extends Enum<?>> type) {
    constants = Maps.uniqueIndex(Arrays.asList(type.getEnumConstants()), Enum::name);
  }

  @Override
  public Object write(Object value) {
    return ((Enum<?>) value).name();
  }

  @Override
  public Object read(Object plain, String path) {
    Enum<?> constant = plain instanceof String name ? constants.get(name) : null;
    if (constant == null) {
      throw refuse(plain, path);
    }
    return constant;
  }

  @Override
  public String allowed() {
    return "one of " + String.join(", ", constants.keySet());
  }
}
