package dev.pacesetter.text;

/** Finds names in sentences of English or Chinese. */
public final class Words {
  private Words() {}

  /**
   * Finds a name that stands by itself, whatever its case. Latin letters and digits beside it make
   * it another word; Chinese needs no gaps.
   *
   * @param text the sentence
   * @param name the name, not empty
   * @return where it begins, or -1
   */
  public static int indexOf(String text, String name) {
    for (int at = 0; at + name.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, name, 0, name.length())
          && isAlone(text, at, at + name.length())) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Returns whether a part of a sentence stands by itself.
   *
   * @param text the sentence
   * @param start where the part begins
   * @param end where it ends
   * @return whether no Latin letter or digit of it touches one beside it
   */
  public static boolean isAlone(String text, int start, int end) {
    return !joins(text, start) && !joins(text, end);
  }

  private static boolean joins(String text, int at) {
    return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
  }

  private static boolean isLatin(char letter) {
    return Character.isLetterOrDigit(letter) && !Character.isIdeographic(letter);
  }

  /**
   * Returns a sentence with a part of it blanked out.
   *
   * @param text the sentence
   * @param at where the part begins
   * @param length how long it is
   * @return the sentence, as long as before
   */
  public static String blanked(String text, int at, int length) {
    return text.substring(0, at) + " ".repeat(length) + text.substring(at + length);
  }
}
