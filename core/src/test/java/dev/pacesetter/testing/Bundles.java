package dev.pacesetter.testing;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks into bundles of phrases, and tries the locale of other machines. */
public final class Bundles {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z.]*|\\d+)");

  private Bundles() {}

  /** Every key of a bundle in one language, without help of another language. */
  public static Set<String> keys(String baseName, Locale language) {
    return new TreeSet<>(bundle(baseName, language).keySet());
  }

  /** The placeholders of a phrase. */
  public static Set<String> placeholders(String baseName, Locale language, String key) {
    return PLACEHOLDER
        .matcher(bundle(baseName, language).getString(key))
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is answered on a machine of another locale. */
  public static <T> T under(Locale locale, Supplier<T> question) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(locale);
      return question.get();
    } finally {
      Locale.setDefault(before);
    }
  }

  private static ResourceBundle bundle(String baseName, Locale language) {
    return ResourceBundle.getBundle(
        baseName,
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
