package dev.pacesetter.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.pacesetter.metrics.Unit;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
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
  private static final Pattern NUMBERED = Pattern.compile("\\{\\s*\\d");

  private static final ResourceBundle NO_BUNDLE =
      new ListResourceBundle() {
        @Override
        protected Object[][] getContents() {
          return new Object[0][];
        }
      };

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
    return fillIn(key, bundle.getString(key), words);
  }

  /**
   * Fills a phrase that stands in no bundle, such as one that a user wrote.
   *
   * @param phrase a phrase with named placeholders, as in a bundle
   * @param locale Chinese, or anything else for English
   * @param words what each placeholder stands for, as in {@link #fill(String, Map)}
   * @return the phrase
   * @throws IllegalArgumentException if it is no phrase, or has a placeholder that is not among the
   *     words
   */
  public static String fillIn(String phrase, Locale locale, Map<String, ?> words) {
    return new Phrases(NO_BUNDLE, languageOf(locale)).fillIn("'" + phrase + "'", phrase, words);
  }

  /**
   * Returns the named placeholders of a phrase.
   *
   * @param phrase the phrase
   * @return the names in their order
   * @throws IllegalArgumentException if it is no phrase, such as with a brace that is not closed or
   *     a placeholder without a name; says which phrase
   */
  public static ImmutableSet<String> placeholdersOf(String phrase) {
    ImmutableSet<String> names =
        PLACEHOLDER
            .matcher(phrase)
            .results()
            .map(found -> found.group(1))
            .collect(ImmutableSet.toImmutableSet());
    try {
      // with a number for each name no brace is left that has none
      new MessageFormat(PLACEHOLDER.matcher(phrase).replaceAll("{0"), Locale.ENGLISH);
      checkArgument(!NUMBERED.matcher(phrase).find(), "a placeholder has no name");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the phrase '%s' cannot be read: %s; a placeholder reads like {subject}"
              .formatted(phrase, e.getMessage()),
          e);
    }
    return names;
  }

  private String fillIn(String key, String phrase, Map<String, ?> words) {
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
