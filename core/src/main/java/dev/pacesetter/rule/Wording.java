package dev.pacesetter.rule;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.pacesetter.style.HouseStyle;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The words of one finding, for a rule that has no bundle of phrases: one of a host application, or
 * one that was read from a file. They stay with the finding, so that it can be told without its
 * rule.
 *
 * <p>Texts are phrases with named placeholders as in a bundle, see {@link Phrases}, such as {@code
 * {subject} has {deals.observed} deals}; an apostrophe stands for itself.
 */
@Value.Immutable
@HouseStyle
public abstract class Wording {
  Wording() {}

  /**
   * Returns words without a repair.
   *
   * @param title what the rule is called
   * @param sentence what was found, with the numbers
   * @return the wording
   * @throws IllegalArgumentException if a text is no phrase, such as with a brace that is not
   *     closed
   */
  public static Wording of(Text title, Text sentence) {
    return builder().title(title).sentence(sentence).build();
  }

  /**
   * Returns a builder.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns what the rule is called.
   *
   * @return the title
   */
  public abstract Text title();

  /**
   * Returns what was found.
   *
   * @return one or two sentences
   */
  public abstract Text sentence();

  /**
   * Returns what to do about it.
   *
   * @return a sentence, empty where there is nothing to do
   */
  public abstract Optional<Text> repair();

  /**
   * Returns this with something to do about it.
   *
   * @param repair a sentence
   * @return the wording
   * @throws IllegalArgumentException if the text is no phrase
   */
  public Wording withRepair(Text repair) {
    return builder().from(this).repair(repair).build();
  }

  /**
   * Returns the placeholders of all texts.
   *
   * @return the names, such as {@code deals.observed}
   */
  public ImmutableSet<String> placeholders() {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Text text : Iterables.concat(List.of(title(), sentence()), repair().stream().toList())) {
      text.wordings().forEach(phrase -> names.addAll(Phrases.placeholdersOf(plain(phrase))));
    }
    return names.build();
  }

  static String plain(Text text, Locale locale) {
    return plain(text.in(locale));
  }

  /** In a pattern of {@link java.text.MessageFormat} two apostrophes are one. */
  private static String plain(String phrase) {
    return phrase.replace("'", "''");
  }

  @Value.Check
  void check() {
    placeholders();
  }

  /** Collects words. */
  public static final class Builder extends ImmutableWording.Builder {
    Builder() {}
  }
}
