package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.reflect.TypeToken;
import dev.pacesetter.persistence.Fields;
import java.util.List;
import java.util.Map;

/**
 * Writes values of one type as fields and reads them back exactly.
 *
 * <p>The type is a record, a value in the house style (an abstract class with a {@code builder()}),
 * or a sealed interface of such, whose components are again such types or:
 *
 * <ul>
 *   <li>a String, an enum constant (its name), a boolean, an int, a long, or Fields;
 *   <li>a {@link dev.pacesetter.text.Text}: a text, or fields by language where they differ;
 *   <li>a double: a number, or a text where no number can hold it (NaN, infinities, -0.0);
 *   <li>Instant, LocalDate, Money, BigDecimal and the others of {@link Scalars}: a text;
 *   <li>a list or set, or an array of long or double: a list; a map from anything written as a
 *       text: fields;
 *   <li>an Optional, OptionalInt, OptionalLong, OptionalDouble, or a component marked
 *       {@code @Nullable}: left out when there is no value;
 *   <li>any other type through a {@link StandIn}.
 * </ul>
 *
 * <p>A value of a sealed interface carries the simple name of its type as the field {@code @type}.
 *
 * <p><b>How types may change.</b> A component may be added if it may be empty: fields written
 * before are read without it. Fields that a type does not know are refused rather than dropped,
 * because a program that reads a document of a later version and saves it again would destroy what
 * it did not understand. Renaming a component or a type needs a migration.
 *
 * <p>Immutable and safe for use by many threads; a type is looked at once.
 *
 * @param <T> the type
 */
final class RecordCodec<T> {

  private final Class<T> type;
  private final Shape shape;

  private RecordCodec(Class<T> type, Shape shape) {
    this.type = type;
    this.shape = shape;
  }

  /**
   * Returns the codec of a type.
   *
   * @param type a record, a value in the house style, or a sealed interface of such
   * @param standIns how further types are written
   * @return the codec
   * @throws IllegalArgumentException if a component has a type that is not supported; names the
   *     path
   */
  static <T> RecordCodec<T> of(Class<T> type, StandIn<?, ?>... standIns) {
    return of(type, ImmutableList.copyOf(standIns));
  }

  /** Returns the codec of a type; see {@link #of(Class, StandIn[])}. */
  static <T> RecordCodec<T> of(Class<T> type, ImmutableList<StandIn<?, ?>> standIns) {
    Shapes shapes = new Shapes(Iterables.concat(Scalars.ALL, standIns));
    Shape shape = shapes.of(TypeToken.of(type), type.getSimpleName());
    if (!shape.isFields()) {
      throw new IllegalArgumentException(
          "%s is %s; a codec is for records, values with a builder, and sealed types of these"
              .formatted(type.getName(), shape.allowed()));
    }
    return new RecordCodec<>(type, shape);
  }

  /**
   * Returns a value as fields.
   *
   * @throws IllegalArgumentException if a component that must have a value is {@code null}, or
   *     holds what {@link Fields} refuse
   */
  Fields write(T value) {
    Object fields = shape.write(value);
    return Fields.of(fieldsOf(fields));
  }

  /**
   * Reads a value.
   *
   * @throws UnreadableFieldsException if the fields are not what {@link #write} writes; names path,
   *     value and what is allowed
   */
  T read(Fields fields) {
    return type.cast(shape.read(fields, type.getSimpleName()));
  }

  /**
   * Reads a value that has a name of its own.
   *
   * @param fields what was written
   * @param subject such as {@code goal q3}, before the path in messages
   * @throws UnreadableFieldsException as {@link #read(Fields)}
   */
  T read(Fields fields, String subject) {
    return type.cast(shape.read(fields, subject + ": " + type.getSimpleName()));
  }

  /**
   * Returns a value as fields without its type, see {@link #typeName}, and without some parts.
   *
   * @param value the value
   * @param without the names of parts that are kept elsewhere
   */
  Fields writeRest(T value, ImmutableSet<String> without) {
    PartsShape parts = shape instanceof SealedShape sealed ? sealed.shapeOf(value) : parts();
    return Fields.of(parts.write(value, without));
  }

  /**
   * Reads what {@link #writeRest} wrote.
   *
   * @param typeName the name of the value's type
   * @param known the parts that are kept elsewhere
   * @param rest what was written; counts where it has a known part as well
   * @param subject as in {@link #read(Fields, String)}
   * @throws UnreadableFieldsException as {@link #read(Fields)}
   */
  T readRest(String typeName, ImmutableMap<String, Object> known, Fields rest, String subject) {
    String path = subject + ": " + type.getSimpleName();
    PartsShape parts =
        shape instanceof SealedShape sealed ? sealed.member(typeName, path) : parts();
    return type.cast(parts.read(rest, path, known, ImmutableSet.of()));
  }

  private PartsShape parts() {
    return (PartsShape) shape;
  }

  @SuppressWarnings("unchecked") // both shapes a codec may have write names to values
  private static Map<String, Object> fieldsOf(Object written) {
    return (Map<String, Object>) written;
  }

  /** Returns the names of the types that values may have, in the order of declaration. */
  List<String> typeNames() {
    return shape instanceof SealedShape sealed
        ? sealed.names().asList()
        : ImmutableList.of(type.getSimpleName());
  }

  /** Returns the name of the type that a value has. */
  String typeName(T value) {
    return shape instanceof SealedShape sealed ? sealed.nameOf(value) : type.getSimpleName();
  }
}
