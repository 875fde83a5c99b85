package dev.pacesetter.persistence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;

/** What may serve as an id, a kind or a type in every backend. */
final class Names {

  private static final CharMatcher CONTROL = CharMatcher.javaIsoControl();

  private Names() {}

  /** Returns {@code value} if it can be a key everywhere, or says what is wrong with it. */
  static String check(String subject, String value, int maxLength) {
    checkArgument(
        !value.isBlank() && value.length() <= maxLength,
        "%s is \"%s\"; it must have 1 to %s characters and not only spaces",
        subject,
        shortened(value),
        maxLength);
    if (CONTROL.matchesAnyOf(value)) {
      throw new IllegalArgumentException(
          "%s is \"%s\"; it must not contain control characters"
              .formatted(subject, CONTROL.replaceFrom(value, '\uFFFD')));
    }
    return checkUnicode(subject, value);
  }

  /**
   * Returns {@code value} if every surrogate in it has its partner: others no encoding can keep.
   */
  static String checkUnicode(String subject, String value) {
    int lone = loneSurrogate(value);
    if (lone >= 0) {
      throw new IllegalArgumentException(
          "%s has the lone surrogate U+%s at index %s; it must be well-formed Unicode"
              .formatted(subject, Integer.toHexString(value.charAt(lone)), lone));
    }
    return value;
  }

  /** Returns the index of the first surrogate without its partner, -1 if there is none. */
  static int loneSurrogate(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(value.codePointAt(i))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 79) + "…";
  }
}
