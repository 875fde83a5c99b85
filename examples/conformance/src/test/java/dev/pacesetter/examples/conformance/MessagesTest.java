package dev.pacesetter.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final ResourceBundle english = Phrases.in(Locale.ENGLISH).bundle();
  private final ResourceBundle chinese = Phrases.in(Locale.CHINESE).bundle();

  @Test
  void areInBothLanguages() {
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    assertThat(english.keySet())
        .filteredOn(key -> key.startsWith("reason."))
        .allSatisfy(key -> assertThat(chinese.getString(key)).isNotEqualTo(english.getString(key)));
  }

  @Test
  void areInEnglishForEveryOtherLanguage() {
    assertThat(Phrases.in(Locale.FRENCH).text("no-suite"))
        .isEqualTo(Phrases.in(Locale.ENGLISH).text("no-suite"));
  }
}
