package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableSet;

/**
 * Names in a line of text: plain words as they are, everything else in quotes.
 *
 * <p>A plain word is of letters, digits and underscores of any script, with {@code -}, {@code .}
 * and {@code /} inside it. In quotes stands what cannot be seen, or would end the line, as an
 * escape, so that every string comes back as it was.
 */
final class NameText {
  /** Words that stand beside names; without quotes they are never a name themselves. */
  static final ImmutableSet<String> RESERVED =
      ImmutableSet.of(
          "and",
          "any",
          "at",
          "directly",
          "discarding",
          "from",
          "in",
          "or",
          "ordered",
          "strict",
          "to",
          "where",
          "within");

  private static final int WORD_TYPES =
      1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.NON_SPACING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private static final int INVISIBLE_TYPES =
      1 << Character.CONTROL
          | 1 << Character.FORMAT
          | 1 << Character.SURROGATE
          | 1 << Character.PRIVATE_USE
          | 1 << Character.UNASSIGNED
          | 1 << Character.LINE_SEPARATOR
          | 1 << Character.PARAGRAPH_SEPARATOR
          | 1 << Character.SPACE_SEPARATOR;

  private NameText() {}

  static String of(String name) {
    return isPlain(name) && !RESERVED.contains(name) ? name : quoted(name);
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && wordEnd(name, 0) == name.length()
        // a character that a later Unicode version assigns might be anything
        && name.codePoints().allMatch(c -> c == '_' || isJoint(c) || isOneOf(WORD_TYPES, c));
  }

  /** Where the word ends that starts here; here, if none does. */
  static int wordEnd(String text, int start) {
    int end = start;
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (isWordPart(c)) {
        end = at;
      } else if (end == start || !isJoint(c)) {
        break;
      }
    }
    return end;
  }

  private static boolean isWordPart(int c) {
    return c == '_' || isOneOf(WORD_TYPES | 1 << Character.UNASSIGNED, c);
  }

  private static boolean isJoint(int c) {
    return c == '-' || c == '.' || c == '/';
  }

  private static boolean isOneOf(int types, int c) {
    return (types >> Character.getType(c) & 1) != 0;
  }

  private static String quoted(String name) {
    StringBuilder text = new StringBuilder("'");
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      switch (c) {
        case '\'' -> text.append("\\'");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c == ' ' || !isOneOf(INVISIBLE_TYPES, c)) {
            text.appendCodePoint(c);
          } else {
            for (char unit : Character.toChars(c)) {
              text.append(String.format("\\u%04x", (int) unit));
            }
          }
        }
      }
    }
    return text.append('\'').toString();
  }
}
