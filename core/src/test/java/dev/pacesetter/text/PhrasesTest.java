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
  void chooseByANumberWhatGoesWithIt() {
    assertThat(english.fill("won", Map.of("who", "Ana", "n", 1L, "days", 1.0)))
        .isEqualTo("Ana won 1 deal in 1 day.");
    assertThat(english.fill("won", Map.of("who", "Ana", "n", 1234, "days", 34.1)))
        .isEqualTo("Ana won 1,234 deals in 34.1 days.");
    assertThat(english.fill("won", Map.of("who", "Ana", "n", 0, "days", 0.96)))
        .isEqualTo("Ana won 0 deals in 1.0 days.");
    assertThat(english.fill("last", Map.of("who", "{1}", "n", 3)))
        .isEqualTo("each of 3 days of {1}");
  }

  @Test
  void takeTheFirstChoiceWhereThereIsNoNumber() {
    assertThat(english.fill("won", Map.of("who", "Ana", "n", "–", "days", "few")))
        .isEqualTo("Ana won – deals in few days.");
  }

  @Test
  void setAGapBetweenChineseAndOtherScriptsOnly() {
    Phrases chinese = Phrases.named(BUNDLE, Locale.CHINESE);

    assertThat(chinese.fill("won", Map.of("who", "Ana", "n", 1, "days", 30)))
        .isEqualTo("Ana 在 30 天内赢下 1 单。");
    assertThat(chinese.fill("won", Map.of("who", "王芳", "n", "三", "days", "三十")))
        .isEqualTo("王芳在三十天内赢下三单。");
    assertThat(chinese.fill("last", Map.of("who", "", "n", "(3)"))).isEqualTo("的最后 (3) 天");
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
