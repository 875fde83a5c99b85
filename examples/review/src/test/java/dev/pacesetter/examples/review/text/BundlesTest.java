package dev.pacesetter.examples.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.importing.Fact;
import dev.pacesetter.examples.review.importing.NoteKind;
import dev.pacesetter.examples.review.importing.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+|[a-zA-Z][a-zA-Z.]*)");
  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:yaml|mapping|goal|task|calendar|file|rejection|allowed|sort|summary|alias|console)[.][a-z0-9.-]+)\"");

  private static Properties bundle(String name) throws IOException {
    Properties bundle = new Properties();
    try (InputStream in = Objects.requireNonNull(Message.class.getResourceAsStream(name), name)) {
      bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return bundle;
  }

  private static Set<String> places(String pattern) {
    return PLACE.matcher(pattern).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  @Test
  void haveTheSameKeysAndPlacesInBothLanguages() throws IOException {
    Properties english = bundle("import.properties");
    Properties chinese = bundle("import_zh.properties");

    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
      assertThat(new MessageFormat(chinese.getProperty(key), Locale.CHINESE)).isNotNull();
    }
  }

  @Test
  void sayTheSameOnThePageInBothLanguages() throws IOException {
    Properties english = bundle("/dev/pacesetter/examples/review/report/report_en.properties");
    Properties chinese = bundle("/dev/pacesetter/examples/review/report/report_zh.properties");

    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      String phrase = chinese.getProperty(key);
      assertThat(places(phrase)).as(key).isEqualTo(places(english.getProperty(key)));
      assertThat(phrase.replaceAll("\\{[^}]*}", "")).as(key).doesNotContainPattern("[,;:?!()\"']");
    }
  }

  @Test
  void haveATextForEveryReasonNoteAndFact() throws IOException {
    Set<String> keys = bundle("import.properties").stringPropertyNames();

    assertThat(keys)
        .containsAll(all("rejection.", Reason.values()))
        .containsAll(all("reason.", Reason.values()))
        .containsAll(all("note.", NoteKind.values()))
        .containsAll(all("fact.", Fact.values()));
  }

  @Test
  void haveEveryKeyTheSourcesName() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Matcher keys = KEY.matcher(Files.readString(source));
        while (keys.find()) {
          named.add(keys.group(1));
        }
      }
    }
    named.removeIf(key -> key.endsWith("."));

    assertThat(named).hasSizeGreaterThan(50);
    assertThat(bundle("import.properties").stringPropertyNames()).containsAll(named);
  }

  private static ImmutableList<String> all(String prefix, Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> prefix + value.name())
        .collect(ImmutableList.toImmutableList());
  }

  @Test
  void listWhatIsFewAndCountTheRest() {
    ImmutableList<Integer> many =
        IntStream.range(0, 23).boxed().collect(ImmutableList.toImmutableList());

    assertThat(Message.of("allowed.one-of", many).in(Locale.ENGLISH))
        .startsWith("allowed are 0, 1, 2, ")
        .endsWith(", 19 and 3 more");
  }

  @Test
  void speakEnglishWhereTheyDoNotSpeakTheReadersLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.CHINESE);

      assertThat(Message.of("allowed.value").in(Locale.FRENCH)).isEqualTo("a value is needed");
      assertThat(Message.of("allowed.value").in(Locale.ENGLISH)).isEqualTo("a value is needed");
      assertThat(Message.of("allowed.value").in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("此处必须有值");
    } finally {
      Locale.setDefault(before);
    }
  }
}
