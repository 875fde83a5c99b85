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
    checkArgument(
        CONTROL.matchesNoneOf(value),
        "%s is \"%s\"; it must not contain control characters",
        subject,
        CONTROL.replaceFrom(value, '\uFFFD'));
    return checkUnicode(subject, value);
  }

  /**
   * Returns {@code value} if every surrogate in it has its partner: others no encoding can keep.
   */
  static String checkUnicode(String subject, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        checkArgument(
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1)),
            "%s has the lone surrogate U+%s at index %s; it must be well-formed Unicode",
            subject,
            Integer.toHexString(c),
            i);
        i++;
      }
    }
    return value;
  }

  static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 79) + "…";
  }
}
