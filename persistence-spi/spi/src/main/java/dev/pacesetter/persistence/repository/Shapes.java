package dev.pacesetter.persistence.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import com.google.common.reflect.TypeToken;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.text.Text;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Finds the shape of a type by looking at it once. */
final class Shapes {

  private static final ImmutableMap<Class<?>, Shape> PLAIN =
      ImmutableMap.<Class<?>, Shape>builder()
          .put(String.class, PlainShape.TEXT)
          .put(boolean.class, PlainShape.FLAG)
          .put(Boolean.class, PlainShape.FLAG)
          .put(int.class, PlainShape.INT)
          .put(Integer.class, PlainShape.INT)
          .put(OptionalInt.class, PlainShape.INT)
          .put(long.class, PlainShape.LONG)
          .put(Long.class, PlainShape.LONG)
          .put(OptionalLong.class, PlainShape.LONG)
          .put(double.class, PlainShape.DOUBLE)
          .put(Double.class, PlainShape.DOUBLE)
          .put(OptionalDouble.class, PlainShape.DOUBLE)
          .put(Fields.class, PlainShape.FIELDS)
          .put(Text.class, new TextShape())
          .put(
              ImmutableLongArray.class,
              new ListShape(
                  PlainShape.LONG,
                  array -> ((ImmutableLongArray) array).asList(),
                  items -> ImmutableLongArray.copyOf(items.stream().mapToLong(Long.class::cast))))
          .put(
              ImmutableDoubleArray.class,
              new ListShape(
                  PlainShape.DOUBLE,
                  array -> ((ImmutableDoubleArray) array).asList(),
                  items ->
                      ImmutableDoubleArray.copyOf(items.stream().mapToDouble(Double.class::cast))))
          .buildOrThrow();

  private final ImmutableMap<Class<?>, StandIn<?, ?>> standIns;
  private final Map<Type, Shape> known = new HashMap<>();

  Shapes(Iterable<StandIn<?, ?>> standIns) {
    this.standIns = Maps.uniqueIndex(standIns, StandIn::type);
  }

  /**
   * Returns the shape of a type.
   *
   * @param type the type, with its arguments
   * @param path where it stands, for messages
   * @throws IllegalArgumentException if it is not supported
   */
  Shape of(TypeToken<?> type, String path) {
    Class<?> raw = type.getRawType();
    Shape plain = PLAIN.get(raw);
    if (plain != null) {
      return plain;
    }
    Shape before = known.get(type.getType());
    if (before != null) {
      return before;
    }
    // a type may contain itself; whoever meets it while it is being looked at gets this
    Later later = new Later();
    known.put(type.getType(), later);
    Shape shape = look(type, raw, path);
    later.shape = shape;
    known.put(type.getType(), shape);
    return shape;
  }

  private Shape look(TypeToken<?> type, Class<?> raw, String path) {
    StandIn<?, ?> standIn = standIns.get(raw);
    if (standIn != null) {
      return standIn.over(of(TypeToken.of(standIn.written()), path));
    } else if (raw.isEnum()) {
      return new EnumShape(enumType(raw));
    } else if (raw == List.class || raw == ImmutableList.class) {
      return ListShape.of(argument(type, 0, path), ImmutableList::copyOf);
    } else if (raw == Set.class || raw == ImmutableSet.class) {
      return ListShape.of(argument(type, 0, path), ImmutableSet::copyOf);
    } else if (raw == SortedSet.class || raw == ImmutableSortedSet.class) {
      return ListShape.of(
          argument(type, 0, path), items -> ImmutableSortedSet.copyOf(comparable(items)));
    } else if (raw == Map.class || raw == ImmutableMap.class) {
      return new MapShape(key(type, path), argument(type, 1, path), ImmutableMap::copyOf);
    } else if (raw == SortedMap.class || raw == ImmutableSortedMap.class) {
      return new MapShape(key(type, path), argument(type, 1, path), map -> sorted(map));
    } else if (raw.isSealed()) {
      ImmutableMap.Builder<Class<?>, PartsShape> members = ImmutableMap.builder();
      addMembers(raw, path, members);
      return new SealedShape(distinctNames(members.buildOrThrow(), path));
    }
    return parts(type, raw, path).orElseThrow(() -> unsupported(type, path));
  }

  private Optional<PartsShape> parts(TypeToken<?> type, Class<?> raw, String path) {
    return raw.isRecord()
        ? Optional.of(Records.shapeOf(type, raw, path, this))
        : BuiltValues.shapeOf(type, raw, path, this);
  }

  private void addMembers(
      Class<?> type, String path, ImmutableMap.Builder<Class<?>, PartsShape> members) {
    for (Class<?> member : type.getPermittedSubclasses()) {
      if (member.isSealed()) {
        addMembers(member, path, members);
      } else {
        members.put(
            member,
            parts(TypeToken.of(member), member, path + "." + member.getSimpleName())
                .orElseThrow(() -> unsupported(TypeToken.of(member), path)));
      }
    }
  }

  private static ImmutableMap<Class<?>, PartsShape> distinctNames(
      ImmutableMap<Class<?>, PartsShape> members, String path) {
    if (members.keySet().stream().map(Class::getSimpleName).distinct().count() < members.size()) {
      throw new IllegalArgumentException(
          "%s has members of one name: %s; simple names must differ"
              .formatted(path, members.keySet()));
    }
    return members;
  }

  private Shape key(TypeToken<?> map, String path) {
    TypeToken<?> key = map.resolveType(map.getRawType().getTypeParameters()[0]);
    StandIn<?, ?> standIn = standIns.get(key.getRawType());
    boolean isText =
        key.getRawType() == String.class
            || key.getRawType().isEnum()
            || (standIn != null && standIn.written() == String.class);
    if (!isText) {
      throw new IllegalArgumentException(
          "%s has keys of %s; a key must be a String, an enum or another type written as a text"
              .formatted(path, key));
    }
    return of(key, path);
  }

  private Shape argument(TypeToken<?> type, int index, String path) {
    return of(type.resolveType(type.getRawType().getTypeParameters()[index]), path + "[]");
  }

  private IllegalArgumentException unsupported(TypeToken<?> type, String path) {
    return new IllegalArgumentException(
        ("%s is of type %s; supported are records, values with a builder, sealed types of these,"
                + " enums, String, boolean, int, long, double, List, Set, Map, %s; Optional and"
                + " @Nullable only as a component")
            .formatted(path, type, standIns.keySet().stream().map(Class::getSimpleName).toList()));
  }

  @SuppressWarnings("unchecked") // asked before
  private static Class<? extends Enum<?>> enumType(Class<?> type) {
    return (Class<? extends Enum<?>>) type;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a sorted set has comparable items
  private static List<Comparable<Object>> comparable(List<Object> items) {
    return (List) items;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a sorted map has comparable keys
  private static Object sorted(Map<Object, Object> map) {
    return ImmutableSortedMap.copyOf((Map<Comparable, Object>) (Map) map);
  }

  /** The shape of a type that is being looked at. */
  private static final class Later implements Shape {
    private @Nullable Shape shape;

    private Shape shape() {
      return requireNonNull(shape);
    }

    @Override
    public Object write(Object value) {
      return shape().write(value);
    }

    @Override
    public Object read(Object plain, String path) {
      return shape().read(plain, path);
    }

    @Override
    public String allowed() {
      return shape().allowed();
    }
  }
}
