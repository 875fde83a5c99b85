package dev.pacesetter.persistence.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.persistence.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** One of several kinds of value, told apart by the name of its type. */
final class SealedShape implements Shape {

  /** No component can have this name. */
  static final String TYPE = "@type";

  private final ImmutableMap<Class<?>, PartsShape> members;

  /** In the order of the names: that of a class file is the compiler's and no promise. */
  private final ImmutableSortedMap<String, PartsShape> byName;

  SealedShape(ImmutableMap<Class<?>, PartsShape> members) {
    this.members = members;
    ImmutableSortedMap.Builder<String, PartsShape> names = ImmutableSortedMap.naturalOrder();
    members.forEach((type, shape) -> names.put(type.getSimpleName(), shape));
    this.byName = names.buildOrThrow();
  }

  ImmutableSet<String> names() {
    return byName.keySet();
  }

  String nameOf(Object value) {
    return memberOf(value).getSimpleName();
  }

  private Class<?> memberOf(Object value) {
    // a built value is an instance of a generated subclass
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      if (members.containsKey(type)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "%s is no member; members are %s".formatted(value.getClass().getName(), names()));
  }

  @Override
  public Map<String, Object> write(Object value) {
    Class<?> member = memberOf(value);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(TYPE, member.getSimpleName());
    fields.putAll(shapeOf(value).write(value));
    return fields;
  }

  @Override
  public Object read(Object plain, String path) {
    if (!(plain instanceof Fields fields)) {
      throw refuse(plain, path);
    }
    PartsShape member = member(fields.value(TYPE).orElse(""), path);
    return member.read(fields, path, ImmutableMap.of(), ImmutableSet.of(TYPE));
  }

  /** Returns the shape of the member of a name. */
  PartsShape member(Object name, String path) {
    PartsShape member = name instanceof String text ? byName.get(text) : null;
    if (member == null) {
      throw new UnreadableFieldsException(
          path + "." + TYPE,
          "is %s; it must be one of %s"
              .formatted(Shape.shown(name), String.join(", ", byName.keySet())));
    }
    return member;
  }

  /** Returns the shape of the member that a value is of. */
  PartsShape shapeOf(Object value) {
    return requireNonNull(members.get(memberOf(value)));
  }

  @Override
  public boolean isFields() {
    return true;
  }

  @Override
  public String allowed() {
    return "fields with " + TYPE + " one of " + String.join(", ", byName.keySet());
  }
}
