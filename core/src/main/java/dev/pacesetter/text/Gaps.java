package dev.pacesetter.text;

/**
 * Sets Chinese beside words of other scripts: a gap between a Chinese character and a Latin letter
 * or digit, and none between two Chinese characters, whatever the phrase itself has.
 */
final class Gaps {
  private Gaps() {}

  /**
   * Returns what stands between two words of a phrase.
   *
   * @param left the word before, empty where there is none
   * @param text the phrase after the name of the placeholder before, with its closing brace
   * @param right the word after, empty where there is none
   * @return the text with its gaps set
   */
  static String between(String left, String text, String right) {
    StringBuilder set = new StringBuilder(text);
    if (!right.isEmpty()) {
      int last = set.length() - 1;
      char first = right.charAt(0);
      if (last > 0 && set.charAt(last) == ' ' && isChinese(set.charAt(last - 1), first)) {
        set.deleteCharAt(last);
      } else if (last >= 0 && isMixed(set.charAt(last), first)) {
        set.append(' ');
      }
    }
    if (!left.isEmpty() && set.length() > 1 && set.charAt(0) == '}') {
      char last = left.charAt(left.length() - 1);
      if (set.charAt(1) == ' ' && set.length() > 2 && isChinese(last, set.charAt(2))) {
        set.deleteCharAt(1);
      } else if (isMixed(last, set.charAt(1))) {
        set.insert(1, ' ');
      }
    }
    return set.toString();
  }

  private static boolean isChinese(char one, char other) {
    return Character.isIdeographic(one) && Character.isIdeographic(other);
  }

  private static boolean isMixed(char one, char other) {
    return Character.isLetterOrDigit(one)
        && Character.isLetterOrDigit(other)
        && Character.isIdeographic(one) != Character.isIdeographic(other);
  }
}
