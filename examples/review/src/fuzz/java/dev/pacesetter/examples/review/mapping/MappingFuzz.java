package dev.pacesetter.examples.review.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.pacesetter.examples.review.yaml.YamlException;
import java.io.ByteArrayInputStream;
import java.util.Locale;

/**
 * Whatever bytes a mapping has, it is read, or refused with the place and a reason in both
 * languages; nothing else is thrown, and nothing takes for ever.
 */
class MappingFuzz {

  @DictionaryFile(resourcePath = "mapping.dict")
  @FuzzTest(maxDuration = "10m")
  void isReadOrRefusedWithAPlace(byte[] bytes) {
    try {
      ImportMapping.read("fuzz.yaml", new ByteArrayInputStream(bytes));
    } catch (YamlException e) {
      assertThat(e).hasMessageMatching("(?s)fuzz\\.yaml, line [1-9][0-9]*, column [1-9].*");
      assertThat(e.problem().in(Locale.CHINESE)).startsWith("fuzz.yaml");
    }
  }
}
