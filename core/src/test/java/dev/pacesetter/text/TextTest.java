package dev.pacesetter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void speaksChineseToThoseWhoAskForItAndEnglishToAllOthers() {
    Text text = Text.of("Win more", "多赢单");

    assertThat(text.in(Locale.CHINA)).isEqualTo("多赢单");
    assertThat(text.in(Locale.ENGLISH)).isEqualTo("Win more");
    assertThat(text.in(Locale.FRENCH)).isEqualTo("Win more");
    assertThat(text).hasToString("Win more");
  }

  @Test
  void ofOneWordingReadsTheSameInEveryLanguage() {
    Text text = Text.of("多赢单");

    assertThat(text.in(Locale.ENGLISH)).isEqualTo("多赢单");
    assertThat(text.in(Locale.CHINESE)).isEqualTo("多赢单");
    assertThat(text.wordings()).containsExactly("多赢单");
  }

  @Test
  void hasEveryWordingOnce() {
    assertThat(Text.of("Win more", "多赢单").wordings()).containsExactly("Win more", "多赢单");
    assertThat(Text.of("GTX", "GTX").wordings()).containsExactly("GTX");
  }

  @Test
  void isWordedLanguageByLanguage() {
    Text greeting =
        Text.inEach(
            locale ->
                Phrases.named("dev.pacesetter.text.sentences", locale).say("greeting", "Ana"));

    assertThat(greeting).isEqualTo(Text.of("Hello, Ana!", "你好,Ana!"));
  }

  @Test
  void equalsAnotherThatSaysTheSameToEverybody() {
    assertThat(Text.of("GTX", "GTX")).isEqualTo(Text.of("GTX")).hasSameHashCodeAs(Text.of("GTX"));
    assertThat(Text.of("Win", "赢"))
        .isEqualTo(Text.of("Win", "赢"))
        .hasSameHashCodeAs(Text.of("Win", "赢"))
        .isNotEqualTo(Text.of("Win"))
        .isNotEqualTo(Text.of("Gain", "赢"))
        .isNotEqualTo("Win");
  }
}
