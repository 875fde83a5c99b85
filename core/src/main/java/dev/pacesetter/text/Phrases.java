package dev.pacesetter.text;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Unit;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases of one bundle in one language.
 *
 * <p>There are two languages: Chinese, and English for every other locale. The locale of the
 * machine has no influence. Phrases are {@link MessageFormat} patterns whose placeholders may have
 * names: {@code {growth.observed}}. What goes with a count is chosen by it: {@code {n}
 * {n,choice,0#deals|1#deal|1<deals}}.
 */
public final class Phrases {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z.]*)");

  private final ResourceBundle bundle;
  private final Locale language;

  private Phrases(ResourceBundle bundle, Locale language) {
    this.bundle = bundle;
    this.language = language;
  }

  /**
   * Opens a bundle.
   *
   * @param baseName the bundle's name, without language and ending
   * @param locale Chinese, or anything else for English
   * @return the phrases
   * @throws java.util.MissingResourceException if there is no such bundle
   */
  public static Phrases named(String baseName, Locale locale) {
    Locale language = languageOf(locale);
    return new Phrases(
        ResourceBundle.getBundle(baseName, language, Phrases.class.getModule()), language);
  }

  /**
   * Returns the language that is spoken to somebody.
   *
   * @param locale what they asked for
   * @return {@link Locale#CHINESE} or {@link Locale#ENGLISH}
   */
  public static Locale languageOf(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage())
        ? Locale.CHINESE
        : Locale.ENGLISH;
  }

  /**
   * Returns a phrase with numbered placeholders.
   *
   * @param key the key in the bundle
   * @param arguments what the placeholders stand for; text is inserted as it is
   * @return the phrase
   * @throws java.util.MissingResourceException if there is no such phrase
   */
  public String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), language).format(arguments);
  }

  /**
   * Returns a phrase with named placeholders.
   *
   * @param key the key in the bundle
   * @param words what each placeholder stands for: a number, which is written as {@link Numbers}
   *     write counts, or anything else, whose text is inserted as it is; where a phrase chooses by
   *     what is no number, it takes its first choice
   * @return the phrase
   * @throws java.util.MissingResourceException if there is no such phrase
   * @throws IllegalArgumentException if the phrase has a placeholder that is not among the words
   */
  public String fill(String key, Map<String, ?> words) {
    String phrase = bundle.getString(key);
    List<Object> arguments = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    String left = "";
    int end = 0;
    for (Matcher matcher = PLACEHOLDER.matcher(phrase); matcher.find(); end = matcher.end()) {
      Object word = words.get(matcher.group(1));
      checkArgument(
          word != null,
          "phrase %s has the placeholder {%s}; known are %s",
          key,
          matcher.group(1),
          words.keySet());
      boolean choosing = phrase.startsWith(",", matcher.end());
      String right = choosing ? "" : text(word);
      pattern.append(between(left, phrase.substring(end, matcher.start()), right));
      pattern.append('{').append(arguments.size());
      arguments.add(choosing ? number(word) : right);
      left = right;
    }
    pattern.append(between(left, phrase.substring(end), ""));
    return new MessageFormat(pattern.toString(), language).format(arguments.toArray());
  }

  /** What stands between two words, with the gaps Chinese sets; the first ends it with a brace. */
  private String between(String left, String text, String right) {
    return language.equals(Locale.CHINESE) ? Gaps.between(left, text, right) : text;
  }

  private static Number number(Object word) {
    return word instanceof Number number ? number : Double.NaN;
  }

  private static String text(Object word) {
    return word instanceof Number number
        ? Numbers.value(number.doubleValue(), Unit.COUNT, Optional.empty())
        : word.toString();
  }

  /**
   * Returns whether there is a phrase.
   *
   * @param key the key in the bundle
   * @return whether {@link #say} and {@link #fill} would find it
   */
  public boolean knows(String key) {
    return bundle.containsKey(key);
  }

  /**
   * Returns the language of the phrases.
   *
   * @return {@link Locale#CHINESE} or {@link Locale#ENGLISH}
   */
  public Locale language() {
    return language;
  }
}
