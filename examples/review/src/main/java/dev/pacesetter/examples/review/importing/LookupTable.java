package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.mapping.Lookup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one column of a file by those of another. */
record LookupTable(Lookup lookup, Map<String, String> values) {

  @Nullable String get(String key) {
    return values.get(key);
  }
}
