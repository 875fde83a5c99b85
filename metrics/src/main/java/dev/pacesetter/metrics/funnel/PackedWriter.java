package dev.pacesetter.metrics.funnel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Writes numbers and texts as bytes in a frame.
 *
 * <p>The frame is a word of four letters that says what it is; the version in 2 bytes and the
 * number of all bytes in 4, big end first; the body; and the CRC-32C of everything before in 4
 * bytes. Numbers in the body are of variable length: seven bits a byte, the lowest first, the
 * eighth bit saying that more follow; those that may be negative have the sign in the lowest bit. A
 * text is its number of UTF-16 units and then each of them.
 */
final class PackedWriter {
  static final int HEADER = Integer.BYTES + Short.BYTES + Integer.BYTES;
  static final int CHECKSUM = Integer.BYTES;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** Returns everything written so far in its frame. */
  byte[] framed(String letters, short version) {
    return framed(body.toByteArray(), letters, version);
  }

  static byte[] framed(byte[] body, String letters, short version) {
    int length = Math.addExact(body.length, HEADER + CHECKSUM);
    ByteBuffer bytes = ByteBuffer.allocate(length);
    bytes.putInt(word(letters)).putShort(version).putInt(length).put(body);
    return bytes.putInt(checksum(bytes.array(), length - CHECKSUM)).array();
  }

  static int word(String letters) {
    int word = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      word = (word << Byte.SIZE) | letters.charAt(i);
    }
    return word;
  }

  static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  void text(String text) {
    number(text.length());
    units(text);
  }

  void units(String text) {
    text.chars().forEach(this::number);
  }

  void signed(long number) {
    number((number << 1) ^ (number >> 63));
  }

  void number(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      body.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    body.write((int) rest);
  }
}
