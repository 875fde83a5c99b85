package dev.pacesetter.examples.review.text;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.text.Text;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/**
 * A sentence in the making: a key of the bundle and what goes into its places.
 *
 * <p>An argument may be a message or a text itself, or a collection, which is listed up to {@value
 * #LISTED_AT_MOST} entries. Numbers are written as the reader's language has it.
 *
 * @param key the key in the bundle
 * @param arguments what goes into the places {@code {0}}, {@code {1}}, ...
 */
public record Message(String key, ImmutableList<Object> arguments) {
  /** How many entries of a collection are listed before the rest is counted. */
  public static final int LISTED_AT_MOST = 20;

  private static final String BUNDLE = "dev.pacesetter.examples.review.text.import";
  private static final Control EXACTLY_THIS_LANGUAGE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  /**
   * Returns a message.
   *
   * @param key the key in the bundle
   * @param arguments what goes into the places
   * @return the message
   */
  public static Message of(String key, Object... arguments) {
    return new Message(key, ImmutableList.copyOf(arguments));
  }

  /**
   * Returns the sentence.
   *
   * @param locale the reader's language; English where there is no text in it
   * @return the sentence
   * @throws java.util.MissingResourceException if the key is in no bundle
   */
  public String in(Locale locale) {
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, EXACTLY_THIS_LANGUAGE);
    Object[] words = arguments.stream().map(argument -> word(argument, locale, bundle)).toArray();
    return new MessageFormat(bundle.getString(key), locale).format(words);
  }

  private static Object word(Object argument, Locale locale, ResourceBundle bundle) {
    if (argument instanceof Number) {
      return argument;
    }
    if (argument instanceof Message message) {
      return message.in(locale);
    }
    if (argument instanceof Text text) {
      return text.in(locale);
    }
    if (argument instanceof Collection<?> entries) {
      return list(entries, locale, bundle);
    }
    return argument.toString();
  }

  private static String list(Collection<?> entries, Locale locale, ResourceBundle bundle) {
    boolean sentences = entries.stream().anyMatch(Message.class::isInstance);
    String separator = sentences ? "list.separator-of-sentences" : "list.separator";
    String listed =
        entries.stream()
            .limit(LISTED_AT_MOST)
            .map(entry -> word(entry, locale, bundle).toString())
            .collect(Collectors.joining(bundle.getString(separator)));
    return entries.size() <= LISTED_AT_MOST
        ? listed
        : Message.of("list.more", listed, entries.size() - LISTED_AT_MOST).in(locale);
  }
}
