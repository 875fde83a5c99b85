package dev.pacesetter.rule;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.Locale;

/**
 * Something in a rule file that is not as it must be.
 *
 * @param file what the file is called
 * @param line in which line it stands, from 1
 * @param column at which character of the line it begins, from 1
 * @param kind what is wrong
 * @param key the key it is about, such as {@code smart.A2.from}; empty where it is about the file
 * @param value what stands there, shortened where it is long
 * @param allowed what is allowed in its place
 */
public record RuleProblem(
    String file, int line, int column, Kind kind, String key, String value, Text allowed) {

  /** What can be wrong. */
  public enum Kind {
    /** The file is neither YAML nor JSON. */
    SYNTAX,
    /** The bytes are not UTF-8. */
    ENCODING,
    /** The file is too long. */
    TOO_LARGE,
    /** Groups or lists stand in each other too deeply. */
    TOO_DEEP,
    /** The file uses anchors, aliases, tags or several documents. */
    NOT_PLAIN,
    /** A key is there twice. */
    DUPLICATE,
    /** There is no such key. */
    UNKNOWN_KEY,
    /** No book has such a rule. */
    UNKNOWN_RULE,
    /** The rule has no such parameter. */
    UNKNOWN_PARAMETER,
    /** Something of another kind must stand there, such as a group of keys. */
    SHAPE,
    /** A number must stand there. */
    NOT_A_NUMBER,
    /** The number lies outside the range of the parameter. */
    OUT_OF_RANGE
  }

  /** The base name of the bundle with the phrases of the rule engine itself. */
  static final String PHRASES = "dev.pacesetter.rule.rule";

  private static final int LONGEST = 80;

  /** Keeps the value on one line of bearable length. */
  public RuleProblem {
    value = shown(value);
    key = shown(key);
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(sign -> shown.appendCodePoint(Character.isISOControl(sign) ? ' ' : sign));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append('…');
    }
    return shown.toString();
  }

  /**
   * Says what is wrong, where, and what is allowed.
   *
   * @param locale Chinese, or English for every other language
   * @return one line, without its end
   */
  public String in(Locale locale) {
    Phrases phrases = Phrases.named(PHRASES, locale);
    ImmutableMap<String, String> words =
        ImmutableMap.of("key", key, "value", value, "allowed", allowed.in(locale));
    return phrases.fill(
        "problem.at",
        ImmutableMap.of(
            "file",
            file,
            "line",
            Integer.toString(line),
            "column",
            Integer.toString(column),
            "what",
            phrases.fill("problem." + kind, words)));
  }

  /** Returns the problem in English. */
  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
