package dev.pacesetter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.testing.Bundles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
  private static final String BUNDLE = "dev.pacesetter.text.sentences";
  private final Phrases english = Phrases.named(BUNDLE, Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource({"zh, zh", "zh-CN, zh", "zh-Hant-TW, zh", "en, en", "en-GB, en", "fr, en", "und, en"})
  void speakChineseToThoseWhoAskForItAndEnglishToAllOthers(String asked, String spoken) {
    assertThat(Phrases.named(BUNDLE, Locale.forLanguageTag(asked)).language())
        .isEqualTo(Locale.forLanguageTag(spoken));
  }

  @Test
  void fillNumberedPlaceholders() {
    assertThat(english.say("greeting", "Ana")).isEqualTo("Hello, Ana!");
    assertThat(Phrases.named(BUNDLE, Locale.CHINA).say("greeting", "Ana")).isEqualTo("你好,Ana!");
  }

  @Test
  void fillNamedPlaceholdersAsOftenAsTheyStandThere() {
    assertThat(
            english.fill(
                "growth", Map.of("who", "Ana", "growth.observed", "12.0%", "growth.n", "1,234")))
        .isEqualTo("Ana grew by 12.0% (n = 1,234); Ana again.");
  }

  @Test
  void insertTextAsItIs() {
    String hostile = "{0} {who} ' $1 \\ <b>";
    assertThat(english.say("greeting", hostile)).isEqualTo("Hello, " + hostile + "!");
    assertThat(english.fill("quoted", Map.of("who", hostile))).isEqualTo("It's " + hostile);
  }

  @Test
  void nameThePlaceholderThatNothingStandsFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> english.fill("growth", Map.of("who", "Ana")))
        .withMessage("phrase growth has the placeholder {growth.observed}; known are [who]");
  }

  @Nested
  class WhereNothingIsWritten {
    @Test
    void aPhraseIsMissing() {
      assertThat(english.knows("farewell")).isFalse();
      assertThat(english.knows("greeting")).isTrue();
      assertThatExceptionOfType(MissingResourceException.class)
          .isThrownBy(() -> english.say("farewell"))
          .withMessageContaining("farewell");
    }

    @Test
    void aBundleIsMissing() {
      assertThatExceptionOfType(MissingResourceException.class)
          .isThrownBy(() -> Phrases.named("dev.pacesetter.text.nothing", Locale.ENGLISH));
    }
  }

  @Test
  void areTheSameWhateverTheMachineSpeaks() {
    for (Locale locale :
        List.of(Locale.GERMANY, Locale.CHINA, Locale.forLanguageTag("ar-EG-u-nu-arab"))) {
      assertThat(
              Bundles.under(
                  locale, () -> Phrases.named(BUNDLE, Locale.ENGLISH).say("greeting", "Ana")))
          .isEqualTo("Hello, Ana!");
      assertThat(
              Bundles.under(
                  locale, () -> Phrases.named(BUNDLE, Locale.CHINESE).say("greeting", "Ana")))
          .isEqualTo("你好,Ana!");
    }
  }
}
