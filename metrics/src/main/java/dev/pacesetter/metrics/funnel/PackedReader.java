package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.Function;

/** Reads what {@link PackedWriter} writes. */
final class PackedReader {
  private final String what;
  private final ByteBuffer body;

  private PackedReader(String what, ByteBuffer body) {
    this.what = what;
    this.body = body;
  }

  /**
   * Reads everything in a frame.
   *
   * @param what what it is to be, in words
   * @throws IllegalArgumentException if it is something else, of another version, cut off or
   *     damaged
   */
  static <T> T read(
      byte[] bytes, String what, String letters, short version, Function<PackedReader, T> content) {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    checkArgument(
        bytes.length >= Integer.BYTES && all.getInt() == PackedWriter.word(letters),
        "the %s bytes are no %s; one starts with the letters %s",
        bytes.length,
        what,
        letters);
    checkArgument(
        bytes.length >= PackedWriter.HEADER + PackedWriter.CHECKSUM,
        "the %s is cut off after %s bytes",
        what,
        bytes.length);
    short found = all.getShort();
    checkArgument(
        found == version,
        "the %s has version %s of the format; it must be version %s",
        what,
        found,
        version);
    int length = all.getInt();
    checkArgument(
        length == bytes.length,
        "the %s is %s bytes long and says that it has %s; some are missing or too many",
        what,
        bytes.length,
        length);
    int end = length - PackedWriter.CHECKSUM;
    checkArgument(
        PackedWriter.checksum(bytes, end) == all.getInt(end),
        "the %s is damaged: its checksum is not that of its %s bytes",
        what,
        length);
    PackedReader reader =
        new PackedReader(what, all.slice(PackedWriter.HEADER, end - PackedWriter.HEADER));
    try {
      T read = content.apply(reader);
      reader.check(!reader.body.hasRemaining(), "there is more than it says");
      return read;
    } catch (BufferUnderflowException cutOff) {
      throw new IllegalArgumentException("the " + what + " is damaged: it ends too early", cutOff);
    }
  }

  String text() {
    return units(size(1));
  }

  String units(int length) {
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      long unit = number();
      text[i] = (char) unit;
      check(text[i] == unit, "a text is of no letters");
    }
    return new String(text);
  }

  /** How many things follow that take some bytes each, or more. */
  int size(int bytesEach) {
    long size = count();
    check(size <= body.remaining() / bytesEach, "it ends too early");
    return (int) size;
  }

  long count() {
    long count = number();
    check(count >= 0, "a count is too large");
    return count;
  }

  long signed() {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  long number() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = body.get();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("the " + what + " is damaged: a number is too long");
  }

  void check(boolean holds, String otherwise) {
    checkArgument(holds, "the %s is damaged: %s", what, otherwise);
  }
}
