package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decodes a file and knows its lines: refuses bytes that are not of the encoding, zero characters
 * and endless lines, and names the line.
 */
final class TextReader extends Reader {
  /** Longer than any line of a real export; what is longer is no CSV or lacks its line ends. */
  static final int LONGEST_LINE = 1_000_000;

  private static final int BUFFER = 1 << 16;

  private final String file;
  private final InputStream in;
  private final Encoding encoding;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private boolean ended;
  private boolean flushed;
  private long bytesRead;
  private long line = 1;
  private int length;
  private boolean afterReturn;

  TextReader(String file, Path path, Encoding encoding) throws IOException {
    this.file = file;
    this.in = Files.newInputStream(path);
    this.encoding = encoding;
    this.decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    in.skipNBytes(encoding.markLength());
    bytesRead = encoding.markLength();
  }

  /** Returns whether a file is strict UTF-8 from its first to its last byte. */
  static boolean isUtf8(Path path) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer chars = CharBuffer.allocate(BUFFER);
    try (InputStream in = Files.newInputStream(path)) {
      boolean ended = false;
      while (!ended) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, chars.clear(), ended);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      }
      return true;
    }
  }

  long bytesRead() {
    return bytesRead;
  }

  @Override
  public int read(char[] target, int offset, int count) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, count);
    int start = chars.position();
    while (chars.position() == start && !flushed) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (result.isError()) {
        follow(target, start, chars.position());
        throw new ImportException(
            Message.of("file.encoding", file, line, encoding.charset().name()));
      }
      if (result.isUnderflow()) {
        if (ended) {
          decoder.flush(chars);
          flushed = true;
        } else {
          fill();
        }
      }
    }
    follow(target, start, chars.position());
    return chars.position() == start ? -1 : chars.position() - start;
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
    bytesRead += Math.max(read, 0);
  }

  private void follow(char[] target, int from, int to) {
    for (int at = from; at < to; at++) {
      char letter = target[at];
      if (letter == '\n') {
        line += afterReturn ? 0 : 1;
        length = 0;
        afterReturn = false;
      } else if (letter == '\r') {
        line++;
        length = 0;
        afterReturn = true;
      } else if (letter == '\0') {
        throw new ImportException(Message.of("file.binary", file, line));
      } else {
        afterReturn = false;
        if (++length > LONGEST_LINE) {
          throw new ImportException(Message.of("file.line-too-long", file, line, LONGEST_LINE));
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
