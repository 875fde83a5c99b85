package dev.pacesetter.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.testing.Bundles;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the English phrases say of one thing: "1 person", never "1 people". */
class CountsTest {
  private static final Pattern ONE_OF_MANY =
      Pattern.compile(
          "(?<![\\d.,])1 (?:(?:closed|lost|more|open|other|past|separate|whole|won|working) )*"
              + "(?!(?:as|has|is|its|less|this|was)\\b)(?:[a-z]+s|people)\\b");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.pacesetter.feedback.note",
        "dev.pacesetter.goal.smart",
        "dev.pacesetter.kpi.kpis",
        "dev.pacesetter.monitor.monitor",
        "dev.pacesetter.plan.check.check",
        "dev.pacesetter.plan.plan",
        "dev.pacesetter.review.review"
      })
  void oneThingIsNotSpokenOfAsMany(String bundle) {
    Phrases english = Phrases.named(bundle, Locale.ENGLISH);
    for (String key : Bundles.keys(bundle, Locale.ENGLISH)) {
      assertThat(ofOne(english, bundle, key)).as(key).doesNotContainPattern(ONE_OF_MANY);
    }
  }

  private static String ofOne(Phrases phrases, String bundle, String key) {
    Set<String> names = Bundles.placeholders(bundle, Locale.ENGLISH, key);
    if (names.stream().allMatch(name -> Character.isDigit(name.charAt(0)))) {
      return phrases.say(key, Collections.nCopies(names.size(), 1).toArray());
    }
    Map<String, Object> ones =
        names.stream().collect(Collectors.toMap(Function.identity(), CountsTest::one));
    return phrases.fill(key, ones);
  }

  private static Object one(String name) {
    return name.matches(".*\\.(?:observed|n|expected|limit)") ? 1 : "X";
  }

  @Test
  void aPluralAfterOneIsNoticed() {
    assertThat("Only 1 people are expected").containsPattern(ONE_OF_MANY);
    assertThat("Known are 1 closed deals.").containsPattern(ONE_OF_MANY);
    assertThat("1 day, 1 more is needed, 1.1 days; 31 deals").doesNotContainPattern(ONE_OF_MANY);
  }
}
