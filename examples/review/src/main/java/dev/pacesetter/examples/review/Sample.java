package dev.pacesetter.examples.review;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The bundled sample: the export of a simulated company. */
final class Sample {
  private static final ImmutableList<String> FILES =
      ImmutableList.of(
          "people.csv",
          "teams.csv",
          "products.csv",
          "customers.csv",
          "opportunities.csv",
          "stage_history.csv",
          "changes.csv",
          "activities.csv",
          "quotes.csv",
          "surveys.csv",
          "truth.json");

  private Sample() {}

  /** Copies the files to a folder, where people can look at them. */
  static Path unpackTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : FILES) {
      try (InputStream in = Sample.class.getResourceAsStream("sample/" + file)) {
        if (in == null) {
          throw new IllegalStateException("the sample has no file " + file);
        }
        Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return folder;
  }
}
