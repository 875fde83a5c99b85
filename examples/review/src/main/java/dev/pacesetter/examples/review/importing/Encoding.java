package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.examples.review.mapping.CsvFormat;
import dev.pacesetter.examples.review.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * How the characters of a file are written, found without guessing.
 *
 * <p>A byte-order mark decides; else zero bytes on one side of every pair mean UTF-16. Everything
 * else must be strict UTF-8. Only where it is not, and the mapping names a charset, that charset is
 * used; so text in UTF-8 is never read as something else.
 */
record Encoding(Charset charset, int markLength) {
  private static final int PROBE = 8192;

  /** Of UTF-16 without mark: one pair in twenty holds an ASCII character, such as a separator. */
  private static final int PAIRS_TO_ONE_ZERO = 20;

  private static final ImmutableMap<String, String> MAGIC =
      ImmutableMap.<String, String>builder()
          .put("25504446", "PDF")
          .put("504b0304", "ZIP / Excel (.xlsx)")
          .put("d0cf11e0", "Excel (.xls)")
          .put("1f8b", "gzip")
          .put("89504e47", "PNG")
          .put("ffd8ff", "JPEG")
          .put("53514c69746520666f726d6174", "SQLite")
          .put("50415231", "Parquet")
          .buildOrThrow();

  static Encoding of(String file, Path path, CsvFormat format) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(PROBE);
    }
    if (start.length == 0) {
      throw new ImportException(Message.of("file.empty", file));
    }
    checkNoOtherFormat(file, start);
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(start, 0xFF, 0xFE, 0, 0) || startsWith(start, 0, 0, 0xFE, 0xFF)) {
      throw new ImportException(Message.of("file.utf32", file));
    }
    if (startsWith(start, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    int evenZeros = 0;
    int oddZeros = 0;
    for (int at = 0; at < start.length; at++) {
      if (start[at] == 0) {
        if (at % 2 == 0) {
          evenZeros++;
        } else {
          oddZeros++;
        }
      }
    }
    int enough = start.length / 2 / PAIRS_TO_ONE_ZERO + 1;
    if (evenZeros == 0 && oddZeros >= enough) {
      return new Encoding(StandardCharsets.UTF_16LE, 0);
    }
    if (oddZeros == 0 && evenZeros >= enough) {
      return new Encoding(StandardCharsets.UTF_16BE, 0);
    }
    if (format.charset() == null || TextReader.isUtf8(path)) {
      return new Encoding(StandardCharsets.UTF_8, 0);
    }
    return new Encoding(Charset.forName(format.charset()), 0);
  }

  private static void checkNoOtherFormat(String file, byte[] start) {
    StringBuilder hex = new StringBuilder();
    for (byte value : Arrays.copyOf(start, Math.min(start.length, 16))) {
      hex.append(Character.forDigit((value >> 4) & 0xF, 16))
          .append(Character.forDigit(value & 0xF, 16));
    }
    for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
      if (hex.indexOf(magic.getKey()) == 0) {
        throw new ImportException(Message.of("file.other-format", file, magic.getValue()));
      }
    }
  }

  private static boolean startsWith(byte[] start, int... mark) {
    for (int at = 0; at < mark.length; at++) {
      if (at >= start.length || (start[at] & 0xFF) != mark[at]) {
        return false;
      }
    }
    return true;
  }
}
