package dev.pacesetter.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9.]+)}");

  @ParameterizedTest
  @ValueSource(strings = {"/dev/pacesetter/review/review", "/dev/pacesetter/feedback/note"})
  void bothLanguagesSayTheSameThings(String bundle) throws IOException {
    Properties english = load(bundle + "_en.properties");
    Properties chinese = load(bundle + "_zh.properties");

    assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames()).isNotEmpty();
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
      // A straight apostrophe would swallow the placeholders after it.
      assertThat(english.getProperty(key) + chinese.getProperty(key)).as(key).doesNotContain("'");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dev/pacesetter/feedback/note",
        "/dev/pacesetter/goal/smart",
        "/dev/pacesetter/kpi/kpis",
        "/dev/pacesetter/monitor/monitor",
        "/dev/pacesetter/plan/plan",
        "/dev/pacesetter/review/review"
      })
  void chineseHasChinesePunctuation(String bundle) throws IOException {
    Properties chinese = load(bundle + "_zh.properties");

    assertThat(chinese.values())
        .allSatisfy(
            phrase ->
                assertThat(((String) phrase).replaceAll("\\{[^}]*}", ""))
                    .doesNotContainPattern("[,;:?!()\"]"));
  }

  private static Set<String> placeholders(String phrase) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(phrase);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Properties load(String resource) throws IOException {
    Properties properties = new Properties();
    try (var reader =
        new InputStreamReader(
            PhrasesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
