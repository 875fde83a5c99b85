package dev.pacesetter.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorPhrasesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z.]*|\\d+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.pacesetter.monitor.monitor",
        "dev.pacesetter.plan.check.check",
        "dev.pacesetter.plan.plan"
      })
  void bothLanguagesSayTheSameThingsWithTheSameNumbers(String bundle) {
    assertThat(numbers(bundle, Locale.CHINESE)).isEqualTo(numbers(bundle, Locale.ENGLISH));
  }

  private static ImmutableSortedMap<String, Set<String>> numbers(String name, Locale language) {
    ResourceBundle bundle = ResourceBundle.getBundle(name, language);
    return bundle.keySet().stream()
        .collect(
            ImmutableSortedMap.toImmutableSortedMap(
                String::compareTo,
                key -> key,
                key ->
                    PLACEHOLDER
                        .matcher(bundle.getString(key))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new))));
  }
}
