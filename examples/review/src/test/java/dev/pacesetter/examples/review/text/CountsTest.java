package dev.pacesetter.examples.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.text.Phrases;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page and the console say in English of one thing: "1 person", never "1 people". */
class CountsTest {
  private static final String PAGE = "dev.pacesetter.examples.review.report.report";
  private static final String CONSOLE = "dev.pacesetter.examples.review.text.import";
  private static final int PLACES = 9;

  /** A one, perhaps words such as "more" and "closed", and then a plural. */
  private static final Pattern ONE_OF_MANY =
      Pattern.compile(
          "(?<![\\d.,])1 (?:(?:closed|lost|more|new|open|optional|other|won|working) )*"
              + "(?!(?:as|has|is|its|less|stands|this|was)\\b)(?:[a-z]+s|people)\\b");

  @Test
  void onThePageOneThingIsNotSpokenOfAsMany() {
    Phrases english = Phrases.named(PAGE, Locale.ENGLISH);
    Map<String, Object> ones = new TreeMap<>();
    ResourceBundle bundle = ResourceBundle.getBundle(PAGE, Locale.ENGLISH);
    for (String key : bundle.keySet()) {
      Pattern.compile("\\{([a-zA-Z.]+)")
          .matcher(bundle.getString(key))
          .results()
          .forEach(place -> ones.put(place.group(1), 1));
    }
    for (String key : bundle.keySet()) {
      if (key.equals("points")) {
        continue; // points have a decimal, and "1.0 points" is said
      }
      assertThat(english.fill(key, ones)).as(key).doesNotContainPattern(ONE_OF_MANY);
    }
  }

  @Test
  void onTheConsoleOneThingIsNotSpokenOfAsMany() {
    for (String key : ResourceBundle.getBundle(CONSOLE, Locale.ROOT).keySet()) {
      String said = Message.of(key, Collections.nCopies(PLACES, 1).toArray()).in(Locale.ENGLISH);
      assertThat(said).as(key).doesNotContainPattern(ONE_OF_MANY);
    }
  }
}
