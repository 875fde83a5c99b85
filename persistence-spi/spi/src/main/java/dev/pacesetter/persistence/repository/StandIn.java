package dev.pacesetter.persistence.repository;

import java.util.function.Function;

/**
 * A type that is written as another.
 *
 * @param type the type
 * @param written the type written in its place, itself supported
 * @param to gives what to write
 * @param from gives back the value; throws if there is none
 * @param allowed what is allowed, such as {@code an ISO date}
 */
record StandIn<T, P>(
    Class<T> type, Class<P> written, Function<T, P> to, Function<P, T> from, String allowed) {

  /** A type written as a text. */
  static <T> StandIn<T, String> text(
      Class<T> type, Function<T, String> to, Function<String, T> from, String allowed) {
    return new StandIn<>(type, String.class, to, from, allowed);
  }

  Shape over(Shape shape) {
    return new Shape() {
      @Override
      public Object write(Object value) {
        return shape.write(to.apply(type.cast(value)));
      }

      @Override
      public Object read(Object plain, String path) {
        Object stored = shape.read(plain, path);
        try {
          return from.apply(written.cast(stored));
        } catch (RuntimeException e) {
          throw new UnreadableFieldsException(
              path,
              "is %s; it must be %s: %s".formatted(Shape.shown(plain), allowed, e.getMessage()),
              e);
        }
      }

      @Override
      public boolean isFields() {
        return shape.isFields();
      }

      @Override
      public String allowed() {
        return allowed;
      }
    };
  }
}
