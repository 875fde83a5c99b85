package dev.pacesetter.examples.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes JSON with an indent of two spaces; values come out the same on every machine. */
final class JsonWriter {
  private static final int DECIMALS = 4;

  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean first = true;
  private boolean named;

  void beginObject() {
    begin('{');
  }

  void endObject() {
    end('}');
  }

  void beginArray() {
    begin('[');
  }

  void endArray() {
    end(']');
  }

  @CanIgnoreReturnValue
  JsonWriter name(String name) {
    separate();
    quoted(name);
    out.append(": ");
    named = true;
    return this;
  }

  void text(String value) {
    separate();
    quoted(value);
  }

  void number(long value) {
    separate();
    out.append(value);
  }

  /** Writes at most four decimals, without an exponent. */
  void number(double value) {
    separate();
    BigDecimal rounded = new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    out.append(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  /** Writes a number that is already in its final form. */
  void amount(String plain) {
    separate();
    out.append(plain);
  }

  void bool(boolean value) {
    separate();
    out.append(value);
  }

  void nothing() {
    separate();
    out.append("null");
  }

  /** Returns what was written, with a line feed at the end. */
  String text() {
    return out + "\n";
  }

  private void begin(char bracket) {
    separate();
    out.append(bracket);
    depth++;
    first = true;
  }

  private void end(char bracket) {
    depth--;
    if (!first) {
      newLine();
    }
    out.append(bracket);
    first = false;
  }

  /** Separates from what came before, unless the name of this value did. */
  private void separate() {
    if (named) {
      named = false;
      return;
    }
    if (!first) {
      out.append(',');
    }
    if (depth > 0) {
      newLine();
    }
    first = false;
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(depth));
  }

  private void quoted(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00")
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
