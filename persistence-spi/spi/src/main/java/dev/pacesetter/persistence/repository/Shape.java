package dev.pacesetter.persistence.repository;

import com.google.common.base.Ascii;

/** How the values of one type look as plain values. */
interface Shape {

  /** Returns a value as a String, Boolean, Number, List or Map of such. */
  Object write(Object value);

  /**
   * Returns the value that was written.
   *
   * @param plain a String, Boolean, Long, BigDecimal, ImmutableList or Fields
   * @param path where it stands, for messages
   * @throws UnreadableFieldsException if it is not what {@link #write} writes
   */
  Object read(Object plain, String path);

  /** Returns what is allowed, such as {@code a text}. */
  String allowed();

  /** Returns whether what is written is always fields, as a document or an event needs. */
  default boolean isFields() {
    return false;
  }

  /** Returns the exception for a plain value that is not allowed. */
  default UnreadableFieldsException refuse(Object plain, String path) {
    return new UnreadableFieldsException(
        path, "is %s; it must be %s".formatted(shown(plain), allowed()));
  }

  static String shown(Object plain) {
    String text = Ascii.truncate(plain.toString(), 80, "…");
    return plain instanceof String ? '"' + text + '"' : text;
  }
}
