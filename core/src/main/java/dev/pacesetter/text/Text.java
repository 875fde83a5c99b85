package dev.pacesetter.text;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody worded for people to read: once for every reader, or in English and in Chinese.
 *
 * <p>The titles of goals and the reasons behind them are such texts. Phrases of the library itself
 * stand in resource bundles, see {@link Phrases}.
 */
public final class Text {
  private final String english;
  private final String chinese;

  private Text(String english, String chinese) {
    this.english = requireNonNull(english);
    this.chinese = requireNonNull(chinese);
  }

  /**
   * Returns a text that reads the same in every language.
   *
   * @param wording the only wording there is, in whatever language
   * @return the text
   */
  public static Text of(String wording) {
    return new Text(wording, wording);
  }

  /**
   * Returns a text in both languages.
   *
   * @param english the wording for all who do not read Chinese
   * @param chinese the wording for those who do
   * @return the text; equal to one of a single wording if both are the same
   */
  public static Text of(String english, String chinese) {
    return new Text(english, chinese);
  }

  /**
   * Returns a text that is worded language by language, such as from a bundle of phrases.
   *
   * @param wording gives the wording in {@link Locale#ENGLISH} and in {@link Locale#CHINESE}
   * @return the text
   */
  public static Text inEach(Function<Locale, String> wording) {
    return new Text(wording.apply(Locale.ENGLISH), wording.apply(Locale.CHINESE));
  }

  /**
   * Returns the wording for a reader.
   *
   * @param locale Chinese, or anything else for English
   * @return the wording in that language, or the only one there is
   */
  public String in(Locale locale) {
    return Phrases.languageOf(locale).equals(Locale.CHINESE) ? chinese : english;
  }

  /**
   * Returns everything that is said.
   *
   * @return the wordings without repetition, English first; one where every reader has the same
   */
  public ImmutableSet<String> wordings() {
    return ImmutableSet.of(english, chinese);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Text text
        && english.equals(text.english)
        && chinese.equals(text.chinese);
  }

  @Override
  public int hashCode() {
    return Objects.hash(english, chinese);
  }

  /** Returns the English wording, for messages to developers. */
  @Override
  public String toString() {
    return english;
  }
}
