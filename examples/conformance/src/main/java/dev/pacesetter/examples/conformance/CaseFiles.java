package dev.pacesetter.examples.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.conformance.check.Check;
import dev.pacesetter.examples.conformance.check.MalformedCaseException;
import dev.pacesetter.examples.conformance.check.Suite;
import dev.pacesetter.examples.conformance.funnel.FunnelSuite;
import dev.pacesetter.examples.conformance.statistics.StatisticsSuite;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of one JSON object a line. */
final class CaseFiles {
  private static final ImmutableList<Suite> SUITES =
      ImmutableList.of(new FunnelSuite(), new StatisticsSuite());

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private CaseFiles() {}

  /**
   * Returns the files that are meant: a folder stands for the {@code .jsonl} files in it, by name.
   *
   * @throws IOException if a folder cannot be read
   */
  static ImmutableList<Path> of(List<Path> filesAndFolders) throws IOException {
    ImmutableList.Builder<Path> files = ImmutableList.builder();
    for (Path path : filesAndFolders) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside.filter(file -> file.toString().endsWith(".jsonl")).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    return files.build();
  }

  /**
   * Checks the cases of a file. A line that is no case is noted, and the next one is read.
   *
   * @throws IOException if the file cannot be read
   */
  static void check(Path file, Results results) throws IOException {
    String name = file.toString();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          check(line, name, number, results);
        }
      }
    }
  }

  private static void check(String line, String file, long number, Results results) {
    try {
      JsonNode json = MAPPER.readTree(line);
      Optional<Suite> suite = SUITES.stream().filter(one -> one.accepts(json)).findFirst();
      if (suite.isEmpty()) {
        results.add(new Unreadable(file, number, "no-suite", ImmutableList.of()));
        return;
      }
      for (Check check : suite.get().check(json)) {
        results.add(new Result(file, number, check));
      }
    } catch (JsonProcessingException e) {
      results.add(
          new Unreadable(
              file,
              number,
              "no-json",
              ImmutableList.of(String.valueOf(e.getLocation().getColumnNr()), message(e))));
    } catch (MalformedCaseException e) {
      results.add(
          new Unreadable(
              file,
              number,
              e.value().isEmpty() ? "missing" : "wrong",
              ImmutableList.of(e.path(), e.value(), e.allowed())));
    }
  }

  /** Without the part that tells where Jackson has hidden the source. */
  private static String message(JsonProcessingException e) {
    return Splitter.on(" (start marker").split(e.getOriginalMessage()).iterator().next();
  }
}
